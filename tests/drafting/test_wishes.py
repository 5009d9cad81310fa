"""Acts that are not done yet, wished for, or failed at; somebody else's and mere words are none."""

from __future__ import annotations

import pytest

from otassist.drafting.wishes import wished
from otassist.language import words_of

from .made import seen


def wishes(jot: str) -> list[str]:
    observation = seen(jot)
    return [wish.act for wish in wished(observation, observation.statements, words_of(jot))]


@pytest.mark.parametrize(
    ("jot", "act"),
    [
        ("never asks for a break", "ask for a break"),
        ("can't copy graph from board", "copy a graph from the board"),
        ("wont go in the rm", "go in the room"),
        ("can't find scissors", "find scissors"),
        ("wants to play kickball", "play the kickball"),
        ("bumps desks in hallway", "move past desks without bumping"),
        ("loses place on page", "keep their place"),
        ("drops books", "hold books without dropping"),
        ("frustrated, diff scanning textbook for vocab words", "scan the textbook for vocabulary words"),
        ("trouble w/ opening milk carton", "open the milk carton"),
    ],
)
def test_what_is_not_done_yet_is_an_act(jot: str, act: str) -> None:
    assert wishes(jot) == [act]


@pytest.mark.parametrize(
    "jot",
    [
        "teacher can't read it",
        "can't do it",
        "can't wait",
        "copies words from board",
        "refuses timer",
        "loses temper",
        "can't?",
    ],
)
def test_what_names_no_act_of_the_students_is_none(jot: str) -> None:
    assert wishes(jot) == []
