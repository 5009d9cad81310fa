"""Cuts a goal into pieces, and the pieces into stretches between marks: what the second reader gives labels to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .tokens import is_number

MOST = 1_000
"""Pieces that are read; no goal that somebody wrote has more."""

_PIECE = re.compile(
    r"w/o?(?![^\W_])|_{2,}|\d+x(?=/)|/(?=wk|week|day|mo)"
    r"|[^\W_](?:[\w'’/&.+-]{0,60}[^\W_])?[+]?%?|->|→|[^\w\s]|\n"
)
_MARKS = frozenset('.,;:()[]—–-|"“”¶•?!')


class Piece(NamedTuple):
    """A word, number or mark (`¶` for a new line); `word` is lower case with a straight apostrophe."""

    start: int
    end: int
    text: str
    word: str

    @property
    def is_mark(self) -> bool:
        return self.text in _MARKS


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces first to last (not included) between two marks, `^` and `$` at the ends of the text."""

    first: int
    last: int
    before: str
    after: str
    counts: bool
    willed: bool


def pieces(text: str) -> list[Piece]:
    found = []
    for match in _PIECE.finditer(text):
        said = "¶" if match[0] == "\n" else match[0]
        found.append(Piece(match.start(), match.end(), said, said.lower().replace("’", "'")))
        if len(found) == MOST:
            break
    return found


def stretches(cut: Sequence[Piece]) -> list[Stretch]:
    """The runs without a mark, in order."""
    found: list[Stretch] = []
    first, before = 0, "^"
    for index, piece in enumerate(cut):
        if piece.is_mark:
            if index > first:
                found.append(_stretch(cut, first, index, before, piece.text))
            first, before = index + 1, piece.text
    if len(cut) > first:
        found.append(_stretch(cut, first, len(cut), before, "$"))
    return found


def _stretch(cut: Sequence[Piece], first: int, last: int, before: str, after: str) -> Stretch:
    held = [piece.word for piece in cut[first:last]]
    counts = any(word[0].isdigit() or is_number(word) for word in held)
    return Stretch(first, last, before, after, counts, "will" in held or "shall" in held)
