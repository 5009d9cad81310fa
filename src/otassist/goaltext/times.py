"""Reads words of time as letters: `the end of May` is `BEFM`; which word gets which letter is in data/times.toml.

Patterns of these letters (timeframes.py) then say what a time is, whatever words it is written in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from .cues import rules
from .tokens import is_number

DATE = re.compile(r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d|20\d\d-\d{1,2}(?:-\d{1,2})?|\d{1,2}[/-]20\d\d)$")
SHORT_DATE = re.compile(r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])$")
_YEAR = re.compile(r"(?:20\d\d|['’]\d\d|(?:20)?\d\d[-–/](?:20)?\d\d)$")
_YEARS = re.compile(r"20\d\d[-–/](?:(?:1[3-9]|[2-9]\d)|20\d\d)$")
_NTH = re.compile(r"\d{1,3}(?:st|nd|rd|th)$")
_LONGEST = 5
_PARTS = re.compile(r"(?:mid|early|late|pre|post|end)-?(?=[a-z]{3})")
_JOINED = re.compile(r"(\d+)(weeks?|wks?|months?|mos?|yrs?|years?)$")


@cache
def _classes() -> Mapping[str, str]:
    """Word or phrase -> its letter; the class that stands first in the file wins."""
    found: dict[str, str] = {}
    for letter, phrases in rules("times")["class"].items():
        for phrase in phrases:
            found.setdefault(phrase, letter)
    return found


@cache
def _longest() -> Mapping[str, int]:
    """The first word of each entry -> how many words the longest entry has that begins so."""
    found: dict[str, int] = {}
    for phrase in _classes():
        first, count = phrase.split(" ")[0], phrase.count(" ") + 1
        found[first] = max(found.get(first, 0), min(count, _LONGEST))
    return found


@lru_cache(maxsize=256)
def letters(run: tuple[str, ...]) -> tuple[str, tuple[int, ...]]:
    """The letters of a run, and the word at which each begins; `second-semester` gives two."""
    found, starts, index = "", [], 0
    longest = _longest()
    while index < len(run):
        word = run[index]
        told, count = _letter(run, index, longest[word]) if word in longest else (_form(word), 1)
        found += told
        starts += [index] * len(told)
        index += count
    return _SCHOOL_YEAR.sub("B", found), tuple(starts)


_SCHOOL_YEAR = re.compile("Q(?=[BO]?[PQRr])(?!QN)")
"""`school weeks`, `program year`: a period that only says of which kind the next is."""


def _letter(run: tuple[str, ...], index: int, longest: int) -> tuple[str, int]:
    """The letter of the longest entry of at most so many words, else of the word by its form."""
    for count in range(min(longest, len(run) - index), 0, -1):
        letter = _classes().get(" ".join(run[index : index + count]))
        if letter:
            return letter, count
    return _form(run[index]), 1


@cache
def _form(word: str) -> str:
    """The letter of a word that no list holds, by its form or its parts."""
    for pattern, letter in ((_YEARS, "Y"), (DATE, "D"), (SHORT_DATE, "d"), (_YEAR, "Y"), (_NTH, "O"), (_JOINED, "NQ")):
        if pattern.match(word):
            return letter
    if word.isdigit() or is_number(word):
        return "N"
    if word.endswith("'s") and (held := _classes().get(word[:-2])) and held in "MHPY":
        return held
    part = _PARTS.match(word)
    if part and (held := _classes().get(word[part.end() :])) and held in "MHPR":
        return held
    return _compound(word)


def _compound(word: str) -> str:
    """`second-semester`, `36-week`, `end-of-year`: one letter for each part when every part has one."""
    parts = word.split("-")
    if len(parts) < 2 or len(parts) > 4 or not all(parts):
        return "?"
    found = "".join(_classes().get(part) or ("N" if is_number(part) else "?") for part in parts)
    return found if "?" not in found and set(found) - set("BOXF") else "?"
