"""Requests that belong to somebody else, and matters that need the district's procedure at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..domain import Notice, OutOfScope
from ..language.sieve import Sieved, folded, matches
from ..language.tables import rules


@dataclass(frozen=True, slots=True)
class _Matter:
    """What `entry` of the data file speaks of: phrases that show it, and those that excuse it."""

    entry: Mapping[str, Any]
    shown: tuple[Sieved, ...]

    def found(self, jot: str, plain: str) -> re.Match[str] | None:
        """A match that no exception overlaps; `plain` is the folded jot."""
        shown = [phrase for phrase in self.shown if phrase.may_match(plain)]
        for match in matches(shown, jot):
            if not any(start < match.end() and match.start() < end for start, end in self._excused(jot, plain)):
                return match
        return None

    def _excused(self, jot: str, plain: str) -> list[tuple[int, int]]:
        held = [phrase for phrase in _phrases(tuple(self.entry.get("not", ()))) if phrase.may_match(plain)]
        return [match.span() for match in matches(held, jot)]


@cache
def _phrases(patterns: tuple[str, ...]) -> tuple[Sieved, ...]:
    """Phrases that stand between words, each compiled when a jot first holds its words."""
    return tuple(Sieved(pattern, rf"(?<!\w)(?:{pattern})(?!\w)") for pattern in patterns)


@cache
def _matters(name: str, group: str) -> tuple[_Matter, ...]:
    return tuple(_Matter(entry, _phrases(tuple(entry["patterns"]))) for entry in rules(name)[group])


def out_of_scope(jot: str) -> OutOfScope | None:
    """The first request in the jot that belongs to another member of the team."""
    plain = folded(jot)
    for matter in _matters("out_of_scope", "topic"):
        place = matter.found(jot, plain)
        if place:
            return OutOfScope(matter.entry["reason"], matter.entry["refer_to"], place.start(), place.end())
    return None


def clinic(jot: str) -> Iterator[Notice]:
    """Body measures and clinic tasks the jot names; at school they are at most the reason for a goal."""
    plain = folded(jot)
    for matter in _matters("clinic", "matter"):
        for phrase in matter.shown:
            if phrase.may_match(plain):
                for place in phrase.regex.finditer(jot):
                    yield Notice("clinic", matter.entry["notice"], place.start(), place.end())


def safety(jot: str) -> Iterator[Notice]:
    """A banner for each matter the jot mentions; nothing is judged or softened."""
    plain = folded(jot)
    for matter in _matters("safety", "matter"):
        place = matter.found(jot, plain)
        if place:
            yield Notice("safety", matter.entry["banner"], place.start(), place.end())
