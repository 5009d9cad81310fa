"""Numbers of a goal read for comparison: shares, times and counts in their units."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.checks import check_goal
from otassist.checks.goal_measures import measures

READ = [
    ("80%", [("share", Fraction(4, 5))]),
    ("4/5 trials", [("share", Fraction(4, 5))]),
    ("4 out of 5", [("share", Fraction(4, 5))]),
    ("four of five", [("share", Fraction(4, 5))]),
    ("three of every four", [("share", Fraction(3, 4))]),
    ("90 percent", [("share", Fraction(9, 10))]),
    ("10 minutes", [("time", Fraction(600))]),
    ("30 sec", [("time", Fraction(30))]),
    ("15 wpm", [("word", Fraction(15))]),
    ("2 prompts", [("prompt", Fraction(2))]),
    ("no more than 2 verbal prompts", [("prompt", Fraction(2))]),
    ("80% in 4/5", [("share", Fraction(4, 5)), ("share", Fraction(4, 5))]),
    ("4/0", []),
    ("1/4 inch", []),
    ("no number", []),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_measures(text: str, expected: list[tuple[str, Fraction]]) -> None:
    assert [(item.unit, item.value) for item in measures(text)] == expected


@given(st.integers(0, 20), st.integers(1, 20))
def test_a_share_above_the_whole_is_impossible(part: int, whole: int) -> None:
    found = {finding.check for finding in check_goal(f"Maya will copy words in {part} of {whole} trials.").findings}
    assert ("impossible_value" in found) == (part > whole)


@given(st.integers(1, 9), st.integers(1, 9))
def test_progress_is_a_criterion_beyond_the_baseline(now: int, target: int) -> None:
    text = f"Maya will copy words in {target}/10 trials. Baseline: {now * 10}%."
    assert ("no_progress" in {finding.check for finding in check_goal(text).findings}) == (target <= now)


@given(st.integers(1, 9), st.integers(1, 9))
def test_a_greatest_number_goes_down(now: int, target: int) -> None:
    text = f"Maya will unpack with no more than {target} prompts. Baseline: {now} prompts."
    assert ("no_progress" in {finding.check for finding in check_goal(text).findings}) == (target >= now)
