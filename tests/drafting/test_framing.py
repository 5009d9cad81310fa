"""What stands around the statements: the opening sentence from headers, entered context and blanks."""

from __future__ import annotations

import pytest

from otassist.bootstrap import build
from otassist.domain import Clause, Context, Section
from otassist.drafting.framing import blank, opening
from otassist.drafting.spelling import Voice
from otassist.drafting.subjects import Teller
from otassist.language import words_of

ASSISTANT = build()


def clauses(jot: str, context: Context | None = None, kind: str = "note") -> list[Clause]:
    """What the framing says before the first statement."""
    seen = ASSISTANT.draft(kind, jot, context).observation
    return list(opening(seen, None, words_of(seen.jot), Teller(Voice())))


def opened(jot: str, context: Context | None = None, kind: str = "note") -> list[str]:
    return [clause.text for clause in clauses(jot, context, kind)]


def closed(jot: str, section: Section) -> Clause:
    seen = ASSISTANT.draft("note", jot).observation
    return blank(seen, section)


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        (
            "2nd grade, push-in, ELA, 30 min",
            "The student, in 2nd grade, was seen for a push-in session during ELA for 30 minutes.",
        ),
        ("grp of 3, rm 11, 30 min", "The student was seen in a group of 3 in room 11 for 30 minutes."),
        ("3/4/24 pull-out 30 min", "The student was seen for a pull-out session for 30 minutes on 3/4/24."),
        ("10 yo, 4th gr, push-in", "The student, in 4th grade and 10 years old, was seen for a push-in session."),
        ("push in math 9:15-9:45", "The student was seen for a push-in session during math from 9:15 to 9:45."),
        ("pull-out, 20 min", "The student was seen for a pull-out session for 20 minutes."),
        ("3rd gr, pull out, 45 min", "The student, in 3rd grade, was seen for a pull-out session for 45 minutes."),
        ("1st grade, push-in, recess", "The student, in 1st grade, was seen for a push-in session during recess."),
        ("kindergarten, push-in, math", "The student, in kindergarten, was seen for a push-in session during math."),
        ("5th grade, push-in, math", "The student, in 5th grade, was seen for a push-in session during math."),
        ("push-in, art, 40 min", "The student was seen for a push-in session during art for 40 minutes."),
    ],
)
def test_the_opening_sentence_says_what_the_header_says(header: str, sentence: str) -> None:
    assert opened(f"{header}. cut 3 circles") == [sentence]


@pytest.mark.parametrize(
    "jot",
    [
        "cut 3 circles",
        "sat 10 min then left",
        "mom reported headaches",
        "copied 3/5 sentences",
        "min vc posture",
        "used slant board",
        "will try a wedge next week",
        "wrote name in the cafeteria",
    ],
)
def test_without_a_header_nothing_is_said_about_the_session(jot: str) -> None:
    assert opened(jot) == []


@pytest.mark.parametrize(
    ("header", "foreign"),
    [
        ("push-in, 30 min", "grade"),
        ("pull-out, 20 min", "push-in"),
        ("2nd grade, ELA", "minutes"),
        ("kindergarten, push-in", "group"),
        ("push-in, math", "room"),
        ("pull-out, 30 min", "from"),
        ("3rd gr, pull out, 45 min", "years"),
        ("grp of 3, 30 min", "individual"),
    ],
)
def test_what_the_header_leaves_open_is_not_said(header: str, foreign: str) -> None:
    (text,) = opened(f"{header}. cut 3 circles")
    assert foreign not in text


@pytest.mark.parametrize(
    "header",
    [
        "2nd grade, push-in, ELA, 30 min",
        "grp of 3, rm 11, 30 min",
        "3/4/24 pull-out 30 min",
        "10 yo, 4th gr, push-in",
        "push in math 9:15-9:45",
        "grp of 4, 20 min",
    ],
)
def test_the_opening_keeps_every_number_and_knows_its_header(header: str) -> None:
    (clause,) = clauses(f"{header}. cut 3 circles")
    digits = [char for char in header if char.isdigit()]
    assert sorted(char for char in clause.text if char.isdigit()) == sorted(digits)
    assert clause.statements
    assert clause.origin == "observed"


@pytest.mark.parametrize(
    ("context", "sentence"),
    [
        (Context(minutes="30"), "The session lasted 30 minutes."),
        (Context(date="2024-03-04"), "The session took place on 2024-03-04."),
        (Context(start="9:00", stop="9:30"), "The session ran from 9:00 to 9:30."),
        (Context(date="3/4/24", minutes="20"), "The session took place on 3/4/24 and lasted 20 minutes."),
        (Context(minutes=" 45 "), "The session lasted 45 minutes."),
        (Context(start="9:00", stop="9:30", minutes="30"), "The session ran from 9:00 to 9:30 and lasted 30 minutes."),
    ],
)
def test_what_the_therapist_entered_is_said_as_theirs(context: Context, sentence: str) -> None:
    (clause,) = clauses("cut 3 circles", context)
    assert clause.text == sentence
    assert clause.origin == "therapist"


@pytest.mark.parametrize(
    "context",
    [
        Context(),
        Context(minutes=""),
        Context(minutes="soon"),
        Context(date="today"),
        Context(start="9:00"),
        Context(stop="9:30"),
        Context(minutes="x30"),
        Context(pronoun="he"),
    ],
)
def test_an_entry_that_says_nothing_adds_no_sentence(context: Context) -> None:
    assert opened("cut 3 circles", context) == []


def test_a_consultation_took_place_and_no_student_was_seen() -> None:
    (text,) = opened("told aide to wait 10 sec", Context(minutes="15"), kind="consult")
    assert text == "The consultation lasted 15 minutes."


@pytest.mark.parametrize("section", ["subjective", "objective", "plan", "assessment"])
@pytest.mark.parametrize("jot", ["copied 3/5 sentences", "wrote name", "sat 10 min"])
def test_an_empty_section_is_a_question_with_a_blank(jot: str, section: Section) -> None:
    clause = closed(jot, section)
    assert clause.origin == "blank"
    assert clause.text.endswith("? ____")
    assert clause.statements == ()
