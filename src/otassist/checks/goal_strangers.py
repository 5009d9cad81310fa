"""The stranger test: whether two people who never saw the student would score the same sample the same way."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain import Finding
from ..goaltext import is_a_pair, second_act
from .goal_findings import Goal
from .goal_measures import impossible, is_ambiguous
from .goal_rules import goal_rules, wording


def is_measurable(goal: Goal) -> bool:
    """Behavior and criterion are there, possible, and strangers would agree."""
    if goal.span("behavior") is None or goal.span("criterion") is None or goal.reading.act is None:
        return False
    return not impossible(goal) and disagreement(goal) is None


def disagreement(goal: Goal) -> str | None:
    """Why two strangers would differ over a goal that has a behavior and a criterion; None where they would not."""
    behavior = goal.part("behavior")
    better = wording("comparative").search(behavior)
    if better:
        return f"{better[0]!r} compares with something they have not seen"
    if is_ambiguous(goal):
        return _shared(goal)
    quality = wording("quality").search(behavior)
    return f"each would draw the line of {quality[0]!r} elsewhere" if quality and _is_loose(goal) else None


def _shared(goal: Goal) -> str:
    several = second_act(goal.part("behavior")) is not None or is_a_pair(goal.part("behavior"))
    if several:
        return f"{goal.part('criterion')!r} counts several acts at once, and one may be right and the other wrong"
    return f"{goal.part('criterion')!r} sets one measure on another, and nobody can tell what is counted"


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
