"""Words in the order in which they stand, so that the jot's own wording is recognised in a note."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..language import Word
from ..language.tables import rules
from .segments import Segment, all_stems


def wording(words: Sequence[Word]) -> str:
    """The words as a note spells them, between spaces, without articles and forms of `be`."""
    parts = (part for word in words for part in word.text.lower().split() if part not in _unsaid())
    return f" {' '.join(parts)} "


@cache
def _unsaid() -> frozenset[str]:
    return frozenset(rules("note_rules")["wording"]["unsaid"])


def is_verbatim(segment: Segment, jotted: str) -> bool:
    """Whether a stretch with content of its own stands in the jot as it is."""
    return bool(all_stems(segment.words)) and wording(segment.words) in jotted
