"""What nobody reads is read over: unseen characters, and numbers that lawyers write twice."""

from __future__ import annotations

import pytest

from otassist.checks import check_goal
from otassist.checks.goal_marks import seen

TWICE = [
    ("in eight (8) of ten (10) trials", "in eight of ten trials"),
    ("ninety percent (90%) of arrivals", "ninety percent of arrivals"),
    ("within thirty-six (36) weeks", "within thirty-six weeks"),
    ("three hundred (300) feet", "three hundred feet"),
    ("Twenty (20) consecutive days", "Twenty consecutive days"),
    ("zero (0) of five (5)", "zero of five"),
    ("sixty (60 %) of", "sixty of"),
    ("one(1) prompt", "one prompt"),
]
KEPT = [
    "in eight (10) of ten trials",
    "work samples (3)",
    "in 8 (80%) of 10 trials",
    "someone (1) writes",
    "one (a) prompt",
    "ten (10 of 20) words",
    "twenty (2) days",
    "eight [8] of ten",
]


@pytest.mark.parametrize(("written", "read"), TWICE)
def test_a_number_said_twice_is_read_once(written: str, read: str) -> None:
    assert seen(written) == read


@pytest.mark.parametrize("text", KEPT)
def test_what_says_something_else_is_read(text: str) -> None:
    assert seen(text) == text


def test_the_places_are_those_of_the_goal_as_it_was_sent() -> None:
    text = "Student shall copy the sentence in eight (8) of ten (10) trials, per work samples."
    span = check_goal(text).parts["criterion"]
    assert span
    assert text[span.start : span.end] == "in eight (8) of ten (10) trials"
