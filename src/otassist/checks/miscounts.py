"""Numbers that the jot has, but of other things: `five rounds` where it counts four rounds and five of something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..domain import Finding
from ..language import Word
from ..language.quantities import numbers
from .findings import at_word
from .grounds import PLAIN, Grounds
from .segments import named_parts
from .sentences import Sentence


def miscounted(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker for `five rounds` where the jot counts rounds, has no five of them, and a five of something else."""
    said = list(_counted_things(sentence.words))
    jotted = [pair for item in given.told for pair in _counted_things(item.words)] if said else []
    loose = _uncounting(sentence, given) if said else frozenset[str]()
    for word, thing, counts in said:
        if (
            not counts <= _numerals(given)
            or counts & loose
            or any(other in sentence.stems and counts & others for _, other, others in jotted)
        ):
            continue  # `omitted 3 words` where the jot says `11 wds, 3 omit`
        held = [others for _, other, others in jotted if other == thing]
        if held and not any(counts & others for others in held) and not _may_be_reckoned(counts, held):
            yield at_word(
                "moved_quantity", sentence, word, f"The jot gives {word.source!r} for something else.",
                "Give each task its own number.",
            )  # fmt: skip


def _uncounting(sentence: Sentence, given: Grounds) -> frozenset[str]:
    """The plain numbers of the jot before no noun (`11 words, 3 omitted`), which may count anything told there."""
    counting = {(word.start, word.end) for item in given.told for word, _, _ in _counted_things(item.words)}
    near = [item for item in given.told if item.stems & sentence.stems]
    words = [word for item in near for word in item.words if (word.start, word.end) not in counting]
    plain = [word.quantity for word in words if word.quantity and word.quantity.kind in PLAIN]
    return frozenset(text for quantity in plain for text in numbers(quantity.value))


def _numerals(given: Grounds) -> set[str]:
    return {text for held in given.quantities if held.word.quantity for text in numbers(held.word.quantity.value)}


def _counted_things(words: Sequence[Word]) -> Iterator[tuple[Word, str, frozenset[str]]]:
    """A plain number with the root of the noun that stands behind it, an adjective between or not."""
    for index, word in enumerate(words):
        if not word.quantity or word.quantity.kind != "number":
            continue
        behind = next((one for one in words[index + 1 : index + 3] if one.tag != "a"), None)
        parts = named_parts(behind) if behind and behind.tag == "n" and not behind.quantity else ()
        counts = frozenset(numbers(word.quantity.value))
        if parts and counts:
            yield word, parts[-1], counts


def _may_be_reckoned(counts: frozenset[str], held: Sequence[frozenset[str]]) -> bool:
    """A part of one of the jot's counts, or the sum of all: `one of the two`, `3 errors and 2 more` are five."""
    all_held = [Fraction(text) for others in held for text in others]
    said = [Fraction(text) for text in counts]
    return len(held) > 1 and sum(all_held) in said
