"""Labels of fields: what is one, where its content ends, and what only looks like one."""

from __future__ import annotations

import pytest

from otassist.goaltext.fields import fields
from otassist.goaltext.page import page

LABELLED = [
    ("Condition: given a list", [("condition", "given a list")]),
    ("CRITERIA: 4/5\nBASELINE: 1/5", [("criterion", "4/5\n"), ("baseline", "1/5")]),
    ("Maya will zip (baseline: 2/5) daily.", [("baseline", "2/5")]),
    ("Maya will zip. Measured by: tally", [("method", "tally")]),
    ("Target date: 6/15/2026. Maya will zip.", [("timeframe", "6/15/2026")]),
    ("Goal: Maya will zip.", [("goal", "Maya will zip.")]),
    ("Rationale: independence", [("other", "independence")]),
    ("Method - tally", [("method", "tally")]),
    ("method=tally", [("method", "tally")]),
    ("* **Timeline:** June", [("timeframe", "June")]),
]
UNLABELLED = [
    "Maya will zip her coat.",
    "Maya will improve her condition.",
    "By the end of the year: Maya will zip.",
    "Maya will pick one of three: red, blue or green.",
    "Maya will set a target and keep it.",
    "Maya will start at 9:30.",
    "",
]


@pytest.mark.parametrize(("text", "expected"), LABELLED)
def test_labels(text: str, expected: list[tuple[str, str]]) -> None:
    found = fields(page(text))
    assert [(field.name, text[field.content.start : field.content.end]) for field in found] == expected


@pytest.mark.parametrize("text", UNLABELLED)
def test_no_labels(text: str) -> None:
    assert fields(page(text)) == ()
