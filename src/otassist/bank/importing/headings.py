"""What a heading, a sheet's name or an area's cell says: areas and grade bands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...domain import GRADE_BANDS, Area, GradeBand
from ...language import words_of
from ...language.areas import rank
from ...language.grades import band_of
from ...language.tables import rules
from ..place import AREAS

_SHARE = 0.75
"""Of the words of a heading's vocabulary that speak for one area, from which the heading is about it."""


_READ = 300
"""Letters of a heading that are looked at."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Areas, surest first, and grade bands; `named` when the heading uses a phrase that districts use for the area."""

    areas: tuple[Area, ...] = ()
    bands: tuple[GradeBand, ...] = ()
    named: bool = False


def topic(text: str) -> Topic:
    """What a heading is about; nothing where it names neither."""
    text = text[:_READ]
    plain = _plain(text)
    if plain.replace(" ", "_") in AREAS:
        return Topic((next(area for area in AREAS if area == plain.replace(" ", "_")),), (), True)
    named = _named(plain)
    if named:
        return Topic(named, bands_of(text), True)
    ranked = rank(words_of(text[:200]))
    told = tuple(item.area for item in ranked[:1] if item.score >= _SHARE)
    return Topic(told, bands_of(text))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+(?:\.[^\W_]+)*\.?|#", text.lower().replace("'", "")))


@cache
def _phrases() -> tuple[tuple[str, Area], ...]:
    """Phrases of all areas, longest first."""
    named = rules("bank_import")["areas"]
    found = [(_plain(phrase), area) for area in AREAS for phrase in named[area]]
    return tuple(sorted(found, key=lambda item: -len(item[0])))


def _named(plain: str) -> tuple[Area, ...]:
    """The areas whose phrases stand in a heading, in its order; no phrase inside a longer one counts."""
    rest, found = f" {plain} ", []
    for phrase, area in _phrases():
        at = rest.find(f" {phrase} ")
        if at >= 0:
            found.append((at, area))
            rest = rest[: at + 1] + "~" * len(phrase) + rest[at + 1 + len(phrase) :]
    return tuple(dict.fromkeys(area for _, area in sorted(found, key=lambda item: item[0])))


_GRADE = re.compile(
    r"(?<![\w/])(pre-?\s?k(?:indergarten)?|pk|tk|preschool|k(?:g|inder(?:garten)?)?|1[0-2]|[1-9]|18)(?:st|nd|rd|th)?"
    r"(?:\s*(?:-|–|—|to|through|/|&|and)\s*(k(?:g|inder(?:garten)?)?|21|1[0-2]|[1-9])(?:st|nd|rd|th)?)?(?![\w/%])",
    re.I,
)
_SAYS_GRADE = re.compile(
    r"\b(?:grades?|gr|graders?|grado|grados)\b|pre-?\s?k|preschool|\bk\b|kinder|\bk-"
    r"|\(\s*(?:[1-9]|1[0-2]|18)\s*[-–]\s*(?:[1-9]|1[0-2]|21)\s*\)",
    re.I,
)
_SCHOOLS = {"elementary": ("K-2", "3-5"), "middle school": ("6-8",), "high school": ("9-12",), "secondary": ("9-12",)}


def bands_of(text: str, sure: bool = False) -> tuple[GradeBand, ...]:
    """The grade bands a text names; bare numbers count only where it is `sure` that they are grades."""
    text = text[:_READ]
    if re.search(r"\b(?:yrs?|years?|ages?|months?|mos?)\b", text, re.I):
        return ()
    text = re.sub(r"\b(?:rm|room)\.?\s*#?\d+", "", text, flags=re.I)
    found: set[GradeBand] = set()
    if sure or _SAYS_GRADE.search(text):
        for match in _GRADE.finditer(text):
            found |= _between(match[1], match[2])
    named = [band for name, bands in _SCHOOLS.items() if name in text.lower() for band in bands]
    return tuple(band for band in GRADE_BANDS if band in found or band in named)


def is_a_range(text: str) -> bool:
    """Whether a text is nothing but what may be the first and last of several grades, such as `3-5`."""
    found = _GRADE.fullmatch(text.strip())
    return bool(found and found[2])


def _between(first: str, last: str | None) -> set[GradeBand]:
    first = re.sub(r"\s", "", first.lower())
    if first == "18":
        return {"18-21"} if last == "21" else set()
    low = _band("PreK" if first.startswith("pre") else "K" if first == "tk" else first)
    high = _band(last) if last else low
    if low is None or high is None:
        return {band for band in (low, high) if band}
    start, stop = GRADE_BANDS.index(low), GRADE_BANDS.index(high)
    return set(GRADE_BANDS[start : stop + 1])


def _band(grade: str) -> GradeBand | None:
    return band_of(grade)
