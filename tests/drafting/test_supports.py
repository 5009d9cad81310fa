"""Supports that helped, and where the work is done: what was refused, lost or asked about is no support."""

from __future__ import annotations

import pytest

from otassist.drafting.supports import setting_of, supports_of
from otassist.language import words_of

from .made import seen


def supports(jot: str) -> tuple[str, ...]:
    observation = seen(jot)
    return supports_of(observation, observation.statements, words_of(jot))


def setting(jot: str) -> str:
    observation = seen(jot)
    return setting_of(observation, observation.statements)


@pytest.mark.parametrize(
    ("jot", "named"),
    [
        ("used slant board", ("slant board",)),
        ("gave slant board and timer", ("slant board", "timer")),
        ("picture schedule helps", ("picture schedule",)),
        ("needs timer during ELA", ("timer",)),
        ("used timer. timer again at desk", ("timer",)),
    ],
)
def test_what_helps_is_a_support(jot: str, named: tuple[str, ...]) -> None:
    assert supports(jot) == named


@pytest.mark.parametrize(
    "jot",
    [
        "slant board refused",
        "slant board lost",
        "slant board?",
        "does not use slant board",
        "timer no diff",
        "hates weighted pencil",
        "visual schedule broke",
        "timer ordered",
        "ignored timer",
        "copied 2/5 words",
    ],
)
def test_what_was_refused_lost_or_asked_about_is_not_taken_over(jot: str) -> None:
    assert supports(jot) == ()


def test_no_more_than_two_supports_make_a_condition() -> None:
    assert supports("pencil grip, timer, slant board") == ("pencil grip", "timer")


@pytest.mark.parametrize(
    ("jot", "place"),
    [
        ("used slant board in math", "during math"),
        ("needs timer during ELA", "during ELA"),
        ("lunch. opens milk 1/3", "during lunch"),
        ("ELA, pull-out. copied 2/5", "during ELA"),
    ],
)
def test_a_preposition_or_a_header_says_where(jot: str, place: str) -> None:
    assert setting(jot) == place


@pytest.mark.parametrize(
    "jot", ["math folder lost", "PE shoes off", "packs lunch box", "forgets math book", "copied 2/5 words"]
)
def test_a_place_that_only_names_a_thing_is_no_setting(jot: str) -> None:
    assert setting(jot) == ""


def test_before_a_place_is_not_during_it() -> None:
    assert setting("before lunch forgets hands") == "before lunch"
    assert setting("zips 0/5 pre recess") == "before recess"
    assert setting("worse p lunch") == "after lunch"
    assert setting("during math forgets pencil") == "during math"


def test_only_the_statements_asked_about_name_supports() -> None:
    jot = "used slant board. timer at desk"
    observation = seen(jot)
    first, *_ = observation.statements
    assert supports_of(observation, [first], words_of(jot)) == ("slant board",)
