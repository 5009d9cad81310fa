"""Deadlines in wordings of many classes, and times that are none: a span, a schedule, a routine, a present measure."""

from __future__ import annotations

import pytest

from otassist.goaltext import read

LED = [
    "by mid-January 2027",
    "by mid-October",
    "by late May 2027",
    "by early-March",
    "by the second-semester staffing",
    "by the spring showcase",
    "by the winter-term review",
    "by the third-quarter report card",
    "by the year-end ARD",
    "by his fall IEP renewal",
    "by her birthday in April",
    "by his 14th birthday",
    "before her next birthday",
    "before school lets out in June",
    "before school lets out for the summer",
    "before she ages out in Aug. 2028",
    "before he graduates",
    "before he turns 18",
    "before the semester ends",
    "before the trimester closes",
    "before 11th grade starts",
    "before she moves up to middle school",
    "before he starts kindergarten",
    "until he exits high school",
    "by the time he is in second grade",
    "by the time she reaches 5th grade",
    "by the time kindergarten ends",
    "by the time he leaves preschool in June",
    "by the time school closes for winter break",
    "by when the third quarter ends",
    "by mid-term of 9th grade",
    "by the mid-point of the year",
    "by end of K",
    "by the end of Pre-K",
    "by close of kinder",
    "in 1 yr",
    "in one year's time",
    "in the next 30 school weeks",
    "within 36 instructional weeks",
    "within the next 9 school months",
    "over the next 40 wks",
    "within two semesters of school",
    "at the close of the second trimester",
    "on or before 5/14/27",
    "no later than the last day of school",
    "by the IEP team meeting in March",
    "by 3/27",
    "by Nov. 2027",
    "by the end of the 2026-27 school year",
    "by his three-year reevaluation",
    "by 5 June 2027",
    "before 9 June 2028",
    "no later than 17 December 2027",
    "by the 1st of June 2027",
    "from today until the end of fifth grade",
    "by the last day of the 2026-2027 school year",
    "in the span of one semester",
]
ALONE = [
    "36 weeks.",
    "36 wks.",
    "12 months.",
    "1 school year.",
    "Two semesters.",
    "Three quarters of the school year.",
    "End of fourth quarter.",
    "Third marking period.",
    "Target: end of fourth quarter.",
    "Target: 5/20/27.",
    "Aim: June 2027.",
    "Level: by winter break.",
    "Finish: May 20, 2026.",
    "Annual review.",
    "End of grade 4.",
]
NONE = [
    "before class starts",
    "before he leaves the classroom",
    "before the period ends",
    "before the bell rings",
    "before lunch is over",
    "before she leaves for the bus",
    "at the start of each period",
    "at the end of every class",
    "by the classroom door",
    "by the school store",
    "by the aide's desk",
    "by the end of the lesson",
    "by the end of the period",
    "for 4 weeks in a row",
    "over 6 consecutive weeks",
    "across 3 months of data",
    "in 2 minutes",
    "within 5 school days",
    "during the school year",
    "until the timer rings",
    "until she is finished",
    "when school starts",
    "by himself",
    "by the time the song ends",
    "by the time he reaches the door",
    "by turns",
    "in 4 weeks running",
    "on 4/5 days",
    "before the story starts",
    "until the line starts to move",
]


@pytest.mark.parametrize("words", LED)
def test_a_deadline_behind_the_act(words: str) -> None:
    reading = read(f"Maya will copy a sentence, {words}.")
    assert words.split()[-1].strip(".,") in reading.part("timeframe")


@pytest.mark.parametrize("words", [words for words in LED if not words.startswith("until")])
def test_a_deadline_before_the_subject(words: str) -> None:
    reading = read(f"{words[0].upper()}{words[1:]}, given a model, Maya will copy a sentence.")
    assert words.split()[-1].strip(".,") in reading.part("timeframe")
    assert (reading.part("condition"), reading.part("behavior")) == ("given a model", "copy a sentence")


@pytest.mark.parametrize("words", ALONE)
def test_a_time_in_a_sentence_of_its_own(words: str) -> None:
    assert read(f"Maya will copy a sentence in 4 of 5 trials. {words}").parts["timeframe"] is not None


@pytest.mark.parametrize("words", NONE)
def test_no_deadline(words: str) -> None:
    assert read(f"Maya will copy a sentence {words}.").parts["timeframe"] is None
    assert read(f"{words[0].upper()}{words[1:]}, Maya will copy a sentence.").parts["timeframe"] is None
