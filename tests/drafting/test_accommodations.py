"""Accommodations for a 504 plan: the jot's own supports, then those whose jotted needs are like the jot's, cited."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.domain import Accommodation, Goal
from otassist.drafting import concerns
from otassist.drafting.accommodations import Accommodated, Accommodator
from otassist.drafting.choosing import plain_words

from .made import seen

COPIES = "cannot copy words from board to paper at desk"
NEAR = Accommodation(
    "near", ("visual_motor",), ("K-2", "3-5"), "Give a copy of the board at the desk.", ("cannot copy from board",), "t"
)
TIME = Accommodation(
    "time", ("handwriting",), ("K-2", "3-5"), "Allow more time to copy words.", ("slow to copy words",), "t"
)
LEFT = Accommodation(
    "left",
    ("handwriting",),
    ("3-5",),
    "Seat the left-handed writer at the desk's left end.",
    ("cannot copy words",),
    "t",
)
CARRY = Accommodation("carry", ("access",), ("3-5",), "Carry the desk with both hands.", ("copy words at desk",), "t")
WORK = Accommodation("work", ("transition",), ("18-21",), "Post the words of the job.", ("cannot copy words",), "t")
TABLE = (NEAR, TIME, LEFT, CARRY, WORK)


def share(one: str, other: str) -> float:
    """A stand-in for the model of meaning: the words both have, of all words."""
    mine, theirs = plain_words(one), plain_words(other)
    return len(mine & theirs) / max(1, len(mine | theirs))


def alike(text: str, others: Sequence[str]) -> list[float]:
    return [share(text, other) for other in others]


def nearest(lines: Sequence[str]):  # type: ignore[no-untyped-def]
    """A search over lines by the words they share."""

    def search(texts: Sequence[str], count: int) -> list[list[tuple[int, float]]]:
        ranked = [sorted(enumerate(alike(text, lines)), key=lambda item: -item[1]) for text in texts]
        return [hits[:count] for hits in ranked]

    return search


def offered(jot: str, table: Sequence[Accommodation] = TABLE, **context: str) -> Accommodated | None:
    observation = seen(jot, **context)
    return Accommodator(table, nearest, alike)(observation, concerns(observation))


def goal_of(jot: str, table: Sequence[Accommodation] = TABLE, **context: str) -> Goal | None:
    found = offered(jot, table, **context)
    return found.goal if found else None


def texts(goal: Goal | None) -> list[str]:
    return [clause.text for clause in goal.clauses] if goal else []


def test_what_answers_the_jot_is_cited_and_is_evidence() -> None:
    found = offered(COPIES, (NEAR, TIME))
    assert found is not None
    assert {clause.text: clause.evidence for clause in found.goal.clauses} == {
        NEAR.text: ("near",),
        TIME.text: ("time",),
    }
    assert [item.passage.id for item in found.evidence] == ["near", "time"]
    assert (found.goal.type, found.goal.bank_goal, found.goal.measurable) == ("accommodations", None, False)
    assert {clause.role for clause in found.goal.clauses} == {"condition"}


@pytest.mark.parametrize(
    ("jot", "line"),
    [
        (f"{COPIES}. slant board helps", "Keep the slant board available, since it is already in use."),
        (f"{COPIES}. timer in place", "Keep the timer available, since it is already in use."),
    ],
)
def test_what_helps_already_comes_first(jot: str, line: str) -> None:
    assert texts(goal_of(jot))[0] == line


@pytest.mark.parametrize("jot", [f"{COPIES}. slant board refused", f"{COPIES}. timer lost"])
def test_what_failed_is_no_accommodation(jot: str) -> None:
    assert not any("slant board" in text or "timer" in text for text in texts(goal_of(jot)))


def test_without_a_table_or_a_concern_there_is_none() -> None:
    assert offered(COPIES, ()) is None
    assert offered("elbow ROM 90 deg") is None


def test_without_a_model_of_meaning_only_the_jots_own_supports_are_offered() -> None:
    observation = seen(f"{COPIES}. slant board helps")
    found = Accommodator(TABLE, None)(observation, concerns(observation))
    assert found is not None
    assert texts(found.goal) == ["Keep the slant board available, since it is already in use."]
    assert found.evidence == ()


@pytest.mark.parametrize(
    ("jot", "never"),
    [
        (COPIES, LEFT),
        (f"{COPIES}, uses walker", CARRY),
        (f"2nd gr, {COPIES}", WORK),
    ],
)
def test_what_does_not_go_with_the_student_stays_out(jot: str, never: Accommodation) -> None:
    assert never.text not in texts(goal_of(jot))


@given(st.lists(st.sampled_from(TABLE), max_size=5, unique_by=lambda item: item.id))
def test_every_accommodation_stands_where_it_says(table: list[Accommodation]) -> None:
    goal = goal_of(COPIES, table)
    if goal is None:
        assert {item.id for item in table} <= {"left"}
        return
    assert 1 <= len(goal.clauses) <= 5
    assert all(goal.text[clause.start : clause.end] == clause.text for clause in goal.clauses)
    assert [clause.id for clause in goal.clauses] == [f"c{n}" for n in range(1, len(goal.clauses) + 1)]
