"""The composer of goals: for each concern the bank goal that fits best, adapted to this student.

A number of the bank is never the student's: the baseline is the jot's own measure of the same act, or a blank with a
question. The criterion is a proposal, in the jot's measure and beyond it where the jot has one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..domain import (
    BankGoal,
    Clause,
    Concern,
    Evidence,
    Goal,
    GoalPart,
    Notice,
    Observation,
    PracticePassage,
    Question,
    Statement,
)
from ..language import words_of
from ..language.grades import band_of
from .accommodations import accommodations
from .adapting import Part, assembled, change, with_supports, wording
from .choosing import Chooser
from .concerns import grade_of
from .measures import KINDS, Measure, measures, target
from .objectives import objectives_of
from .supports import setting_of, supports_of

_SAME_ACT = 0.1
"""Share of its telling words that a measure must have in common with a goal to be its baseline."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """The goals of a jot, what they rest on, and what has to be asked."""

    goals: tuple[Goal, ...]
    evidence: tuple[Evidence, ...]
    questions: tuple[Question, ...]


class GoalComposer:
    """Drafts goals from a bank and a practice library, without a model."""

    def __init__(self, bank: Mapping[str, BankGoal], practice: Mapping[str, PracticePassage]) -> None:
        self._bank, self._practice = bank, practice
        self._chooser = Chooser(bank)

    def compose(
        self, observation: Observation, found: Mapping[str, Sequence[Evidence]], concerns: Sequence[Concern]
    ) -> Drafted:
        """One goal for each concern; `found` holds what was found for each, goals and practice passages."""
        if (observation.context.plan or "").strip() == "504":
            return self._accommodated(observation, found, concerns)
        grade = grade_of(observation)
        band = band_of(grade) if grade else None
        goals: list[Goal] = []
        used: list[Evidence] = []
        asked: list[Question] = []
        for concern in concerns:
            taken = {goal.bank_goal for goal in goals}
            choices = self._chooser.best(concern, found[concern.id], observation, band)
            choice = next((choice for choice in choices if choice.goal.id not in taken), None)
            if choice is not None and goals and choice.goal.area != concern.area:
                continue  # a further concern needs a goal of its own area, or it is none
            if choice is None:
                asked.append(Question(wording("question_goal"), concern.query[:80]))
                continue
            goal, questions = self._adapted(observation, concern, choice.goal, found[concern.id])
            goals.append(goal)
            asked += questions
            cited = {clause_id for clause in goal.clauses for clause_id in clause.evidence}
            used += [item for item in found[concern.id] if item.passage.id in cited and item not in used]
        if not concerns and not observation.out_of_scope:
            clinic = any(notice.kind == "clinic" for notice in observation.notices)
            asked.append(Question(wording("question_school" if clinic else "question_goal"), "school task"))
        return Drafted(tuple(goals), tuple(used), tuple(asked))

    def _accommodated(
        self, observation: Observation, found: Mapping[str, Sequence[Evidence]], concerns: Sequence[Concern]
    ) -> Drafted:
        drafted = [accommodations(concern, found[concern.id], self._practice) for concern in concerns]
        goals = tuple(goal for goal in drafted if goal is not None)
        cited = {identity for goal in goals for clause in goal.clauses for identity in clause.evidence}
        evidence = tuple(item for each in found.values() for item in each if item.passage.id in cited)
        return Drafted(goals, tuple(dict.fromkeys(evidence)), ())

    def _adapted(
        self, observation: Observation, concern: Concern, bank: BankGoal, found: Sequence[Evidence]
    ) -> tuple[Goal, list[Question]]:
        told = [item for item in observation.statements if item.id in concern.statements]
        measure = self._baseline(observation, bank, told)
        parts, changes = _parts(observation, bank, told, measure)
        text, clauses = assembled(bank, parts)
        text, clauses = _with_baseline(text, clauses, observation, measure)
        text, clauses = _with_reason(text, clauses, bank, self._cited(found))
        rti = (observation.context.plan or "").upper() in ("RTI", "MTSS", "RTI/MTSS")
        if rti:
            text, clauses = _prefixed(wording("target", goal=""), text, clauses)
        goal = Goal(
            type="intervention_target" if rti else "goal",
            area=bank.area,
            text=text,
            clauses=tuple(replace(clause, id=f"c{number}") for number, clause in enumerate(clauses, 1)),
            variants=_variants(bank, parts),
            objectives=objectives_of(observation, bank, measure),
            bank_goal=bank.id,
            changes=tuple(changes),
        )
        return goal, _questions(bank, measure)

    def _baseline(self, observation: Observation, bank: BankGoal, told: Sequence[Statement]) -> Measure | None:
        """The measure whose statement speaks of what the goal is for; none where it measures something else."""
        clinic = [notice for notice in observation.notices if notice.kind == "clinic"]
        held = [item for item in measures(observation, told, words_of(observation.jot)) if not _within(item, clinic)]
        fitting = [
            item
            for item in held
            if item.statement.actor == "student" and self._fit(bank, observation.jot, item) >= _SAME_ACT
        ]
        return min(fitting, key=lambda item: KINDS.index(item.kind), default=None)

    def _fit(self, bank: BankGoal, jot: str, measure: Measure) -> float:
        """How surely the measure is of the goal's act; words beside it count half, and only where it names no act.

        `copied 2/5 words` beside a refused slant board is no baseline for setting up the board.
        """
        own = self._chooser.shared(bank, measure.statement.text)
        if measure.names_act or measure.kind in ("number", "times"):
            return own
        return max(own, self._chooser.shared(bank, _sentence(jot, measure.statement)) / 2)

    def _cited(self, found: Sequence[Evidence]) -> PracticePassage | None:
        return next((self._practice[item.passage.id] for item in found if item.passage.id in self._practice), None)


def _within(measure: Measure, notices: Sequence[Notice]) -> bool:
    """Whether the measure is one of the body."""
    start, end = measure.statement.start, measure.statement.end
    return any((notice.start or 0) < end and start < (notice.end or 0) for notice in notices)


def _sentence(jot: str, statement: Statement) -> str:
    """The jot's sentence around a statement: what is measured may be named beside the measure."""
    start = max((jot.rfind(mark, 0, statement.start) for mark in ".;!?\n"), default=-1) + 1
    ends = [end for mark in ".;!?\n" if (end := jot.find(mark, statement.end)) >= 0]
    return jot[start : min(ends, default=len(jot))]


