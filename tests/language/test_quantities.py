"""Quantities: each is found where it stands, printed in its own form, and nothing of it is dropped."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.language.quantities import Quantity, find, normal, number, numbers


def told(text: str) -> list[tuple[str, str, str]]:
    return [(text[item.start : item.end], item.kind, item.spoken) for item in find(text)]


def only(text: str) -> Quantity:
    found = find(text)
    assert len(found) == 1, told(text)
    return found[0]


RATIOS = [
    ("3/5 sentences", "3/5", "3/5"),
    ("cut 3 / 5 lines", "3 / 5", "3/5"),
    ("got 3 of 5", "3 of 5", "3 of 5"),
    ("3 out of 5 trials", "3 out of 5", "3 out of 5"),
    ("two of three buttons", "two of three", "two of three"),
    ("four out of six", "four out of six", "four out of six"),
    ("1 of the 3 problems", "1 of the 3", "1 of the 3"),
    ("3 of last 5 days", "3 of last 5 days", "3 of last 5 days"),
    ("3-4/5 opps", "3-4/5", "3-4/5"),
    ("4.5/5 on rubric", "4.5/5", "4.5/5"),
    ("0/3 engaged", "0/3", "0/3"),
    ("zipped 4/5x", "4/5x", "4/5 times"),
    ("at desk 6 of 8 min", "6 of 8 min", "6 of 8 minutes"),
    ("sat 10/12 min", "10/12 min", "10/12 minutes"),
    ("~3/5 letters", "~3/5", "approximately 3/5"),
    ("staff say x4 of 5", "x4 of 5", "4 of 5"),
    ("2/2 trials", "2/2", "2/2"),
    ("opened 4/5 in class", "4/5", "4/5"),
    ("spacing 4/6 min A", "4/6", "4/6"),
]


@pytest.mark.parametrize(("text", "source", "spoken"), RATIOS)
def test_a_share_keeps_its_form(text: str, source: str, spoken: str) -> None:
    assert told(text) == [(source, "ratio", spoken)]


DATES = [
    "obs 11/4",
    "seen on 3/5, cut well",
    "by Fri 2/7",
    "wk of 4/7",
    "due 5/6",
    "ended 10/27",
    "10/3 probe",
    "since 3/4 she",
    "11/4/25",
    "10/2025",
    "2025-10-03",
    "02/30/2018",
    "9/1-10/15",
    "12/1 to 12/5",
]
NO_DATES = [
    "3/5 trials",
    "on 3/5 trials",
    "on 6/8 lines",
    "in 4/5",
    "13/2 then",
    "14/20 formed",
    "by 4/5 of letters",
    "taught it back 4/5 right",
    "obs 3/5 correct",
    "4/14 reversals",
    "on 4/0",
    "chairs 13/20, reg chair mon 9/20",
]


@pytest.mark.parametrize("text", DATES)
def test_a_date_is_no_fraction(text: str) -> None:
    assert only(text).kind == "date"


@pytest.mark.parametrize("text", NO_DATES)
def test_a_fraction_is_no_date(text: str) -> None:
    assert {item.kind for item in find(text)} == {"ratio"}


MONTHS = [
    ("Oct 3", "October 3"),
    ("sept. 12", "September 12"),
    ("Aug 19-23", "August 19-23"),
    ("March 5", "March 5"),
    ("jan 5th", "January 5th"),
    ("Sept 2024", "September 2024"),
    ("Nov 2, 2025", "November 2, 2025"),
    ("14 Oct", "14 October"),
]
NO_MONTHS = [
    "maybe 2 min",
    "markers 4",
    "march 5 steps",
    "dec 2 prompts",
    "may 2 letters",
    "marks 3",
    "decided 2",
    "novel 3",
]


@pytest.mark.parametrize(("text", "spoken"), MONTHS)
def test_a_month_is_spelt_out(text: str, spoken: str) -> None:
    assert told(text) == [(text, "date", spoken)]


@pytest.mark.parametrize("text", NO_MONTHS)
def test_a_word_that_begins_like_a_month_is_none(text: str) -> None:
    assert "date" not in {item.kind for item in find(text)}


DURATIONS = [
    ("30min", "30 minutes"),
    ("1 min", "1 minute"),
    ("10-15 min", "10-15 minutes"),
    ("10 to 15 mins", "10 to 15 minutes"),
    ("5+ min", "5 or more minutes"),
    ("<2 min", "less than 2 minutes"),
    ("~6 min", "approximately 6 minutes"),
    (">= 5 min", "at least 5 minutes"),
    ("x 5 min", "for 5 minutes"),
    ("x ~6 min", "for approximately 6 minutes"),
    ("two minutes", "two minutes"),
    ("1 1/2 hrs", "1 1/2 hours"),
    ("2½ min", "2½ minutes"),
    ("2 and a half min", "2 and a half minutes"),
    ("1 hr 20 min", "1 hour 20 minutes"),
    ("2 min 30 sec", "2 minutes 30 seconds"),
    ("2:35 min", "2:35 minutes"),
    ("20-min", "20-minute"),
    ("25m", "25 minutes"),
    ("30s", "30 seconds"),
    ("2w", "2 weeks"),
    ("3 wks", "3 weeks"),
    ("half an hour", "half an hour"),
    ("10–15 min", "10–15 minutes"),
]
NO_DURATIONS = [
    "3/5 min A",
    "needs 4 min vc",
    "x3 min assist",
    "2 min-mod A",
    "6 w/o help",
    "1x w mod vc",
    "writes 5s backwards",
    "3D shapes",
    "10 m walk",
    "in the 1980s",
    "min a day",
]


@pytest.mark.parametrize(("text", "spoken"), DURATIONS)
def test_a_duration_is_spelt_out(text: str, spoken: str) -> None:
    assert told(f"worked {text}, then stopped") == [(text, "duration", spoken)]


@pytest.mark.parametrize("text", NO_DURATIONS)
def test_minutes_are_read_only_where_meant(text: str) -> None:
    assert "duration" not in {item.kind for item in find(text)}


def test_the_point_of_a_sentence_stays_outside() -> None:
    assert told("sat 5 min. Left") == [("5 min", "duration", "5 minutes")]
    assert told("5 min. of cutting") == [("5 min.", "duration", "5 minutes")]


RATES = [
    ("2x/wk", "frequency", "2 times per week"),
    ("3x a week", "frequency", "3 times per week"),
    ("2-3x/day", "frequency", "2-3 times per day"),
    ("1x weekly", "frequency", "1 time per week"),
    ("twice a day", "frequency", "twice per day"),
    ("once per class", "frequency", "once per class"),
    ("x 3 wkly", "frequency", "3 times per week"),
    ("x2/day", "frequency", "2 times per day"),
    ("q 5 min", "frequency", "every 5 minutes"),
    ("q5min", "frequency", "every 5 minutes"),
    ("every 10-15 min", "frequency", "every 10-15 minutes"),
    ("every few min", "frequency", "every few minutes"),
    ("2x30/wk", "service", "2 times per week for 30 minutes"),
    ("2 x 30 min/wk", "service", "2 times per week for 30 minutes"),
    ("2x/wk x 30 min", "service", "2 times per week for 30 minutes"),
    ("30 min/wk", "service", "30 minutes per week"),
    ("120 min/mo", "service", "120 minutes per month"),
    ("10 min a session", "service", "10 minutes per session"),
    ("5 min a day", "service", "5 minutes per day"),
    ("31 LTRS/MIN", "rate", "31 letters per minute"),
    ("22 letters per min", "rate", "22 letters per minute"),
    ("11 wds/5 min", "rate", "11 words per 5 minutes"),
    ("2 errors/line", "rate", "2 errors per line"),
    ("19 wpm", "measure", "19 words per minute"),
    ("90 wcpm", "measure", "90 correct words per minute"),
]


@pytest.mark.parametrize(("text", "kind", "spoken"), RATES)
def test_how_often_and_how_fast(text: str, kind: str, spoken: str) -> None:
    assert told(f"has {text}.") == [(text, kind, spoken)]


NO_RATES = [
    "1x w mod vc",
    "2x class",
    "2x this week",
    "2/wk",
    "5 steps in 3 min",
    "30 min, wk 2",
    "1x w/ aide",
]


@pytest.mark.parametrize("text", NO_RATES)
def test_no_rate_is_made_up(text: str) -> None:
    assert not {item.kind for item in find(text)} & {"frequency", "service", "rate"}


TIMES = [
    ("x4", "4 times"),
    ("x 3-4", "3-4 times"),
    ("4x", "4 times"),
    ("1x", "1 time"),
    ("0x", "0 times"),
    ("2-3x", "2-3 times"),
    ("two times", "two times"),
    ("×3", "3 times"),
    ("X3", "3 times"),
    ("~5x", "approximately 5 times"),
    ("3+ times", "3 or more times"),
    ("twice", "twice"),
    ("once", "once"),
]


@pytest.mark.parametrize(("text", "spoken"), TIMES)
def test_how_many_times(text: str, spoken: str) -> None:
    assert told(f"dropped it {text}.") == [(text, "times", spoken)]


NO_TIMES = [
    "once seated he began",
    "I once started",
    "once we did",
    "at once",
    "3x10 putty",
    "8.5x11 paper",
    "x marks",
    "box 3",
    "x",
    "taxes",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_number_of_times(text: str) -> None:
    assert "times" not in {item.kind for item in find(text)}


SIZES = [
    ("1/4 in", "distance", "1/4 inch"),
    ('1/2"', "distance", "1/2 inch"),
    ("1/8 inch", "distance", "1/8 inch"),
    ("1 1/2 in", "distance", "1 1/2 inches"),
    ("6in", "distance", "6 inches"),
    ("20 ft", "distance", "20 feet"),
    ("1cm", "distance", "1 centimeter"),
    ("5 ft 2 in", "distance", "5 feet 2 inches"),
    ("2 lb", "measure", "2 pounds"),
    ("5#", "measure", "5 pounds"),
    ("45 deg", "measure", "45 degrees"),
    ("1.5 SD", "measure", "1.5 standard deviations"),
    ("16th %ile", "measure", "16th percentile"),
    ("$1.25", "money", "$1.25"),
    ("75 cents", "money", "75 cents"),
]
NO_SIZES = [
    "3/4 in math",
    "4/5 in the box",
    "6 in line",
    "2 in class",
    "1/2 in her book",
    "put 3 in",
    "8 in all",
    "2/4 in cursive",
]


@pytest.mark.parametrize(("text", "kind", "spoken"), SIZES)
def test_sizes_weights_and_money(text: str, kind: str, spoken: str) -> None:
    assert told(f"about {text}, then") == [(text, kind, spoken)]


@pytest.mark.parametrize("text", NO_SIZES)
def test_in_is_mostly_a_preposition(text: str) -> None:
    assert "distance" not in {item.kind for item in find(text)}


def test_an_inch_stands_before_a_size() -> None:
    assert told("3/4 on 1/2 in lines") == [("3/4", "ratio", "3/4"), ("1/2 in", "distance", "1/2 inch")]
    assert told("2 in wide") == [("2 in", "distance", "2 inches")]


OTHERS = [
    ("1:45pm", "clock_time", "1:45pm"),
    ("9:05-9:35", "clock_time", "9:05-9:35"),
    ("8:15 - 8:45am", "clock_time", "8:15-8:45am"),
    ("1-1:30 pm", "clock_time", "1-1:30 pm"),
    ("10am-11am", "clock_time", "10am-11am"),
    ("2 pm", "clock_time", "2 pm"),
    ("7y3m", "age", "7 years 3 months"),
    ("5;7", "age", "5;7"),
    ("age 5-7", "age", "age 5-7"),
    ("7 yr old", "age", "7 years old"),
    ("19 y/o", "age", "19 years old"),
    ("5th gr", "grade", "5th grade"),
    ("4TH GR", "grade", "4th grade"),
    ("gr 3", "grade", "grade 3"),
    ("3rd-5th grade", "grade", "3rd-5th grade"),
    ("12:1:1", "ratio_support", "12:1:1"),
    ("1:1", "ratio_support", "1:1"),
    ("80 %", "percent", "80%"),
    ("50-60%", "percent", "50-60%"),
    ("80%+", "percent", "80% or more"),
    ("80 percent", "percent", "80%"),
    (">=80%", "percent", "at least 80%"),
    ("2nd", "ordinal", "2nd"),
    (">5", "number", "more than 5"),
    ("~10", "number", "approximately 10"),
    ("5+", "number", "5 or more"),
    ("3-4", "number", "3-4"),
    ("1,200", "number", "1,200"),
    (".9", "number", ".9"),
    ("a dozen", "number", "a dozen"),
    ("half a dozen", "number", "half a dozen"),
    ("twenty-five", "number", "twenty-five"),
    ("3x10", "number", "3 × 10"),
]


@pytest.mark.parametrize(("text", "kind", "spoken"), OTHERS)
def test_clock_age_grade_percent_and_bare_numbers(text: str, kind: str, spoken: str) -> None:
    assert told(f"had {text}, ok") == [(text, kind, spoken)]


NOTHING = [
    "refused 2/2 fatigue",
    "slow 2/2 low tone",
    "the BOT-2",
    "K-2 class",
    "the 504",
    "the one on top",
    "add one",
    "no one",
    "the 1234567 tag",
    "v2 b4",
    "the lower half",
    "someone",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_quantity_is_left_alone(text: str) -> None:
    assert told(text) == []


SEVERAL = [
    ("Trial 1: 3/5", ["1", "3/5"]),
    ("Trial 1 - 3/5", ["1", "3/5"]),
    ("trial 1 - 80%", ["1", "80%"]),
    ("3/5 -> 4/5", ["3/5", "4/5"]),
    ("60% > 80%", ["60%", "80%"]),
    ("x5 -> 5/10", ["x5", "5/10"]),
    ("went from 3 to 5/10", ["3", "5/10"]),
    ("10 min-15 min", ["10 min", "15 min"]),
    ("row 4, 11 wds/5 min, 3 omit", ["4", "11 wds/5 min", "3"]),
    ("did 1+2", ["1", "2"]),
    ("1st half x5", ["1st", "x5"]),
    ("4/10 in 20 min", ["4/10", "20 min"]),
]


@pytest.mark.parametrize(("text", "sources"), SEVERAL)
def test_neighbours_stay_apart(text: str, sources: list[str]) -> None:
    assert [source for source, *_ in told(text)] == sources
    assert "more than" not in " ".join(spoken for *_, spoken in told(text))


SPOKEN = sorted({row[-1] for table in (RATIOS, MONTHS, DURATIONS, RATES, TIMES, SIZES, OTHERS) for row in table})


@pytest.mark.parametrize("spoken", SPOKEN)
def test_what_a_note_prints_is_read_again_as_the_same(spoken: str) -> None:
    text = spoken.removeprefix("for ").removeprefix("approximately ")
    found = find(text)
    assert [normal(item.spoken).removeprefix("for ") for item in found] == [normal(text)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("3 of 5", "3/5"),
        ("three out of five", "3/5"),
        ("3 of the 5", "3 / 5"),
        ("10 minutes", "10 minute"),
        ("5-minute", "5 minute"),
        ("two minutes", "2 minutes"),
        ("4 times", "4 time"),
        ("twice per day", "2 times per day"),
        ("02/05/2025", "2/5/2025"),
        ("a dozen", "12"),
    ],
)
def test_equal_quantities_have_one_normal_form(left: str, right: str) -> None:
    assert normal(left) == normal(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("3/5", "4/5"),
        ("4 of 6", "67%"),
        ("10 minutes", "10 seconds"),
        ("10", "100"),
        ("1.05", "1.5"),
        ("more than 5", "5"),
        ("2 times", "2 minutes"),
        ("3-4", "34"),
    ],
)
def test_different_quantities_have_different_forms(left: str, right: str) -> None:
    assert normal(left) != normal(right)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3),
        (".5", 0.5),
        ("1,200", 1200),
        ("twenty-five", 25),
        ("Twice", 2),
        ("a dozen", 12),
        ("1½", 1.5),
        ("2/4", 0.5),
    ],
)
def test_a_number_in_any_spelling(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "min", "3/0", "x4", "a", "½½", "one two three", "5 min"])
def test_what_is_no_number(text: str) -> None:
    assert number(text) is None


def test_numerals_come_in_order_and_whole() -> None:
    assert numbers("3/5 and 10 min, 1,200 or .5; 1234567") == ["3", "5", "10", "1200", "1/2", "1234567"]


# The last ones match `s`, `i` and `k` where case is ignored, or are digits of other scripts.
WRITTEN = (
    "1 2 3/5 10 min mins x × % - – / . , : ; of out to or and half a dozen one two twice once every q "
    'few per wk day am pm vc A I in inch " # $ ~ < > ≥ + ½ 1,000 Oct may on obs gr th st y/o age'
)
PIECES = st.sampled_from([*WRITTEN.split(), "\n", "\u017f", "\u0131", "\u0130", "\u212a", "\u0663", "²"])
JOTS = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "  "])), max_size=24).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


@given(st.one_of(JOTS, st.text(max_size=80)))
def test_find_is_total_ordered_and_exact(text: str) -> None:
    end = 0
    for item in find(text):
        assert end <= item.start < item.end <= len(text)
        source = text[item.start : item.end]
        assert source == source.strip()
        assert re.findall(r"\d+", source) == re.findall(r"\d+", item.spoken)
        assert item.value == normal(item.spoken)
        end = item.end


@given(JOTS)
def test_no_numeral_is_cut_in_two(text: str) -> None:
    for item in find(text):
        assert not (text[item.start].isdecimal() and text[: item.start][-1:].isdecimal())
        assert not (text[item.end - 1].isdecimal() and text[item.end : item.end + 1].isdecimal())


@given(st.integers(0, 999_999), st.integers(0, 99))
def test_changing_a_number_changes_exactly_that_number(count: int, whole: int) -> None:
    for pattern in ("x{}", "{} min", "{}%", "{} of {}", "did {} steps", "{} ft", "more than {} letters"):
        text = pattern.format(count, whole)
        assert re.findall(r"\d+", only(text).spoken) == re.findall(r"\d+", text)


LONG = [
    "1 ",
    "1/",
    "1-",
    "1 - ",
    "x3 ",
    "one ",
    "half ",
    "~ ",
    "> ",
    "1:",
    "½",
    "2/2 ",
    "twenty-",
    "1,111",
    " ",
    "9",
    "5 min a ",
    "at least ",
]


@pytest.mark.parametrize("piece", LONG)
def test_twenty_thousand_characters_of_anything_are_read(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    found = find(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert sum(item.end - item.start for item in found) <= len(text)
