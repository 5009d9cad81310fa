"""Goals on the task that a concern names stand before those on another."""

from __future__ import annotations

import pytest

from otassist.drafting.tasks import Tasks


@pytest.mark.parametrize(
    ("concern", "on", "off"),
    [
        ("scissors upside down, paper in lap", "cut along a straight line", "hold the paper with the other hand"),
        ("Personal space - none", "stand an arm's length from classmates", "call out to a teammate"),
        ("zipper seated 1/6", "hook the zipper", "stack the chairs"),
        ("pulls cord 0/3 rides on the bus", "ride a public bus", "tie their shoes"),
        ("menstrual care, 3 of 9 steps", "managing period care", "shelve a book"),
    ],
)
def test_a_goal_on_the_task_is_on_it(concern: str, on: str, off: str) -> None:
    tasks = Tasks(concern)
    assert tasks.off(on) == 0
    assert tasks.off(off) == 1


def test_a_concern_without_a_task_holds_for_all_goals() -> None:
    assert Tasks("quiet, tires easily").off("cut along a line") == 0


def test_a_place_counts_behind_the_task_done_there() -> None:
    tasks = Tasks("PE stations: no jump rope")
    assert tasks.off("jump a rope") < tasks.off("line up for PE") < 1


def test_a_task_named_later_counts_less() -> None:
    tasks = Tasks("copying from board, 2/5. puzzles hard")
    assert tasks.off("copy words") < tasks.off("fit a puzzle") < tasks.off("wash hands")
