"""Labelled fields of a goal: `Condition: ... Behavior: ... Criterion: ...`, on one line or several."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..domain import Span
from .cues import rules
from .page import Page


@dataclass(frozen=True, slots=True)
class Field:
    """`name` is a part of a goal or `goal`; the label stands at `start`, its content in `content`."""

    name: str
    start: int
    content: Span


@cache
def _labels() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The pattern of every label, and which field each names."""
    names = {label.lower(): name for name, labels in rules("fields").items() for label in labels}
    forms = "|".join(re.escape(label).replace(r"\ ", r"\s") for label in sorted(names, key=len, reverse=True))
    opening = (
        r"(?:(?<=[\n.;|(,)\]*\x1f\t])|(?<=[.;|(,)\]*] )|(?<=  )|^|(?P<inside>(?<=\s)))[ \t]*(?:[-*•] ?)?(?:\*\*|__)?"
    )
    closing = r"(?:\*\*|__)?[ \t]*(?:[:=]|[–—](?=\s)|-(?=\s))(?:\*\*|__)?[ \t]*"
    return re.compile(
        rf"{opening}(?P<label>(?P<first>{forms})(?:\s?#?\d{{1,2}})?(?:\s?(?:[/&+]|and)\s?(?:{forms}))?){closing}",
        re.IGNORECASE,
    ), names


_CLOSING = re.compile(r"[:=]|[-–—]\s")


def fields(page: Page) -> tuple[Field, ...]:
    """Every labelled field in order; a field ends where the next label begins, one in brackets with its bracket."""
    pattern, names = _labels()
    if _CLOSING.search(page.left) is None:
        return ()
    found = [match for match in pattern.finditer(page.left) if match["inside"] is None or _stands_out(page.text, match)]
    ends = [*(match.start() for match in found[1:]), len(page.left)][: len(found)]
    return tuple(
        Field(
            names[" ".join(match["first"].lower().split())],
            match.start("label"),
            Span(match.end(), _closed(page, match, end)),
        )
        for match, end in zip(found, ends, strict=True)
    )


def names_no_act(label: str) -> bool:
    """Whether a sentence with `will` in it cannot belong to the field."""
    return _labels()[1][" ".join(label.lower().split())] not in ("behavior", "goal", "other")


def _stands_out(text: str, match: re.Match[str]) -> bool:
    """In the middle of a line only a capital and a colon make a label."""
    return text[match.start("label")].isupper() and ":" in text[match.end("label") : match.end()]


_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z])")
_ACTED = re.compile(r"\b(?:will|shall|should)\b", re.IGNORECASE)


def _closed(page: Page, match: re.Match[str], end: int) -> int:
    if page.left[: match.start("label")].rstrip(" \t*-•_").endswith("("):
        bracket = page.left.find(")", match.end(), end)
        return bracket if bracket >= 0 else end
    if names_no_act(match["first"]):
        for sentence in _SENTENCE.finditer(page.left, match.end(), end):
            if _ACTED.search(page.left, sentence.end(), end):
                return sentence.start()
    blank = re.compile(r"\n[ \t]*\n").search(page.left, match.end(), end)
    return blank.start() if blank and blank.start() > match.end() else end
