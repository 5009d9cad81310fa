"""Every case file becomes one type; what is wrong with a case is told with its name."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from otassist.bank import shipped_corpus
from otassist.errors import FileProblem
from otassist.evaluation.balance import counts
from otassist.evaluation.cases import Case, CaseFact, case_from, cases_digest, read_cases
from otassist.evaluation.validating import problems

from .products import goal, note, shipped

NOTE = {"id": "n", "task": "note", "jot": "copied 3/5", "area": ["handwriting"], "split": "dev", "facts": []}


def without(field: str) -> dict[str, Any]:
    return {key: value for key, value in NOTE.items() if key != field}


def test_the_shipped_cases_are_as_many_as_promised() -> None:
    tasks = Counter(case.task for case in shipped())
    assert tasks["search"] >= 80
    assert tasks["note"] + tasks["consult"] + tasks["goal"] >= 130
    assert len({case.id for case in shipped()}) == len(shipped())


def test_the_shipped_cases_have_no_problem() -> None:
    assert problems(shipped(), shipped_corpus()) == []


def test_they_are_spread_over_areas_and_splits() -> None:
    spread = counts(shipped())
    assert len(spread["area"]) >= 13
    assert all(min(splits.values()) > 0 for area, splits in spread["area"].items() if area != "any")
    assert {"PreK", "K-2", "3-5", "6-8", "9-12", "18-21"} <= set(spread["grade band"])


@pytest.mark.parametrize(
    ("line", "name", "said"),
    [
        (NOTE | {"task": "essay"}, "n", "'essay'"),
        (NOTE | {"split": "test"}, "n", "'test'"),
        (without("jot"), "n", "'jot' is missing"),
        (without("id"), "mine.jsonl, line 2", "'id' is missing"),
        (NOTE | {"jot": None}, "n", "jot None is no text"),
        (NOTE | {"id": 7}, "mine.jsonl, line 2", "id 7 is no text"),
        (NOTE | {"facts": [{"must_keep": True}]}, "n", "text"),
        (NOTE | {"facts": [{"text": "a", "why": "b"}]}, "n", "why"),
        (["a list"], "mine.jsonl, line 2", "is no case"),
        ("half a line", "mine.jsonl, line 2", "is no case"),
    ],
)
def test_a_line_that_is_no_case_is_named_with_its_file_and_line(
    line: Any, name: str, said: str, tmp_path: Path
) -> None:
    text = json.dumps(line)[: -1 if line == "half a line" else None]
    (tmp_path / "mine.jsonl").write_text(f"{json.dumps(NOTE | {'id': 'whole'})}\n{text}\n", encoding="utf-8")
    whole, broken = read_cases(tmp_path)
    assert whole.problem == ""
    assert broken.id == name
    assert "mine.jsonl, line 2" in broken.problem
    assert said in broken.problem
    assert problems([whole, broken], shipped_corpus()) == [f"{name}: {broken.problem}"]


def test_a_folder_without_cases_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="no case file"):
        read_cases(tmp_path)


@pytest.mark.parametrize("missing", ["id", "task", "jot", "area", "split"])
def test_a_field_that_must_be_there(missing: str) -> None:
    with pytest.raises(KeyError):
        case_from({key: value for key, value in NOTE.items() if key != missing})


def test_what_a_goal_case_enters_is_its_grade_and_plan() -> None:
    case = case_from({**NOTE, "task": "goal", "grade": "2", "plan": "IEP", "in_scope": False, "concern": "x"})
    assert (case.context.grade, case.context.plan) == ("2", "IEP")
    assert case.expect_refusal
    assert not case_from(NOTE).expect_refusal


def test_the_digest_is_of_the_cases_not_of_their_order() -> None:
    one, other = note("a", "1"), note("b", "2")
    assert cases_digest([one, other]) == cases_digest([other, one])
    assert cases_digest([one]) != cases_digest([replace(one, text="c")])


def search(**more: Any) -> Case:
    return replace(Case("q", "search", "zipper", "q", "dev", ("self_care",), relevant={"sc-k2-01": 2}), **more)


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        ([note("copied 3/5", "a"), note("cut a circle out", "a")], "stands 2 times"),
        ([note("copied 3/5", facts=(CaseFact("4/5", must_keep=True),))], "'4/5' is not in the jot"),
        ([note("copied 3/5", area=("juggling",))], "'juggling' is no area"),
        ([note("copied 3/5", sections={"plan": ("try a grip",)})], "'try a grip' of plan is not in the jot"),
        ([note("copied 3/5", sections={"end": ()})], "'end' is no section"),
        ([note("copied 3/5 letters!", "a"), note("Copied 3/5 letters", "b")], "the same words as b"),
        (
            [note("He copied 3/5 words on lined paper.", "a"), note("he copied 3/5 words on the lined paper", "b")],
            "nearly",
        ),
        ([note("  ")], "there is no text"),
        ([search(relevant={"no-such": 2})], "'no-such' is not in the corpus"),
        ([search(relevant={"no-such": 3})], "graded 3"),
        ([search(relevant={})], "no passage answers"),
        ([goal("floats", concern=None)], "needs the concern"),
    ],
)
def test_a_problem_is_told_with_its_case(cases: list[Case], said: str) -> None:
    found = problems(cases, shipped_corpus())
    assert any(said in line and line.startswith(cases[0].id) for line in found), found
