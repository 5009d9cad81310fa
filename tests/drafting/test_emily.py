"""The acceptance case: two jots about Emily (second seed); their notes keep every fact and add none.

`make golden` runs this file to renew tests/golden; read the difference before you keep it.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from otassist.domain import Context, Note

from .drafted import QUOTED, note, outside_quotes, stands

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
CASES = [json.loads(line) for line in (ROOT / "evals/cases/emily.jsonl").read_text(encoding="utf-8").splitlines()]
by_id = pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
LEVEL = re.compile(
    r"\b(minimal|moderate|maximal|independent\w*|standby|contact guard|hand-over-hand|assistance)\b", re.I
)
TREND = re.compile(r"\b(improv\w+|progress\w*|increas\w+|decreas\w+|last session|goal)\b", re.I)


@cache
def written(case_id: str) -> Note:
    (case,) = [case for case in CASES if case["id"] == case_id]
    return note(case["jot"], Context(grade=case["grade"], plan=case["plan"], delivery=case["delivery"]))


@by_id
def test_a_case_has_the_jot_of_its_file_in_six_lines(case: dict[str, Any]) -> None:
    jot = (ROOT / "evals" / "cases" / f"{case['id']}.txt").read_text(encoding="utf-8").rstrip("\n")
    assert case["jot"] == jot
    assert len(jot.splitlines()) == 6


@by_id
def test_every_fact_of_a_case_is_in_its_jot(case: dict[str, Any]) -> None:
    assert [fact["text"] for fact in case["facts"] if fact["text"] not in case["jot"]] == []


@by_id
def test_every_word_of_the_jot_belongs_to_a_fact(case: dict[str, Any]) -> None:
    jot = case["jot"]
    for fact in case["facts"]:
        jot = jot.replace(fact["text"], " ", 1)
    assert set(re.findall(r"[\w+]+", jot)) <= {"P", "then", "and", "+"}


@pytest.mark.parametrize(
    ("case", "fact"),
    [pytest.param(case["id"], fact, id=f"{case['id']}: {fact['text']}") for case in CASES for fact in case["facts"]],
)
def test_every_fact_is_in_the_note(case: str, fact: dict[str, Any]) -> None:
    """Its words, expanded, stand together in one sentence; or it is quoted as jotted."""
    for clause in written(case).clauses:
        if all(stands(word, clause.text) for word in fact["value"].split()):
            return
        if any(fact["text"] in quotation for quotation in QUOTED.findall(clause.text)):
            return
    pytest.fail(f"{fact['value']!r} is not in one sentence of:\n{written(case).text}")


@by_id
def test_no_number_level_quotation_or_trend_is_added(case: dict[str, Any]) -> None:
    text = written(case["id"]).text
    assert re.findall(r"\d", text) == re.findall(r"\d", case["jot"]) == []
    assert LEVEL.findall(outside_quotes(text)) == []
    assert TREND.findall(outside_quotes(text)) == []
    assert [each for each in QUOTED.findall(text) if each[1:-1] not in case["jot"]] == []


@by_id
def test_nobody_is_named_and_the_pronoun_is_the_jots(case: dict[str, Any]) -> None:
    text = written(case["id"]).text
    assert "Emily" not in text
    assert not re.search(r"\b(he|him|his)\b", text, re.I)


@by_id
def test_the_checks_block_nothing(case: dict[str, Any]) -> None:
    assert [item for item in written(case["id"]).findings if item.severity == "blocker"] == []


@pytest.mark.parametrize(
    ("case", "never"),
    [
        ("emily-push-in", "student gave"),
        ("emily-push-in", "she gave"),
        ("emily-push-in", "student will"),
        ("emily-push-in", "therapist sees"),
        ("emily-push-in", "therapist will write"),
        ("emily-pull-out", "her bottom"),
        ("emily-pull-out", "will spy"),
        ("emily-pull-out", "student hung on"),
        ("emily-pull-out", "trunk strength improved"),
        ("emily-push-in", "student used a sticky note"),
    ],
)
def test_nothing_is_turned_round(case: str, never: str) -> None:
    assert never not in written(case).text.lower()


@by_id
def test_the_note_is_the_golden_one(case: dict[str, Any]) -> None:
    golden = (GOLDEN / f"{case['id']}.txt").read_text(encoding="utf-8")
    assert f"{written(case['id']).text}\n" == golden, "run 'make golden' if the new note is the better one"


if __name__ == "__main__":
    for each in CASES:
        (GOLDEN / f"{each['id']}.txt").write_text(f"{written(each['id']).text}\n", encoding="utf-8")
