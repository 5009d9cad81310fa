"""Finds the marker words of data/markers.toml in a statement's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from ..language import Word
from ..language.tables import rules


@cache
def markers(group: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of one marker list, longest first, each as a tuple of lower-case words."""
    phrases = {tuple(phrase.split()) for phrase in rules("markers")[group][name]}
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


def opens_with(words: Sequence[Word], phrases: Iterable[tuple[str, ...]]) -> int:
    """How many words at the start form one of the phrases; 0 when none does."""
    return next((size for size in (_at(words, 0, phrase) for phrase in phrases) if size), 0)


def find(words: Sequence[Word], phrases: Iterable[tuple[str, ...]]) -> tuple[int, int] | None:
    """Where the first of the phrases stands: word indexes from and to."""
    phrases = tuple(phrases)
    for index in range(len(words)):
        for phrase in phrases:
            size = _at(words, index, phrase)
            if size:
                return index, index + size
    return None


def _at(words: Sequence[Word], index: int, phrase: tuple[str, ...]) -> int:
    """The number of words from `index` on that spell `phrase`, as typed or as expanded."""
    for form in (_typed, _expanded):
        used, said = 0, []
        while index + used < len(words) and len(said) < len(phrase):
            said += form(words[index + used])
            used += 1
        if tuple(said) == phrase:
            return used
    return 0


def _typed(word: Word) -> list[str]:
    return word.source.lower().replace("’", "'").split()


def _expanded(word: Word) -> list[str]:
    return word.text.lower().split()
