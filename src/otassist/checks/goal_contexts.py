"""How plainly a goal is about school: a grade, the reason for it and, where it is not, which part of school to ask for.

Basis: the so-what test and the idea of participation in Goal Functionality Scale III (domain.md section 2).
"""

from __future__ import annotations

import re
from functools import cache

from ..domain import Relevance
from .goal_findings import Goal
from .goal_relevance import Evidence
from .goal_rules import goal_rules
from .second_opinion import is_about_school


def relevance(goal: Goal, found: Evidence) -> Relevance:
    """Grades 3 a school occupation in the act or its condition, 2 implied, 1 the clinic or body alone, 0 no student."""
    if is_about_school(goal, found):
        return _relevant(goal, found)
    context = suggestion(goal)
    if found.clinic:
        named = _at(goal, found, "clinic")
        return Relevance(
            "clinic", 1, f"{named!r} is a body function or clinic task, and no school task is named.", context
        )
    act = goal.reading.act
    if act is None or act.actor == "adult" or act.deed in ("service", "passive"):
        reason = "A service, a device or an adult's act by itself says nothing of what the student does at school."
        return Relevance("service", 0, reason, context)
    return Relevance("none", 0, "The goal does not say what it changes at school.", context)


def _relevant(goal: Goal, found: Evidence) -> Relevance:
    if found.strong:
        return Relevance("named", 3, f"{_at(goal, found, 'strong')!r} belongs to the school day.", None)
    if found.weak:
        return Relevance("implied", 2, f"Only {_at(goal, found, 'weak')!r} points to school.", suggestion(goal))
    return Relevance("implied", 2, "A school task is meant but neither place nor routine is named.", suggestion(goal))


def _at(goal: Goal, found: Evidence, kind: str) -> str:
    span = getattr(found, kind)[0]
    return goal.text[span.start : span.end]


def suggestion(goal: Goal) -> str:
    """A question that offers school contexts for what the goal names."""
    for pattern, offered in _contexts():
        if pattern.search(goal.text):
            return f"Is it for {offered}?"
    return str(goal_rules("school_contexts")["default"])


@cache
def _contexts() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (
            re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, item['words']))})(?:e?s)?(?!\w)", re.IGNORECASE),
            item["suggestion"],
        )
        for item in goal_rules("school_contexts")["context"]
    )
