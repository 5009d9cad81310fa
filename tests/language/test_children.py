"""Children named by age or class, grades that open a jot, units that need a gap, letters that changed places."""

from __future__ import annotations

import pytest

from otassist.language import words_of


def printed(text: str) -> dict[str, str]:
    return {word.source: word.text for word in words_of(text)}


@pytest.mark.parametrize(
    ("text", "source", "spelt"),
    [
        ("PreK 4s at dismissal", "4s", "4s"),
        ("the 3s room", "3s", "3s"),
        ("what i see in 1sts", "1sts", "1st graders"),
        ("pushed by 5th graders", "5th graders", "5th graders"),
        ("4th desk clean out", "4th", "4th grade"),
        ("10th foods lab", "10th", "10th grade"),
        ("SLS R 4 s L 2 s", "4 s", "4 seconds"),
        ("wait maybe 5 s.", "5 s", "5 seconds"),
        ("30-sec intervals", "30-sec", "30-second"),
        ("cpoied the line", "cpoied", "copied"),
        ("frist line", "frist", "first"),
        ("once she'd seen it", "'d", "had"),
        ("max a x2 people", "x2 people", "from 2 people"),
        ("1/2 in graph paper", "1/2 in", "1/2 inch"),
        ("moved 2 in closer", "2 in", "2 inches"),
        ("opened Classroom again", "Classroom", "Classroom"),
        ("5th eval visit 1", "5th", "5th grade"),
        ("tardy 3rd per 6x", "3rd per", "3rd period"),
        ("9HPT R 31 sec", "9HPT", "Nine-Hole Peg Test"),
        ("PreK 4 dismissal", "PreK 4", "PreK 4"),
        ("phone 7 x/25 min", "7 x/25 min", "7 times in 25 minutes"),
        ("to 1/4 in 6/10", "1/4 in", "1/4 inch"),
        ("wants to write mommy", "mommy", "mommy"),
        ("deod. + hair", "deod", "deodorant"),
        ("18+ / laundry job", "18+", "18-plus"),
        ("group x3, gr 1", "group x3", "group of 3"),
        ("finger stick/min vc", "min vc", "minimal verbal cues"),
    ],
)
def test_it_is_spelt_out(text: str, source: str, spelt: str) -> None:
    assert printed(text)[source] == spelt


@pytest.mark.parametrize(
    ("text", "source", "spelt"),
    [
        ("1st session w/ pencil", "1st", "1st"),
        ("2nd visit this wk", "2nd", "2nd"),
        ("3rd obs in math", "3rd", "3rd"),
        ("copied the 3rd line", "3rd", "3rd"),
        ("he'd go again", "'d", "would"),
        ("he'd tired by then", "'d", "would"),
        ("waits 6 in line", "6", "6"),
        ("the trail was long", "trail", "trail"),
        ("a form from home", "form", "form"),
        ("Recess was hard", "Recess", "recess"),
    ],
)
def test_it_stays(text: str, source: str, spelt: str) -> None:
    assert printed(text)[source] == spelt
