"""What does not go with the student a jot tells of: an act that is unsafe for them, or equipment nobody mentioned.

The conditions and the words they rule out are data/cautions.toml.
"""

from __future__ import annotations

import re
from functools import cache

from ..language.tables import rules


class Cautions:
    """What one jot rules out; made once for each jot."""

    def __init__(self, jot: str) -> None:
        self._unsafe = [asks for said, asks in _rows("unsafe") if said.search(jot)]
        self._special = [asks for said, asks in _rows("special") if not said.search(jot)]

    def unsafe(self, text: str) -> bool:
        """`both hands` for a student with a walker; stairs for one in a wheelchair."""
        return any(asks.search(text) for asks in self._unsafe)

    def too_special(self, text: str) -> bool:
        """A mouth stick, a low-vision tablet, left-handed scissors, where the jot says nothing of the kind."""
        return any(asks.search(text) for asks in self._special)


@cache
def _rows(name: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What a jot says and what a text asks for, of each row."""
    rows = rules("cautions")[name]
    return tuple((re.compile(row["said"], re.IGNORECASE), re.compile(row["asks"], re.IGNORECASE)) for row in rows)
