"""Cores of a criterion: the kind of each number, its whole stretch, and numbers that are none."""

from __future__ import annotations

import pytest

from otassist.goaltext import cores

KINDS = [
    ("with 80% accuracy", "percent", "with 80% accuracy"),
    ("at least 90 percent of the time", "percent", "at least 90 percent of the time"),
    ("in 4 out of 5 trials", "ratio", "in 4 out of 5 trials"),
    ("in three of every four attempts", "ratio", "in three of every four attempts"),
    ("4/5 opportunities", "ratio", "4/5 opportunities"),
    ("8 words out of 10", "ratio", "8 words out of 10"),
    ("three-quarters of the letters", "ratio", "three-quarters of the letters"),
    ("at least 3 times per day", "times", "at least 3 times per day"),
    ("twice a week", "times", "twice a week"),
    ("at a rate of 30 items per hour", "rate", "at a rate of 30 items per hour"),
    ("15 wpm", "rate", "15 wpm"),
    ("a score of 3 or higher on a 4-point rubric", "rubric", "a score of 3 or higher on a 4-point rubric"),
    ("for 10 minutes", "duration", "for 10 minutes"),
    ("within 30 seconds of the direction", "duration", "within 30 seconds of the direction"),
    ("in under 2 minutes", "duration", "in under 2 minutes"),
    ("in 2 minutes or less", "duration", "in 2 minutes or less"),
    ("within 1/4 inch of the line", "distance", "within 1/4 inch of the line"),
    ("for 50 feet", "distance", "for 50 feet"),
    ("with no more than 2 verbal prompts", "max", "with no more than 2 verbal prompts"),
    ("with 2 or fewer reminders", "max", "with 2 or fewer reminders"),
    ("with no errors", "none", "with no errors"),
    ("at least 5 sentences", "least", "at least 5 sentences"),
    ("across 3 consecutive sessions", "span", "across 3 consecutive sessions"),
    ("4 weeks in a row", "span", "4 weeks in a row"),
    ("all 6 steps", "steps", "all 6 steps"),
    ("every time", "every", "every time"),
    ("with 2 verbal cues", "cue", "with 2 verbal cues"),
    ("each morning", "daily", "each morning"),
]
NONE = [
    "8 snap fasteners",
    "a five-word sentence",
    "3-step directions",
    "a 12-point font",
    "3 picture symbols",
    "a 5-minute break",
    "____ accuracy",
    "with __% accuracy",
    "one of the strategies",
    "no numbers here",
    "once seated",
    "zoomed to 150 percent",
    "",
]


@pytest.mark.parametrize(("text", "kind", "stretch"), KINDS)
def test_kinds(text: str, kind: str, stretch: str) -> None:
    found = cores(text)
    assert [(core.kind, text[core.start : core.end]) for core in found] == [(kind, stretch)]


@pytest.mark.parametrize("text", NONE)
def test_no_cores(text: str) -> None:
    assert [core for core in cores(text) if core.weight >= 0.6] == []
