"""Finds the date or period by which a goal is to be met."""

from __future__ import annotations

import re
from functools import cache

from ..domain import Span
from .cues import NUMBER, SENTENCE_END, compiled, either, rules
from .page import Page

_TO_BE_MET = re.compile(
    r"\b(?:progress|parents?|famil(?:y|ies)|team|data|goal|report|meeting|committee|cards?)\b[^.;,]{0,40}"
    r"\b(?:reviewed?|reported?|inform\w*|notif\w*|meets?|reconvenes?|discuss\w*|updated?|shared?|sent|summarized)\b[^.;]{0,40}$"
    r"|\b(?:(?:be|is|are|was|were|gets?) (?:reviewed|reported|updated|shared|sent)|baseline|current(?:ly)?|as of|since|dated)\b[^.;,]{0,15}$",
    re.IGNORECASE,
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    own, cues = rules("timeframes"), rules("cues")["timeframe"]
    lists = {name: either(forms) for name, forms in cues.items() if isinstance(forms, list)}
    named = own["named"] | lists | {"adjective": cues["units"], "number": NUMBER}
    return tuple(compiled(form, named) for form in own["patterns"]["forms"])


def timeframe(page: Page) -> Span | None:
    """The first date or period that no review or report owns; `May` the month, never `may` the permission."""
    for pattern in _patterns():
        for match in pattern.finditer(page.left):
            if not _is_a_schedule(page.left, match.start()):
                return Span(match.start() + len(match[0]) - len(match[0].lstrip(" \t\n(,.;:-*")), match.end())
    return None


def schedules(text: str) -> list[Span]:
    """Dates and periods that say when progress is reviewed or reported, or when a baseline was taken."""
    found = [match for pattern in _patterns() for match in pattern.finditer(text) if _is_a_schedule(text, match.start())]
    return [Span(match.start(), match.end()) for match in found]


def _is_a_schedule(text: str, start: int) -> bool:
    sentence = max((end.end() for end in SENTENCE_END.finditer(text, 0, start)), default=0)
    return _TO_BE_MET.search(text[max(sentence, start - 120) : start]) is not None


