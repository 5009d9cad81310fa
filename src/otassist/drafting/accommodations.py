"""For a 504 plan: accommodations from the practice library instead of a goal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..domain import Clause, Concern, Evidence, Goal, PracticePassage
from .adapting import wording

_MOST, _EACH = 4, 2
_TOPICS = ("accommodation", "strategy", "classroom", "transition")
"""What a teacher can set up for a student; how to count or document is no accommodation."""


def accommodations(concern: Concern, found: Sequence[Evidence], practice: Mapping[str, PracticePassage]) -> Goal | None:
    """The strategies of the passages that fit best, each cited; None when the library has nothing."""
    passages = [practice[item.passage.id] for item in found if item.passage.id in practice]
    fitting = [passage for passage in passages if passage.topic in _TOPICS]
    fitting.sort(key=lambda passage: passage.topic != "accommodation")
    offered = [(passage, strategy) for passage in fitting for strategy in passage.strategies[:_EACH]][:_MOST]
    if not offered:
        return None
    text, clauses = wording("accommodations", list=""), []
    for number, (passage, strategy) in enumerate(offered, 1):
        text += " " if number > 1 else ""
        start = len(text)
        text += strategy
        clauses.append(
            Clause(
                f"c{number}", "condition", strategy, "practice", concern.statements, (), (passage.id,), start, len(text)
            )
        )
    return Goal("accommodations", concern.area, text, tuple(clauses), {})
