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
    opening = r"(?:(?<=[\n.;|(,)\]*\x1f\t])|(?<=[.;|(,)\]*] )|(?<=  )|^)[ \t]*(?:[-*•] ?)?(?:\*\*|__)?"
    closing = r"(?:\*\*|__)?[ \t]*(?:[:=]|[–—](?=\s)|-(?=\s))(?:\*\*|__)?[ \t]*"
    return re.compile(rf"{opening}(?P<label>{forms}){closing}", re.IGNORECASE), names


def fields(page: Page) -> tuple[Field, ...]:
    """Every labelled field in order; a field ends where the next label begins, one in brackets with its bracket."""
    pattern, names = _labels()
    found = list(pattern.finditer(page.left))
    ends = [*(match.start() for match in found[1:]), len(page.left)][: len(found)]
    return tuple(
        Field(
            names[" ".join(match["label"].lower().split())],
            match.start("label"),
            Span(match.end(), _closed(page, match, end)),
        )
        for match, end in zip(found, ends, strict=True)
    )


def _closed(page: Page, match: re.Match[str], end: int) -> int:
    if page.left[: match.start("label")].rstrip(" \t*-•_").endswith("("):
        bracket = page.left.find(")", match.end(), end)
        return bracket if bracket >= 0 else end
    blank = re.compile(r"\n[ \t]*\n").search(page.left, match.end(), end)
    return blank.start() if blank and blank.start() > match.end() else end
