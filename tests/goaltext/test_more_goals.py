"""Ten lots of goals of every subject, tidy and sloppy, complete and with parts missing, marked by hand."""

from __future__ import annotations

import pytest

from otassist.checks import check_goal

from .marked import Marked, marked, wrong

LOTS = ("more", *(f"more{number}" for number in range(2, 10)))
LOTS = ("more", *(f"more{number}" for number in range(2, 11)))
GOALS = [goal for lot in LOTS for goal in marked(f"{lot}.txt")]


@pytest.mark.parametrize("goal", GOALS, ids=[goal.text[:60] for goal in GOALS])
def test_every_part_is_where_it_is_marked(goal: Marked) -> None:
    assert wrong(goal) == []


@pytest.mark.parametrize("goal", GOALS, ids=[goal.text[:60] for goal in GOALS])
def test_measurable_and_relevant(goal: Marked) -> None:
    found = check_goal(goal.text)
    assert (found.measurable, found.educationally_relevant) == (goal.measurable, goal.relevant)
