"""Finds the marker words of data/markers.toml in a statement's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from .tables import rules
from .word import Word

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""First word of a phrase -> the phrases that begin with it, longest first."""


@cache
def markers(group: str, name: str) -> Phrases:
    """The phrases of one marker list, as lower-case words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(set(rules("markers")[group][name]), key=lambda phrase: (-len(phrase.split()), phrase)):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(phrases) for first, phrases in found.items()}


def opens_with(words: Sequence[Word], phrases: Phrases) -> int:
    """How many words at the start form one of the phrases; 0 when none does."""
    return _at(words, 0, phrases) if words else 0


def find(words: Sequence[Word], phrases: Phrases) -> tuple[int, int] | None:
    """Where the first of the phrases stands: word indexes from and to."""
    for index in range(len(words)):
        size = _at(words, index, phrases)
        if size:
            return index, index + size
    return None


def _at(words: Sequence[Word], index: int, phrases: Phrases) -> int:
    """The number of words from `index` on that spell one of the phrases, as typed or as expanded."""
    for form in (_typed, _expanded):
        spelt = form(words[index])
        for phrase in phrases.get(spelt[0], ()) if spelt else ():
            used = _spells(words, index, phrase, spelt, form is _typed)
            if used:
                return used
    return 0


def _spells(words: Sequence[Word], index: int, phrase: tuple[str, ...], spelt: list[str], typed: bool) -> int:
    said, used = list(spelt), 1
    while len(said) < len(phrase) and index + used < len(words):
        word = words[index + used]
        said += _typed(word) if typed else _expanded(word)
        used += 1
    return used if tuple(said) == phrase else 0


def _typed(word: Word) -> list[str]:
    return word.source.lower().replace("’", "'").split()


def _expanded(word: Word) -> list[str]:
    return word.text.lower().split()
