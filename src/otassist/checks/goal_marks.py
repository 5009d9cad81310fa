"""Characters that nobody sees: a goal is read without them and what is found is placed in the goal as it was sent."""

from __future__ import annotations

import re
from dataclasses import replace

from ..domain import CheckedGoal, Finding, Span

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")


def seen(text: str) -> str:
    """The text without zero-width characters, soft hyphens and marks of direction."""
    return _UNSEEN.sub("", text)


def placed(checked: CheckedGoal, text: str) -> CheckedGoal:
    """What was found in `seen(text)`, with its places in `text`."""
    places = [index for index, character in enumerate(text) if not _UNSEEN.match(character)]
    parts = {name: _there(span, places) for name, span in checked.parts.items()}
    findings = tuple(_placed(finding, places) for finding in checked.findings)
    return replace(checked, text=text, parts=parts, findings=findings)


def _there(span: Span | None, places: list[int]) -> Span | None:
    return Span(places[span.start], places[span.end - 1] + 1) if span and span.end > span.start else span


def _placed(finding: Finding, places: list[int]) -> Finding:
    if finding.start is None or finding.end is None or finding.end <= finding.start:
        return finding
    span = _there(Span(finding.start, finding.end), places)
    return replace(finding, start=span.start, end=span.end) if span else finding
