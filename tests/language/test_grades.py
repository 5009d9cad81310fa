"""Grades as therapists write them, and which band is whose neighbour."""

from __future__ import annotations

import pytest

from otassist.domain import GRADE_BANDS
from otassist.language.grades import band_of, distance

BY_NUMBER = {1: "K-2", 2: "K-2", 3: "3-5", 5: "3-5", 6: "6-8", 8: "6-8", 9: "9-12", 12: "9-12"}


@pytest.mark.parametrize(("number", "band"), BY_NUMBER.items())
@pytest.mark.parametrize("form", ["{}", " {} ", "{}th", "{}th grade", "grade {}", "Gr. {}", "{} gr"])
def test_a_number_is_its_band_however_it_is_written(number, band, form):
    assert band_of(form.format(number)) == band


@pytest.mark.parametrize(
    ("word", "band"),
    [
        ("PreK", "PreK"), ("pre-k", "PreK"), ("Pre K", "PreK"), ("PK", "PreK"), ("preschool", "PreK"),
        ("K", "K-2"), ("kinder", "K-2"), ("Kindergarten", "K-2"), ("1st", "K-2"), ("2nd grade", "K-2"),
        ("3rd gr", "3-5"), ("18-21", "18-21"), ("18–21", "18-21"), ("transition", "18-21"),
    ],
)  # fmt: skip
def test_words_are_bands(word, band):
    assert band_of(word) == band


@pytest.mark.parametrize("band", GRADE_BANDS)
def test_a_band_is_itself(band):
    assert band_of(band) == band


@pytest.mark.parametrize("word", ["", "0", "13", "-1", "grade", "banana", "3-4", "1/2", "12.5", "33", "K1", "three"])
def test_what_is_no_grade_is_no_band(word):
    assert band_of(word) is None


@pytest.mark.parametrize(
    ("band", "bands", "away"),
    [
        ("K-2", ("K-2", "9-12"), 0),
        ("K-2", ("PreK",), 1),
        ("K-2", ("9-12", "6-8"), 2),
        ("PreK", ("18-21",), 5),
        ("6-8", (), 0),
    ],
)
def test_distance_counts_bands(band, bands, away):
    assert distance(band, bands) == away
