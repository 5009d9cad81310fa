"""Reasoning: Assessment says what the session means, not only what was measured."""

from __future__ import annotations

import pytest

from .checking import findings

REPEATED = [
    "Zipped the coat 3/5.", "Copied 4 of 5 sentences.", "Minimal verbal cues.", "Typed 16 wpm.",
    "Cut the circle with moderate assistance.", "80% of words legible.", "Opened 2/3 containers.", "Tied 1/4 knots.",
]  # fmt: skip
REASONED = [
    "Weak pinch limits opening containers at lunch.", "The cushion helped him stay seated 8/10 minutes.",
    "Copying 4/5 sentences shows progress toward the goal.", "Fatigue after 9 minutes affects written work.",
    "He needs minimal verbal cues because he loses his place.", "Reduced clutter allows him to find the line.",
    "Slow typing interferes with finishing class work.", "Independent zipping means he is ready for recess.",
]  # fmt: skip


def said(assessment: str) -> list[str]:
    found = findings(f"O: Zipped 3/5.\nA: {assessment}")
    return [item.severity for item in found if item.check == "no_reasoning"]


@pytest.mark.parametrize("assessment", REPEATED)
def test_a_measure_repeated_warns(assessment: str) -> None:
    assert said(assessment) == ["warning"]


@pytest.mark.parametrize("assessment", REASONED)
def test_reasoning_passes(assessment: str) -> None:
    assert said(assessment) == []


def test_no_assessment_has_a_finding_of_its_own() -> None:
    assert said("") == []
