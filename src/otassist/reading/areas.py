"""Ranks the thirteen areas a jot is about, by the weighted terms of data/areas.csv."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast, get_args

from ..domain import Area, AreaScore
from ..language import Word
from ..language.tables import table

_AREAS: tuple[Area, ...] = get_args(Area)


@cache
def _terms() -> dict[str, tuple[tuple[tuple[str, ...], Area, float], ...]]:
    """First word's stem -> the terms that begin with it: their stems, area and weight."""
    found: dict[str, list[tuple[tuple[str, ...], Area, float]]] = {}
    for row in table("areas"):
        stems = tuple(_stem(word) for word in re.findall(r"[\w']+", row["term"].lower()))
        if stems:
            found.setdefault(stems[0], []).append((stems, cast(Area, row["area"]), float(row["weight"])))
    return {stem: tuple(terms) for stem, terms in found.items()}


def _stem(word: str) -> str:
    """A crude common form: `letters`, `copying`, `copied`, `zipped` and their base meet."""
    for ending in ("ings", "ing", "ied", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls" else word


def rank(words: Sequence[Word]) -> tuple[AreaScore, ...]:
    """Areas with any support, best first; scores are shares of the whole, so they add up to 1."""
    totals = dict.fromkeys(_AREAS, 0.0)
    for spelling in (_typed(words), _expanded(words)):
        _count(spelling, totals)
    whole = sum(totals.values())
    if not whole:
        return ()
    ranked = sorted(totals.items(), key=lambda item: -item[1])
    return tuple(AreaScore(area, round(score / whole, 4)) for area, score in ranked if score)


def _typed(words: Sequence[Word]) -> list[str]:
    return [_stem(part) for word in words for part in re.findall(r"[\w']+", word.source.lower())]


def _expanded(words: Sequence[Word]) -> list[str]:
    return [_stem(part) for word in words for part in re.findall(r"[\w']+", word.text.lower())]


def _count(stems: Sequence[str], totals: dict[Area, float]) -> None:
    """A repeated term counts once more at half, so that one word cannot outvote the rest."""
    seen: dict[tuple[tuple[str, ...], Area], int] = {}
    for index, stem in enumerate(stems):
        for term, area, weight in _terms().get(stem, ()):
            if tuple(stems[index : index + len(term)]) == term:
                seen[term, area] = seen.get((term, area), 0) + 1
                times = seen[term, area]
                totals[area] += weight**1.5 * (1 + 0.3 * (len(term) - 1)) * (1 if times == 1 else 0.5 if times == 2 else 0)
