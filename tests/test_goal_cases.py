"""Goals for jots that others wrote (evals/cases/goals.jsonl, dev half): what must hold for each of them."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from otassist.assistant import Assistant
from otassist.bootstrap import build
from otassist.domain import Context, Drafting, Goal

CASES = Path(__file__).parents[1] / "evals" / "cases"
ROWS = [json.loads(line) for line in (CASES / "goals.jsonl").read_text(encoding="utf-8").splitlines()]
DEV = [row for row in ROWS if row["split"] == "dev"]
IN_SCOPE = [row for row in DEV if row["in_scope"]]
ELSEWHERE = [row for row in DEV if not row["in_scope"]]


@cache
def assistant() -> Assistant:
    return build()


@cache
def drafting(identity: str) -> Drafting:
    (row,) = [row for row in DEV if row["id"] == identity]
    return assistant().draft("goal", row["jot"], Context(grade=row["grade"], plan=row["plan"]))


def goals(row: dict[str, Any]) -> list[Goal]:
    """What is to be checked as a goal; accommodations are none."""
    return [goal for goal in drafting(row["id"]).goals if goal.type != "accommodations"]


def by_id(rows: list[dict[str, Any]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", rows, ids=[row["id"] for row in rows])


@by_id(IN_SCOPE)
def test_a_jot_in_scope_gets_one_to_four(row: dict[str, Any]) -> None:
    assert 1 <= len(drafting(row["id"]).goals) <= 4


@by_id(IN_SCOPE)
def test_a_goal_is_measurable_and_about_school(row: dict[str, Any]) -> None:
    assert all(goal.measurable and goal.educationally_relevant for goal in goals(row))


@by_id(IN_SCOPE)
def test_a_baseline_is_the_jots_own_or_a_blank_with_a_question(row: dict[str, Any]) -> None:
    for goal in goals(row):
        (baseline,) = [clause for clause in goal.clauses if clause.role == "baseline"]
        if baseline.origin == "blank":
            assert any(question.about == "baseline" for question in drafting(row["id"]).questions)
        assert set(re.findall(r"\d+", baseline.text)) <= set(re.findall(r"\d+", row["jot"]))


@by_id(IN_SCOPE)
def test_every_clause_stands_where_it_says(row: dict[str, Any]) -> None:
    for goal in drafting(row["id"]).goals:
        assert all(goal.text[clause.start : clause.end] == clause.text for clause in goal.clauses)


@by_id(ELSEWHERE)
def test_what_belongs_elsewhere_gets_no_goal_but_an_answer(row: dict[str, Any]) -> None:
    answer = drafting(row["id"])
    assert answer.goals == ()
    assert answer.observation.out_of_scope or answer.questions


ALONE = "lunch table alone, AAC device in bag, greets 0 peers. Device has a lunch page! SLP on it too"
"""The goal for it is recognised, not found."""


def test_whatever_a_goal_cites_is_there_to_be_opened() -> None:
    drafted = [*(drafting(row["id"]) for row in IN_SCOPE), assistant().draft("goal", ALONE, Context(grade="5"))]
    for each in drafted:
        there = {item.passage.id for item in each.evidence}
        assert {identity for goal in each.goals for clause in goal.clauses for identity in clause.evidence} <= there
