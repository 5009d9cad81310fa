"""All that identifies somebody in one text, in order and without overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .names import names_in
from .patterns import by_form
from .people import Roster, named, parts_of
from .schools import places_in
from .spans import Span, is_free, settled
from .vocabulary import kept


def found(text: str, roster: Roster) -> list[Span]:
    """The places of a text by form, by roster, by their surroundings; then wherever a name found once stands again."""
    formed = by_form(text)
    exact = [span for span in exactly(text, roster) if is_free(span.start, span.end, formed)]
    listed = [span for span in named(text, roster.names) if is_free(span.start, span.end, formed)]
    taken = [*formed, *exact, *listed]
    taken += places_in(text, taken)
    guarded = [Span(match.start(), match.end(), "kept") for match in kept().finditer(text)]
    taken += names_in(text, taken, [span for span in guarded if is_free(span.start, span.end, listed)])
    again = named(
        text, (part for span in taken if span.kind == "name" for part in parts_of(text[span.start : span.end]))
    )
    closed = [span for span in guarded if is_free(span.start, span.end, listed)]
    taken += [span for span in again if is_free(span.start, span.end, closed)]
    return settled(taken)


def exactly(text: str, roster: Roster) -> Iterator[Span]:
    for own, kind in roster.exact:
        for match in re.finditer(rf"(?<!\w){re.escape(own)}(?!\w)", text, re.IGNORECASE):
            yield Span(match.start(), match.end(), kind)
