"""What narrows a search, as people write it."""

from __future__ import annotations

import pytest

from otassist.retrieval.narrowing import narrowed


@pytest.mark.parametrize("blank", [None, ""])
def test_nothing_entered_narrows_nothing(blank):
    narrowing = narrowed(blank, blank, blank, blank)
    assert (narrowing.k, narrowing.kind, narrowing.area, narrowing.grade) == (5, None, None, None)
    assert narrowing.questions == ()


@pytest.mark.parametrize("area", ["self_care", "self-care", "Self care", " SELF_CARE "])
def test_an_area_is_understood_however_it_is_spelt(area):
    assert narrowed(None, None, area, None).area == "self_care"


@pytest.mark.parametrize(("grade", "band"), [("K", "K-2"), (3, "3-5"), ("18-21", "18-21"), ("3rd grade", "3-5")])
def test_a_grade_becomes_its_band(grade, band):
    assert narrowed(None, None, None, grade).grade == band


@pytest.mark.parametrize("k", [1, "7", " 12 ", 1000])
def test_a_number_of_results(k):
    assert narrowed(k, None, None, None).k == int(k)


@pytest.mark.parametrize("kind", ["goal", "practice", "Goal"])
def test_a_kind(kind):
    assert narrowed(None, kind, None, None).kind == kind.lower()


@pytest.mark.parametrize(
    ("k", "kind", "area", "grade", "about"),
    [
        (0, None, None, None, "k"),
        (1001, None, None, None, "k"),
        ("9" * 5_000, None, None, None, "k"),
        ("five", None, None, None, "k"),
        (True, None, None, None, "k"),
        ([3], None, None, None, "k"),
        ("²", None, None, None, "k"),
        (None, "goals", None, None, "kind"),
        (None, None, "penmanship", None, "area"),
        (None, None, ["self_care"], None, "area"),
        (None, None, None, "13", "grade"),
        (None, None, None, {}, "grade"),
    ],
)
def test_what_is_not_understood_is_asked_and_narrows_nothing(k, kind, area, grade, about):
    narrowing = narrowed(k, kind, area, grade)
    (question,) = narrowing.questions
    assert question.about == about
    assert (narrowing.k, narrowing.kind, narrowing.area, narrowing.grade) == (5, None, None, None)
