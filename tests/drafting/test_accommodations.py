"""Accommodations for a 504 plan: strategies of the library, each cited, never a way to count."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from otassist.domain import Concern, PracticePassage
from otassist.drafting.accommodations import accommodations

from .made import COPY, DESK, PASSAGES, PLAN, PRACTICE, TALLY, found

CONCERN = Concern("k1", "handwriting", ("s1", "s2"), "copied words")


def test_accommodations_come_first_and_each_is_cited() -> None:
    goal = accommodations(CONCERN, found(DESK, PLAN), PRACTICE)
    assert goal is not None
    assert [(clause.text, clause.evidence) for clause in goal.clauses] == [
        ("Give extra time to copy.", ("plan",)),
        ("Face the desk to the board.", ("desk",)),
        ("Keep a strip of the text near.", ("desk",)),
    ]


def test_they_are_no_goal_and_measure_nothing() -> None:
    goal = accommodations(CONCERN, found(COPY, DESK), PRACTICE)
    assert goal is not None
    assert (goal.type, goal.area, goal.bank_goal, goal.measurable) == ("accommodations", "handwriting", None, False)
    assert {clause.role for clause in goal.clauses} == {"condition"}
    assert {clause.origin for clause in goal.clauses} == {"practice"}
    assert COPY.behavior not in goal.text


def test_they_belong_to_the_statements_of_the_concern() -> None:
    goal = accommodations(CONCERN, found(DESK), PRACTICE)
    assert goal is not None
    assert {clause.statements for clause in goal.clauses} == {("s1", "s2")}


def test_how_to_count_is_no_accommodation() -> None:
    assert accommodations(CONCERN, found(TALLY), PRACTICE) is None


def test_without_practice_material_there_is_none() -> None:
    assert accommodations(CONCERN, (), PRACTICE) is None
    assert accommodations(CONCERN, found(COPY), PRACTICE) is None
    assert accommodations(CONCERN, found(DESK), {}) is None


@given(st.lists(st.sampled_from(PASSAGES), max_size=3, unique_by=lambda passage: passage.id), st.integers(0, 4))
def test_every_accommodation_stands_where_it_says(passages: list[PracticePassage], more: int) -> None:
    copies = [replace(DESK, id=f"more-{number}") for number in range(more)]
    library = PRACTICE | {passage.id: passage for passage in copies}
    goal = accommodations(CONCERN, found(*passages, *copies), library)
    if goal is None:
        assert not copies
        assert all(passage is TALLY for passage in passages)
        return
    assert 1 <= len(goal.clauses) <= 4
    assert all(goal.text[clause.start : clause.end] == clause.text for clause in goal.clauses)
    assert all(clause.text in library[clause.evidence[0]].strategies for clause in goal.clauses)
    assert [clause.id for clause in goal.clauses] == [f"c{n}" for n in range(1, len(goal.clauses) + 1)]
