"""Left for right, up for down: a value that the jot gives for the other side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..domain import Finding
from ..language import Word
from ..language.tables import rules
from .amounts import core
from .findings import at_word
from .grounds import Grounds
from .segments import Segment
from .sentences import Sentence
from .supports import support_of


def swapped_sides(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker for a value beside `left` where every stretch of the jot that has it says `right`."""
    for part in sentence.segments:
        for pair in rules("note_rules")["sides"]["pairs"]:
            said = _sides(part, pair)
            if len(said) == 1 and len(part.values) == 1 and _is_opposed(part.values[0], said, pair, given):
                yield at_word(
                    "swapped_side", sentence, part.values[0],
                    f"The jot gives {part.values[0].source!r} for the other side.", "Give each side its own value.",
                )  # fmt: skip


def _is_opposed(value: Word, said: frozenset[str], pair: Sequence[str], given: Grounds) -> bool:
    parts = [part for item in given.told for part in item.segments]
    held = [_sides(part, pair) for part in parts if any(_key(word) == _key(value) for word in part.values)]
    return bool(held) and all(len(sides) == 1 and not sides & said for sides in held)


def _sides(part: Segment, pair: Sequence[str]) -> frozenset[str]:
    return frozenset(word for one in part.words for word in one.text.lower().split() if word in pair)


def _key(word: Word) -> object:
    return core(word.quantity.value) if word.quantity else support_of(word)
