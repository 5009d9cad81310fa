"""What an assessment may reckon from the jot's own numbers: `three times as long`, `just over half of the words`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import permutations

from ..language import Word
from ..language.quantities import numbers
from ..language.tables import rules
from .grounds import Grounds

_SLACK = Fraction(1, 10)  # of the whole: `about half` may be 45 % or 58 %
_SPLIT = re.compile(r"(?<![\d.])(\d{1,3}) ?(?:min|mins|minutes|m) ?(\d{2})(?![\d/%])")
_LONG = 200  # words; more are no sentence
_MOST = 40  # quantities of a jot which are compared with each other


def is_computed(word: Word, words: Sequence[Word], given: Grounds) -> bool:
    """Whether a multiple, a difference, a share or an approximation is that of numbers of the jot."""
    if len(words) > _LONG:
        return False
    place = next((index for index, one in enumerate(words) if one is word), len(words))
    before = words[place - 1].source.lower() if place else ""
    if before == "than" and place > 1:  # `fewer than half`
        before = words[place - 2].source.lower()
    after = words[place + 1].source.lower() if place + 1 < len(words) else ""
    if word.source.lower() in _words("half"):
        return any(_is_half(share, before) for share in _shares(given))
    times = _multiple(word, after)
    if times is not None:
        return any(abs(one / other - times) <= times * _SLACK * 2 for one, other in _pairs(given))
    said = [Fraction(text) for text in numbers(word.quantity.value)] if word.quantity else []
    if (after in _words("difference") or before == "by") and any(one - other in said for one, other in _pairs(given)):
        return True
    return before in _words("nearly") and any(0 < abs(one - own) < 1 for one in _amounts(given) for own in said)


def _is_half(share: Fraction, before: str) -> bool:
    """`over half` is more, `under half` is less, half alone is about half."""
    if before in _words("more"):
        return share > Fraction(1, 2)
    return share < Fraction(1, 2) if before in _words("less") else abs(share - Fraction(1, 2)) <= _SLACK


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(rules("note_rules")["reckoning"][name])


def _multiple(word: Word, after: str) -> Fraction | None:
    """`three times as ...`, `twice as ...`: the number."""
    if not word.quantity or word.quantity.kind != "times" or after not in _words("than"):
        return None
    said = numbers(word.quantity.value)
    return Fraction(said[0]) if said else None


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
    """Any two amounts."""
    yield from ((one, other) for one, other in permutations(_amounts(given), 2) if other)


def _amounts(given: Grounds) -> list[Fraction]:
    """The first number of each quantity; of a time in minutes and seconds also the whole (`5 min 40`)."""
    found = [numbers(held.word.quantity.value) for held in given.quantities[:_MOST] if held.word.quantity]
    split = [Fraction(int(one), 1) + Fraction(int(two), 60) for one, two in _SPLIT.findall(given.text)]
    return [Fraction(texts[0]) for texts in found if texts] + split
