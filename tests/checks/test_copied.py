"""Copied-forward text: long sentences of earlier notes that today's jot does not bear out."""

from __future__ import annotations

import pytest

from .checking import assistant

BEFORE = (
    "O: The student zipped the coat with minimal assistance at the bench.\n"
    "The student copied 4/5 sentences from the board with 2 verbal cues.\n"
    "P: Try a ring pull on the zipper before recess next week.\n"
)
JOT = "buttons 2/4 w/ mod A, tired"
COPIED = [
    "O: The student zipped the coat with minimal assistance at the bench.",
    "O: the student zipped the coat with minimal assistance at the bench!",
    "O: Buttons 2/4. The student zipped the coat with minimal assistance at the bench.",
    "O: The student copied 4/5 sentences from the board with 2 verbal cues.",
    "P: Try a ring pull on the zipper before recess next week.",
    "Observed\nThe student zipped the coat with minimal assistance at the bench.",
    "- The student copied 4/5 sentences from the board with 2 verbal cues.",
    "The student zipped the coat with minimal assistance at the bench.",
]
NEW = [
    "O: The student zipped the coat with moderate assistance at the bench.",
    "O: The student copied 3/5 sentences from the board with 2 verbal cues.",
    "O: Buttons 2/4 with moderate assistance.",
    "P: Try a ring pull on the zipper.",
    "O: At the bench the student zipped the coat with minimal assistance.",
    "O: The student copied sentences.",
    "P: Try a button hook before recess next week.",
    "A: Fatigue limited buttoning today.",
]


def copied(note: str, jot: str | None = JOT, previous: tuple[str, ...] = (BEFORE,)) -> bool:
    found = assistant().check_note(note, jot, previous=previous).findings
    return "copied_forward" in {item.check for item in found}


@pytest.mark.parametrize("note", COPIED)
def test_a_sentence_of_an_earlier_note_warns(note: str) -> None:
    assert copied(note)


@pytest.mark.parametrize("note", NEW)
def test_a_sentence_of_its_own_passes(note: str) -> None:
    assert not copied(note)


def test_what_the_jot_says_again_passes() -> None:
    assert not copied(COPIED[0], "zipped coat min A at bench")
    assert copied(COPIED[3], "copied 3/5 sentences from board 2 vc")


def test_without_earlier_notes_nothing_is_said() -> None:
    assert not copied(COPIED[0], previous=())
