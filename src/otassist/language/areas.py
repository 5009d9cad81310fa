"""Ranks the thirteen areas a jot is about, by the weighted terms of data/areas.csv.

A term of one word stands for itself and its inflected forms (`type` for `typed`, but `typing` only for
`typing`); a longer term stands for every inflection of its words and silences the shorter terms inside it: in
`pencil grip` nothing is said about pencils. A term that several areas claim says less about each of them; one
of area `none` (`circle back`) only silences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast, get_args

from ..domain import Area, AreaScore
from .lexicon import lexicon
from .tables import columns
from .word import Word

Term = tuple[str, ...]

_AREAS: tuple[Area, ...] = get_args(Area)
_POWER = 1.5  # how much more a telling term (3) counts than a passing one (1)
_REPEAT = 0.5  # what a second mention adds; further ones add nothing
_SHARED = 0.5  # how much a term loses that other areas claim too
_LONGER = 0.6  # what each further word of a term adds


@cache
def _rows() -> dict[str, list[tuple[list[str], str, float]]]:
    """First word of a term in its common form -> the terms that begin with it: their words, area and weight."""
    found: dict[str, list[tuple[list[str], str, float]]] = {}
    for area, term, weight in columns("areas", "area", "term", "weight"):
        words = _split(term)
        found.setdefault(common_form(words[0]) if len(words) > 1 else words[0], []).append((words, area, float(weight)))
    return found


@cache
def _terms(first: str) -> dict[Term, dict[Area, float]]:
    """Each term from `first` on with its weight for each area; the words of a longer term in their common form."""
    found: dict[Term, dict[Area, float]] = {}
    for words, area, weight in _rows().get(first, ()):
        term = tuple(map(common_form, words)) if len(words) > 1 else tuple(words)
        held = found.setdefault(term, {})
        if area != "none":
            held[cast(Area, area)] = max(held.get(cast(Area, area), 0.0), weight)
    return found


@cache
def _sizes(first: str) -> tuple[int, ...]:
    """How many words the terms that begin with `first` have, longest first."""
    return tuple(sorted({len(term) for term in _terms(first)}, reverse=True))


def _split(text: str) -> list[str]:
    """Words with their apostrophes and hyphens, and the shapes a student copies."""
    return re.findall(r"[^\W_]+(?:['-][^\W_]+)*|[○◯□△▽◇☐]", text.lower().replace("’", "'"))


@cache
def common_form(word: str) -> str:
    """The verb or noun a form belongs to (`copied` -> `copy`); a word nobody knows is itself."""
    entries = lexicon().lookup(word)
    verb = next((entry.lemma for entry in entries if entry.tag in "vzbge"), None)
    noun = next((entry.lemma for entry in entries if entry.tag == "n" and not entry.shorthand), None)
    return verb or noun or (word[:-1] if re.search(r"[^su]s$", word) and len(word) > 3 else word)


def rank(words: Sequence[Word]) -> tuple[AreaScore, ...]:
    """Areas with any support, best first; scores are shares of the whole, so they add up to 1."""
    totals = support(words)
    whole = sum(totals.values())
    ranked = sorted(totals.items(), key=lambda item: -item[1])
    return tuple(AreaScore(area, round(score / whole, 4)) for area, score in ranked if score)


def support(words: Sequence[Word]) -> dict[Area, float]:
    """How much the words speak for each area; a telling word gives about 5 points, a passing one 1."""
    totals = dict.fromkeys(_AREAS, 0.0)
    for reading in ([word.source for word in words], [word.text for word in words]):
        for term, times in Counter(_found([part for text in reading for part in _split(text)])).items():
            for area, points in _weights(term).items():
                totals[area] += points * (1 + _REPEAT * (times > 1))
    return totals


@cache
def _weights(term: Term) -> dict[Area, float]:
    """What one mention is worth to each area; a word has its own weights and those of its common form."""
    weights = dict(_terms(term[0]).get(term, {}))
    if len(term) == 1:
        for area, weight in _terms(common_form(term[0])).get((common_form(term[0]),), {}).items():
            weights.setdefault(area, weight)
    whole = sum(weights.values())
    longer = 1 + _LONGER * (len(term) - 1)
    return {area: weight**_POWER * longer * (weight / whole) ** _SHARED for area, weight in weights.items()}


def _found(words: Sequence[str]) -> Iterator[Term]:
    """The terms in a text from left to right, none inside another."""
    lemmas = [common_form(word) for word in words]
    index = 0
    while index < len(words):
        size = _longest(lemmas, index)
        yield tuple(lemmas[index : index + size]) if size > 1 else (words[index],)
        index += size


def _longest(lemmas: Sequence[str], index: int) -> int:
    """How many words from `index` on are one term; a word alone is always one."""
    sizes = _sizes(lemmas[index])
    return next(
        (size for size in sizes if size > 1 and tuple(lemmas[index : index + size]) in _terms(lemmas[index])), 1
    )
