"""Finds the date or period by which a goal is to be met."""

from __future__ import annotations

import re
from functools import cache

from ..domain import Span
from .cues import NUMBER, SENTENCE_END, compiled, either, pattern, rules
from .page import Page

_TO_BE_MET = pattern("timeframes", "to_be_met")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    own, cues = rules("timeframes"), rules("cues")["timeframe"]
    lists = {name: either(forms) for name, forms in cues.items() if isinstance(forms, list)}
    named = own["named"] | lists | {"adjective": cues["units"], "number": NUMBER}
    return tuple(compiled(form, named) for form in own["patterns"]["forms"])


def timeframe(page: Page) -> Span | None:
    """The first date or period that no review or report owns; `May` the month, never `may` the permission."""
    for form in _patterns():
        for match in form.finditer(page.left):
            if not _is_a_schedule(page.left, match.start()):
                return Span(match.start() + len(match[0]) - len(match[0].lstrip(" \t\n(,.;:-*")), match.end())
    return None


def schedules(text: str) -> list[Span]:
    """Dates and periods that say when progress is reviewed or reported, or when a baseline was taken."""
    found = [match for form in _patterns() for match in form.finditer(text) if _is_a_schedule(text, match.start())]
    return [Span(match.start(), match.end()) for match in found]


def _is_a_schedule(text: str, start: int) -> bool:
    sentence = max((end.end() for end in SENTENCE_END.finditer(text, 0, start)), default=0)
    return _TO_BE_MET.search(text[max(sentence, start - 120) : start]) is not None
