"""What a note says against itself: two levels or measures of one task, minutes that the clock does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from ..domain import Finding
from ..language import Word
from ..language.quantities import numbers
from .amounts import core
from .findings import on_sentence
from .segments import Segment
from .sentences import Sentence
from .supports import support_of

_MANY = 20  # stretches with the same words; more are a table
_MEASURED = ("ratio", "percent")


def contradictions(sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """A warning on the later of two sentences that give one and the same task two values."""
    told = [sentence for sentence in sentences if sentence.origin != "blank"]
    for (first, one), (second, other) in _alike(told):
        if first is not second and _differ(one, other):
            message = f"The note also says {_text(first, one)!r}."
            yield on_sentence("contradiction", second, message, "Which of the two is right?", "warning")
            break
    yield from _clock(told)


_Told = tuple[Sentence, Segment]


def _alike(told: Sequence[Sentence]) -> Iterator[tuple[_Told, _Told]]:
    """Every two stretches with a value and the same words, of each words the first few."""
    found: dict[frozenset[str], list[_Told]] = {}
    for sentence in told:
        for part in sentence.segments:
            if len(part.own) > 1 and _value(part):
                found.setdefault(part.own, []).append((sentence, part))
    for same in found.values():
        yield from combinations(same[:_MANY], 2)


def _text(sentence: Sentence, part: Segment) -> str:
    return sentence.text[part.words[0].start : part.words[-1].end]


def _value(part: Segment) -> Word | None:
    """The only level or measure of a stretch; of several none says what it is of."""
    found = [word for word in part.words if word.level or (word.quantity and word.quantity.kind in _MEASURED)]
    return found[0] if len(found) == 1 else None


def _differ(one: Segment, other: Segment) -> bool:
    """The same words around two values of one kind; a word more on one side may make the difference."""
    first, second = _value(one), _value(other)
    if not first or not second:
        return False
    if first.level and second.level:
        said, also = support_of(first), support_of(second)
        return said.kind == also.kind and bool(said.grades) and bool(also.grades) and said.grades != also.grades
    if first.quantity and second.quantity and first.quantity.kind == second.quantity.kind:
        return core(first.quantity.value) != core(second.quantity.value)
    return False


_FROM_TO = re.compile(r"(\d{1,2}):(\d{2})\D{1,12}(\d{1,2}):(\d{2})")
_LENGTH = re.compile(
    r"\b(?:session of|seen(?: \w+)? for|total(?: of)?)\W+\d+[ -]min|\b\d+-minute (?:\w+ )?session|total minutes\W+\d+",
    re.I,
)


def _clock(told: Sequence[Sentence]) -> Iterator[Finding]:
    """`9:00 to 9:30` and `for 45 minutes` in one note."""
    clocks = [(sentence, match) for sentence in told for match in [_FROM_TO.search(sentence.plain)] if match]
    lengths = [match for sentence in told for match in [_LENGTH.search(sentence.plain)] if match]
    if len(clocks) != 1 or len(lengths) != 1:
        return
    sentence, match = clocks[0]
    hours, minutes, to_hours, to_minutes = map(int, match.groups())
    spent = (to_hours * 60 + to_minutes - hours * 60 - minutes) % 720
    said = int(numbers(lengths[0][0])[0])
    if spent != said:
        message = f"From {match[0]!r} it is {spent} minutes, not {said}."
        yield on_sentence("contradiction", sentence, message, "Which of the two is right?", "warning")
