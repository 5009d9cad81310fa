"""The note's type and the student's pronoun: entered, else named by the jot, else a session and none."""

from __future__ import annotations

import pytest

from otassist.domain import Context
from otassist.reading import read


@pytest.mark.parametrize(
    ("jot", "kind"),
    [
        ("PE gym OBS 25m. beam 2 of 6 ft", "observation"),
        ("classroom observation, off task x4", "observation"),
        ("sat in 4th soc st, no tx. 0 of 6 bullets", "observation"),
        ("RTI screen: copies circle, no square", "screening"),
        ("screened per K teacher, snips x3", "screening"),
        ("PLAAFP draft, types 19 wpm", "present_levels"),
        ("present levels: copies 22 letters/min", "present_levels"),
        ("PLOP written expr: 3 bullets in 6 min", "present_levels"),
        ("consult w/ teacher, moved seat", "consultation"),
        ("copied 3/5 sentences w/ min vc", "session"),
        ("tx 30 min, zipper mod A", "session"),
        ("looked at the screen, typed 12 wpm on chromebook", "session"),
        ("watched from the desk 9:05-9:35, shelved 12 books", "observation"),
        ("current performance: turns in 58% of assignments", "present_levels"),
        ("teacher reports messy desk, sorted 4/6 folders", "session"),
    ],
)
def test_the_jot_names_its_type(jot: str, kind: str) -> None:
    assert read(jot).note_type == kind


@pytest.mark.parametrize(
    ("context", "kind"),
    [
        (Context(note_type="screening"), "screening"),
        (Context(note_type="present levels"), "present_levels"),
        (Context(note_type="Present-Levels"), "present_levels"),
        (Context(note_type="observation"), "observation"),
        (Context(delivery="consult"), "consultation"),
        (Context(delivery="consultation"), "consultation"),
        (Context(note_type="session", delivery="consult"), "session"),
        (Context(note_type="poem"), "session"),
    ],
)
def test_what_was_entered_decides(context: Context, kind: str) -> None:
    assert read("copied 3/5", context).note_type == kind


def test_the_consult_command_is_a_consultation() -> None:
    assert read("classroom observation", kind="consult").note_type == "consultation"


@pytest.mark.parametrize(
    ("jot", "context", "expected"),
    [
        ("he copied 3/5", Context(), "he"),
        ("her zipper mod A", Context(), "she"),
        ("5th gr boy, copied 3/5", Context(), "he"),
        ("girl in K, copied 3/5", Context(), "she"),
        ("took it off hisself", Context(), "he"),
        ("he copied, she left", Context(), None),
        ("copied 3/5", Context(), None),
        ("copied 3/5", Context(pronoun="they/them"), "they"),
        ("he copied 3/5", Context(pronoun="she"), "she"),
        ("he copied 3/5", Context(pronoun="xyz"), None),
    ],
)
def test_the_pronoun_is_entered_or_said_throughout(jot: str, context: Context, expected: str | None) -> None:
    assert read(jot, context).pronoun == expected


@pytest.mark.parametrize(
    ("jot", "pronoun"),
    [
        ("aide is doing too much, showed her backing off. washes hands 4/6", None),
        ("teacher needs the form, emailed her", None),
        ("mom says he sleeps well", "he"),
        ("dad says she sleeps well", "she"),
        ("teacher says he loses his place", "he"),
        ("she zipped her coat", "she"),
        ("his backpack makes him lean", "he"),
        ("copied 3/5 lines", None),
    ],
)
def test_an_adults_pronoun_is_not_the_students(jot: str, pronoun: str | None) -> None:
    assert read(jot).pronoun == pronoun
