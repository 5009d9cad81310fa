"""What an assessment may reckon from the jot's own numbers: `three times as long`, `just over half of the words`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from ..language import Word
from ..language.quantities import number, numbers
from ..language.tables import rules
from .grounds import Grounds

_SLACK = Fraction(1, 10)  # of the whole: `about half` may be 45 % or 58 %
_MOST = 40  # quantities of a jot which are compared with each other


def is_computed(word: Word, words: Sequence[Word], given: Grounds) -> bool:
    """Whether a multiple or a share is that of two numbers, or of a ratio, of the jot."""
    source = word.source.lower()
    if source in rules("note_rules")["reckoning"]["half"]:
        return any(abs(share - Fraction(1, 2)) <= _SLACK for share in _shares(given))
    times = _multiple(word, words)
    return times is not None and any(abs(one / other - times) <= times * _SLACK for one, other in _pairs(given))


def _multiple(word: Word, words: Sequence[Word]) -> Fraction | None:
    """`three times as ...`, `twice as ...`: the number."""
    place = next((index for index, one in enumerate(words) if one is word), len(words))
    after = words[place + 1].source.lower() if place + 1 < len(words) else ""
    if not word.quantity or word.quantity.kind != "times" or after not in rules("note_rules")["reckoning"]["than"]:
        return None
    return number(word.quantity.value.split()[0])


def _shares(given: Grounds) -> Iterator[Fraction]:
    for held in given.quantities:
        if not held.word.quantity or held.word.quantity.kind not in ("ratio", "percent"):
            continue
        counts = [Fraction(text) for text in numbers(held.word.quantity.value)]
        if held.word.quantity.kind == "percent":
            yield from (count / 100 for count in counts)
        elif len(counts) == 2 and counts[1]:
            yield counts[0] / counts[1]


def _pairs(given: Grounds) -> Iterator[tuple[Fraction, Fraction]]:
    """Any two numbers of one kind."""
    held = [held.word.quantity for held in given.quantities[:_MOST] if held.word.quantity]
    first = [(one.kind, Fraction(numbers(one.value)[0])) for one in held if numbers(one.value)]
    yield from ((one, other) for (kind, one), (its, other) in permutations(first, 2) if kind == its and other)
