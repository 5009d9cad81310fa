"""A consultation note says who was advised, what was recommended and which follow-up was agreed."""

from __future__ import annotations

import pytest

from otassist.domain import Context, Section

from .drafted import note, said, together

ADVISED = [
    ("consult w/ Ms K 15 min re: desk mess", "objective", ("Ms. K", "15 minutes", "desk")),
    ("consult w/ teacher, 10 min. rec slant board", "objective", ("teacher", "10 minutes")),
    ("consult w/ teacher. rec slant board for copying", "plan", ("recommend", "slant board", "copying")),
    ("consult w/ teacher. rec'd slant board", "plan", ("recommended", "slant board")),
    ("consult w/ teacher. rec seat up front", "plan", ("seat up front",)),
    ("consult w/ teacher. rec fidget", "plan", ("fidget",)),
    ("consult w/ para. suggested visual checklist", "plan", ("visual checklist",)),
    ("consult w/ teacher. rec seat up front. she will try 2 wks", "plan", ("try", "2 weeks")),
    ("consult w/ teacher. rec bins. recheck 10/24", "plan", ("recheck", "10/24")),
    ("consult w/ bus driver. rec board first. talk again Fri", "plan", ("talk", "Friday")),
    ("consult w/ teacher. aide will tally refusals", "plan", ("aide", "tally", "refusals")),
    ("consult w/ teacher. tchr reports desk is messy. rec bins", "subjective", ("teacher", "messy")),
]


@pytest.mark.parametrize(("jot", "section", "words"), ADVISED)
def test_each_part_stands_in_its_place(jot: str, section: Section, words: tuple[str, ...]) -> None:
    sentences = [text.replace("recommendation", "recommend") for text in said(jot, section, kind="consult")]
    sentences += [text.replace("recommended", "recommend") for text in sentences]
    assert together(words, sentences), note(jot, kind="consult").text


@pytest.mark.parametrize(
    ("jot", "never"),
    [
        ("consult w/ teacher. rec slant board", ("student used", "slant board was used", "improved")),
        ("consult w/ teacher 10 min", ("student was seen", "session")),
        ("consult w/ teacher. rec headphones during drills", ("agreed", "will use", "tolerated")),
        ("consult w/ aide. rec 2 breaks daily", ("student took", "follow-up was agreed")),
        ("consult w/ teacher. she declined bins", ("agreed", "student declined")),
        ("consult w/ Ms K. she agreed to try bins", ("student agreed", "the student will")),
        ("consult w/ PE teacher. will send handout", ("student will send", "handout was sent")),
        ("consult w/ mom by phone. rec velcro", ("the teacher",)),
    ],
)
def test_advice_is_neither_given_to_the_student_nor_taken_as_done(jot: str, never: tuple[str, ...]) -> None:
    text = " ".join(said(jot, kind="consult")).lower()
    assert not [each for each in never if each.lower() in text], text


@pytest.mark.parametrize(
    "jot", ["consult w/ teacher 10 min", "consult: rec slant board", "consult w/ mom, she asked re: zipper"]
)
def test_a_consultation_is_one_whether_said_or_asked_for(jot: str) -> None:
    assert note(jot).type == "consultation"
    assert note(jot, kind="consult").type == "consultation"


def test_a_jot_drafted_as_consultation_asks_for_what_is_missing() -> None:
    written = note("teacher reports desk is messy", kind="consult")
    assert written.type == "consultation"
    blanks = [clause.text for clause in written.clauses if clause.origin == "blank"]
    assert any("recommended" in text and "follow-up" in text for text in blanks)


def test_the_delivery_entered_makes_a_consultation() -> None:
    assert note("teacher asked about pencil grips, 10 min", Context(delivery="consultation")).type == "consultation"
