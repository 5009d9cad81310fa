"""Finds the present measure inside a goal."""

from __future__ import annotations

import re
from functools import cache

from ..domain import Span
from .cues import NUMBER, SENTENCE_END, compiled, either, rules
from .page import Page, trimmed

_BLANK = re.compile(r"_{2,}|\[[^\]]*\]|\b(?:tbd|to be determined|n/a)\b", re.IGNORECASE)
_AMOUNT = re.compile(
    rf"{NUMBER}|\b(?:unable|independent|assist|cues?|prompts?|requires|needs|does not|cannot|none|never|no)\b",
    re.IGNORECASE,
)


@cache
def _openings() -> tuple[re.Pattern[str], ...]:
    own = rules("patterns")["baselines"]
    openers = either(rules("cues")["baseline"]["openers"])
    return tuple(compiled(form, {"openers": openers, "value": own["value"]}) for form in own["forms"])


def baseline(page: Page) -> Span | None:
    """The first present measure; a blank is none, and a current that measures nothing is none."""
    for opening in _openings():
        for match in opening.finditer(page.left):
            end = SENTENCE_END.search(page.left, match.start() + 1, match.end())
            span = trimmed(page.text, match.start(), end.start() if end else match.end())
            if span and is_measured(page.text[span.start : span.end]):
                return span
    return None


def is_measured(content: str) -> bool:
    """Whether words give a measure or a level; a blank to fill in does not."""
    told = _BLANK.sub(" ", content)
    return _AMOUNT.search(told) is not None and not (_BLANK.search(content) and not re.search(r"\d", told))
