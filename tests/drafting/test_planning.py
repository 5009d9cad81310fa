"""Steps to come and advice: who does it is said only where the jot says it."""

from __future__ import annotations

import pytest

from otassist.drafting.bodies import body_of
from otassist.drafting.planning import advised, after_marker, planned
from otassist.drafting.recording import spelt_out
from otassist.drafting.spelling import Voice
from otassist.language import words_of

from .made import told_of


def plans(jot: str) -> list[str]:
    statement, words = told_of(jot)
    return planned(statement, body_of(statement, words), Voice())


def advice(jot: str) -> list[str]:
    statement, words = told_of(jot)
    return advised(statement, body_of(statement, words), Voice())


@pytest.mark.parametrize(
    ("jot", "sentence"),
    [
        ("P: retry raised line", "the plan is to retry raised line"),
        ("plan: retry both", "the plan is to retry both"),
        ("P: recheck 10/3", "the plan is to recheck 10/3"),
        ("recheck 3 wks", "the plan is to recheck in 3 weeks"),
        ("P: will try slant board", "the plan is to try slant board"),
        ("teacher to keep the pad", "the teacher is to keep the pad"),
    ],
)
def test_a_step_to_come_is_a_plan(jot: str, sentence: str) -> None:
    assert plans(jot)[0] == sentence


def test_a_step_nobody_is_named_for_has_three_wordings_and_will_has_one() -> None:
    assert len(plans("P: retry raised line")) == 3
    assert plans("P: will try slant board") == ["the plan is to try slant board"]


@pytest.mark.parametrize("jot", ["P:", "copied 3/5 words", "next wk try timer"])
def test_what_is_no_step_makes_no_plan(jot: str) -> None:
    assert plans(jot) == []


@pytest.mark.parametrize(
    ("jot", "sentence"),
    [
        ("rec slant board", "the therapist recommended slant board"),
        ("rec'd seat by door", "the therapist recommended seat by door"),
        ("suggested quiet corner", "the therapist recommended quiet corner"),
        ("told Ms. K: floor spot by rail", "the therapist told Ms. K: floor spot by rail"),
    ],
)
def test_advice_is_the_therapists(jot: str, sentence: str) -> None:
    assert advice(jot)[0] == sentence


@pytest.mark.parametrize("jot", ["P:", "copied 3/5 words", "rec teacher move seat"])
def test_what_cannot_be_read_as_advice_is_left_to_be_spelt_out(jot: str) -> None:
    assert advice(jot) == []


@pytest.mark.parametrize(
    ("source", "role", "rest"),
    [
        ("rec slant board", "advice", "slant board"),
        ("next time retry", "plan", "retry"),
        ("next week retry", "plan", "next week retry"),
        ("slant board", "advice", "slant board"),
        ("rec slant board", "observation", "recommend slant board"),
    ],
)
def test_a_marker_goes_and_a_time_stays(source: str, role: str, rest: str) -> None:
    assert spelt_out(after_marker(words_of(source), role)) == rest
