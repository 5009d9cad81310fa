"""Headers frame a note (grade, delivery, setting, minutes, date) and say nothing about what was done."""

from __future__ import annotations

import pytest

from otassist.reading import read


def role(jot: str) -> str:
    return read(jot).statements[0].role


@pytest.mark.parametrize(
    "jot",
    [
        "2nd gr",
        "11th grade",
        "K boy",
        "2nd gr, pull-out, 30 min",
        "push-in ELA 30min",
        "20 min pull-out, OT room",
        "5th grade OT room",
        "10/3",
        "11/4/24",
        "9:05-9:35",
        "age 7",
        "math",
        "consult",
        "4th gr boy",
        "push-in, writing",
        "10/3, gym class",
        "3rd gr, 9:00-9:30",
        "2nd gr, gym, 30 min",
    ],
)
def test_only_framing_words_make_a_header(jot: str) -> None:
    assert role(jot) == "header"


@pytest.mark.parametrize(
    "jot",
    [
        "copied 3/5 sentences",
        "zipper mod A",
        "sat 12 min at desk",
        "math 4/5",
        "ELA: copied 3 lines",
        "recess duty",
        "left gym",
        "2:50 bell",
        "writing 3/5 I",
        "fidget helped in math",
        "30 min of tears",
        "push-in 3/5",
        "pull-out min vc",
    ],
)
def test_one_word_of_content_makes_an_observation(jot: str) -> None:
    assert role(jot) == "observation"


def test_a_gym_frames_too() -> None:
    assert role("OBS 25m gym") == "header"


@pytest.mark.parametrize(
    ("jot", "roles"),
    [
        ("2nd gr, copied 3/5", ["header", "observation"]),
        ("push-in ELA 30min. copied 3/5", ["header", "observation"]),
        ("OT room 30 min: zipper mod A", ["header", "observation"]),
        ("10/3\nzipper mod A", ["header", "observation"]),
        ("4th gr, push-in: copied 3/5", ["header", "observation"]),
        ("age 7, wears glasses", ["header", "background"]),
        ("zipper mod A. 30 min pull-out", ["observation", "header"]),
        ("K boy. no tears", ["header", "observation"]),
    ],
)
def test_a_header_is_cut_from_what_follows(jot: str, roles: list[str]) -> None:
    assert [statement.role for statement in read(jot).statements] == roles


@pytest.mark.parametrize(
    "jot", ["toileting: 3/5 steps", "hallway: hand on wall", "cafeteria: tray SBA", "lunch: opened milk I"]
)
def test_a_place_alone_before_a_colon_is_a_topic(jot: str) -> None:
    assert role(jot) == "observation"
