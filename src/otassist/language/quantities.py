"""Quantities in every form a therapist writes them: where they stand, what they say, how a note prints them.

A quantity keeps the jot's own form: `4 of 6` never becomes a percentage and `3/5` never becomes words.
Only glue and unit shorthand are spelt out (`x4` -> `4 times`, `30min` -> `30 minutes`); every numeral stays.
What is no quantity (`2/2 fatigue`, `one` the pronoun, `BOT-2`) is left to the vocabulary.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from .numerals import NUMBER_WORDS, WORD, either, number, numbers
from .quantity_fits import is_labelled
from .quantity_patterns import filled
from .quantity_rule import Rule
from .quantity_rules import MEASURES
from .quantity_rules_calendar import CALENDAR
from .sieve import folded, holds
from .units import UNITS, key

__all__ = ["NUMBER_WORDS", "UNITS", "Quantity", "find", "normal", "number", "numbers"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """`spoken` is how a note prints it, `value` its normal form for comparison."""

    kind: str
    start: int
    end: int
    spoken: str
    value: str
    adverbial: bool = False


_RULES = CALENDAR + MEASURES
_BEGINS = (
    r"(?<![A-Za-z0-9.$])(?:\$\s?\d"
    r"|(?:[~≈<>≥≤]=?|(?:no\s)?(?:more|less)\sthan|at\sleast|at\smost)?\s?(?:{numeral}|{word})"
    r"|{x}\s?[~<>]?\s?(?:[.]|{numeral}|{word})|(?:once|twice|thrice|half|quarter)\b"
    r"|q\s?(?:\d|few)|every\s(?:few|\d|{word})|age[ds]?:?\s\d|gr(?:d|ade)?s?\.?:?\s?\d|{month}\.?\s\d"
    r"|min(?:ute)?\s\d)"
)
_START = re.compile(filled(_BEGINS), re.IGNORECASE)
_WORDED = re.compile(WORD, re.IGNORECASE)
# No number word of a quantity stands beyond these.
_NEAR = re.compile(r"(?:[^;(.]|\.(?!\s)){0,100}")
_AHEAD = 160
"""Characters that the longest quantity takes."""

_ARROW_BEFORE = re.compile(r"(?:[-=<>–]|[\d%)]\s?)$")


def find(text: str) -> list[Quantity]:
    """All quantities in `text`, left to right, none overlapping."""
    found: list[Quantity] = []
    position = 0
    likely: Sequence[Rule] | None = None
    worded: Sequence[int] = ()
    while match := _START.search(text, position):
        if likely is None:
            plain = folded(text)
            likely = [rule for rule in _RULES if holds(plain, rule.needs)]
            worded = [word.start() for word in _WORDED.finditer(text)]
        start = _first_character(text, match)
        quantity = None if _is_in_a_name(text, start, found) else _at(text, start, likely, worded)
        if quantity is None:
            position = max(start, match.start()) + 1
            continue
        found.append(quantity)
        position = quantity.end
    return found


def _is_in_a_name(text: str, start: int, found: list[Quantity]) -> bool:
    """`BOT-2`, `K-2`, the rest of `2/2` for "secondary to"; `10 min-15 min` are two quantities."""
    if text[max(0, start - 2) : start + 1] == "2/2" and not (found and found[-1].end > start - 2):
        return True
    hyphen = start > 1 and text[start - 1] == "-" and text[start - 2].isalpha()
    return hyphen and not (found and found[-1].end == start - 1)


def _first_character(text: str, match: re.Match[str]) -> int:
    """Where the quantity begins: behind white space, and behind an arrow that is no `more than`."""
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    sign = re.compile(r"[<>]=?\s?").match(text, start)
    return sign.end() if sign and _ARROW_BEFORE.search(text[max(0, start - 2) : start]) else start


def _at(text: str, start: int, likely: Sequence[Rule], worded: Sequence[int]) -> Quantity | None:
    """The quantity that begins at `start`; `worded` are the places of number words."""
    ahead = folded(text[start : start + _AHEAD])
    near = _NEAR.match(text, start) if worded else None
    first = bisect_left(worded, start) if near else 0
    with_words = near is not None and first < len(worded) and worded[first] < near.end()
    for rule in likely:
        match = rule.match(text, start, ahead, with_words)
        if match and not is_labelled(match):
            end = match.start() + len(match[0].rstrip())
            spoken = rule.spoken(match)
            return Quantity(_kind(rule.kind, match), start, end, spoken, normal(spoken), rule.adverbial)
    return None


def _kind(kind: str, match: re.Match[str]) -> str:
    unit = match.groupdict().get("u")
    return UNITS[key(unit)][0] if kind == "duration" and unit else kind


_WHOLE_WORD = re.compile(rf"(?<![a-z]){WORD}")
_SHARE = re.compile(r"\bout of\b|\boutta\b|\bof the (?:last|first|next)\b|\bof the\b|\bof (?:last|first|next)\b|\bof\b")


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """A form in which equal quantities are equal strings: no padding, one spelling of each unit."""
    words = _SHARE.sub("/", _WHOLE_WORD.sub(_numeral, text.lower()))
    words = re.sub(r"(?<=\d)-(?=[a-z])", " ", words)
    words = re.sub(r"\s*([/:–-])\s*", r"\1", words)
    words = words.replace(" %", "%").replace("–", "-").removeprefix("approximately ")
    words = re.sub(r"\btimes?\b", "x", words).replace("once", "1 x").replace("twice", "2 x")
    words = _plurals().sub(lambda found: _singulars()[found[0]], words)
    return re.sub(r"(?<![\d:.,])0+(?=\d)", "", words).strip()


def _numeral(match: re.Match[str]) -> str:
    value = number(match[0])
    return match[0] if value is None else str(value)


@cache
def _singulars() -> dict[str, str]:
    return {many: one for _, one, many in UNITS.values()}


@cache
def _plurals() -> re.Pattern[str]:
    return re.compile(rf"\b{either([*_singulars()])}\b")
