"""Self-corrections: `3/5 no wait 4/5` keeps 4/5 and remembers 3/5.

A denial is none: `3/5, not 4/5`, `not 2 but 3` and `no, he did not` say what they say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..language import Word
from ..language.phrases import find, markers, opens_with

_REACH = 5  # how many words may stand between a value and the marker that takes it back
_LINKS = frozenset({"it", "was", "no", "its", "it's", "is", "that", "sorry", "wait", "more", "like"})


@dataclass(frozen=True, slots=True)
class Correction:
    """Word indexes in a statement: the withdrawn value, its marker, where that ends, and what replaced it."""

    old: int
    marker: int
    resume: int
    new: int


def corrections(words: Sequence[Word]) -> list[Correction]:
    """Every value taken back in the statement, left to right."""
    found: list[Correction] = []
    position = 0
    while marker := find(words[position:], markers("correction", "forms")):
        start, end = marker[0] + position, marker[1] + position
        position = end
        said = " ".join(word.source.lower() for word in words[start:end] if word.tag != ",")
        new = _repeated(words, start, end) if said == "no not" else _next_value(words, end)
        old = _old(words, start, new) if said != "not" and new is not None else None
        if old is None and new is not None and " " in said:
            old = _other_side(words, start, new)
        if old is not None and new is not None:
            found.append(Correction(old, start, new, new))
    return found


def _next_value(words: Sequence[Word], end: int) -> int | None:
    """Past punctuation and `it was`, the word that stands right behind the marker."""
    while end < len(words) and (words[end].tag in ",:-" or words[end].source.lower() in _LINKS):
        end += 1
    return end if end < len(words) else None


def _repeated(words: Sequence[Word], start: int, end: int) -> int | None:
    """`nine no not nine seven`: behind the denied value, the one that holds."""
    denied = _next_value(words, end)
    if denied is None or not start or not _same_value(words[start - 1], words[denied]):
        return None
    return _next_value(words, denied + 1)


def _same_value(one: Word, other: Word) -> bool:
    return bool(one.quantity and other.quantity and one.quantity.value == other.quantity.value)


def _old(words: Sequence[Word], start: int, new: int) -> int | None:
    """The index of the nearest value before the marker that the one behind it can replace."""
    near = range(start - 1, max(-1, start - 1 - _REACH), -1)
    return next((index for index in near if _same_kind(words[index], words[new])), None)


def _other_side(words: Sequence[Word], start: int, new: int) -> int | None:
    """`R tripod, scratch that L tripod`: the hand named before; `no L hand` takes nothing back."""
    other = {"left": "right", "right": "left"}.get(words[new].text)
    near = range(start - 1, max(-1, start - 1 - _REACH), -1)
    return next((index for index in near if other and words[index].text == other), None)


_NUMBERS = frozenset({"number", "times", "ordinal"})
_BARE = {"number": frozenset({"duration", "distance", "ratio", "percent"})}  # `10 no 12 min`, `3/5 no 4`


def _same_kind(old: Word, new: Word) -> bool:
    """Whether one can stand for the other; a bare number can stand for any number with a unit."""
    if old.quantity and new.quantity:
        one, other = old.quantity.kind, new.quantity.kind
        bare = other in _BARE.get(one, ()) or one in _BARE.get(other, ())
        return one == other or {one, other} <= _NUMBERS or bare
    return bool(old.level and new.level and old.level.kind == new.level.kind)


def corrects(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """`wrote 4 lines, no wait 5`: a marker with a value right behind it, and a value to take back."""
    size = opens_with(right, markers("correction", "forms"))
    ending = find(left, markers("correction", "forms"))
    if size == len(right) or (ending and ending[1] == len(left)):
        return any(word.tag in "quA" for word in left)
    return (
        bool(size)
        and any(word.tag in "quA" for word in right[size : size + 1])
        and any(word.tag in "quA" for word in left)
    )
