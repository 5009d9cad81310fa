"""Choosing: shared words, the area and the grade decide between what retrieval found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.domain import GRADE_BANDS, BankGoal, Concern, Evidence, GradeBand
from otassist.drafting.choosing import Choice, Chooser, Sought
from otassist.drafting.recognising import Likeness

from .made import BANK, COPY, DESK, GOALS, NOISE, UNPACK, found, seen

CHOOSER = Chooser(BANK)


GRADES = {"PreK": "PreK", "K-2": "1", "3-5": "4", "6-8": "7", "9-12": "10", "18-21": "18-21"}
"""A grade of each band."""


def best(
    jot: str,
    among: Sequence[Evidence],
    area: str = "handwriting",
    band: GradeBand | None = None,
    chooser: Chooser = CHOOSER,
    likeness: Mapping[str, Likeness] = MappingProxyType({}),
) -> tuple[Choice, ...]:
    """The goals for a jot that is all of one concern."""
    sought = Sought(Concern("k1", area, ("s1",), jot), likeness)  # type: ignore[arg-type]
    return chooser.best(sought, among, seen(jot, **({"grade": GRADES[band]} if band else {})))


@pytest.mark.parametrize(
    ("jot", "area", "goal"),
    [
        ("copied words from board", "handwriting", COPY),
        ("unpacks backpack at arrival", "executive_function", UNPACK),
        ("covers ears at loud noise in cafeteria", "sensory_regulation", NOISE),
        ("unpacks backpack at arrival", "handwriting", UNPACK),
    ],
)
def test_the_goal_that_shares_the_words_comes_first(jot: str, area: str, goal: BankGoal) -> None:
    assert best(jot, found(*GOALS), area)[0].goal is goal


def test_what_was_not_found_or_is_no_goal_is_not_chosen() -> None:
    choices = best("copied words", found(NOISE, DESK))
    assert [choice.goal.id for choice in choices] == ["noise-1"]
    assert best("copied words", ()) == ()


def test_a_goal_a_search_knows_and_the_bank_does_not_is_left_out() -> None:
    stranger = replace(COPY, id="stranger")
    assert best("copied words", found(stranger)) == ()


@given(st.permutations(GOALS), st.sampled_from([None, *GRADE_BANDS]))
def test_choices_fall_in_score_and_lose_no_goal(order: list[BankGoal], band: GradeBand | None) -> None:
    choices = best("copied words", found(*order), band=band)
    scores = [choice.score for choice in choices]
    assert scores == sorted(scores, reverse=True)
    assert {choice.goal.id for choice in choices} == set(BANK)


@pytest.mark.parametrize(("band", "first"), [("K-2", "young"), ("9-12", "old")])
def test_between_equal_goals_the_grade_decides(band: GradeBand, first: str) -> None:
    young, old = replace(COPY, id="young"), replace(COPY, id="old", grade_bands=("9-12",))
    chooser = Chooser({goal.id: goal for goal in (young, old)})
    choices = best("copied words", found(young, old), band=band, chooser=chooser)
    assert choices[0].goal.id == first


def test_every_band_between_costs_more() -> None:
    scores = [best("copied words", found(COPY), band=band)[0].score for band in ("K-2", "3-5", "6-8", "9-12")]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_a_goal_whose_jotted_needs_are_like_the_jot_is_found_without_a_search() -> None:
    likeness = {"noise-1": Likeness(0.9, 0.95)}
    choices = best("copied words", found(COPY), likeness=likeness)
    assert {choice.goal.id: choice.likeness for choice in choices} == {"copy-1": 0.0, "noise-1": 0.95}


def test_the_more_alike_of_two_goals_comes_first() -> None:
    near, far = replace(COPY, id="near"), replace(COPY, id="far")
    chooser = Chooser({goal.id: goal for goal in (far, near)})
    likeness = {"near": Likeness(0.6, 0.6), "far": Likeness(0.4, 0.4)}
    assert best("copied words", found(far, near), chooser=chooser, likeness=likeness)[0].goal.id == "near"


def test_between_equal_goals_the_area_decides() -> None:
    other = replace(COPY, id="other", area="coping")
    chooser = Chooser({goal.id: goal for goal in (other, COPY)})
    choices = best("copied words at the board in class", found(other, COPY), chooser=chooser)
    assert choices[0].goal is COPY


@pytest.mark.parametrize(
    ("text", "goal", "shares"),
    [
        ("copied words from board", COPY, True),
        ("unpacks backpack", UNPACK, True),
        ("the student will", COPY, False),
        ("unpacks backpack", COPY, False),
        ("", COPY, False),
    ],
)
def test_only_telling_words_are_shared(text: str, goal: BankGoal, shares: bool) -> None:
    assert (CHOOSER.shared(goal, text) > 0) is shares


@given(st.text(max_size=40).filter(str.strip), st.sampled_from(GOALS))
def test_what_is_shared_is_a_share(text: str, goal: BankGoal) -> None:
    assert 0 <= CHOOSER.shared(goal, text) <= 1 + 1e-9
