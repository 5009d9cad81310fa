"""Drafts of the composer: whatever a jot looks like, the checks find nothing to block in its own draft."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otassist.checks import check_text
from otassist.domain import Finding
from otassist.errors import EmptyJot, JotTooLong

from .checking import assistant
from .faithful import NOTES

JOTS = [
    *(note.jot for note in NOTES),
    "L hand dom, book keeps sliding. dycem + book holder help, still asks aide b4 trying",
    "home row 28/36 keys, looks down q few sec. min vc posture, login I. tired by 12 min, 1 br",
    "K. scissors: min A to cut curve, fringe I, 8/10 snips. 'i did it!' plan: zigzag next wk",
    "stairs SBA up, CGA down, R rail. no LOB. PE 2x/wk. per tchr last in line daily",
    "no wait 4/5 not 3/5 letters on line. refused eraser. 504 mtg 10/12",
    "toileting: no OT concern. hand wash mod I w/ visual. doesnt dry",
]


def blocked(jot: str) -> list[Finding]:
    notes = assistant().draft("note", jot).notes
    return [item for note in notes for item in note.findings if item.severity == "blocker"]


@pytest.mark.parametrize("jot", JOTS)
def test_a_draft_has_no_blocker(jot: str) -> None:
    assert blocked(jot) == []


@pytest.mark.parametrize("jot", JOTS)
def test_findings_of_a_draft_name_a_clause_and_a_place_in_it(jot: str) -> None:
    for note in assistant().draft("note", jot).notes:
        clauses = {clause.id: clause for clause in note.clauses}
        for item in note.findings:
            if item.clause:
                clause = clauses[item.clause]
                assert clause.start <= (item.start or 0) <= (item.end or 0) <= clause.end


@given(st.integers(2, 30), st.integers(31, 90), st.sampled_from(["min", "mod", "max"]))
@settings(max_examples=40, deadline=None)
def test_no_number_or_level_makes_a_draft_block(done: int, asked: int, grade: str) -> None:
    assert blocked(f"copied {done}/{asked} letters w/ {grade} A, {grade} vc for spacing. worked {done} min") == []


def test_findings_are_numbered_with_blockers_first() -> None:
    found = (
        assistant().check_note("O: He was lazy, copied 4/5 with moderate assistance.", "copied 3/5 w/ min A").findings
    )
    assert [item.id for item in found] == [f"n{index}" for index in range(1, len(found) + 1)]
    ranks = [("blocker", "warning", "info").index(item.severity) for item in found]
    assert ranks == sorted(ranks)
    assert {0, 1, 2} == set(ranks)


def test_a_note_without_a_jot_is_not_grounded() -> None:
    found = check_text("The student copied 4/5 sentences with minimal assistance.", None).findings
    assert not [item for item in found if item.severity == "blocker"]


@pytest.mark.parametrize(("text", "error"), [("  \n", EmptyJot), ("a" * 20_001, JotTooLong)])
def test_what_is_no_note_is_refused(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        check_text(text, None)
