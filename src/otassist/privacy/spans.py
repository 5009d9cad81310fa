"""A place in a text that identifies somebody, and how places that overlap are settled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open, in code points of the text."""

    start: int
    end: int
    kind: str


def settled(spans: Iterable[Span]) -> list[Span]:
    """In order of the text and without overlap; what overlaps becomes one place of the kind that came first."""
    found: list[tuple[Span, int]] = []
    for rank, span in sorted(enumerate(spans), key=lambda each: (each[1].start, each[0])):
        if not found or found[-1][0].end <= span.start:
            found.append((span, rank))
            continue
        last, before = found[-1]
        kind = last.kind if before <= rank else span.kind
        found[-1] = Span(last.start, max(last.end, span.end), kind), min(before, rank)
    return [span for span, _ in found]


class Places:
    """Places of a text none of which overlaps another: the first to come stays."""

    def __init__(self, text: str, spans: Iterable[Span] = ()) -> None:
        self.spans: list[Span] = []
        self._held = bytearray(len(text))
        self.take(spans)

    def take(self, spans: Iterable[Span]) -> None:
        """Those that are free, one after the other."""
        for span in spans:
            if self.is_free(span):
                self.spans.append(span)
                self._held[span.start : span.end] = b"\1" * (span.end - span.start)

    def is_free(self, span: Span) -> bool:
        return not any(self._held[span.start : span.end])

    def holds(self, place: int) -> bool:
        return bool(self._held[place])
