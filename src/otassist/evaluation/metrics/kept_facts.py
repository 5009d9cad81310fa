"""Whether words of the jot stand in a note, in whatever form a note gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...checks.segments import all_stems
from ...checks.supports import Support, stands_on, support_of
from ...language import Word, within, words_of
from ...language.quantities import numbers
from ...language.stems import stem

ENOUGH = 0.6
"""Of the content words of a fact, this share has to stand; all of its numbers and levels have to."""


@dataclass(frozen=True)
class Told:
    """What a text has, in the forms in which facts are looked for."""

    plain: str
    stems: frozenset[str]
    numbers: frozenset[str]
    supports: tuple[Support, ...]

    @classmethod
    def of(cls, text: str) -> Told:
        words, plain = words_of(text), squeezed(text)
        return cls(
            plain,
            all_stems(words) | frozenset(map(stem, re.findall(r"[a-z]+", plain))),
            frozenset(numbers(text)) | said_numbers(words),
            tuple({support_of(word) for word in words if word.level}),
        )


def stands(fact: str, jot: str, told: Told) -> bool:
    """Word for word; or its numbers, its levels and most of its content words, read where the jot has them."""
    start = jot.find(fact)
    words = within(words_of(jot), start, start + len(fact)) if start >= 0 else words_of(fact)
    if squeezed(fact) in told.plain or squeezed(" ".join(word.text for word in words)) in told.plain:
        return True
    levels = [word for word in words if word.level]
    if not said_numbers(words) <= told.numbers or not all(_level_stands(word, told) for word in levels):
        return False
    wanted = all_stems(words)
    if not wanted:
        return bool(levels or said_numbers(words))
    return len(wanted & told.stems) >= ENOUGH * len(wanted)


def _level_stands(word: Word, told: Told) -> bool:
    said = support_of(word)
    if "independent" in said.words and "independen" in told.plain:
        return True
    return squeezed(word.text) in told.plain or any(stands_on(said, held) for held in told.supports)


def squeezed(text: str) -> str:
    """Lower case, single spaces, no quotation marks."""
    plain = text.lower().translate(_QUOTES)
    return " ".join(re.sub(r"(?<!\w)'|'(?!\w)", "", plain).split())


_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": "", "”": "", '"': ""})


def said_numbers(words: Sequence[Word]) -> frozenset[str]:
    """Numerals of the words as a note spells them, and numbers in words where they are quantities."""
    read = (number for word in words if word.quantity for number in numbers(word.quantity.value))
    return frozenset(numbers(" ".join(word.text for word in words))) | frozenset(read)
