"""Days, months and seasons of a note that the jot does not name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from ..domain import Finding
from ..language import Word
from ..language.sieve import Words, folded, holds, required
from ..language.tables import rules
from .dates import day_of
from .findings import at
from .grounds import Grounds
from .sentences import Sentence


def invented_days(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker for each `Tuesday`, `April`, `last spring` or `yesterday` without ground in jot or entries."""
    plain = folded(sentence.plain)
    if not any(holds(plain, needs) for needs in _needs()):
        return
    dated = [word for word in sentence.words if word.quantity and word.quantity.kind == "date"]
    found = [match for match in _words().finditer(sentence.plain) if not _is_in(match, dated)]
    known = frozenset(_named(given)) if found else frozenset()
    for match in found:
        if not set(_names(match)) & known:
            yield at(
                "invented_date", sentence, *match.span(), f"The jot does not say {match[0]!r}.",
                "Take it out, or add the day to the jot.",
            )  # fmt: skip


@cache
def _words() -> re.Pattern[str]:
    """Every day, month and season in full words, as a note prints them; a group each."""
    named = rules("note_rules")["calendar"]["words"]
    return re.compile("|".join(rf"(?P<{name}>(?i:{pattern}))" for name, pattern in named.items()))


@cache
def _needs() -> tuple[tuple[Words, ...], ...]:
    """What a text must hold for each of them."""
    return tuple(required(pattern) for pattern in rules("note_rules")["calendar"]["words"].values())


@cache
def _short() -> dict[str, re.Pattern[str]]:
    """The same in a jot's short forms."""
    named = rules("note_rules")["calendar"]
    return {name: re.compile(rf"\b{pattern}\b", re.I) for name, pattern in named["jotted"].items()}


def _is_in(match: re.Match[str], dated: Sequence[Word]) -> bool:
    """`November 19` is a date, which the check of quantities compares."""
    return any(word.start <= match.start() and match.end() <= word.end for word in dated)


def _names(match: re.Match[str]) -> Iterator[str]:
    return (name for name, value in match.groupdict().items() if value)


def _named(given: Grounds) -> Iterator[str]:
    """What the jot and the entries name, and the day of the week and the month of each full date."""
    text = f"{given.text} {given.spelt}"
    for match in _words().finditer(text):
        yield from _names(match)
    yield from (name for name, pattern in _short().items() if pattern.search(text))
    for held in given.quantities:
        if held.word.quantity and held.word.quantity.kind == "date":
            yield from _of_date(day_of(held.word.quantity.value))


def _of_date(day: list[int]) -> Iterator[str]:
    names = list(rules("note_rules")["calendar"]["words"])
    if day and 1 <= day[0] <= 12:
        yield names[7 + day[0] - 1]
    if len(day) == 3:
        try:
            yield names[date(day[2], day[0], day[1]).weekday()]
        except ValueError:
            return
