"""A leaf: what the words of the field mean: shorthand, quantities, levels, parts of speech. No stage is known here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from .tagging import settle, settle_again
from .words import Word, analyse

__all__ = ["Word", "settle_again", "within", "words_of"]


@lru_cache(maxsize=32)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order, expanded, tagged and with their places; the same for every stage."""
    return settle(analyse(text))


def within(words: Sequence[Word], start: int, end: int) -> tuple[Word, ...]:
    """The words, in order of the text, that lie wholly between two offsets."""
    first = bisect_left(words, start, key=lambda word: word.start)
    return tuple(words[first : bisect_right(words, end, key=lambda word: word.end)])
