"""Texts and queries become the terms BM25 counts, and a query's shorthand is spelt out before anything is searched.

Terms are stems without stopwords. A hyphenated word counts as its parts and as a whole: `push-in` is found by
`push`, yet a text about it comes before one about pushing a cart.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files
from threading import Lock
from typing import Any

from ..language import Word, words_of
from ..language.lexicon import lexicon

_DATA = files("otassist.retrieval") / "data"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CAPITALS_ONLY = "only in capitals"
_STEMMING = Lock()  # a stemmer keeps its work in itself


def terms(text: str) -> list[str]:
    """The stems of a text in order, repeated as often as they occur."""
    found = []
    for whole in _WORD.findall(text.lower().replace("’", "'")):
        parts = whole.split("-")
        found += [_stem(part.removesuffix("'s")) for part in parts if part not in _stopwords()]
        if len(parts) > 1:
            found.append(_stem("".join(parts)))
    return found


def spelt_out(query: str) -> str:
    """A query with what its shorthand stands for behind it: "VM copying" -> "VM copying visual motor".

    An ambiguous shorthand brings all its meanings: a search that looks for both finds either.
    """
    added: dict[str, None] = {}
    said = set(terms(query))
    for word in words_of(query):
        for meaning in _meanings(word):
            if not set(terms(meaning)) <= said:
                added.setdefault(meaning)
    return " ".join([query, *added])


def _meanings(word: Word) -> tuple[str, ...]:
    known = _synonyms().get(word.source.lower())
    if known and (word.source.isupper() or known[1] != _CAPITALS_ONLY):
        return (known[0],)
    if word.ambiguous:
        return word.ambiguous.options
    short = [entry.text for entry in lexicon().lookup(word.source) if entry.shorthand]
    return (word.text,) if word.text != word.source else tuple(short[:2])


@cache
def _synonyms() -> dict[str, tuple[str, str]]:
    """Term in lower case -> what to search for besides, and a note."""
    rows = csv.DictReader((_DATA / "synonyms.csv").read_text(encoding="utf-8").splitlines())
    return {row["term"].lower(): (row["means"], row["note"]) for row in rows}


@cache
def _stopwords() -> frozenset[str]:
    return frozenset((_DATA / "stopwords.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    with _STEMMING:
        return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Any:
    from Stemmer import Stemmer

    return Stemmer("english")
