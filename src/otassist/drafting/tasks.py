"""The tasks of the school day that a concern names plainly, and whether a goal is on one of them (data/tasks.toml).

Words and meanings weigh a whole sentence; a therapist who writes `scissors` wants no goal on holding the paper still.
"""

from __future__ import annotations

import re
from functools import cache

from ..language.tables import rules

_FIRST = 0.4
"""What a goal on another task than the one named first counts as off; the rest where it is on none of them."""


_ALL = 0.2
"""What the share of the tasks that it is not on counts besides."""


class Tasks:
    """Those of one concern, in the order it names them, places last."""

    def __init__(self, concern: str) -> None:
        named = [(place, found.start(), asks) for said, asks, place in _rows() if (found := said.search(concern))]
        self._asks = [asks for *_, asks in sorted(named, key=lambda item: item[:2])]

    def off(self, text: str) -> float:
        """How far a goal is off these tasks, 0 to 1; 0 where the concern names none."""
        on = [asks.search(text) is not None for asks in self._asks]
        if not any(on):
            return 1.0 if on else 0.0
        return (0.0 if on[0] else _FIRST) + _ALL * on.count(False) / len(on)


@cache
def _rows() -> tuple[tuple[re.Pattern[str], re.Pattern[str], bool], ...]:
    """What a concern says, what a goal on that task speaks of, and whether it is a mere place."""
    rows = rules("tasks")["task"]
    return tuple(
        (re.compile(row["said"], re.IGNORECASE), re.compile(row["asks"], re.IGNORECASE), row.get("place", False))
        for row in rows
    )
