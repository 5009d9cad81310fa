"""What stands between `will` and the verb: adverbs, `not`, and words such as `be able to`."""

from __future__ import annotations

import re

from .cues import words
from .verbs import TOKEN, gerund, leads

_ADVERBS = re.compile(r"\s*(?:\w+ly|also|then|always|often|either|both|first|each day|daily)\b,?\s*", re.IGNORECASE)
_NOT = re.compile(r"\s*(?:not|never|no longer)\b\s*", re.IGNORECASE)


def past_leads(text: str, start: int, end: int) -> tuple[int, bool]:
    """Past adverbs and words such as `be able to`; whether a `not` stood there."""
    negated = False
    while start < end:
        if match := _NOT.match(text, start, end):
            negated = True
        else:
            match = _ADVERBS.match(text, start, end) or _lead(text, start, end)
        if match is None or match.end() == start:
            break
        start = match.end()
    space = re.compile(r"[\s,:]*").match(text, start, end)
    return (space.end() if space else start), negated


def _lead(text: str, start: int, end: int) -> re.Match[str] | None:
    space = re.compile(r"\s*").match(text, start, end)
    match = leads().match(text, space.end() if space else start, end)
    if match is None:
        return None
    behind = _word_behind(text, match.end(), end)
    if " ".join(match["lead"].lower().split()) in words("acts", "lead_before_gerund"):
        return match if gerund(behind) else None
    return match


def _word_behind(text: str, start: int, end: int) -> str:
    adverbs = _ADVERBS.match(text, start, end)
    token = TOKEN.match(text, adverbs.end() if adverbs else start, end)
    return token[0] if token else ""
