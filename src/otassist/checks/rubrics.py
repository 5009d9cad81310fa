"""Scores a goal on two published rubrics and as SMART, each item with its reason (data/rubrics.toml).

For lead therapists and evals: R-GORI (nine items, 0 or 1) and Goal Functionality Scale III (seven items, 1 to 4) are
followed as ideas, in our own words. Their questions about the child cannot be answered from a text; an item answers
what the text itself shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from ..domain import Relevance, Rubric, RubricItem
from ..goaltext import schedules
from .goal_ambiguous import ambiguity
from .goal_findings import Goal
from .goal_measures import progresses
from .goal_rules import goal_rules


@dataclass(frozen=True, slots=True)
class Scored:
    """What the items look at: the goal, whether it is measurable, and how plainly it is about school."""

    goal: Goal
    measurable: bool
    relevance: Relevance

    def says(self, wording: str, *parts: str) -> bool:
        return _wording(wording).search(" ".join(self.goal.part(part) for part in parts)) is not None  # type: ignore[arg-type]

    def has(self, part: str) -> bool:
        return self.goal.span(part) is not None  # type: ignore[arg-type]


def rubrics(goal: Goal, measurable: bool, relevance: Relevance) -> Mapping[str, Rubric]:
    """`rgori` (0 to 9), `gfs3` (7 to 28) and `smart` (0 to 5), each with its items."""
    seen = Scored(goal, measurable, relevance)
    return {name: _rubric(name, seen, scorers) for name, scorers in _RUBRICS.items()}


Scorer = Callable[[Scored], int]


def _rubric(name: str, seen: Scored, scorers: Mapping[str, Scorer]) -> Rubric:
    least = 1 if name == "gfs3" else 0
    items = tuple(_item(name, item, scorer(seen), least) for item, scorer in scorers.items())
    return Rubric(items, sum(item.score for item in items), sum(item.most for item in items))


@cache
def _item(rubric: str, name: str, score: int, least: int) -> RubricItem:
    text = goal_rules("rubrics")[rubric]["items"][name]
    return RubricItem(name, text["asks"], score, len(text["reasons"]) - 1 + least, text["reasons"][score - least])


@cache
def _wording(name: str) -> re.Pattern[str]:
    return re.compile(goal_rules("rubrics")["wording"][name], re.IGNORECASE)


def _is_school(seen: Scored) -> bool:
    return seen.relevance.score >= 2


def _in_the_act(seen: Scored) -> bool:
    """Whether the act itself, not only its condition, is a task of the school."""
    return seen.relevance.grade == "named" and seen.has("behavior")


_RGORI: Mapping[str, Scorer] = {
    "daily_use": lambda seen: int(_is_school(seen)),
    "done_by_others": lambda seen: int(_is_school(seen) and seen.has("behavior")),
    "class_of_acts": lambda seen: int(_is_school(seen) and seen.has("behavior") and ambiguity(seen.goal) is None),
    "many_places": lambda seen: int(seen.has("behavior") and seen.relevance.grade != "clinic"),
    "natural_teaching": lambda seen: int(seen.relevance.grade == "named" and seen.has("condition")),
    "easily_called_for": lambda seen: int(seen.has("condition")),
    "seen": lambda seen: int(seen.has("behavior")),
    "measured": lambda seen: int(seen.measurable),
    "hierarchy": lambda seen: int(seen.has("baseline") and seen.has("criterion") and progresses(seen.goal)),
}


def _participation(seen: Scored) -> int:
    if seen.relevance.grade != "named":
        return 2 if seen.relevance.grade == "implied" else 1
    return 4 if seen.has("behavior") and seen.has("condition") else 3


def _observable(seen: Scored) -> int:
    if seen.measurable:
        return 4
    held = seen.has("behavior") + seen.has("criterion")
    return 1 + held


def _necessary(seen: Scored) -> int:
    if seen.relevance.score < 2:
        return 1
    return 4 if _in_the_act(seen) else 3 if seen.has("condition") else 2


def _acquisition(seen: Scored) -> int:
    if not seen.has("criterion"):
        return 1
    return 3 if ambiguity(seen.goal) else 4 if any(map(str.isdigit, seen.goal.part("criterion"))) else 2


def _meaningful(seen: Scored) -> int:
    if not seen.has("criterion"):
        return 1
    if seen.says("of_routine", "criterion"):
        return 4
    return 2 if seen.says("trials", "criterion") else 3


def _generalization(seen: Scored) -> int:
    if seen.says("generalizing", "criterion", "condition"):
        return 4
    if seen.says("occasions", "criterion"):
        return 3
    return 2 if seen.has("criterion") else 1


def _timeframe(seen: Scored) -> int:
    return 4 if seen.has("timeframe") else 2 if schedules(seen.goal.text) else 1


_GFS3: Mapping[str, Scorer] = {
    "participation": _participation,
    "observable": _observable,
    "necessary": _necessary,
    "acquisition": _acquisition,
    "meaningful": _meaningful,
    "generalization": _generalization,
    "timeframe": _timeframe,
}
_SMART: Mapping[str, Scorer] = {
    "specific": lambda seen: int(seen.has("behavior") and seen.has("condition")),
    "measurable": lambda seen: int(seen.measurable),
    "attainable": _RGORI["hierarchy"],
    "relevant": lambda seen: int(_is_school(seen)),
    "timely": lambda seen: int(seen.has("timeframe")),
}
_RUBRICS: Mapping[str, Mapping[str, Scorer]] = {"rgori": _RGORI, "gfs3": _GFS3, "smart": _SMART}
