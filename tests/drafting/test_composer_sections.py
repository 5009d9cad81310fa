"""Reports stand in Subjective, plans in Plan, judgements in Assessment; a silent section is a blank that asks."""

from __future__ import annotations

import pytest

from otassist.domain import SECTIONS, Context, Section

from .drafted import note, said, together, wrong

PLACED = [
    ("mom reports velcro at home", "subjective", ("mother", "velcro at home")),
    ("per tchr last in line daily", "subjective", ("teacher", "last in line")),
    ("says hands feel tired", "subjective", ("reported", "hands", "tired")),
    ("teacher wants raised line paper in class", "subjective", ("teacher", "raised line paper")),
    ('said "its too loud"', "subjective", ("said", "its too loud")),
    ("aide states he waits for help", "subjective", ("aide", "waits")),
    ("copied 3/5 sentences", "objective", ("copied", "3/5")),
    ("refused eraser", "objective", ("refused",)),
    ("no falls on stairs", "objective", ("no falls",)),
    ("aide tied his shoes", "objective", ("aide",)),
    ("needed mod A for coat", "objective", ("moderate assistance",)),
    ("slant board used", "objective", ("slant board",)),
    ("P: try slant board in math", "plan", ("try", "slant board", "math")),
    ("plan: zigzag lines next wk", "plan", ("zigzag",)),
    ("next: fade checklist to 3 items", "plan", ("fade", "3 items")),
    ("will recheck in 6 wks", "plan", ("recheck", "6 weeks")),
    ("Plan - practice buttons on own coat", "plan", ("practice", "buttons", "coat")),
    ("A: fatigue limits note taking", "assessment", ("fatigue", "limits")),
    ("I think fatigue limits his writing", "assessment", ("fatigue",)),
]


@pytest.mark.parametrize(
    "jot",
    [
        wrong("`T concern:` names no source", "T concern: wont color"),
        "dad emails that backpack is emptied nightly",
        "mom emails: velcro at home",
        "mom reports: velcro at home",
        "per case mgr gets planner out",
    ],
)
def test_a_report_however_it_came_is_subjective(jot: str) -> None:
    assert said(jot, "subjective"), note(jot).text


@pytest.mark.parametrize(("jot", "section", "words"), PLACED)
def test_each_statement_stands_in_its_section(jot: str, section: Section, words: tuple[str, ...]) -> None:
    assert together(words, said(jot, section)), note(jot).text


@pytest.mark.parametrize(("jot", "section", "words"), PLACED)
def test_and_in_no_other(jot: str, section: Section, words: tuple[str, ...]) -> None:
    others = [text for each in SECTIONS if each != section for text in said(jot, each)]
    assert not together(words, others), note(jot).text


@pytest.mark.parametrize(
    ("jot", "blank"),
    [
        ("copied 3/5 sentences", {"subjective", "assessment", "plan"}),
        ("per tchr he gives up", {"objective", "assessment", "plan"}),
        ("mom reports velcro at home", {"assessment"}),
        ("P: try slant board in math", {"subjective", "objective"}),
        ("cut circle mod A. P: retry", {"subjective", "assessment"}),
        ("said 'im done'. copied 1/5", {"assessment", "plan"}),
        ("A: fatigue limits copying. copied 1/5", {"subjective", "plan"}),
    ],
)
def test_a_silent_section_is_a_blank_with_a_question(jot: str, blank: set[Section]) -> None:
    sections = note(jot).sections
    for section in blank:
        (only,) = sections[section]
        assert only.origin == "blank"
        assert only.text.endswith("? ____")
        assert not only.facts
        assert not only.statements


@pytest.mark.parametrize(
    "filler", ["participated well", "continue", "good session", "tolerated", "benefit", "made progress", "pleasant"]
)
def test_no_filler_stands_in_a_thin_note(filler: str) -> None:
    for jot in ("copied 3/5", "pull-out 30 min. wrote name", "mom called", "zipper mod A", "P: try slant board"):
        assert filler not in note(jot).text.lower()


def test_what_was_entered_is_the_therapists() -> None:
    entered = Context(date="10/3", minutes="30", start="9:00", stop="9:30")
    clauses = note("copied 3/5 sentences", entered).sections["objective"]
    (theirs,) = [clause for clause in clauses if clause.origin == "therapist"]
    assert all(each in theirs.text for each in ("10/3", "30 minutes", "9:00", "9:30"))
    assert theirs.facts == ()


@pytest.mark.parametrize(
    ("jot", "opening"),
    [
        ("push-in, ELA. copied 3/5", "The student was seen for a push-in session during ELA."),
        ("pull-out, therapy rm. wrote name", "The student was seen for a pull-out session in the therapy room."),
        ("pull-out 30 min. wrote name", "The student was seen for a pull-out session for 30 minutes."),
    ],
)
def test_a_header_opens_the_objective_section(jot: str, opening: str) -> None:
    assert said(jot, "objective")[0] == opening


@pytest.mark.parametrize("jot", ["copied 3/5 sentences", "30 min OT is on her IEP. wrote name", "zipped coat 3/5"])
def test_no_session_length_or_place_is_made_up(jot: str) -> None:
    assert not any("was seen" in text for text in said(jot)), said(jot)


@pytest.mark.parametrize(
    "jot",
    [
        "PLAAFP: copies 9 wpm, legible 70%",
        "present lvls: cuts w/in 1/4 in of line",
        "RTI screen: snips x3",
        "screening: 8/10 shapes",
    ],
)
def test_only_a_session_says_session(jot: str) -> None:
    assert "session" not in note(jot).text.lower()
