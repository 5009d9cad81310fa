"""Omissions: each number, level, quotation and stretch of the jot is in the note, or a warning."""

from __future__ import annotations

import pytest

from .checking import findings, left_out

LEFT_OUT = [
    ("mod vc -> min vc for spacing", "Verbal cueing for spacing went to minimal."),
    ("zipped coat 3/5 trials", "The student zipped the coat."),
    ("worked 10 min on puzzle", "The student worked on the puzzle."),
    ("zipper min A, buttons mod A", "The student needed minimal assistance for the zipper and buttons."),
    ("snaps I", "The student did snaps."),
    ('said "too loud", left', "The student left."),
    ("cut circle w/ 2 vc", "The student cut the circle."),
    ("zipped coat. hung backpack", "The student zipped the coat."),
    ("letters 3/5, numbers 3/5", "Letters were 3/5, numbers too."),
    ("zipped coat, lost glove", "The student zipped the coat."),
]
KEPT = [
    ("mod vc -> min vc for spacing", "Verbal cueing for spacing went from moderate to minimal."),
    ("late 0 days", "The student was late on no day."),
    ("zipped coat 3/5 trials", "The student zipped the coat in 3 of 5 trials."),
    ("worked 10 min on puzzle", "The student worked on the puzzle for 10 minutes."),
    ("zipper min A, buttons mod A", "Zipper took minimal assistance and buttons moderate assistance."),
    ("snaps I", "The student did snaps independently."),
    ('said "too loud", left', 'The student said, "Too loud." The student left.'),
    ("cut circle w/ 2 vc", "The student cut the circle with 2 verbal cues."),
    ("cut circle w/ vc x2", "The student cut the circle with 2 verbal cues."),
    ("stairs SBA", "Stairs took standby assistance."),
    ("copied 3/5 no wait 4/5 sentences", "The student copied 4/5 sentences."),
    ("book slides b4 lunch", 'The therapist noted "book slides b4 lunch".'),
]


@pytest.mark.parametrize(("jot", "note"), LEFT_OUT)
def test_what_the_note_leaves_out_is_told(jot: str, note: str) -> None:
    assert left_out(jot, note) != []


@pytest.mark.parametrize(("jot", "note"), KEPT)
def test_a_note_that_keeps_all_leaves_nothing_out(jot: str, note: str) -> None:
    assert left_out(jot, note) == []


def test_omissions_warn_and_never_block() -> None:
    found = [item for item in findings("The student left.", "zipped coat w/ min A 3/5") if item.check == "omitted"]
    assert {item.severity for item in found} == {"warning"}
    assert len(found) >= 2