def _parts(
    observation: Observation, bank: BankGoal, told: Sequence[Statement], measure: Measure | None
) -> tuple[dict[GoalPart, Part], list[str]]:
    """Each part as it stands in this student's goal, and what was changed."""
    source = (bank.id,)
    parts: dict[GoalPart, Part] = {
        "behavior": Part(bank.behavior, "bank", evidence=source),
        "method": Part(bank.method, "bank", evidence=source),
        "criterion": Part(bank.criterion, "proposed", evidence=source),
    }
    review = observation.context.review_date
    date = review or wording("blank_date")
    parts["timeframe"] = Part(wording("timeframe", date=date), "therapist" if review else "blank")
    changes = [change("timeframe" if review else "timeframe_blank")]
    words = words_of(observation.jot)
    supports, setting = supports_of(observation, told, words), setting_of(observation, told)
    setting = "" if not setting or _holds(bank.text, setting) or _is_placed(bank.condition) else setting
    condition = with_supports(bank.condition, [name for name in supports if not _holds(bank.text, name)], setting)
    ids = tuple(item.id for item in told)
    parts["condition"] = Part(condition, "bank", ids if condition != bank.condition else (), evidence=source)
    if condition != bank.condition:
        changes.append(change("supports", supports=condition.removeprefix(bank.condition).strip(" ,")))
    criterion = target(measure) if measure else ""
    if measure and criterion:
        parts["criterion"] = Part(criterion, "proposed", (measure.statement.id,), measure.facts)
        changes.append(change("criterion", baseline=measure.text))
    if measure:
        changes.append(change("baseline"))
    return parts, changes


def _is_placed(condition: str) -> bool:
    """Whether the bank's condition says already where or when it holds; a second place would contradict it."""
    return (
        re.search(r"\b(?:in|at|during|on|from|before|after|between|outside|beside|when)\b", condition, re.I) is not None
    )


def _holds(text: str, phrase: str) -> bool:
    """Whether the text speaks of it already: its last word, in any number."""
    last = phrase.lower().split()[-1].rstrip("s")
    return last in text.lower()


def _with_baseline(
    text: str, clauses: Sequence[Clause], observation: Observation, measure: Measure | None
) -> tuple[str, tuple[Clause, ...]]:
    """The baseline in the jot's own words, with its date; or a blank."""
    date = observation.context.date
    if measure is None:
        said = wording("no_baseline")
    else:
        form = (
            wording("observed_on", measure=measure.text, date=date)
            if date
            else wording("observed", measure=measure.text)
        )
        said = wording("baseline", measure=form)
    statements = (measure.statement.id,) if measure else ()
    return _appended(
        text,
        clauses,
        Clause("", "baseline", said, "observed" if measure else "blank", statements, measure.facts if measure else ()),
    )


def _with_reason(
    text: str, clauses: Sequence[Clause], bank: BankGoal, passage: PracticePassage | None
) -> tuple[str, tuple[Clause, ...]]:
    said = wording("rationale", reason=bank.reason)
    evidence: tuple[str, ...] = (bank.id,)
    if passage is not None:
        said, evidence = wording("cited", rationale=said, title=passage.title), (bank.id, passage.id)
    return _appended(
        text, clauses, Clause("", "rationale", said, "practice" if passage is not None else "bank", evidence=evidence)
    )


def _appended(text: str, clauses: Sequence[Clause], clause: Clause) -> tuple[str, tuple[Clause, ...]]:
    start = len(text) + 1
    return f"{text}\n{clause.text}", (*clauses, replace(clause, start=start, end=start + len(clause.text)))


def _prefixed(prefix: str, text: str, clauses: Sequence[Clause]) -> tuple[str, tuple[Clause, ...]]:
    moved = tuple(replace(item, start=item.start + len(prefix), end=item.end + len(prefix)) for item in clauses)
    return prefix + text, moved


def _variants(bank: BankGoal, parts: dict[GoalPart, Part]) -> dict[str, str]:
    """The same goal with more support, and as a stretch."""
    added = parts["condition"].text.removeprefix(bank.condition)
    more = replace(parts["condition"], text=bank.more_support + added)
    stretch = parts["criterion"] if parts["criterion"].facts else replace(parts["criterion"], text=bank.stretch)
    return {
        "more_support": assembled(bank, {**parts, "condition": more})[0],
        "stretch": assembled(bank, {**parts, "criterion": stretch})[0],
    }


def _questions(bank: BankGoal, measure: Measure | None) -> list[Question]:
    if measure is None:
        return [Question(wording("question_baseline", occupation=bank.occupation), "baseline")]
    return []
