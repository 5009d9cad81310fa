"""The self-check: at least twenty kinds of defect, nearly all caught, and harmless changes let pass."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest

from otassist.evaluation.pairs import changed_number_problems, changed_numbers, reordered, reordered_problems
from otassist.evaluation.seeding.editing import edited, without
from otassist.evaluation.selfcheck import Tally, is_worse, selfcheck

from .products import composer, note, note_of, shipped


@cache
def found() -> Tally:
    return selfcheck(shipped(), composer(), 6)


def test_at_least_twenty_kinds_are_seeded_often_enough() -> None:
    assert len(found().caught) >= 40
    assert min(map(len, found().caught.values())) >= 5


def test_nearly_all_are_caught() -> None:
    assert found().kill_rate >= 0.95, found().missed


def test_no_kind_passes_unseen() -> None:
    """Of six; `otassist eval selfcheck` asks for nine in ten of sixty."""
    assert {kind: hits for kind, hits in found().caught.items() if sum(hits) < 0.6 * len(hits)} == {}


def test_a_harmless_change_is_no_defect() -> None:
    assert sum(found().alarms) == 0
    assert len(found().alarms) == 6


def test_the_answer_has_the_shape_of_the_contract() -> None:
    told = found().as_json()
    assert 0.9 <= told["kill_rate"] <= 1
    assert all(set(item) == {"kill_rate", "n"} for item in told["kinds"].values())


def row(**values: Any) -> dict[str, Any]:
    kinds = {"invented": "safety"}
    return {name: {"value": value, "kind": kinds.get(name, "core")} for name, value in values.items()}


@pytest.mark.parametrize(
    ("before", "after", "worse"),
    [
        (row(invented=0), row(invented=1), True),
        (row(invented=1), row(invented=0), False),
        (row(kept=1.0), row(kept=0.9), True),
        (row(kept=0.9), row(kept=1.0), False),
        (row(kept=1.0), row(kept=None), True),
        (row(kept=None), row(kept=0.0), False),
        (row(kept=1.0, invented=0), row(kept=1.0, invented=0), False),
    ],
)
def test_worse_is_more_invented_or_less_of_anything_else(before: Any, after: Any, worse: bool) -> None:
    assert is_worse(before, after) is worse


def test_an_edit_keeps_clauses_in_their_places() -> None:
    draft = composer().answer(note("copied 3/5 words. used a grip. no cues"))["drafts"][0]
    for clause in draft["clauses"]:
        for changed in (edited(draft, clause["id"], 0, clause["text"][:3], "Then the "), without(draft, clause)):
            for item in changed["clauses"]:
                assert changed["text"][item["start"] : item["end"]] == item["text"]


def test_a_pair_changes_one_number_that_stands_once() -> None:
    pairs = list(changed_numbers([note("copied 3/5 words in 12 min"), note("on 3/5 he copied 3 words")]))
    assert len(pairs) == 1
    assert pairs[0].was not in pairs[0].jot or pairs[0].now not in pairs[0].case.text


@pytest.mark.parametrize(
    ("jot", "holds"),
    [
        ("Copied words. Cut a line. Used a grip.", True),
        ("Copied words. Then cut a line. Used a grip.", False),
        ("Copied words. Cut a line.", False),
        ("S: Copied words. Cut a line. Used a grip.", False),
    ],
)
def test_only_sentences_whose_order_means_nothing_change_places(jot: str, holds: bool) -> None:
    assert (reordered(note(jot)) is not None) is holds


def test_a_header_stays_at_the_head() -> None:
    case = note("11th ag mech. Cut a line. Used a grip.")
    assert reordered(case) == "Used a grip. Cut a line. 11th ag mech."
    assert reordered(case, headed=True) == "11th ag mech. Used a grip. Cut a line."
    assert list(reordered_problems([case], composer().assistant)) == []


def test_a_number_told_as_a_word_has_followed() -> None:
    """`2x` becomes `twice`; a number that does not follow is told all the same."""
    told = {"erased 9x and cut 3 lines": "Erased 9 times.", "erased 2x and cut 3 lines": "Erased twice."}
    assert list(changed_number_problems([note("erased 9x and cut 3 lines", "n-1")], saying(told))) == []
    lost = told | {"erased 2x and cut 3 lines": "Erased often."}
    assert len(list(changed_number_problems([note("erased 9x and cut 3 lines", "n-1")], saying(lost)))) == 1


def saying(notes: dict[str, str]) -> Any:
    """An assistant whose note on each jot is given."""
    return SimpleNamespace(draft=lambda kind, jot, context: SimpleNamespace(notes=[SimpleNamespace(text=notes[jot])]))


def test_a_scripted_note_has_the_shape_of_a_real_one() -> None:
    real = composer().answer(note("copied 3/5 words"))
    assert note_of("x").keys() <= real.keys()
    assert note_of("x")["drafts"][0].keys() <= real["drafts"][0].keys()
