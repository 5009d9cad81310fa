"""The composer of goals: for each concern the bank goal that fits best, adapted to this student.

A number of the bank is never the student's: the baseline is the jot's own measure of the same act, or a blank with a
question. The criterion is a proposal, in the jot's measure and beyond it where the jot has one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..domain import (
    Area,
    BankGoal,
    Concern,
    Evidence,
    Goal,
    GoalType,
    GradeBand,
    Observation,
    PracticePassage,
    Question,
    Statement,
)
from ..language import words_of
from ..language.areas import support
from ..language.grades import band_of
from ..language.tables import rules
from .accommodations import accommodations
from .adapting import assembled, wording
from .bank_parts import parts_of, variants_of
from .baselines import candidates, fitting, own_act
from .choosing import SAME_ACT, Choice, Chooser
from .concerns import grade_of
from .finishing import baseline_question, numbered, prefixed, with_baseline, with_reason
from .measures import Measure
from .objectives import objectives_of
from .own_goals import own_goal


@dataclass(frozen=True, slots=True)
class Drafted:
    """The goals of a jot, what they rest on, and what has to be asked."""

    goals: tuple[Goal, ...]
    evidence: tuple[Evidence, ...]
    questions: tuple[Question, ...]


Found = Mapping[str, Sequence[Evidence]]
"""Concern id -> what was found for it, goals and practice passages."""


class GoalComposer:
    """Drafts goals from a bank and a practice library, without a model."""

    def __init__(self, bank: Mapping[str, BankGoal], practice: Mapping[str, PracticePassage]) -> None:
        self._bank, self._practice = bank, practice
        self._chooser = Chooser(bank)

    def compose(self, observation: Observation, found: Found, concerns: Sequence[Concern]) -> Drafted:
        """One goal for each concern."""
        if (observation.context.plan or "").strip() == "504":
            return self._accommodated(observation, found, concerns)
        goals: list[Goal] = []
        asked: list[Question] = []
        for concern in concerns:
            goal, questions = self._goal(observation, concern, found[concern.id], goals)
            goals += [goal] if goal is not None else []
            asked += questions
        if not concerns and not observation.out_of_scope:
            clinic = any(notice.kind == "clinic" for notice in observation.notices)
            asked.append(Question(wording("question_school" if clinic else "question_goal"), "school task"))
        return Drafted(tuple(goals), _cited_evidence(goals, found), tuple(asked))

    def _accommodated(self, observation: Observation, found: Found, concerns: Sequence[Concern]) -> Drafted:
        drafted = [accommodations(concern, found[concern.id], self._practice) for concern in concerns]
        goals = [goal for goal in drafted if goal is not None]
        return Drafted(tuple(goals), _cited_evidence(goals, found), ())

    def _goal(
        self, observation: Observation, concern: Concern, found: Sequence[Evidence], goals: Sequence[Goal]
    ) -> tuple[Goal | None, list[Question]]:
        """The bank's goal where it is for the measured act, else one in the jot's own words; or a question."""
        told = [item for item in observation.statements if item.id in concern.statements]
        used = {identity for goal in goals for clause in goal.clauses if clause.facts for identity in clause.statements}
        held = [item for item in candidates(observation, told) if item.statement.id not in used]
        measure, act = next(
            ((item, act) for item in held if (act := own_act(observation, item)) and _is_of(concern, act)), (None, "")
        )
        choice = self._choice(observation, concern, found, act, goals)
        if measure is not None and (choice is None or choice.same_act < SAME_ACT):
            own = self._own(observation, concern, told, act, measure, found)
            if own is not None:
                return own, []
        if choice is None:
            return None, [] if goals else [Question(wording("question_goal"), concern.query[:80])]
        return self._adapted(observation, choice.goal, told, held, found)

    def _choice(
        self, observation: Observation, concern: Concern, found: Sequence[Evidence], act: str, goals: Sequence[Goal]
    ) -> Choice | None:
        """The best bank goal not used yet; a further concern needs one of its own area, or it has none."""
        taken = {goal.bank_goal for goal in goals}
        choices = self._chooser.best(concern, found, observation, _band(observation), act)
        choice = next((choice for choice in choices if choice.goal.id not in taken), None)
        return None if choice is not None and goals and choice.goal.area != concern.area else choice

    def _own(
        self,
        observation: Observation,
        concern: Concern,
        told: Sequence[Statement],
        act: str,
        measure: Measure,
        found: Sequence[Evidence],
    ) -> Goal | None:
        area = _area_of(act, concern.area) or concern.area
        own = own_goal(observation, told, area, act, measure)
        if own is None:
            return None
        text, clauses = with_baseline(own.text, own.clauses, observation, measure)
        text, clauses = with_reason(text, clauses, own.reason, "", self._cited(found))
        text, clauses = prefixed(wording("target", goal=""), text, clauses) if _is_rti(observation) else (text, clauses)
        changes = (rules("own_goals")["text"]["change"],)
        return Goal(_type(observation), area, text, numbered(clauses), own.variants, (), None, changes)

    def _adapted(
        self,
        observation: Observation,
        bank: BankGoal,
        told: Sequence[Statement],
        held: Sequence[Measure],
        found: Sequence[Evidence],
    ) -> tuple[Goal, list[Question]]:
        measure = fitting(held, bank, observation.jot, self._chooser.shared)
        parts, changes = parts_of(observation, bank, told, measure)
        text, clauses = assembled(bank, parts)
        text, clauses = with_baseline(text, clauses, observation, measure)
        text, clauses = with_reason(text, clauses, bank.reason, bank.id, self._cited(found))
        text, clauses = prefixed(wording("target", goal=""), text, clauses) if _is_rti(observation) else (text, clauses)
        goal = Goal(
            type=_type(observation),
            area=bank.area,
            text=text,
            clauses=numbered(clauses),
            variants=variants_of(bank, parts),
            objectives=objectives_of(observation, bank, measure),
            bank_goal=bank.id,
            changes=tuple(changes),
        )
        return goal, baseline_question(bank.occupation, measure)

    def _cited(self, found: Sequence[Evidence]) -> PracticePassage | None:
        return next((self._practice[item.passage.id] for item in found if item.passage.id in self._practice), None)


def _band(observation: Observation) -> GradeBand | None:
    grade = grade_of(observation)
    return band_of(grade) if grade else None


def _is_of(concern: Concern, act: str) -> bool:
    """Whether the act is of the concern: its words speak for that area or a near one, or for none."""
    area = _area_of(act, concern.area)
    return area in (None, concern.area, *rules("concerns")["neighbours"][concern.area])


def _area_of(act: str, main: Area) -> Area | None:
    """The area that the words of an act speak for, the main one where they do at all; None where they are silent."""
    scores = support(words_of(act))
    best = main if scores[main] else max(scores, key=lambda area: scores[area])
    return best if scores[best] else None


def _is_rti(observation: Observation) -> bool:
    return (observation.context.plan or "").upper() in ("RTI", "MTSS", "RTI/MTSS")


def _type(observation: Observation) -> GoalType:
    return "intervention_target" if _is_rti(observation) else "goal"


def _cited_evidence(goals: Sequence[Goal], found: Found) -> tuple[Evidence, ...]:
    """What the goals cite, once each, in the order it was found."""
    cited = {identity for goal in goals for clause in goal.clauses for identity in clause.evidence}
    return tuple(dict.fromkeys(item for each in found.values() for item in each if item.passage.id in cited))
