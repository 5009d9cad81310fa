"""Things besides tools: places, foods, subjects, clothes and the like only as far as the jot speaks of them."""

from __future__ import annotations

import pytest

from .checking import findings, marked

JOT = "4th gr. opened 3 of 4 containers at lunch, yogurt by teeth. hall loud, covered ears. history project, 2 lines"
FOREIGN = [
    ("The student opened the milk by using teeth.", ["milk"]),
    ("The student opened 3 of 4 containers in the library.", ["the library"]),
    ("The student covered both ears in the gym.", ["gym"]),
    ("The student worked on the science project.", ["science"]),
    ("The student took off a jacket at lunch.", ["jacket"]),
    ("Hall noise came from the drum.", ["drum"]),
    ("The student rubbed one elbow.", ["elbow"]),
    ("The student ate a sandwich.", ["sandwich"]),
    ("The student was in the hall during the assembly.", ["the assembly"]),
]
NAMED = [
    ("The student opened 3 of 4 containers in the cafeteria.", JOT),
    ("The student used teeth for the yogurt.", JOT),
    ("The hallway was loud.", JOT),
    ("The student wrote 2 lines of the history project in class.", JOT),
    ("The student washed hands at the sink.", "hand washing 3 of 7 steps"),
    ("The student copied 22 letters a minute.", "copies 22 letters/min"),
    ("The student copied from the board.", "far-point copy, 2 lines"),
    ("The preschooler carried the backpack.", "prek. bookbag I"),
    ("The session was in the hallway.", "locker, combo lock 0/4"),
    ("The student asked for a break.", "asked for brk 2x"),
]


@pytest.mark.parametrize(("note", "words"), FOREIGN)
def test_a_thing_the_jot_says_nothing_of_is_marked(note: str, words: list[str]) -> None:
    assert marked(JOT, f"O: {note}", "invented_detail") == words


@pytest.mark.parametrize(("note", "jot"), NAMED)
def test_a_thing_of_the_jot_passes_under_another_name(note: str, jot: str) -> None:
    assert marked(jot, f"O: {note}", "invented_detail") == []


def test_it_is_a_warning_and_leaves_reasoning_and_plan_alone() -> None:
    said = [
        item.severity for item in findings("O: The student ate a sandwich.", JOT) if item.check == "invented_detail"
    ]
    assert said == ["warning"]
    assert marked(JOT, "A: A noisy gym may be harder.\nP: Try the library.", "invented_detail") == []
