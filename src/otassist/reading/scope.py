"""Requests that belong to somebody else, and matters that need the district's procedure at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ..domain import Notice, OutOfScope
from ..language.tables import rules


@cache
def _patterns(name: str, group: str) -> tuple[tuple[Mapping[str, Any], re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple(
        (entry, _any(entry["patterns"]), _any(entry["not"]) if entry.get("not") else None)
        for entry in rules(name)[group]
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{pattern})(?!\w)" for pattern in patterns), re.I)


def out_of_scope(jot: str) -> OutOfScope | None:
    """The first request in the jot that belongs to another member of the team."""
    for entry, wanted, unless in _patterns("out_of_scope", "topic"):
        if _found(jot, wanted, unless):
            return OutOfScope(entry["reason"], entry["refer_to"])
    return None


def safety(jot: str) -> Iterator[Notice]:
    """A banner for each matter the jot mentions; nothing is judged or softened."""
    for entry, wanted, unless in _patterns("safety", "matter"):
        place = _found(jot, wanted, unless)
        if place:
            yield Notice("safety", entry["banner"], place.start(), place.end())


def _found(jot: str, wanted: re.Pattern[str], unless: re.Pattern[str] | None) -> re.Match[str] | None:
    """A match that no exception overlaps."""
    excused = [match.span() for match in unless.finditer(jot)] if unless else []
    for match in wanted.finditer(jot):
        if not any(start < match.end() and match.start() < end for start, end in excused):
            return match
    return None
