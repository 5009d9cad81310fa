"""What a search found is kept and can be given to another run; so a difference can be put down to its cause."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from otassist.bank import read_corpus, shipped_corpus
from otassist.cli import app
from otassist.domain import Evidence
from otassist.evaluation.comparison import compare
from otassist.evaluation.freezing import Freezer
from otassist.evaluation.record import Record, recording
from otassist.evaluation.results import RunDirectory
from otassist.evaluation.rundir import read_run

from .rundirs import line, lines, write_run

PASSAGES = read_corpus(shipped_corpus()).passages
GOALS = [passage for passage in PASSAGES if passage.kind == "goal"]
PRACTICE = [passage for passage in PASSAGES if passage.kind == "practice"]


def search(query: str, **narrowing: Any) -> tuple[Evidence, ...]:
    return tuple(Evidence(passage, 0.5) for passage in GOALS[: narrowing["k"]])


def names(found: tuple[Evidence, ...]) -> list[str]:
    return [item.passage.id for item in found]


def test_what_was_found_is_kept_and_given_again() -> None:
    frozen = Freezer(PASSAGES).around(search)
    with recording(Record()) as record:
        first = frozen("cut", k=3, kind="goal")
    again = Freezer(PASSAGES).around(lambda *_, **__: pytest.fail("it searched"))
    with recording(Record(frozen=record.found)):
        assert again("cut", k=3, kind="goal") == first


def test_another_question_gets_what_there_is_of_its_kind() -> None:
    """In the best rank it had, no more than asked for, and nothing that the corpus no longer holds."""
    held = {
        "a": [(GOALS[0].id, 0.9), (GOALS[1].id, 0.8), (PRACTICE[0].id, 0.7)],
        "b": [(GOALS[2].id, 0.9), ("gone", 0.8), (GOALS[0].id, 0.7)],
    }
    again = Freezer(PASSAGES).around(search)
    with recording(Record(frozen=held)):
        assert sorted(names(again("tie", k=3, kind="goal"))) == sorted(item.id for item in GOALS[:3])
        assert names(again("tie", k=2, kind="goal")) == sorted([GOALS[0].id, GOALS[2].id])
        assert names(again("tie", k=9, kind="practice")) == [PRACTICE[0].id]


def test_outside_of_a_run_it_only_searches() -> None:
    assert names(Freezer(PASSAGES).around(search)("cut", k=2)) == [item.id for item in GOALS[:2]]


def otassist(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["eval", *map(str, arguments)])


def test_a_run_on_frozen_passages_drafts_the_same(tmp_path: Path) -> None:
    chosen = ("--filter", "id=g1-00[1-2]", "--workers", "1", "--no-cache")
    assert otassist("run", *chosen, "--out", tmp_path / "base").exit_code == 0
    assert otassist("run", *chosen, "--frozen", tmp_path / "base", "--out", tmp_path / "frozen").exit_code == 0
    base, frozen = (list(RunDirectory(tmp_path / name).rows()) for name in ("base", "frozen"))
    assert all(row["found"] for row in base)
    assert [(row["text"], row["found"]) for row in frozen] == [(row["text"], row["found"]) for row in base]
    told = otassist("compare", tmp_path / "base", tmp_path / "base", "--frozen", tmp_path / "frozen", "--json")
    shares = json.loads(told.stdout)["attribution"]["shares"]
    assert shares["supported"]["search"] == {"mean": 0.0, "low": 0.0, "high": 0.0}


def test_a_run_that_kept_nothing_cannot_be_frozen(tmp_path: Path) -> None:
    old = write_run(tmp_path / "old", lines(2), case_ids=[])
    told = otassist("run", "--filter", "id=g1-001", "--frozen", old, "--out", tmp_path / "new", "--workers", "1")
    assert told.exit_code == 2
    assert "does not keep what its searches found" in told.stderr


def runs(tmp_path: Path, base: float, between: float, new: float, **meta: Any) -> dict[str, Any]:
    """Forty cases, of which the first eight have these values of `supported` in the three runs."""
    made = {}
    for name, value in (("base", base), ("frozen", between), ("new", new)):
        rows = [
            line(f"c{number:02}", scores={"supported": value if number < 8 else 1.0, "invented": 0.0})
            for number in range(40)
        ]
        rows += [line("q", task="search", scores={"recall@5": value})] if name != "frozen" else []
        code = {"code": "old" if name == "base" else "new"}
        rests = {"frozen": str(tmp_path / "base")} if name == "frozen" else {}
        write_run(tmp_path / name, rows, **{**code, **rests, **(meta if name == "frozen" else {})})
        made[name] = read_run(tmp_path / name)
    return made


@pytest.mark.parametrize(
    ("values", "cause", "drafting", "search"),
    [
        ((1.0, 0.5, 0.5), "prompt", -0.1, 0.0),
        ((1.0, 1.0, 0.5), "retrieval", 0.0, -0.1),
        ((1.0, 0.75, 0.5), "prompt and retrieval", -0.05, -0.05),
        ((0.5, 1.0, 0.75), "prompt and retrieval", 0.1, -0.05),
    ],
)
def test_the_run_in_between_says_what_did_it(
    tmp_path: Path, values: tuple[float, float, float], cause: str, drafting: float, search: float
) -> None:
    answer = compare(**runs(tmp_path, *values))
    assert answer.attribution
    assert answer.attribution.cases == {**{f"c{number:02}": cause for number in range(8)}, "q": "retrieval"}
    (shares,) = [item for item in answer.attribution.shares if item.metric == "supported"]
    assert (shares.drafting.mean, shares.search.mean) == pytest.approx((drafting, search))
    whole = next(metric for metric in answer.metrics if metric.name == "supported")
    assert shares.drafting.mean + shares.search.mean == pytest.approx(whole.difference)
    assert shares.drafting.low <= shares.drafting.mean <= shares.drafting.high


@pytest.mark.parametrize(
    ("meta", "said"), [({"frozen": "elsewhere"}, "base run's passages"), ({"code": "third"}, "another code")]
)
def test_a_run_that_does_not_stand_in_between_is_broken(tmp_path: Path, meta: dict[str, Any], said: str) -> None:
    answer = compare(**runs(tmp_path, 1.0, 1.0, 0.5, **meta))
    assert answer.verdict == "BROKEN"
    assert said in answer.faults[0].message


def test_the_report_shows_both_steps(tmp_path: Path) -> None:
    runs(tmp_path, 1.0, 0.75, 0.5)
    told = otassist(
        "report", tmp_path / "new", "--base", tmp_path / "base", "--frozen", tmp_path / "frozen", "--out", tmp_path
    )
    assert told.exit_code == 0
    assert "By the drafting" in (tmp_path / "report.html").read_text()
    assert otassist("report", tmp_path / "new", "--frozen", tmp_path / "frozen").exit_code == 2
