"""Dates of a goal against those entered, and objectives that climb."""

from __future__ import annotations

from datetime import date

import pytest

from otassist.checks import check_goal
from otassist.checks.goal_dates import date_of
from otassist.domain import Context

READ = [
    ("by 5/14/27", date(2027, 5, 14)),
    ("by 05-14-2027", date(2027, 5, 14)),
    ("by 2027-05-14", date(2027, 5, 14)),
    ("by 5/2027", date(2027, 5, 28)),
    ("by May 14, 2027", date(2027, 5, 14)),
    ("by May 2027", date(2027, 5, 28)),
    ("by Sept. 3rd, 2026", date(2026, 9, 3)),
    ("in the spring of 2027", None),
    ("by the end of May", None),
    ("by 13/45/27", None),
    ("by week 30", None),
    ("by 12/18", None),
    ("in 4/5 trials", None),
    ("by the annual review", None),
    ("2026-27", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_date_with_its_year_is_read(text: str, expected: date | None) -> None:
    assert date_of(text) == expected


def checks(text: str, **entered: str) -> set[str]:
    return {finding.check for finding in check_goal(text, Context(**entered)).findings}


GOAL = "{}, given a checklist, Maya will pack her backpack in 4 of 5 trials."
WHEN = ["By 1/5/26", "By January 2026", "By 2026-01-05", "By 12/1/2025", "By Dec 2, 2025", "By 2/2026", "By 03-01-26"]


@pytest.mark.parametrize("when", [*WHEN, "By April 1st, 2026"])
def test_a_date_before_the_one_entered_is_past(when: str) -> None:
    assert "past_timeframe" in checks(GOAL.format(when), date="5/1/2026")


@pytest.mark.parametrize("when", [*WHEN, "By April 1st, 2026", "By the annual review", "By 12/18", "Within a year"])
def test_a_date_is_not_compared_with_what_was_not_entered(when: str) -> None:
    assert not {"past_timeframe", "late_timeframe"} & checks(GOAL.format(when))


LATE = ["By 6/1/27", "By June 2027", "By 2027-06-01", "By 5/15/2027", "By Dec 2, 2027", "By 9/2027", "By May 20, 2027"]


@pytest.mark.parametrize("when", [*LATE, "By 5/13/27"])
def test_a_date_behind_the_review_is_late(when: str) -> None:
    assert "late_timeframe" in checks(GOAL.format(when), review_date="5/12/2027")


@pytest.mark.parametrize(
    "when", ["By 5/12/27", "By April 2027", "By 2027-01-01", "By the review", "By 3/2027", "By May"]
)
def test_a_date_inside_the_plan_year_is_fine(when: str) -> None:
    assert not {"past_timeframe", "late_timeframe"} & checks(
        GOAL.format(when), review_date="5/12/2027", date="5/13/2026"
    )


LADDER = "Maya will copy words with 80% accuracy. Objective 1: with {}. Objective 2: with {}.\nObjective 3: with {}."


@pytest.mark.parametrize(
    "steps",
    [
        ("40%", "60%", "50%"),
        ("60%", "40%", "80%"),
        ("50%", "50%", "80%"),
        ("2/5 trials", "1/5 trials", "4/5 trials"),
        ("10 words", "8 words", "20 words"),
        ("3 minutes", "2 minutes", "5 minutes"),
        ("1 of 5", "4 of 5", "3 of 5"),
        ("80%", "70%", "60%"),
    ],
)
def test_objectives_that_do_not_climb(steps: tuple[str, str, str]) -> None:
    assert "no_ladder" in checks(LADDER.format(*steps))


@pytest.mark.parametrize(
    "steps",
    [
        ("40%", "60%", "80%"),
        ("1/5 trials", "2/5 trials", "4/5 trials"),
        ("2 words", "8 words", "20 words"),
        ("1 minute", "2 minutes", "5 minutes"),
        ("4 prompts", "3 prompts", "1 prompt"),
        ("3 errors", "2 errors", "1 error"),
        ("help", "a cue", "no help"),
        ("2 words", "40%", "3 minutes"),
    ],
)
def test_objectives_that_climb_or_cannot_be_compared(steps: tuple[str, str, str]) -> None:
    assert "no_ladder" not in checks(LADDER.format(*steps))
