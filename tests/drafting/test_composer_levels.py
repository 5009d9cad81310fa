"""Assist and cue levels stand in one sentence with their task; none is changed, moved or added."""

from __future__ import annotations

import re

import pytest

from .drafted import outside_quotes, said, stands, together

WITH_THEIR_TASK = [
    ("button mod A, zipper I", (("moderate assistance", "button"), ("independent", "zipper"))),
    ("shoes SBA, tray CGA", (("standby assistance", "shoes"), ("contact guard assistance", "tray"))),
    ("zipper I. snaps I", (("independent", "snaps"),)),
    ("soap HOH", (("hand-over-hand assistance", "soap"),)),
    ("min vc to start at top", (("minimal verbal cues", "start at top"),)),
    ("max vc for posture", (("maximal verbal cues", "posture"),)),
    ("wrote name w/ max A", (("wrote", "name", "maximal assistance"),)),
    ("cut circle mod A, square min A", (("moderate assistance", "circle"), ("minimal assistance", "square"))),
    ("copied 3/5 w/ 2 vc", (("3/5", "2 verbal cues"),)),
    ("min to mod A w/ coat", (("minimal to moderate assistance", "coat"),)),
    ("login I, typing mod vc", (("independent", "login"), ("moderate verbal cues", "typing"))),
    ("stairs up SBA, down CGA", (("standby assistance", "up"), ("contact guard assistance", "down"))),
    ("washed hands w/ 1 gestural cue", (("washed", "hands", "1 gestural cue"),)),
    ("tc to start letters", (("tactile cues", "start"),)),
    ("PE shoes - off I. on mod A", (("moderate assistance", "on"),)),
    ("tray carry dep", (("dependent", "tray"),)),
    ("set-up for lunch, then I", (("set-up", "lunch"),)),
]


@pytest.mark.parametrize(("jot", "rows"), WITH_THEIR_TASK)
def test_a_level_stands_with_its_task(jot: str, rows: tuple[tuple[str, ...], ...]) -> None:
    for words in rows:
        assert together(words, said(jot)), (words, said(jot))


LEVEL = re.compile(
    r"minimal|moderate|maximal|independen|standby|contact guard|hand-over-hand|dependen|set-up|supervision|assistance"
)


@pytest.mark.parametrize(
    "jot",
    [
        "copied 3/5 sentences",
        "aide tied his shoes",
        "wrote name",
        "max is his brother, talked about him",
        "recess 20 min",
        "10 min break",
        "teacher moved his seat",
        "I moved the footrest",
        "hard of hearing, sits in front",
        "4/5 letters on line w/ slant board",
    ],
)
def test_no_level_is_added(jot: str) -> None:
    text = outside_quotes(" ".join(said(jot))).lower()
    assert not LEVEL.findall(text), text


@pytest.mark.parametrize(
    ("jot", "never"),
    [
        ("min vc for spacing", ("minimal assistance", "minutes")),
        ("max vc for spacing", ("maximal assistance",)),
        ("wrote name w/ min A", ("minutes", "minimal verbal", "minimal cues")),
        ("sat 10 min", ("minimal",)),
        ("mod vc to open bag", ("moderate assistance",)),
        ("2 vp for coat", ("2 times",)),
        ("snaps I", ("the therapist",)),
        ("wrote name HOH", ("hard of hearing",)),
        ("tc for grip", ("verbal", "visual")),
        ("cut w/ visual cue", ("verbal", "tactile")),
    ],
)
def test_a_level_is_not_taken_for_another(jot: str, never: tuple[str, ...]) -> None:
    assert not [each for each in never for sentence in said(jot) if stands(each, sentence)], said(jot)
