"""Choosing: shared words, the area and the grade decide between what retrieval found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.domain import GRADE_BANDS, BankGoal, Concern, GradeBand
from otassist.drafting.choosing import Chooser

from .made import BANK, COPY, DESK, GOALS, NOISE, UNPACK, found, seen

CHOOSER = Chooser(BANK)


def concern(text: str, area: str = "handwriting") -> Concern:
    return Concern("k1", area, ("s1",), text)  # type: ignore[arg-type]


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
    assert CHOOSER.best(concern(jot, area), found(*GOALS), seen(jot), None)[0].goal is goal


def test_what_was_not_found_or_is_no_goal_is_not_chosen() -> None:
    choices = CHOOSER.best(concern("copied words"), found(NOISE, DESK), seen("copied words"), None)
    assert [choice.goal.id for choice in choices] == ["noise-1"]
    assert CHOOSER.best(concern("copied words"), (), seen("copied words"), None) == ()


def test_a_goal_a_search_knows_and_the_bank_does_not_is_left_out() -> None:
    stranger = replace(COPY, id="stranger")
    assert CHOOSER.best(concern("copied words"), found(stranger), seen("copied words"), None) == ()


@given(st.permutations(GOALS), st.sampled_from([None, *GRADE_BANDS]))
def test_choices_fall_in_score_and_lose_no_goal(order: list[BankGoal], band: GradeBand | None) -> None:
    choices = CHOOSER.best(concern("copied words"), found(*order), seen("copied words"), band)
    scores = [choice.score for choice in choices]
    assert scores == sorted(scores, reverse=True)
    assert {choice.goal.id for choice in choices} == set(BANK)


@pytest.mark.parametrize(("band", "first"), [("K-2", "young"), ("9-12", "old")])
def test_between_equal_goals_the_grade_decides(band: GradeBand, first: str) -> None:
    young, old = replace(COPY, id="young"), replace(COPY, id="old", grade_bands=("9-12",))
    chooser = Chooser({goal.id: goal for goal in (young, old)})
    choices = chooser.best(concern("copied words"), found(young, old), seen("copied words"), band)
    assert choices[0].goal.id == first


def test_every_band_between_costs_more() -> None:
    scores = [
        CHOOSER.best(concern("copied words"), found(COPY), seen("copied words"), band)[0].score
        for band in ("K-2", "3-5", "6-8", "9-12")
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_between_equal_goals_the_area_decides() -> None:
    other = replace(COPY, id="other", area="coping")
    chooser = Chooser({goal.id: goal for goal in (other, COPY)})
    choices = chooser.best(concern("copied words"), found(other, COPY), seen("copied words"), None)
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
