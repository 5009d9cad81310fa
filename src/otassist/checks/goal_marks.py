"""What nobody reads: a goal is read without it, and what is found is placed in the goal as it was sent.

Zero-width characters, and the second writing of a number that lawyers ask for (`eight (8) of ten (10)`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..domain import CheckedGoal, Finding, Span
from ..language.numerals import WORD, number

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")
_TWICE = re.compile(
    rf"(?<![\w-])(?P<word>{WORD}|(?:one|two|three) hundred)(?:\s(?:percent|per cent))?"
    r"(?P<again>\s?\((?P<figure>\d{1,3})\s?%?\))",
    re.IGNORECASE,
)


def seen(text: str) -> str:
    """The text without zero-width characters, soft hyphens, marks of direction and numbers said a second time."""
    return "".join(text[start:end] for start, end in _kept(text))


def placed(checked: CheckedGoal, text: str) -> CheckedGoal:
    """What was found in `seen(text)`, with its places in `text`."""
    places = [index for start, end in _kept(text) for index in range(start, end)]
    parts = {name: _there(span, places) for name, span in checked.parts.items()}
    findings = tuple(_placed(finding, places) for finding in checked.findings)
    return replace(checked, text=text, parts=parts, findings=findings)


def _kept(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that are read."""
    place = 0
    for start, end in sorted((*_unseen(text), *_repeated(text))):
        if start >= place:
            yield place, start
            place = end
    yield place, len(text)


def _unseen(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _UNSEEN.finditer(text)) if not text.isascii() else iter(())


def _repeated(text: str) -> Iterator[tuple[int, int]]:
    """` (8)` behind `eight`; two numbers that differ both stay to be seen."""
    for match in _TWICE.finditer(text) if "(" in text else ():
        if _value(match["word"]) == int(match["figure"]):
            yield match.span("again")


def _value(word: str) -> int:
    hundreds = word.lower().removesuffix(" hundred")
    times = 1 if hundreds == word.lower() else 100
    return int(number(hundreds) or 0) * times


def _there(span: Span | None, places: list[int]) -> Span | None:
    return Span(places[span.start], places[span.end - 1] + 1) if span and span.end > span.start else span


def _placed(finding: Finding, places: list[int]) -> Finding:
    if finding.start is None or finding.end is None or finding.end <= finding.start:
        return finding
    span = _there(Span(finding.start, finding.end), places)
    return replace(finding, start=span.start, end=span.end) if span else finding
