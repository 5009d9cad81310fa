"""The words that tell a name from English: first names, family names, everyday words, programs (data/*.txt, *.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from ..language.lexicon import Entry, lexicon
from ..language.tables import columns

_DATA = files("otassist.privacy") / "data"
_SUFFIXES = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "est", "y", "ish", "like", "less", "ness", "n't")

_PREFIXES = ("co", "re", "un", "non", "pre", "multi", "self", "semi", "mis", "sub", "anti", "inter", "mid", "ex", "de")


@cache
def privacy_rules(name: str) -> dict[str, Any]:
    """The tables of privacy/data/NAME.toml."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def listed(table: str, key: str = "words") -> frozenset[str]:
    """A list of data/naming.toml."""
    return frozenset(privacy_rules("naming")[table][key])


def _lines(name: str) -> list[str]:
    text = (_DATA / f"{name}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """Every word of privacy/data/NAME.txt."""
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def phrases(name: str) -> tuple[str, ...]:
    """Every line of privacy/data/NAME.txt, the longest first."""
    return tuple(sorted(_lines(name), key=len, reverse=True))


@cache
def kept() -> re.Pattern[str]:
    """Tools, programs, days and the like as they are written, and wholly in capitals."""
    states = privacy_rules("places")["town"]["kept"]
    listed = [*phrases("kept"), *states]
    forms = sorted({*listed, *(item.upper() for item in listed)}, key=len, reverse=True)
    return re.compile(rf"(?<![\w])(?=[A-Z0-9]){any_of(forms)}(?![^\W_])")


def any_of(forms: Iterable[str]) -> str:
    """A group that matches any of the texts, the longest first."""
    return f"(?:{'|'.join(re.escape(form) for form in sorted(set(forms), key=len, reverse=True))})"


def is_ordinary(word: str) -> bool:
    """Whether a word, however it is written, is English or the field's; also inflected or joined of such."""
    return _ordinary(word.lower().replace("’", "'"))


@lru_cache(maxsize=20_000)
def _ordinary(word: str) -> bool:
    if _listed(word):
        return True
    if word in words("first_names") or word in words("family_names"):
        return False  # Peter is no comparative of pet
    if any(_listed(base) for base in _bases(word)):
        return True
    parts = [part for part in word.split("-") if part]
    return len(parts) > 1 and all(part in _PREFIXES or _ordinary(part) for part in parts)


def _listed(word: str) -> bool:
    own = word in words("ordinary_words") or word in words("ordinary_names") or word in words("surnames")
    return len(word) == 1 or own or word in _shorthand() or lexicon().knows(word)


@cache
def _shorthand() -> frozenset[str]:
    """Shorthand with several meanings, and titles, which the lexicon leaves to its rules."""
    return frozenset(short.lower() for short, _ in columns("ambiguous", "short", "sense")) | listed("titles")


def _bases(word: str) -> Iterable[str]:
    """What a word may be inflected from."""
    for suffix in _SUFFIXES:
        base = word.removesuffix(suffix)
        if base != word and len(base) > 2 and base not in words("first_names"):
            yield base
            if suffix in ("ed", "ing", "er", "ers"):
                yield f"{base}e"
                yield base[:-1] if base[-1:] == base[-2:-1] else base
    for suffix in ("ies", "ied", "ier", "iest", "ily"):
        if word.endswith(suffix):
            yield f"{word.removesuffix(suffix)}y"
    if word.endswith("'s"):
        yield word[:-2]


def is_first_name(word: str) -> bool:
    return word.lower() in words("first_names") or is_word_and_name(word)


def is_word_and_name(word: str) -> bool:
    """`Grace`, `Will`, `Mark`: a name that is an ordinary word, too."""
    low = word.lower()
    return low in words("ordinary_names") or (low in words("first_names") and is_ordinary(low))


def is_family_word(word: str) -> bool:
    """`Young`, `Bell`: a family name that is an ordinary word, too."""
    return word.lower() in words("surnames")


def readings(word: str) -> tuple[Entry, ...]:
    """What an ordinary word can be."""
    return lexicon().lookup(word)
