"""A goal's text while parts are taken out of it: what is taken no longer matches anything, places stay."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..domain import Span
from .cues import pattern

TAKEN = "\x1f"
"""Stands for each character that belongs to a part; no pattern crosses it."""

_LOOSE_ENDS = pattern("page", "loose_ends")
_LOOSE_STARTS = re.compile(r"[\s,;:.()\]\-–—|*]+")


@dataclass(frozen=True, slots=True)
class Page:
    """`left` is as long as `text`: what belongs to no part yet, the rest struck out."""

    text: str
    left: str

    def without(self, span: Span | None) -> Page:
        if span is None:
            return self
        struck = TAKEN * (span.end - span.start)
        return Page(self.text, self.left[: span.start] + struck + self.left[span.end :])

    def only(self, start: int, end: int) -> Page:
        """The same page with everything outside the stretch struck out."""
        return Page(self.text, TAKEN * start + self.left[start:end] + TAKEN * (len(self.text) - end))


def page(text: str) -> Page:
    return Page(text, text.replace(TAKEN, " "))


def trimmed(text: str, start: int, end: int, loose: bool = False) -> Span | None:
    """The stretch without white space and punctuation at its ends; `loose`: nor words that lead to the next part."""
    first = _LOOSE_STARTS.match(text, start, end)
    start = first.end() if first else start
    stretch = text[start:end]
    ends = _LOOSE_ENDS.search(stretch) if loose else re.search(r"[\s,;:.\-–—(\[|*]+$", stretch)
    end = start + ends.start() if ends else end
    if text[start:end].endswith(")") and "(" not in text[start:end]:
        end -= 1
    return Span(start, end) if end > start and any(map(str.isalnum, text[start:end])) else None
