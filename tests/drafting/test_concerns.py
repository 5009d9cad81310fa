"""Concerns: one need for each area a sentence clearly speaks for; what is put off or not for OT is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.drafting import concerns, grade_of
from otassist.drafting.concerns import MOST

from .made import seen

COPIES = "copied 2/5 words from board"
UNPACKS = "unpacks backpack 2/6 steps at arrival, loses papers"
COVERS = "covers ears at loud noise in cafeteria, upset"
FALLS = "falls on stairs, cannot carry tray"
ALONE = "no peers to play with at recess, cannot join game with friends"
TYPES = "cannot log in to Chromebook, screen reader trouble, typing device"
NEEDS = (COPIES, UNPACKS, COVERS, FALLS, ALONE, TYPES)


def areas(jot: str, **context: str) -> list[str]:
    return [concern.area for concern in concerns(seen(jot, **context))]


@pytest.mark.parametrize(
    ("jot", "area"),
    [
        (COPIES, "handwriting"),
        (UNPACKS, "executive_function"),
        (COVERS, "sensory_regulation"),
        (FALLS, "gross_motor"),
        (ALONE, "social_participation"),
    ],
)
def test_one_need_is_one_concern_of_its_area(jot: str, area: str) -> None:
    assert areas(jot) == [area]


@pytest.mark.parametrize(
    "jot",
    [
        "handwriting fine, no concerns",
        "handwriting messy, will address next year",
        "elbow ROM 90 deg",
        "elbow ROM 90 deg, grip 12 lb",
        "grip strength 12 lb on dynamometer, nothing re class",
        "needs speech goal for /r/ sounds",
    ],
)
def test_what_is_put_off_of_the_body_or_for_others_is_no_concern(jot: str) -> None:
    assert areas(jot) == []


def test_a_sentence_of_a_distant_area_is_a_concern_of_its_own() -> None:
    found = concerns(seen(f"{UNPACKS}. {FALLS}"))
    assert {concern.area for concern in found} == {"executive_function", "gross_motor"}
    assert all(not set(found[0].statements) & set(other.statements) for other in found[1:])


def test_each_concern_searches_for_its_own_sentences() -> None:
    told = {concern.area: concern.query for concern in concerns(seen(f"{UNPACKS}. {FALLS}"))}
    assert "backpack" in told["executive_function"]
    assert "stairs" not in told["executive_function"]
    assert "stairs" in told["gross_motor"]


def test_the_area_entered_is_the_main_concern() -> None:
    jot = f"{UNPACKS}. {FALLS}"
    assert areas(jot, area="gross_motor")[0] == "gross_motor"
    assert areas(jot, area="executive_function")[0] == "executive_function"


def test_a_jot_of_six_needs_has_at_most_four_concerns() -> None:
    found = concerns(seen(". ".join(NEEDS)))
    assert len(found) == MOST == 4
    assert [concern.id for concern in found] == ["k1", "k2", "k3", "k4"]


@given(st.lists(st.sampled_from(NEEDS), min_size=1, max_size=6, unique=True))
def test_concerns_are_few_apart_and_told_of_the_jot(needs: list[str]) -> None:
    observation = seen(". ".join(needs))
    found = concerns(observation)
    told = [identity for concern in found for identity in concern.statements]
    assert 1 <= len(found) <= MOST
    assert len({concern.area for concern in found}) == len(found)
    assert len(told) == len(set(told))
    assert set(told) <= {statement.id for statement in observation.statements}


@pytest.mark.parametrize(
    "jot",
    [f"needs articulation goal for /r/. {COPIES}", f"{COPIES}; needs PT goal for gait", f"elbow ROM 90. {COPIES}"],
)
def test_a_mixed_jot_keeps_the_part_that_is_for_ot(jot: str) -> None:
    (concern,) = concerns(seen(jot))
    assert "copied 2/5 words" in concern.query
    assert not any(word in concern.query for word in ("articulation", "gait", "ROM"))


@pytest.mark.parametrize(
    ("jot", "grade"),
    [
        ("gr 3, copied words", "3"),
        ("2nd grade copied", "2"),
        ("5th gr", "5"),
        ("K, cuts", "K"),
        ("pre-k", "PreK"),
        ("age 19", "18-21"),
        ("age 8", None),
        ("copied 2/5 words", None),
    ],
)
def test_the_grade_is_the_one_the_jot_names(jot: str, grade: str | None) -> None:
    assert grade_of(seen(jot)) == grade


def test_a_grade_that_was_entered_comes_before_the_jots() -> None:
    assert grade_of(seen("gr 3, copied words", grade="5")) == "5"
