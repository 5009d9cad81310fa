"""Two measures of a jot that a note has the other way round: `R 10/10, L 6/10` told as left 10/10, right 6/10."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from ..domain import Finding
from ..language import Word
from .amounts import core
from .findings import at_word
from .grounds import Grounds
from .segments import all_stems
from .sentences import Sentence

_MANY = 20  # measures in one sentence; more are a table
_KINDS = ("ratio", "percent")
_ENDS = frozenset(",;.!?¶()")
_TELLING = ("with", "without", "left", "right", "up", "down", "on", "off")


def exchanged_values(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker where two values stand each beside the words that the jot has beside the other."""
    noted = list(islice(_beside(sentence.words), _MANY + 1))
    if not 1 < len(noted) <= _MANY:
        return
    jotted = [pair for item in given.told for pair in _beside(item.words)]
    for (word, own), (other, others) in combinations(noted, 2):
        if _is_exchanged(word, own, others, jotted) and _is_exchanged(other, others, own, jotted):
            yield at_word(
                "moved_quantity", sentence, word, f"The jot gives {word.source!r} for something else.",
                "Give each task its own number.",
            )  # fmt: skip
            return


def _is_exchanged(
    word: Word, own: frozenset[str], others: frozenset[str], jotted: Sequence[tuple[Word, frozenset[str]]]
) -> bool:
    """The jot has the value beside the words of the other, and nowhere beside its own."""
    held = [stems for value, stems in jotted if _same(value, word)]
    return any(stems & (others - own) for stems in held) and not any(stems & (own - others) for stems in held)


def _same(one: Word, other: Word) -> bool:
    return bool(one.quantity and other.quantity) and _core(one) == _core(other)


def _core(word: Word) -> str:
    return core(word.quantity.value) if word.quantity else ""


def _beside(words: Sequence[Word]) -> Iterator[tuple[Word, frozenset[str]]]:
    """Each measure with the content of its part; of several in a part, with the words up to the next one."""
    for part in _parts(words):
        places = [index for index, word in enumerate(part) if word.quantity and word.quantity.kind in _KINDS]
        for number, index in enumerate(places):
            start = places[number - 1] + 1 if number else 0
            end = places[number + 1] if number + 1 < len(places) else len(part)
            stems = _content(part[start:index]) if _leads(part, places) else _content(part[index + 1 : end])
            yield part[index], _content(part) if len(places) == 1 else stems


def _leads(part: Sequence[Word], places: Sequence[int]) -> bool:
    """Whether the words stand before their values (`left 6/10`): the last value then ends its part."""
    return not _content(part[places[-1] + 1 :])


def _content(words: Sequence[Word]) -> frozenset[str]:
    return all_stems(words) | {word.text.lower() for word in words if word.text.lower() in _TELLING}


def _parts(words: Sequence[Word]) -> Iterator[list[Word]]:
    part: list[Word] = []
    for word in words:
        if word.tag in _ENDS:
            yield part
            part = []
        else:
            part.append(word)
    yield part
