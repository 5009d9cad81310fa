"""A bank goal with other parts in its places: every clause is where it says it is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.domain import BankGoal, GoalPart
from otassist.drafting.adapting import PARTS, Part, assembled, change, with_supports, wording

from .made import COPY, GOALS, NOISE, UNPACK

WORDS = st.text(st.characters(codec="utf-8", categories=["Ll", "Lu", "Nd"]), min_size=1, max_size=9)
PHRASES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


def own(goal: BankGoal, **changed: str) -> dict[GoalPart, Part]:
    """The goal's own parts, but for those that were changed."""
    return {name: Part(changed.get(name, getattr(goal, name)), "bank") for name in PARTS}


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.id)
def test_a_goal_with_its_own_parts_is_the_goal(goal: BankGoal) -> None:
    text, clauses = assembled(goal, own(goal))
    assert text == goal.text
    assert {clause.role: clause.text for clause in clauses} == {name: getattr(goal, name) for name in PARTS}


@given(st.sampled_from(GOALS), st.lists(PHRASES, min_size=5, max_size=5))
def test_every_clause_stands_where_it_says(goal: BankGoal, phrases: list[str]) -> None:
    parts = {name: Part(phrase, "proposed") for name, phrase in zip(PARTS, phrases, strict=True)}
    text, clauses = assembled(goal, parts)
    assert all(text[clause.start : clause.end] == clause.text for clause in clauses)
    assert [clause.start for clause in clauses] == sorted(clause.start for clause in clauses)
    assert all(one.end <= two.start for one, two in pairwise(clauses))


@given(st.sampled_from(GOALS), st.sampled_from(PARTS), PHRASES)
def test_one_changed_part_leaves_the_others_as_they_are(goal: BankGoal, name: GoalPart, phrase: str) -> None:
    _, clauses = assembled(goal, own(goal, **{name: phrase}))
    assert {clause.role: clause.text for clause in clauses if clause.role != name} == {
        other: getattr(goal, other) for other in PARTS if other != name
    }


@pytest.mark.parametrize(
    ("goal", "part", "said", "stands"),
    [
        (COPY, "timeframe", "by 2027-01-15", "By 2027-01-15, given"),
        (UNPACK, "timeframe", "By 2027-01-15", "steps by 2027-01-15."),
        (UNPACK, "condition", "given a bin", "Given a bin, the student"),
        (COPY, "condition", "Given a bin", ", given a bin, the"),
        (UNPACK, "method", "the OT keeps a tally.", ". The OT keeps a tally."),
        (COPY, "condition", "ELA notes open", ", ELA notes open, the"),
    ],
)
def test_a_part_takes_the_case_of_its_place(goal: BankGoal, part: str, said: str, stands: str) -> None:
    text, _ = assembled(goal, own(goal, **{part: said}))
    assert stands in text


def test_origin_and_sources_travel_with_the_part() -> None:
    parts = own(NOISE) | {"criterion": Part("on 3 of 4 days", "proposed", ("s1",), ("f1",), ("noise-1",))}
    (clause,) = [clause for clause in assembled(NOISE, parts)[1] if clause.role == "criterion"]
    assert (clause.origin, clause.statements, clause.facts, clause.evidence) == (
        "proposed",
        ("s1",),
        ("f1",),
        ("noise-1",),
    )


@pytest.mark.parametrize(
    ("condition", "supports", "setting", "becomes"),
    [
        ("given paper", [], "", "given paper"),
        ("given paper", ["timer"], "", "given paper, with timer"),
        ("given paper", ["timer", "slant board"], "", "given paper, with timer and slant board"),
        ("given paper", ["timer", "grip", "board"], "", "given paper, with timer, grip and board"),
        ("given paper", [], "during math", "given paper, during math"),
        ("given paper", ["timer"], "during math", "given paper, with timer, during math"),
        ("given a Timer", ["timer"], "", "given a Timer"),
        ("sitting up during math", [], "During math", "sitting up during math"),
    ],
)
def test_supports_and_setting_join_a_condition_that_lacks_them(
    condition: str, supports: list[str], setting: str, becomes: str
) -> None:
    assert with_supports(condition, supports, setting) == becomes


def test_a_phrase_without_its_value_is_refused() -> None:
    assert wording("timeframe", date="2027-01-15") == "by 2027-01-15"
    with pytest.raises(KeyError):
        wording("timeframe")
    with pytest.raises(KeyError):
        change("no such change")
