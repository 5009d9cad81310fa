"""All that identifies somebody in one text, in order and without overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language import levels
from .names import names_in
from .patterns import by_form
from .people import Roster, named, parts_of
from .schools import places_in
from .spans import Places, Span, settled
from .vocabulary import kept


def found(text: str, roster: Roster) -> list[Span]:
    """The places of a text by form, by roster, by their surroundings; then wherever a name found once stands again."""
    formed = Places(text, by_form(text))
    exact = [span for span in exactly(text, roster) if formed.is_free(span)]
    listed = [span for span in named(text, roster.names) if formed.is_free(span)]
    taken = [*formed.spans, *exact, *listed]
    taken += places_in(text, taken)
    on_roster = Places(text, listed)
    tools = [Span(match.start(), match.end(), "kept") for match in kept().finditer(text)]
    tools += _levels(text)
    tools = [span for span in tools if on_roster.is_free(span)]
    taken += names_in(text, Places(text, [*taken, *tools]))
    names = [text[span.start : span.end] for span in taken if span.kind == "name"]
    closed = Places(text, tools)
    again = named(text, [part for name in names for part in parts_of(name)])
    return settled([*taken, *(span for span in again if closed.is_free(span))])


def _levels(text: str) -> list[Span]:
    """`Max A`, `Max verbal cues`: how much help, and nobody called Max."""
    if "max" not in text.lower():
        return []
    return [Span(level.start, level.end, "kept") for level in levels.find(text)]


def exactly(text: str, roster: Roster) -> Iterator[Span]:
    for own, kind in roster.exact:
        for match in re.finditer(rf"(?<!\w){re.escape(own)}(?!\w)", text, re.IGNORECASE):
            yield Span(match.start(), match.end(), kind)
