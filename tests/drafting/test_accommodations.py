"""Accommodations for a 504 plan: the jot's own supports, then lines of the library that answer it, each cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.domain import Goal, PracticePassage
from otassist.drafting import concerns
from otassist.drafting.accommodations import accommodations
from otassist.drafting.lines import Lines, is_housekeeping

from .made import COPY, DESK, PASSAGES, PRACTICE, TALLY, found, seen

COPIES = "cannot copy words from board to paper at desk"


def offered(
    jot: str, among: Sequence[PracticePassage] = PASSAGES, library: dict[str, PracticePassage] = PRACTICE
) -> Goal | None:
    observation = seen(jot)
    return accommodations(observation, concerns(observation), found(*among), library, Lines(library))


def texts(goal: Goal | None) -> list[str]:
    return [clause.text for clause in goal.clauses] if goal else []


def test_lines_that_answer_the_jot_are_cited() -> None:
    goal = offered(COPIES)
    assert goal is not None
    assert {clause.text: clause.evidence for clause in goal.clauses} == {
        "Give extra time to copy.": ("plan",),
        "Face the desk to the board.": ("desk",),
        "Keep a strip of the text near.": ("desk",),
    }
    assert (goal.type, goal.area, goal.bank_goal, goal.measurable) == ("accommodations", "visual_motor", None, False)
    assert {clause.role for clause in goal.clauses} == {"condition"}
    assert COPY.behavior not in goal.text


@pytest.mark.parametrize(
    ("jot", "line"),
    [
        (f"{COPIES}. slant board helps", "Keep the slant board available, since it is already in use."),
        (f"{COPIES}. timer in place", "Keep the timer available, since it is already in use."),
    ],
)
def test_what_helps_already_comes_first(jot: str, line: str) -> None:
    assert texts(offered(jot))[0] == line


@pytest.mark.parametrize("jot", [f"{COPIES}. slant board refused", f"{COPIES}. timer lost"])
def test_what_failed_is_no_accommodation(jot: str) -> None:
    assert not any("slant board" in text or "timer" in text for text in texts(offered(jot)))


def test_how_to_count_is_no_accommodation() -> None:
    assert offered(COPIES, (TALLY,), {"tally": TALLY}) is None


def test_without_practice_material_or_concern_there_is_none() -> None:
    assert offered(COPIES, (), {}) is None
    assert offered("elbow ROM 90 deg") is None


@pytest.mark.parametrize(
    ("line", "housekeeping"),
    [
        ("Tell the 504 coordinator within a week about an accommodation that cannot be carried out.", True),
        ("Print the student's supports on one side of a half sheet in the sub folder.", True),
        ("Reserve a chair at the end of the row beside the door.", False),
        ("Send the running order, with times, to the student the day before.", False),
    ],
)
def test_staff_housekeeping_is_told_apart(line: str, housekeeping: bool) -> None:
    assert is_housekeeping(line) is housekeeping


@pytest.mark.parametrize(
    ("jot", "line"),
    [
        (COPIES, "Seat the left-handed writer at the desk's left end."),
        (f"{COPIES}, uses walker", "Carry the desk with both hands."),
    ],
)
def test_a_line_that_does_not_go_with_the_student_stays_out(jot: str, line: str) -> None:
    library = {"desk": replace(DESK, strategies=(line, "Face the desk to the board."))}
    assert texts(offered(jot, tuple(library.values()), library)) == ["Face the desk to the board."]


@given(st.lists(st.sampled_from(PASSAGES), max_size=3, unique_by=lambda passage: passage.id), st.integers(0, 4))
def test_every_accommodation_stands_where_it_says(passages: list[PracticePassage], more: int) -> None:
    library = {passage.id: passage for passage in passages}
    library |= {f"more-{number}": replace(DESK, id=f"more-{number}") for number in range(more)}
    goal = offered(COPIES, tuple(library.values()), library)
    if goal is None:
        assert set(library) <= {"tally"}
        return
    assert 1 <= len(goal.clauses) <= 5
    assert all(goal.text[clause.start : clause.end] == clause.text for clause in goal.clauses)
    assert all(clause.text in library[clause.evidence[0]].strategies for clause in goal.clauses)
    assert [clause.id for clause in goal.clauses] == [f"c{n}" for n in range(1, len(goal.clauses) + 1)]
