"""The development cases: what a faithful note must keep is kept, nothing is added, and it can be read.

The held-out cases are never read here; they are for measuring.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from otassist.domain import Clause, Context, Drafting

from .drafted import drafting, outside_quotes
from .test_composer_quotes import SHORTHAND

FOLDER = Path(__file__).parents[2] / "evals" / "cases"
CASES = [json.loads(line) for line in (FOLDER / "notes_dev.jsonl").read_text(encoding="utf-8").splitlines()]
by_id = pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
KEYS = {"id", "cluster", "area", "grade", "plan", "delivery", "task", "jot", "facts", "missing", "traps", "split"}


def context(case: dict[str, Any]) -> Context:
    entered: dict[str, Any] = {key: str(value) for key, value in case.get("context", {}).items()}
    return Context(grade=case["grade"], plan=case["plan"], delivery=case["delivery"], **entered)


@cache
def drafted(number: int) -> Drafting:
    return drafting(CASES[number]["jot"], context(CASES[number]), CASES[number]["task"])


def clauses(number: int) -> list[Clause]:
    return [clause for note in drafted(number).notes for clause in note.clauses]


def shown(number: int) -> str:
    """What the therapist reads: the notes, and whose they are."""
    return "\n".join(f"{note.student}\n{note.text}" for note in drafted(number).notes)


def numerals(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def test_there_are_ninety_cases_of_their_own() -> None:
    assert len(CASES) == 90
    assert len({case["id"] for case in CASES}) == 90
    assert {case["split"] for case in CASES} == {"dev"}
    assert {case["task"] for case in CASES} == {"note", "consult"}


@by_id
def test_a_case_is_complete(case: dict[str, Any]) -> None:
    assert case.keys() >= KEYS
    assert case["facts"]


@by_id
def test_what_must_be_kept_stands_in_the_jot(case: dict[str, Any]) -> None:
    assert [fact["text"] for fact in case["facts"] if fact["must_keep"] and fact["text"] not in case["jot"]] == []


def test_numbers_that_must_be_kept_are_kept() -> None:
    wanted = [
        (index, each) for index, case in enumerate(CASES) for fact in case["facts"] for each in numerals(fact["text"])
    ]
    lost = [(CASES[index]["id"], each) for index, each in wanted if each not in numerals(shown(index))]
    assert len(lost) <= 0.01 * len(wanted), lost


@pytest.mark.parametrize("index", range(len(CASES)), ids=[case["id"] for case in CASES])
def test_no_number_is_added(index: int) -> None:
    entered = " ".join(str(value) for value in CASES[index].get("context", {}).values())
    given = set(numerals(f"{CASES[index]['jot']} {entered} {CASES[index]['grade']}"))
    assert set(numerals(shown(index))) <= given


def test_hardly_any_sentence_has_shorthand_outside_quotation_marks() -> None:
    told = [clause.text for index in range(len(CASES)) for clause in clauses(index)]
    short = [text for text in told if SHORTHAND.search(outside_quotes(text))]
    assert len(short) <= 0.02 * len(told), short


@pytest.mark.parametrize("index", range(len(CASES)), ids=[case["id"] for case in CASES])
def test_the_checks_block_no_draft_of_the_composer(index: int) -> None:
    notes = drafted(index).notes
    assert notes
    assert [item for note in notes for item in note.findings if item.severity == "blocker"] == []


def test_most_sentences_are_sentences_and_no_quotations_of_the_jot() -> None:
    told = [clause for index in range(len(CASES)) for clause in clauses(index) if clause.origin == "observed"]
    quoted = [clause for clause in told if len(outside_quotes(clause.text).split()) <= 4 and '"' in clause.text]
    assert len(quoted) <= 0.35 * len(told), f"{len(quoted)} of {len(told)} sentences only quote the jot"


def test_held_out_cases_have_the_same_shape_and_are_others() -> None:
    held = [json.loads(line) for line in (FOLDER / "notes_held_out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(held) >= 75, "issue 2 asks for 75 jots by others"
    assert {case["split"] for case in held} == {"held_out"}
    assert not {case["id"] for case in held} & {case["id"] for case in CASES}
    assert [case["id"] for case in held if not case.keys() >= KEYS] == []
