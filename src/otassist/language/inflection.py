"""Regular English inflection: forms of verbs and nouns where the vocabulary gives no irregular one."""

from __future__ import annotations

import re

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_DOUBLING = re.compile(r"(?:^|\s)(?:qu|[^aeiou\s])+[aeiou][^aeiouwxys\s]$")


def third(lemma: str) -> str:
    """`shake` -> `shakes`, `watch` -> `watches`, `carry` -> `carries`."""
    if lemma in {"do", "go", "undo", "redo"}:
        return lemma + "es"
    return _plural_like(lemma)


def plural(noun: str) -> str:
    """`letter` -> `letters`, `worksheet page` -> `worksheet pages`."""
    return _plural_like(noun)


def past(lemma: str) -> str:
    """`copy` -> `copied`, `use` -> `used`, `stop` -> `stopped`."""
    if _CONSONANT_Y.search(lemma):
        return lemma[:-1] + "ied"
    return _doubled(lemma) + ("d" if lemma.endswith("e") else "ed")


def gerund(lemma: str) -> str:
    """`write` -> `writing`, `tie` -> `tying`, `sit` -> `sitting`."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and len(lemma) > 2 and not lemma.endswith(("ee", "ye", "oe")):
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def _doubled(lemma: str) -> str:
    """`stop` -> `stopp`: a single syllable with one vowel before one consonant doubles it."""
    return lemma + lemma[-1] if _DOUBLING.search(lemma) else lemma


def _plural_like(word: str) -> str:
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    return word + ("es" if _SIBILANT.search(word) else "s")


_OPENING = re.compile(r"[\"'“‘(\[]+")
_AN_LETTER = re.compile(r"[AEFHILMNORSX](?:[A-Z]+s?\b|\b(?!'))|[fhlmnrsx](?:-|\b(?!'))")
_SAID_AS_WORDS = re.compile(r"(?:SPED|STEM|STEAM|SMART|LEGO|FAPE|MAP|NASA|RAM)\b")
_A_DESPITE_VOWEL = re.compile(
    r"one\b|once\b|eu|ewe|uni(?!n|mp|ma|d)|us[aeu]|ut[eio]|uku|ur[ie]|u\b|u(?-i:[A-Z])", re.IGNORECASE
)
_AN = re.compile(r"[aeiou]|hour|honest|honor|heir|8|11\b|18\b", re.IGNORECASE)


def indefinite(phrase: str) -> str:
    """The article that sounds right before `phrase`: `an eraser`, `a unit`, `an AFO`, `a SPED class`."""
    phrase = _OPENING.sub("", phrase, count=1) if _OPENING.match(phrase) else phrase
    if _SAID_AS_WORDS.match(phrase) or _A_DESPITE_VOWEL.match(phrase):
        return "a"
    return "an" if _AN_LETTER.match(phrase) or _AN.match(phrase) else "a"
