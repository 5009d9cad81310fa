"""Comparisons and improvements that the jot does not claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..domain import Finding
from ..language.tables import rules
from .findings import at
from .grounds import Grounds, Told
from .segments import stems
from .sentences import Sentence


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rules("note_rules")["trend"][name], re.I)


def added_trends(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker for `improved from ...`, `more than last week` where the jot compares nothing of the kind."""
    match = _pattern("claim").search(sentence.plain)
    if match and not any(_pattern("jotted").search(item.statement.text) for item in _linked(sentence, given)):
        yield at(
            "added_trend", sentence, *match.span(),
            f"The jot does not compare: {match[0]!r}.", "Tell what was seen, or add the earlier measure.",
        )  # fmt: skip


def _linked(sentence: Sentence, given: Grounds) -> Sequence[Told]:
    """The statements the sentence tells of, with their neighbours; all when nothing links it."""
    own = stems(sentence.words)
    places = [
        index for index, item in enumerate(given.told) if item.statement.id in sentence.statements or own & item.stems
    ]
    near = {other for index in places for other in (index - 1, index, index + 1)}
    return [item for index, item in enumerate(given.told) if index in near] or given.told
