"""What holds for any text: spans lie inside, never overlap, nothing crashes, and a baseline changes no other part."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.domain import GOAL_PARTS, GoalPart
from otassist.goaltext import cores, parts_of, read

from .marked import marked

PIECES = [
    "By 5/2026",
    "given a checklist",
    "Maya will",
    "copy a sentence",
    "in 4 out of 5 trials",
    "as measured by teacher data",
    "Baseline: 2/5",
    ",",
    ".",
    ";",
    "(",
    ")",
    "\n",
    "Condition:",
    "Criterion:",
    "will",
    "the student",
    "____",
    "with",
    "by",
    "and",
    "%",
    "1/2 inch",
    "½",
    "İ",
    "🙌",
    "for 10 minutes",
    "OT",
]
TEXTS = st.one_of(st.text(max_size=150), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))


@given(TEXTS)
def test_spans_lie_inside_the_text_and_hold_something(text: str) -> None:
    for span in parts_of(text).values():
        assert span is None or (0 <= span.start < span.end <= len(text) and text[span.start : span.end].strip())


@given(TEXTS)
def test_parts_never_overlap(text: str) -> None:
    spans = sorted((span.start, span.end) for span in parts_of(text).values() if span)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@given(TEXTS)
def test_every_part_has_an_entry(text: str) -> None:
    assert tuple(parts_of(text)) == GOAL_PARTS


@given(TEXTS)
def test_cores_are_in_order_and_apart(text: str) -> None:
    found = cores(text)
    assert all(first.end <= second.start for first, second in pairwise(found))


SENTENCES = [goal.text for goal in marked("goals.txt") if not goal.parts["baseline"] and goal.text.endswith(".")]


@pytest.mark.parametrize("text", SENTENCES)
def test_a_baseline_behind_the_goal_changes_no_other_part(text: str) -> None:
    before, after = read(text), read(f"{text} Baseline: 2/5.")
    others: list[GoalPart] = [part for part in GOAL_PARTS if part != "baseline"]
    assert {part: after.part(part) for part in others} == {part: before.part(part) for part in others}
    assert after.part("baseline").endswith("2/5")


@pytest.mark.parametrize(
    "text",
    ["a " * 3000, "by " * 2000, "1/" * 2000, "with 4 of 5 " * 400, "(" * 3000, "will " * 1000, "x" * 5000, "_" * 4000],
)
def test_long_odd_texts_end_soon(text: str) -> None:
    parts_of(text)
