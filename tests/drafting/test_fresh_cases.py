"""Jots by others, shaped like real ones: every number is kept and none is added, and hardly any shorthand stands.

The 80 of the held-out split are drafted too, but no sentence of theirs is looked at here: only counts.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from otassist.language.shorthand import leftover
from otassist.reading import read

from .drafted import drafting

FILE = Path(__file__).parents[2] / "evals" / "cases" / "notes_fresh.jsonl"
CASES = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
NUMERAL = re.compile(r"\d+")


@cache
def told(index: int) -> tuple[str, ...]:
    """The sentences of all notes of a jot, without blanks, and whose they are."""
    notes = drafting(CASES[index]["jot"]).notes
    names = tuple(note.student or "" for note in notes)
    return names + tuple(clause.text for note in notes for clause in note.clauses if clause.origin != "blank")


def shown(index: int) -> set[str]:
    return set(NUMERAL.findall(" ".join(told(index))))


def test_the_cases_are_sound() -> None:
    assert len(CASES) >= 500
    assert len({case["id"] for case in CASES}) == len(CASES)
    assert [fact for case in CASES for fact in case["facts"] if fact["text"] not in case["jot"]] == []


def test_no_number_that_must_be_kept_is_lost() -> None:
    wanted = [
        (index, numeral)
        for index, case in enumerate(CASES)
        for fact in case["facts"]
        for numeral in NUMERAL.findall(re.sub(r"\bb4\b", "before", fact["text"]))
    ]
    lost = [(CASES[index]["id"], numeral) for index, numeral in wanted if numeral not in shown(index)]
    assert len(wanted) > 1500
    assert len(lost) <= 0.01 * len(wanted), lost


def test_no_number_is_added() -> None:
    added = {case["id"]: shown(index) - set(NUMERAL.findall(case["jot"])) for index, case in enumerate(CASES)}
    assert {name: numerals for name, numerals in added.items() if numerals} == {}


def test_hardly_any_shorthand_stands_outside_quotation_marks() -> None:
    sentences = [text for index in range(len(CASES)) for text in told(index)]
    short = [text for text in sentences if leftover(text)]
    assert len(short) <= 0.02 * len(sentences), short


def test_no_jot_is_left_without_a_note() -> None:
    assert [case["id"] for index, case in enumerate(CASES) if not told(index)] == []


def test_the_area_is_among_the_first_three() -> None:
    hits = [set(case["area"]) & {item.area for item in read(case["jot"]).areas[:3]} for case in CASES]
    assert sum(map(bool, hits)) >= 0.95 * len(CASES)
