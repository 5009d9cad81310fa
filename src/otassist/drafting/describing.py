"""Quantities that describe the thing behind them: `a 50 min study hall`, `5 lb bags`, `the 10 ft line`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..language import Word
from ..language.tables import rules

_SIZES = frozenset(["distance", "measure"])
_UNITS = re.compile(r"(?P<n>[\d/.]+(?: to |-)?[\d/.]*) (?P<unit>[a-z]+)")
_ONE = {"feet": "foot", "inches": "inch"}
_LASTING = frozenset(rules("grammar")["lasting"])


def described(words: Sequence[Word]) -> list[Word]:
    """The words, with each describing quantity in its hyphenated singular: `5-pound bags`."""
    return [
        _hyphenated(word) if _describes(word, words[:index], words[index + 1 : index + 2]) else word
        for index, word in enumerate(words)
    ]


def _describes(word: Word, before: Sequence[Word], after: Sequence[Word]) -> bool:
    if word.quantity is None or not after or not _names(after[0]):
        return False
    if before and before[-1].text.lower() in rules("grammar")["introducing"]:
        return word.quantity.kind in {"duration", *_SIZES}
    if word.quantity.kind in _SIZES:
        return after[0].tag == "n" and not (before and before[-1].text in ("at", "for"))
    lasts = word.quantity.kind == "duration" and after[0].lemma in _LASTING
    return lasts and not (before and (before[-1].tag in "vzbge" or before[-1].text in rules("grammar")["until"]))


def _names(word: Word) -> bool:
    """A noun, or a verb whose form is one as well: `ride`."""
    return word.tag == "n" or any(entry.tag == "n" or "noun" in entry.also for entry in word.entries)


def _hyphenated(word: Word) -> Word:
    match = _UNITS.fullmatch(word.text)
    if not match:
        return word
    unit = _ONE.get(match["unit"]) or match["unit"].removesuffix("s")
    return replace(word, text=f"{match['n']}-{unit}", tag="a")
