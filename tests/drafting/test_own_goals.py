"""A goal in the jot's own words: where, with what, how well and who counts; and what lies beyond each measure."""

from __future__ import annotations

import re

import pytest

from otassist.domain import Clause, Goal
from otassist.language.tables import rules

from .made import DESK, drafted


def goal(jot: str) -> Goal:
    """The goal of a jot for which there is no bank."""
    (drawn,) = drafted(jot, among=(DESK,)).goals
    return drawn


def part(drawn: Goal, role: str) -> str:
    return next((clause.text for clause in drawn.clauses if clause.role == role), "")


@pytest.mark.parametrize(
    ("jot", "condition"),
    [
        ("school store fri. 3/9 steps w/o prompt", "in the school store, without prompt"),
        ("chorus: turned 3/8 pages", "during chorus"),
        ("math: copied 2/5 words", "during math"),
        ("copied 2/5 words", "during class writing"),
        ("copied 2/5 words w/ slant board", "during class writing, with slant board"),
        ("copied 2/5 words, slant board refused", "during class writing"),
    ],
)
def test_the_condition_is_the_jots_place_and_help(jot: str, condition: str) -> None:
    assert part(goal(jot), "condition") == condition


@pytest.mark.parametrize(
    ("jot", "criterion"),
    [
        ("copied 2/5 words", "in 4 of 5 words"),
        ("on task 4 of 20 min", "for 14 of 20 minutes"),
        ("upright in chair, writing. upright about 5 min", "for at least 10 minutes"),
        ("starts writing within 8 min", "within 4 minutes"),
        ("copying from board 9 wds in 5 min", "at least 14 in 5 minutes"),
        ("22% accurate selections on keyboard", "with 70% accuracy"),
        ("pants up max A", "with no more than minimal assistance, on 4 of 5 opportunities"),
        ("leaves line 3 of 5 days in cafeteria, noise", "on 4 of 5 days"),
        ("diff scanning textbook for vocab words", "on 4 of 5 opportunities"),
    ],
)
def test_the_criterion_lies_beyond_the_measure(jot: str, criterion: str) -> None:
    assert part(goal(jot), "criterion") == criterion


@pytest.mark.parametrize(
    ("jot", "who"),
    [
        ("copied 2/5 words", "work samples"),
        ("on task 4 of 20 min", "timed"),
        ("worksite laundry. folded 3/10 towels", "job coach"),
        ("open 1 of 4 milk cartons at lunch", "tallied"),
    ],
)
def test_who_counts_goes_by_the_place_the_measure_or_the_verb(jot: str, who: str) -> None:
    assert who in part(goal(jot), "method")


def test_origins_say_what_is_the_jots_and_what_is_proposed() -> None:
    origins = {clause.role: clause.origin for clause in goal("math: copied 2/5 words").clauses}
    assert origins == {
        "timeframe": "blank",
        "condition": "observed",
        "behavior": "inferred",
        "criterion": "proposed",
        "method": "proposed",
        "baseline": "observed",
        "rationale": "practice",
    }


def test_a_place_nobody_named_is_proposed() -> None:
    (condition,) = [clause for clause in goal("copied 2/5 words").clauses if clause.role == "condition"]
    assert (condition.origin, condition.statements) == ("proposed", ())


def test_the_variants_have_more_support_and_the_whole() -> None:
    drawn = goal("copied 2/5 words")
    assert str(rules("own_goals")["text"]["more_support"]) in drawn.variants["more_support"]
    assert "in 5 of 5 words" in drawn.variants["stretch"]


@pytest.mark.parametrize(
    "jot", ["copied 2/5 words", "upright in chair, writing. upright about 5 min", "pants up max A"]
)
def test_every_clause_stands_where_it_says_and_no_number_is_new(jot: str) -> None:
    drawn = goal(jot)
    assert all(drawn.text[clause.start : clause.end] == clause.text for clause in drawn.clauses)
    baseline: Clause = next(clause for clause in drawn.clauses if clause.role == "baseline")
    assert set(re.findall(r"\d+", baseline.text)) <= set(re.findall(r"\d+", jot))
    assert drawn.bank_goal is None


def test_every_area_has_a_place_and_a_reason() -> None:
    assert (
        set(rules("own_goals")["places"]) == set(rules("own_goals")["reasons"]) == set(rules("concerns")["neighbours"])
    )
