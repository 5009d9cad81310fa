"""Counts of what should not happen become a baseline with a criterion of at most half of them."""

from __future__ import annotations

import pytest

from otassist.assistant import Assistant
from otassist.bootstrap import build
from otassist.drafting.baselines import candidates
from otassist.drafting.own_acts import act_of


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return build()


def held(assistant: Assistant, jot: str) -> list[tuple[str, str, str]]:
    seen = assistant.read(jot)
    return [(item.kind, item.value, item.text) for item in candidates(seen, seen.statements)]


@pytest.mark.parametrize(
    ("jot", "criterion"),
    [
        ("falls out of chair 5x in am", "falling out of the chair no more than 2 times in the morning"),
        ("out of seat 14x in 20 min", "out of their seat no more than 7 times in 20 minutes"),
        ("skips lines 5-6x/pg", "skipping lines no more than 2 times per page"),
        ("presses hard, 3 tears/page", "with no more than 1 tear per page"),
        ("tardy 6x this month", "late no more than 3 times in a month"),
    ],
)
def test_half_of_the_unwanted_is_the_criterion(assistant: Assistant, jot: str, criterion: str) -> None:
    assert [value for kind, value, _ in held(assistant, jot) if kind == "events"] == [criterion]


@pytest.mark.parametrize(
    "jot",
    [
        "raises hand 4x in 20 min",  # wanted
        "OT 2x/wk for 30 min",  # a service
        "falls 1x in am",  # half of one is none
        "3 pages/day",
        "copied 3/5 words",
    ],
)
def test_what_is_wanted_is_no_event(assistant: Assistant, jot: str) -> None:
    assert not [value for kind, value, _ in held(assistant, jot) if kind == "events"]


@pytest.mark.parametrize(
    ("jot", "act"),
    [
        ("falls out of chair 5x in am", "sit in their chair"),
        ("blurts 10x in 45 min", "raise a hand and wait to be called on"),
        ("hits peers 4x in a day", ""),
    ],
)
def test_an_event_has_an_act_in_its_place(assistant: Assistant, jot: str, act: str) -> None:
    seen = assistant.read(jot)
    assert [act_of(item) for item in candidates(seen, seen.statements) if item.kind == "events"] == [act]


@pytest.mark.parametrize(
    ("jot", "value", "text"),
    [
        ("Menstrual care = 9 steps, does 3 alone", "3/9", "Menstrual care: 9 steps, does 3 alone"),
        ("zipper - gets it seated 1/6 tries", "1/6", "zipper – gets it seated 1/6 tries"),
        ("Shutdown when work looks long, 3 of 5 pds", "3/5", "shutdown when work looks long, 3 of 5 periods"),
        ("copied 2/5 words", "2/5", "copied 2/5 words"),
        ("has 9 steps, wants 3", "9", "has 9 steps"),
    ],
)
def test_a_measure_is_told_with_what_it_is_of(assistant: Assistant, jot: str, value: str, text: str) -> None:
    assert [(v.split()[0], t) for _, v, t in held(assistant, jot)][:1] == [(value, text)]


@pytest.mark.parametrize(
    ("jot", "left"),
    [
        ("Box cutter unsafe, coach took it. Pricing gun 8/10", 0),
        ("Pricing gun 8/10", 1),
        ("Box cutter unsafe. Pricing gun 3/10", 1),
        ("rdg fluency 61 wpm", 0),
        ("types 11 wpm", 1),
    ],
)
def test_strengths_and_reading_are_no_baseline(assistant: Assistant, jot: str, left: int) -> None:
    assert len(held(assistant, jot)) == left


def test_done_without_looking_is_a_failure(assistant: Assistant) -> None:
    seen = assistant.read("crosses w/o looking 2 of 5")
    assert [item.fewer for item in candidates(seen, seen.statements)] == [True]
    seen = assistant.read("opens milk w/o spilling 2 of 5")
    assert [item.fewer for item in candidates(seen, seen.statements)] == [False]
