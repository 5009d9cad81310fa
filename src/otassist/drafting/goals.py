"""The composer of goals: for each concern the bank goal that fits best, adapted to this student.

A number of the bank is never the student's: the baseline is the jot's own measure of the same act, or a blank with a
question. The criterion is a proposal, in the jot's measure and beyond it where the jot has one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..domain import (
    BankGoal,
    Concern,
    Evidence,
    Goal,
    GradeBand,
    Observation,
    PracticePassage,
    Question,
)
from ..language.grades import band_of
from ..language.tables import rules
from .accommodations import accommodations
from .adapting import wording
from .baselines import candidates, fitting
from .choosing import BESIDE, ON_CONCERN, SAME_ACT, Alike, Choice, Chooser, telling_words
from .concerns import grade_of
from .finishing import baseline_question
from .lines import Lines
from .own_goals import OwnAct, place_of
from .telling_acts import own_act
from .whole_goals import adapted, in_own_words


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

    def __init__(
        self, bank: Mapping[str, BankGoal], practice: Mapping[str, PracticePassage], alike: Alike | None = None
    ) -> None:
        """`alike` compares meanings; without it goals are chosen by their words."""
        self._bank, self._practice = bank, practice
        self._chooser, self._lines = Chooser(bank, alike), Lines(practice)

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
        everything = tuple(dict.fromkeys(item for each in found.values() for item in each))
        goal = accommodations(observation, concerns, everything, self._practice, self._lines)
        goals = [goal] if goal is not None else []
        return Drafted(tuple(goals), _cited_evidence(goals, found), ())

    def _goal(
        self, observation: Observation, concern: Concern, found: Sequence[Evidence], goals: Sequence[Goal]
    ) -> tuple[Goal | None, list[Question]]:
        """The bank's goal where it is for the jot's own act, else one in the jot's own words; or a question."""
        told = [item for item in observation.statements if item.id in concern.statements]
        used = {identity for goal in goals for clause in goal.clauses if clause.facts for identity in clause.statements}
        held = [item for item in candidates(observation, told) if item.statement.id not in used]
        act, place = own_act(observation, concern, told, held), place_of(observation, told)
        choice = self._choice(observation, concern, found, _compared(act, place), place, goals)
        measure = fitting(held, choice.goal, observation.jot, self._chooser.shared) if choice is not None else None
        passage = self._cited(concern, found)
        if act is not None and act.measure is None and (measure is not None or (goals and not act.failing)):
            act = None  # a goal on what is only wished for stands back behind one with a baseline
        if act is not None and not _serves(choice, act):
            own = in_own_words(observation, concern, told, act, passage)
            if own is not None:
                return own, baseline_question(act.text, act.measure)
        if choice is None:
            return None, [] if goals else [Question(wording("question_goal"), concern.query[:80])]
        goal = adapted(observation, choice.goal, told, measure, passage)
        return goal, baseline_question(choice.goal.occupation, measure)

    def _choice(
        self,
        observation: Observation,
        concern: Concern,
        found: Sequence[Evidence],
        act: str,
        place: str,
        goals: Sequence[Goal],
    ) -> Choice | None:
        """The best bank goal not used yet; a further concern needs one of its own area that speaks of it."""
        taken = {goal.bank_goal for goal in goals}
        choices = self._chooser.best(concern, found, observation, _band(observation), act, place)
        choice = next((choice for choice in choices if choice.goal.id not in taken), None)
        if choice is not None and goals and (choice.goal.area != concern.area or choice.shared < BESIDE):
            return None
        return choice

    def _cited(self, concern: Concern, found: Sequence[Evidence]) -> PracticePassage | None:
        """The passage that is most about the concern; the one found first where several are."""
        passages = [self._practice[item.passage.id] for item in found if item.passage.id in self._practice]
        return max(passages, key=lambda passage: self._lines.about(concern.query, passage), default=None)


def _band(observation: Observation) -> GradeBand | None:
    grade = grade_of(observation)
    return band_of(grade) if grade else None


def _serves(choice: Choice | None, act: OwnAct) -> bool:
    """Whether the bank's best goal is for the act, in its place; where nothing was measured, the concern is enough."""
    if choice is None:
        return False
    if act.measure is None:
        return choice.same_act >= SAME_ACT or choice.shared >= ON_CONCERN
    return choice.same_act >= SAME_ACT and choice.placed > 0


def _compared(act: OwnAct | None, place: str) -> str:
    """The act as it is compared with the bank: one that only stays or sits is told by its place."""
    if act is None:
        return ""
    verbs = rules("own_goals")["verbs"]
    telling = telling_words(act.text) - {*verbs["longer"], *verbs["sooner"], *verbs["bare"]}
    return act.text if telling else f"{act.text} {place}"


def _cited_evidence(goals: Sequence[Goal], found: Found) -> tuple[Evidence, ...]:
    """What the goals cite, once each, in the order it was found."""
    cited = {identity for goal in goals for clause in goal.clauses for identity in clause.evidence}
    return tuple(dict.fromkeys(item for each in found.values() for item in each if item.passage.id in cited))
