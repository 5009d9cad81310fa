"""Times, present measures and records word by word: what is one, and what only looks like one."""

from __future__ import annotations

import pytest

from otassist.goaltext import read

TIMES = [
    "by Halloween", "by Memorial Day 2027", "before winter recess", "by the 100th day of school", "by week 34",
    "by exit in June of senior year", "by the second Friday in June", "by second semester's last day", "come May",
    "two semesters from now", "by age 17", "by the time he leaves preschool", "in 180 school days", "by 2026-27",
    "by the end of the winter benchmark cycle", "ahead of her annual review", "by the 3rd nine weeks", "in a year",
    "over the course of the IEP year", "by her three-year reevaluation", "by the close of quarter 3", "target date 5/1",
]  # fmt: skip
NO_TIMES = [
    "by the end of the song", "before the bell rings", "by the door", "before lunch", "in 2 minutes", "in 4/5 trials",
    "within 1/4 inch", "over 4 weeks in a row", "for 3 straight weeks", "by the teacher", "until the water runs clear",
    "during the school year", "every school day", "at the end of class", "by pointing", "by the second try",
]  # fmt: skip
NOW = [
    "3 of 10 now", "up from 9 of 26", "down from 14", "from 30%", "she now averages 6 errors", "baseline 6 of 15",
    "he managed it on 1 of 10 days in August", "versus 4 of 10 at present", "currently 1 of 5", "BL 0-1x",
    "an improvement over the present 20 minutes", "at this point he writes none", "was 3 of 10 in Sept",
    "2 of 7 last fall", "she takes 14 minutes", "it is 1 of 7 today", "5 of 10 to date", "Aug: 14 reversals",
]  # fmt: skip
NOT_NOW = [
    "from the board", "from a list of 20 words", "from 3 choices", "starting at the margin", "on 8 of 10 days",
    "over three weeks", "on the baseline of the paper", "from memory", "before the 2-minute song ends",
    "with 4 of 5 letters right", "between two lines", "from his locker", "without looking", "on the first try",
]  # fmt: skip
RECORDS = [
    "SLP trial sheet", "PE aide times him", "chapter quizzes", "production sheet kept by the supervisor", "para tally",
    "teacher rating form", "the art teacher keeps the cut pieces", "tally marks kept by staff", "custodian's tally",
    "per the aide's log", "interval recording by the aide", "data card, life skills aide", "PT video once a month",
    "lunch aide notes", "preschool teacher tallies", "OT scores a sample each quarter", "weekly curriculum probe",
]  # fmt: skip
NO_RECORDS = [
    "Mom gets a weekly text", "the team talks it over at the meeting", "notes will go home", "with a peer",
    "the aide gives a cue", "progress is reported quarterly", "in his notebook", "parents will be informed",
    "on the class chart paper", "at the teacher's desk", "with teacher help", "for the whole lesson",
]  # fmt: skip


def part(name: str, words: str) -> str:
    led = words.split()[0] in ("by", "in", "on", "before", "ahead", "over", "come")
    between = " " if led else ", "
    return read(f"Maya will copy a sentence{between}{words}.").part(name)  # type: ignore[arg-type]


@pytest.mark.parametrize("words", TIMES)
def test_a_time(words: str) -> None:
    assert part("timeframe", words) == words


@pytest.mark.parametrize("words", NO_TIMES)
def test_no_time(words: str) -> None:
    assert part("timeframe", words) == ""


@pytest.mark.parametrize("words", NOW)
def test_a_present_measure(words: str) -> None:
    assert read(f"Maya will copy 8 words; {words}.").part("baseline") == words


@pytest.mark.parametrize("words", NOT_NOW)
def test_no_present_measure(words: str) -> None:
    assert part("baseline", words) == ""


@pytest.mark.parametrize("words", RECORDS)
def test_a_record(words: str) -> None:
    found = read(f"Maya will copy 8 words, {words}.").part("method")
    assert found
    assert words.startswith(found)


@pytest.mark.parametrize("words", NO_RECORDS)
def test_no_record(words: str) -> None:
    assert part("method", words) == ""
