"""School or clinic: what a goal's words point to."""

from __future__ import annotations

import pytest

from otassist.checks import check_goal

SCHOOL = [
    "write a paragraph",
    "zip her coat",
    "open a milk carton at lunch",
    "line up with the class",
    "take turns in a game",
    "stock shelves at the school store",
    "clock in for work",
    "pack her backpack",
    "raise her hand during lessons",
    "type her assignment",
    "cut paper in art",
    "carry a tray in the cafeteria",
    "ask a peer to play",
    "start the worksheet",
    "wash her hands",
    "ride the public bus to work",
    "turn in homework",
    "choose a calming strategy in class",
    "climb the stairs with the class",
    "put on her shoes",
    "ask for help",
    "copy from the board",
    "log in to the computer",
    "keep her place on the page",
    "put materials in her desk",
]
CLINIC = [
    "increase grip strength",
    "squeeze putty",
    "hold a plank for 30 seconds",
    "cross midline",
    "string beads",
    "tolerate the platform swing",
    "improve trunk stability",
    "demonstrate 90 degrees of shoulder flexion",
    "integrate the ATNR",
    "do wall push-ups",
    "improve visual tracking",
    "wear a weighted vest",
    "receive OT services",
    "improve sensory processing",
    "complete an obstacle course",
]


@pytest.mark.parametrize("act", SCHOOL)
def test_school(act: str) -> None:
    assert check_goal(f"Maya will {act} in 4 of 5 trials.").educationally_relevant


@pytest.mark.parametrize("act", CLINIC)
def test_clinic(act: str) -> None:
    assert not check_goal(f"Maya will {act} in 4 of 5 trials.").educationally_relevant


def test_a_school_task_makes_a_body_function_the_reason() -> None:
    assert check_goal(
        "Maya will improve trunk strength to write at her desk during journal time."
    ).educationally_relevant


@pytest.mark.parametrize(
    "where", ["as measured by the classroom teacher's data", "by the end of the school year", "per the gym log"]
)
def test_when_and_by_whom_it_is_measured_says_nothing(where: str) -> None:
    assert not check_goal(f"Maya will squeeze putty 10 times {where}.").educationally_relevant
