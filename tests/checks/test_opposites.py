"""The opposite of what the jot says of the same thing."""

from __future__ import annotations

import pytest

from .checking import marked

OPPOSITE = [
    ("starts at bottom on j + n", "The student starts the j and the n from the top.", "top"),
    ("curved line 2/5, scissors", "The student cut a straight line 2/5.", "straight line"),
    ("heavy work b4 circle, sat 9 min", "Heavy work was done after circle.", "after"),
    ("ears covered when hall loud", "The ears were covered when the hall was quiet.", "quiet"),
    ("near pt copy, 22 letters", "Far-point copying was 22 letters.", "Far-point copying"),
    ("shirt stuck in back", "The shirt stuck in front.", "front"),
    ("both hands on rail", "One hand was on the rail.", "One"),
    ("coat tag on the top hook", "The coat tag was on the bottom hook.", "bottom"),
    ("bag goes last on the bus", "The bag goes first on the bus.", "first"),
    ("hands wet, peeler slips", "With dry hands the peeler slips.", "dry"),
    ("arrived early to class", "The student arrived late to class.", "late"),
    ("R hand holds crayon", "The left hand holds the crayon.", "left hand"),
    ("last week 4/5 on line", "This week the score was 4/5 on the line.", "This week"),
    ("last page done alone", "This page was done alone.", "This"),
]
SAME = [
    ("heavy work b4 table time", "The student came to table time after heavy work."),
    ("ears covered when hall loud", "The ears were not covered when the hall was loud."),
    ("hall loud am, quiet pm", "The hall was quiet."),
    ("near pt and far pt copy", "Far-point copying was done."),
    ("both hands on rail, one on cane", "One hand was on the cane."),
    ("hall not quiet", "The hall was loud."),
    ("first row 3 errors, last row none", "The last row had none."),
    ("left early", "The student left early."),
    ("peeler slips w wet hands", "The student dried the table."),
    ("last in line, keypad 4 digits", "This student was in line."),
    ("lasted 4 min, last in line", "This student was last in line."),
    ("last to the rug w/ 2 vc", "This boy went to the rug with 2 verbal cues."),
    ("before lunch: 3 of 4 bites", "After gym the student rested."),
]


@pytest.mark.parametrize(("jot", "note", "word"), OPPOSITE)
def test_the_opposite_is_marked(jot: str, note: str, word: str) -> None:
    assert word in marked(jot, f"O: {note}", "moved_condition")


@pytest.mark.parametrize(("jot", "note"), SAME)
def test_what_is_not_the_opposite_of_the_same_thing_passes(jot: str, note: str) -> None:
    assert marked(jot, f"O: {note}", "moved_condition") == []
