"""Measures: what the jot counted, and a target that is beyond it in the same measure."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.domain import Statement
from otassist.drafting.measures import Measure
from otassist.drafting.targets import target

from .made import measured


def made(kind: str, value: str, unit: str = "opportunities", fewer: bool = False) -> Measure:
    return Measure(value, Statement("s1", value, 0, len(value)), (), kind, value, unit, fewer)


@pytest.mark.parametrize(
    ("jot", "text", "kind", "value", "unit"),
    [
        ("copied 2/5 words", "copied 2/5 words", "ratio", "2/5", "words"),
        ("open 2 of 4 containers", "open 2 of 4 containers", "ratio", "2/4", "containers"),
        ("6/8 steps w/ min A", "6/8 steps with minimal assistance", "ratio", "6/8", "steps"),
        ("waits 3/5 min", "waits 3/5 minutes", "ratio", "3/5 minute", "minutes"),
        ("legible 70%", "legible 70%", "percent", "70%", "opportunities"),
        ("types 12 wpm", "types 12 words per minute", "measure", "12 word per minute", "opportunities"),
        ("writes 20 letters/min", "writes 20 letters per minute", "rate", "20 letter per minute", "opportunities"),
        ("sat 10 min", "sat 10 minutes", "duration", "10 minute", "opportunities"),
        ("late 3x", "late 3 times", "times", "3 x", "opportunities"),
        ("cut 3 shapes", "cut 3 shapes", "number", "3", "shapes"),
        ("needs mod A for zipper", "needs moderate assistance for zipper", "level", "moderate assistance", None),
        ("SBA on stairs", "standby assistance on stairs", "level", "standby assistance", None),
    ],
)
def test_a_measure_is_read_in_full_english(jot: str, text: str, kind: str, value: str, unit: str | None) -> None:
    (measure,) = measured(jot)
    assert (measure.text, measure.kind, measure.value) == (text, kind, value)
    assert unit is None or measure.unit == unit


@pytest.mark.parametrize("jot", ["one binder on desk", "put two books away", "asks aide b4 trying", "keeps one crayon"])
def test_words_for_numbers_and_plain_words_measure_nothing(jot: str) -> None:
    assert measured(jot) == []


def test_the_most_telling_measure_of_a_statement_counts() -> None:
    (measure,) = measured("copied 2/5 words in 10 min w/ mod A")
    assert measure.kind == "ratio"


@pytest.mark.parametrize(
    ("jot", "fewer"),
    [
        ("4/10 lines missed", True),
        ("late 3x", True),
        ("errors 40%", True),
        ("bumped peers x3", True),
        ("spills 1/5", True),
        ("copied 4/10 lines", False),
        ("legible 40%", False),
        ("zipped 3x", False),
    ],
)
def test_what_should_not_happen_is_counted_down(jot: str, fewer: bool) -> None:
    assert [measure.fewer for measure in measured(jot)] == [fewer]


@pytest.mark.parametrize(
    ("jot", "criterion"),
    [
        ("copied 2/5 words", "in 4 of 5 words"),
        ("opens milk 2/5 trials", "on 4 of 5 trials"),
        ("waits 3/5 min", "for 5 of 5 minutes"),
        ("legible 70%", "with 90% of the writing readable"),
        ("types 12 wpm", "at 16 words per minute"),
        ("writes 20 letters/min", "at 26 letters per minute"),
        ("4/10 lines missed", "in 9 of 10 lines"),
        ("errors 40%", "in no more than 15% of opportunities"),
    ],
)
def test_a_target_keeps_the_form_of_the_measure(jot: str, criterion: str) -> None:
    assert [target(measure) for measure in measured(jot)] == [criterion]


@pytest.mark.parametrize(
    "jot",
    [
        "copied 5/5 words",
        "spills 0/5",
        "sat 10 min",
        "late 3x",
        "cut 3 shapes",
        "needs mod A for zipper",
        "legible 100%",
    ],
)
def test_where_nothing_lies_beyond_or_only_the_therapist_can_say_no_target_is_proposed(jot: str) -> None:
    (measure,) = measured(jot)
    assert target(measure) == ""


@given(st.integers(0, 60), st.integers(1, 60))
def test_a_ratio_goes_up_and_stays_within_the_whole(done: int, whole: int) -> None:
    proposed = target(made("ratio", f"{done}/{whole}"))
    if done >= whole:
        assert proposed == ""
        return
    said = re.fullmatch(r"on (\d+) of (\d+) opportunities", proposed)
    assert said is not None
    assert done < int(said[1]) <= whole == int(said[2])


@given(st.integers(0, 60), st.integers(1, 60))
def test_of_a_ratio_of_errors_the_rest_goes_up(done: int, whole: int) -> None:
    proposed = target(made("ratio", f"{done}/{whole}", fewer=True))
    if not 0 < done <= whole:
        assert proposed == ""  # nothing is missed: the bank's own criterion stands
        return
    said = re.fullmatch(r"on (\d+) of (\d+) opportunities", proposed)
    assert said is not None
    assert whole - done < int(said[1]) <= int(said[2]) == whole


@pytest.mark.parametrize(
    ("jot", "kind", "value"),
    [
        ("stays 9 min of a 45 min shift", "ratio", "9/45 minute"),
        ("on task 4 min of 20", "ratio", "4/20 minute"),
        ("played in 2 songs of 5", "ratio", "2/5"),
        ("joins tag 1 in 5 days", "ratio", "1/5 day"),
        ("wrote 18 words in 10 min", "pace", "18 in 10 minutes"),
        ("3 walk offs in 2 wks", "duration", "2 week"),
    ],
)
def test_a_count_and_its_whole_are_one_measure(jot: str, kind: str, value: str) -> None:
    (measure,) = measured(jot)
    assert (measure.kind, measure.value) == (kind, value)


@given(st.integers(0, 1000).map(lambda tenths: tenths / 10))
def test_a_percentage_goes_up_and_stays_within_a_hundred(now: float) -> None:
    proposed = target(made("percent", f"{now:g}%"))
    said = re.fullmatch(r"with ([\d.]+)% of opportunities", proposed)
    assert proposed == "" if now == 100 else said is not None and now < float(said[1]) <= 100


@given(st.integers(2, 99))
def test_a_percentage_of_errors_goes_down(now: int) -> None:
    said = re.fullmatch(r"in no more than (\d+)% of opportunities", target(made("percent", f"{now}%", fewer=True)))
    assert said is not None
    assert int(said[1]) < now


@pytest.mark.parametrize("now", [0, 1])
def test_a_percentage_of_hardly_any_errors_is_not_made_worse(now: int) -> None:
    said = re.search(r"(\d+)%", target(made("percent", f"{now}%", fewer=True)))
    assert said is None or int(said[1]) < now


@given(st.integers(1, 200))
def test_a_rate_goes_up(now: int) -> None:
    said = re.fullmatch(r"at (\d+) words per minute", target(made("rate", f"{now} word per minute")))
    assert said is not None
    assert int(said[1]) > now


def test_a_rate_of_nothing_is_no_target() -> None:
    assert target(made("rate", "0 word per minute")) in ("", "at 1 words per minute", "at 1 word per minute")


@pytest.mark.parametrize(("kind", "value"), [("ratio", "some/5"), ("rate", "fast"), ("percent", "250%")])
def test_a_value_that_makes_no_sense_has_no_target(kind: str, value: str) -> None:
    assert target(made(kind, value)) == ""
