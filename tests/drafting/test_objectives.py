"""Short-term objectives: only where they are asked for, and never a ladder to another criterion."""

from __future__ import annotations

from dataclasses import replace

import pytest

from otassist.drafting.objectives import objectives_of

from .made import COPY, UNPACK, measured, seen

COUNTED, SUPPORTED = COPY.objectives


def steps(asked: str | None, jot: str = "copied words") -> list[str]:
    observation = seen(jot) if asked is None else seen(jot, objectives=asked)
    return [step.text for step in objectives_of(observation, COPY, next(iter(measured(jot)), None))]


@pytest.mark.parametrize("asked", ["yes", "Yes ", "y", "true", "1", "on"])
def test_they_are_written_when_asked_for(asked: str) -> None:
    assert steps(asked) == [COUNTED, SUPPORTED]


@pytest.mark.parametrize("asked", [None, "", "no", "off", "0", "maybe"])
def test_they_are_not_written_otherwise(asked: str | None) -> None:
    assert steps(asked) == []


def test_a_step_with_a_number_does_not_climb_to_the_jots_own_measure() -> None:
    assert steps("yes", "copied 2/5 words") == [SUPPORTED]


@pytest.mark.parametrize("jot", ["copied words 10 min", "copied 5/5 words", "copied words w/ mod A"])
def test_a_measure_without_a_target_leaves_the_ladder_whole(jot: str) -> None:
    assert steps("yes", jot) == [COUNTED, SUPPORTED]


def test_a_goal_without_a_ladder_has_no_steps() -> None:
    observation = seen("copied words", objectives="yes")
    assert objectives_of(observation, UNPACK, None) == ()
    assert objectives_of(observation, replace(COPY, objectives=()), None) == ()
