"""Letters of the alphabet that a jot names: `mostly B D R`, `e, a and s`; each stays the letter it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .lexicon import Entry
from .word import Word

_BETWEEN = frozenset(["and", "or", "&", "+", ",", "/"])
_BEFORE = _BETWEEN | {"(", '"'}
_MEANINGFUL = frozenset("RLIASTrliastwx")
"""Single letters that are words or shorthand as often; a row of nothing else is none."""


def with_letters(words: Sequence[Word]) -> list[Word]:
    """The words, with every single letter that stands among others marked as `letter`."""
    found = list(words)
    for whole in _rows(words):
        row = _trimmed(words, whole)
        if len(row) > 1 and not {words[index].source for index in row} <= _MEANINGFUL:
            for index in row:
                found[index] = _letter(words[index])
    return found


def _trimmed(words: Sequence[Word], row: list[int]) -> list[int]:
    """Without an article in front (`a Q`) and a `w` for with behind (`magic c w mod vc`)."""
    joined = [later - earlier == 1 for earlier, later in pairwise(row)]
    short = len(row) == 2  # `a c d g` is a row of four
    first = 1 if short and joined[0] and words[row[0]].source in ("a", "A", "w") else 0
    last = -1 if joined[-1] and words[row[-1]].source == "w" and row[-1] + 1 < len(words) else None
    return row[first:last]


def _rows(words: Sequence[Word]) -> Iterator[list[int]]:
    """Word indexes of two or more single letters with only `and` or a comma between them."""
    row: list[int] = []
    for index, word in enumerate(words):
        parted = not index or words[index - 1].end < word.start or words[index - 1].source in _BEFORE
        if len(word.source) == 1 and word.source.isascii() and word.source.isalpha() and parted:
            row.append(index)
        elif word.source not in _BETWEEN:
            if len(row) > 1:
                yield row
            row = []
    if len(row) > 1:
        yield row


def _letter(word: Word) -> Word:
    entry = Entry(word.source, "n", word.source.lower(), "count", "letter", "none")
    return replace(word, text=word.source, tag="n", entries=(), entry=entry, ambiguous=None, known=False)
