"""Self-corrections: `3/5 no wait 4/5` keeps 4/5 and remembers 3/5."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..language import Word
from .phrases import find, markers


@dataclass(frozen=True, slots=True)
class Correction:
    """Word indexes in a statement: the withdrawn value, where it and its marker end, and what replaced it."""

    old: int
    resume: int
    new: int


def corrections(words: Sequence[Word]) -> list[Correction]:
    """Every value taken back in the statement, left to right."""
    found: list[Correction] = []
    position = 0
    while position < len(words):
        marker = find(words[position:], markers("correction", "forms"))
        if marker is None:
            break
        start, end = marker[0] + position, marker[1] + position
        position = end
        while end < len(words) and (words[end].tag in ",:-" or words[end].text.lower() in ("it", "was", "no", "its", "it's", "is")):
            end += 1
        pair = _pair(words, start, end)
        if pair:
            found.append(Correction(pair, end, end))
    return found


def _pair(words: Sequence[Word], start: int, end: int) -> int | None:
    """The index of the value before the marker that the one right behind it replaces."""
    if end >= len(words):
        return None
    new = words[end]
    for index in range(start - 1, max(-1, start - 5), -1):
        if index >= 0 and _same_kind(words[index], new):
            return index
    return None


def _same_kind(old: Word, new: Word) -> bool:
    if old.quantity and new.quantity:
        related = {"number", "times"}
        return old.quantity.kind == new.quantity.kind or {old.quantity.kind, new.quantity.kind} <= related | {"duration", "ratio", "ordinal"}
    return bool(old.level and new.level and old.level.kind == new.level.kind)
