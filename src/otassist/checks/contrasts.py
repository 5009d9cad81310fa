"""Two things of a jot with a condition each, which a note gives each other's: `on plain` and `on raised paper`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from ..domain import Finding
from ..language import Word
from .amounts import core
from .conditions import Condition, conditions_inside
from .findings import at
from .grounds import Grounds
from .segments import Segment, all_stems
from .sentences import Sentence

_NEAR = 2  # statements apart
_OF_TIME = ("in", "within", "at", "by", "for")  # `in 50 sec` is what was measured
_OPPOSITE = {"with": "without", "without": "with"}


@dataclass(frozen=True, slots=True)
class Pair:
    """What is told and measured in one stretch, and the condition it stands under."""

    told: frozenset[str]
    leads: frozenset[str]
    under: frozenset[str]
    words: tuple[Word, ...] = ()

    def is_given(self, other: Pair, condition_of: Pair) -> bool:
        """Whether this tells what only `other` tells under the condition that only `condition_of` has."""
        tells = self.told & (other.told - condition_of.told) and not self.told & (condition_of.told - other.told)
        return bool(tells) and (self._has(condition_of, other) and not self._has(other, condition_of))

    def _has(self, one: Pair, apart_from: Pair) -> bool:
        """The condition of `one` as far as it is not that of the other; where both name the same, its `with`."""
        if {_OPPOSITE.get(lead) for lead in one.leads} & apart_from.leads:
            return bool(self.leads & one.leads & set(_OPPOSITE))
        return bool(self.under & (one.under - apart_from.under))


def exchanged_conditions(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker where two contrasted things of the jot have changed conditions."""
    if sentence.section in ("assessment", "plan"):
        return
    noted = list(_pairs(sentence.segments))
    jotted = list(_contrasts(given)) if noted else []
    for pair in noted:
        if any(pair.is_given(one, other) for one, other in jotted):
            yield at(
                "moved_condition", sentence, pair.words[0].start, pair.words[-1].end,
                "The jot has this under the other condition.", "Keep each condition with its own task.",
            )  # fmt: skip
            return


def _contrasts(given: Grounds) -> Iterator[tuple[Pair, Pair]]:
    """Pairs near each other whose conditions open alike, or with `with` and `without`."""
    found = [(index, pair) for index, item in enumerate(given.told) for pair in _pairs(item.segments)]
    for (place, one), (other_place, other) in permutations(found, 2):
        alike = one.leads & other.leads or {_OPPOSITE.get(lead) for lead in one.leads} & other.leads
        if alike and abs(place - other_place) <= _NEAR and one.told != other.told and _compare(one, other):
            yield one, other


def _compare(one: Pair, other: Pair) -> bool:
    """Two measures, or two ways of one act; anything else under a condition may go on under the next."""
    measured = [any(part.startswith("=") for part in pair.told) for pair in (one, other)]
    return all(measured) or bool(one.told & other.told)


def _pairs(parts: Sequence[Segment]) -> Iterator[Pair]:
    """Every stretch with a condition; one that is a condition only belongs to the stretch behind it."""
    found = [_pair(part) for part in parts]
    for pair, after in pairwise([*found, None]):
        if pair and pair.under | pair.leads and pair.told:
            yield pair
        elif pair and pair.leads and after and after.told:
            yield Pair(after.told, pair.leads | after.leads, pair.under | after.under, after.words)


def _pair(part: Segment) -> Pair:
    held: list[Condition] = list(conditions_inside(part))
    under = frozenset[str]().union(*(condition.stems for condition in held))
    leads = frozenset(condition.words[0].text.lower() for condition in held)
    tied = [word for condition in held if condition.words[0].text not in _OF_TIME for word in condition.words]
    held_places = {word.start for word in tied}
    free = _values([word for word in part.words if word.start not in held_places])
    return Pair((all_stems(part.words) - under) | free, leads, under | _values(tied), part.words)


def _values(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(f"= {core(word.quantity.value)}" for word in words if word.quantity)
