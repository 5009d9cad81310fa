"""Regular English inflection: forms of verbs and nouns where the vocabulary gives no irregular one."""

from __future__ import annotations

import re

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


def third(lemma: str) -> str:
    """`shake` -> `shakes`, `watch` -> `watches`, `carry` -> `carries`."""
    if lemma in {"do", "go", "undo", "redo"}:
        return lemma + "es"
    return _plural_like(lemma)


def plural(noun: str) -> str:
    """`letter` -> `letters`, `worksheet page` -> `worksheet pages`."""
    return _plural_like(noun)


def past(lemma: str) -> str:
    """`copy` -> `copied`, `use` -> `used`."""
    if _CONSONANT_Y.search(lemma):
        return lemma[:-1] + "ied"
    return lemma + ("d" if lemma.endswith("e") else "ed")


def gerund(lemma: str) -> str:
    """`write` -> `writing`, `tie` -> `tying`."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        return lemma[:-1] + "ing"
    return lemma + "ing"


def _plural_like(word: str) -> str:
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    return word + ("es" if _SIBILANT.search(word) else "s")


_A_DESPITE_VOWEL = re.compile(r"(?:one\b|once\b|eu|u[nst][ei])", re.IGNORECASE)


def indefinite(phrase: str) -> str:
    """The article that sounds right before `phrase`: `an eraser`, `a unit`, `an AFO`."""
    if re.match(r"[FHLMNRSX][A-Z]+\b", phrase) or re.match(r"[AEIO][A-Z]*\b", phrase):
        return "an"
    if _A_DESPITE_VOWEL.match(phrase):
        return "a"
    return "an" if re.match(r"(?:[aeiou]|hour|honest|8|11\b|18\b)", phrase, re.IGNORECASE) else "a"
