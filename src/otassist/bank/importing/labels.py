"""What an item calls itself: "Long Term Goal:", "STO 1.1:", "Objectives:"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ...language.tables import rules
from .saying import begins_a_goal

_CODE = re.compile(r"[A-Z]{1,4}[-.]?\d{1,3}(?:\.\d{1,3})?\s*[–—:-]\s")
"""A bank's own number for a goal: `HW1 – `, `FM-12: `; it is one only where a goal follows."""

LabelKind = Literal["goal", "objective", "goals", "objectives"]


@dataclass(frozen=True, slots=True)
class Label:
    """What the label says that follows, and the text behind it; empty where the label stands alone."""

    kind: LabelKind
    rest: str


def label_of(text: str) -> Label | None:
    """The label in front of a text, with a number, a colon or nothing behind it; None where there is none."""
    for kind in ("objectives", "goals", "objective", "goal"):
        if found := _pattern(kind).match(text):
            return Label(kind, text[found.end() :].strip())
    code = _CODE.match(text)
    return Label("goal", text[code.end() :].strip()) if code and begins_a_goal(text[code.end() :].strip()) else None


@cache
def _pattern(kind: LabelKind) -> re.Pattern[str]:
    words = sorted(rules("bank_import")["labels"][kind], key=len, reverse=True)
    phrase = "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in words)
    number = r"\s*#?\s*(?:\d{1,3}(?:\.\d{1,3})*[a-z]?|[A-Za-z](?=\s*[:.)–—-]))"
    ending = r"\s*(?:[:.)]|[–—-](?=\s))"
    alone = r"\s*:?\s*$"
    plural = kind.endswith("s")
    behind = rf"(?:{ending}|{alone})" if plural else rf"(?:{number}(?:{ending}|\s+|$)|{ending}|{alone})"
    return re.compile(rf"[\[(*]*(?:{phrase})\.?(?:\s*\([^)]{{0,30}}\))?[\])*]*{behind}[*]*", re.I)
