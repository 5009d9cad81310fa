"""The stranger test: whether two people who never saw the student would score the same sample the same way."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain import Finding
from ..goaltext import deed_of
from .goal_ambiguous import ambiguity
from .goal_findings import Goal
from .goal_measures import impossible
from .goal_rules import goal_rules, wording


def is_measurable(goal: Goal) -> bool:
    """Behavior and criterion are there, possible, and strangers would agree."""
    if goal.span("behavior") is None or goal.span("criterion") is None or not _is_seen(goal):
        return False
    return not impossible(goal) and disagreement(goal) is None


def _is_seen(goal: Goal) -> bool:
    """Whether the act was judged; one that only the second reader found (`Near-point copying`) is judged here."""
    return goal.reading.act is not None or deed_of(goal.part("behavior")) in ("observable", "vague")


def disagreement(goal: Goal) -> str | None:
    """Why two strangers would differ over a goal that has a behavior and a criterion; None where they would not."""
    behavior = goal.part("behavior")
    better = wording("comparative").search(behavior)
    if better:
        return f"{better[0]!r} compares with something they have not seen"
    if unclear := ambiguity(goal):
        return unclear
    quality = wording("quality").search(behavior)
    return f"each would draw the line of {quality[0]!r} elsewhere" if quality and _is_loose(goal) else None


def _is_loose(goal: Goal) -> bool:
    act = goal.reading.act
    return act is not None and (act.deed == "vague" or act.verb in goal_rules("goal_rules")["loose"]["verbs"])


def stranger_findings(goal: Goal) -> Iterator[Finding]:
    """A blocker with the reason, where everything is there and the goal still cannot be scored."""
    place = goal.span("criterion")
    if goal.span("behavior") is None or place is None or impossible(goal):
        return
    if reason := disagreement(goal):
        message = f"The goal fails the stranger test: two people would score the same work differently, since {reason}."
        remedy = "Keep one act and one measure, in words that somebody who never met the student can check."
        yield goal.finds("stranger_test", "blocker", message, remedy, place, goal.law)
