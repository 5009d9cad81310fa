"""Judges: asked by their prompts, worth what the labels say, and advisory until then."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from otassist.cli import app
from otassist.evaluation.comparison import compare
from otassist.evaluation.gate import read_gate
from otassist.evaluation.jobs import Job, Output
from otassist.evaluation.judges import TASKS, Agreement, labelled
from otassist.evaluation.labels import shipped_labels
from otassist.evaluation.measuring import do
from otassist.evaluation.report import write
from otassist.evaluation.results import RunDirectory
from otassist.evaluation.rundir import read_run
from scripted_server import Request, Script, ScriptedServer, says, status

from .products import note, note_of, scripted
from .rundirs import lines, write_run

GOOD, BAD = "Copied 3/5 words.", "Copied 9/5 words."
LABELS = [
    {"id": f"l{number}", "jot": "copied 3/5 words", "section": "objective", "sentence": text, "supported": text == GOOD}
    | {"split": "held_out"}
    for number, text in enumerate([GOOD, BAD] * 3)
]


def says_so(request: Request) -> Script:
    """Good is what holds no 9."""
    if "<sentence>" not in request.asked:
        return says('{"ready": true}')
    sentence = request.asked.split("<sentence>")[1]
    return says(json.dumps({"reason": "I counted.", "answer": "no" if "9" in sentence else "yes"}))


@pytest.fixture
def judge(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, loopback_only: None) -> Iterator[ScriptedServer]:
    with ScriptedServer(answer=says_so) as server:
        monkeypatch.setenv("OTASSIST_JUDGE_MODEL", "wise")
        monkeypatch.setenv("OTASSIST_JUDGE_BASE_URL", server.url)
        monkeypatch.setenv("OTASSIST_DATA_DIR", str(tmp_path / "data"))
        yield server


@pytest.fixture
def ran(tmp_path: Path) -> RunDirectory:
    """Two notes, of which one holds a number that is nowhere."""
    cases = [note("copied 3/5 words", "a"), note("copied 3/5 words again", "b")]
    made = RunDirectory(tmp_path / "run")
    made.begin({"id": "run", "cases": 2, "repeats": 1, "case_ids": ["a", "b"]})
    texts = (GOOD, BAD)
    made.replace(
        do(Job(case, 0, Output(note_of(text), 0.1)), scripted()).row for case, text in zip(cases, texts, strict=True)
    )
    return made


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    folder = tmp_path / "labels"
    folder.mkdir()
    (folder / "notes.jsonl").write_text("\n".join(map(json.dumps, LABELS)))
    return folder


def asked(made: RunDirectory, labels: Path, *more: str) -> Result:
    chosen = ["--metric", "judge_supported", "--labels", str(labels), "--workers", "2"]
    return CliRunner().invoke(app, ["eval", "judge", str(made.folder), *chosen, *more])


def test_every_draft_gets_an_opinion_with_its_reason(judge: ScriptedServer, ran: RunDirectory, labels: Path) -> None:
    told = json.loads(asked(ran, labels, "--json").stdout)["judges"]["judge_supported"]
    assert (told["true_good"], told["true_bad"], told["kappa"], told["holds"]) == (3, 3, 1.0, True)
    good, bad = (row["metrics"]["judge_supported"] for row in ran.rows())
    assert (good["value"], bad["value"]) == (1.0, 0.0)
    assert "I counted." in bad["reason"]
    assert ran.info()["judges"]["judge_supported"] == told
    first = next(request for request in judge.requests if "<sentence>" in request.asked)
    assert first.body["model"] == "wise"
    assert first.body["response_format"]["json_schema"]["schema"]["properties"]["answer"]["enum"] == ["yes", "no"]
    assert first.body["response_format"]["json_schema"]["name"] == "judge"
    assert '"copied 3/5 words' in first.asked


def test_the_same_is_asked_once(judge: ScriptedServer, ran: RunDirectory, labels: Path) -> None:
    asked(ran, labels)
    count = len(judge.requests)
    before = list(ran.rows())
    asked(ran, labels)
    assert len(judge.requests) == count
    assert list(ran.rows()) == before


def test_a_judge_that_agrees_with_nobody_is_advisory(judge: ScriptedServer, ran: RunDirectory, labels: Path) -> None:
    judge.answer = lambda request: says_so(request) if "<sentence>" not in request.asked else says(YES)
    assert "no: advisory" in asked(ran, labels).stdout
    assert ran.info()["judges"]["judge_supported"]["holds"] is False


YES = '{"reason": "", "answer": "yes"}'


@pytest.mark.parametrize(
    ("script", "said", "answered"),
    [
        (says('{"reason": "", "answer": "perhaps"}'), "perhaps", True),
        (status(503, {"Retry-After": "60"}), "503", False),
    ],
)
def test_a_judge_that_fails_on_a_draft_breaks_the_case(
    script: Script, said: str, answered: bool, judge: ScriptedServer, ran: RunDirectory, labels: Path
) -> None:
    judge.answer = lambda request: script if "again" in request.asked else says_so(request)
    asked(ran, labels)
    (fault,) = read_run(ran.folder).faults
    assert fault.case == "b"
    assert said in fault.message
    judge.answer = says_so
    asked(ran, labels)
    assert bool(read_run(ran.folder).faults) is answered  # what it has said is not asked again


def test_a_judge_that_cannot_be_asked_at_all_is_told(judge: ScriptedServer, ran: RunDirectory, labels: Path) -> None:
    judge.answer = lambda request: status(503, {"Retry-After": "60"})
    result = asked(ran, labels)
    assert result.exit_code == 1
    assert "cannot be calibrated" in result.stderr
    assert all("judge_supported" not in row["metrics"] for row in ran.rows())


def test_without_a_model_or_a_label_that_is_told(ran: RunDirectory, labels: Path, tmp_path: Path) -> None:
    assert "OTASSIST_JUDGE_MODEL" in asked(ran, labels).stderr
    told = CliRunner().invoke(app, ["eval", "judge", str(ran.folder), "--metric", "judge_taste"])
    assert told.exit_code == 2


def agreement(good: tuple[int, int], bad: tuple[int, int]) -> Agreement:
    return Agreement("judge_supported", "p", "s", "m", good[0], good[1], bad[0], bad[1])


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=60))
def test_kappa_is_its_definition_written_out(pairs: list[tuple[bool, bool]]) -> None:
    """Cohen 1960: (seen - chance) / (1 - chance), chance from the two raters' own rates, in fractions."""
    n = len(pairs)
    seen = Fraction(sum(one == other for one, other in pairs), n)
    chance = sum(
        Fraction(sum(one is value for one, _ in pairs), n) * Fraction(sum(other is value for _, other in pairs), n)
        for value in (True, False)
    )
    found = agreement(
        (pairs.count((True, True)), pairs.count((True, False))),
        (pairs.count((False, False)), pairs.count((False, True))),
    ).kappa
    assert found == (None if chance == 1 else pytest.approx(float((seen - chance) / (1 - chance))))


def test_kappa_of_the_textbook() -> None:
    """Two readers and 50 grants: 20 both yes, 15 both no, 5 and 10 apart: kappa .4 (Wikipedia, Cohen's kappa)."""
    assert agreement((20, 5), (15, 10)).kappa == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("good", "bad", "holds"),
    [
        ((90, 10), (90, 10), True),
        ((89, 11), (100, 0), False),
        ((100, 0), (89, 11), False),
        ((900, 100), (9, 1), False),  # both rates are high, and kappa is not
        ((10, 0), (0, 0), False),
        ((0, 0), (0, 0), False),
    ],
)
def test_what_a_judge_must_reach_to_gate(good: tuple[int, int], bad: tuple[int, int], holds: bool) -> None:
    assert agreement(good, bad).holds is holds


def test_every_judge_has_a_prompt_and_enough_labels() -> None:
    from otassist.drafting.prompts import PromptShelf

    for name in TASKS:
        assert PromptShelf().prompt(name).scores == {"yes": 1.0, "no": 0.0}
        labels = [people for _, people in labelled(name, shipped_labels())]
        assert min(labels.count(True), labels.count(False)) >= 40


def judged(folder: Path, value: float, **told: Any) -> Any:
    held = {"holds": True, "sha256": "s", "model": "m", "prompt": "p", **told}

    def change(place: int, item: dict[str, Any]) -> dict[str, Any]:
        item["metrics"]["judge_supported"] = {"value": value if place < 20 else 1.0, "reason": "", "kind": "other"}
        return item

    return read_run(write_run(folder, lines(40, change), judges={"judge_supported": held}))


@pytest.mark.parametrize(
    ("told", "listed", "verdict"),
    [
        ({}, True, "BLOCK"),
        ({}, False, "PASS"),
        ({"holds": False}, True, "PASS"),
        ({"sha256": "another"}, True, "PASS"),
        ({"model": "another"}, True, "PASS"),
    ],
)
def test_a_judge_gates_only_when_named_and_calibrated_alike_in_both_runs(
    tmp_path: Path, told: dict[str, Any], listed: bool, verdict: str
) -> None:
    from dataclasses import replace

    gate = replace(read_gate(), judges=("judge_supported",) if listed else ())
    base, new = judged(tmp_path / "base", 1.0), judged(tmp_path / "new", 0.0, **told)
    same = compare(base, judged(tmp_path / "same", 1.0), gate)
    assert same.verdict == "PASS"
    assert compare(base, new, gate).verdict == verdict


def test_no_judge_gates_by_default() -> None:
    assert read_gate().judges == ()


def test_the_report_has_the_confusion_matrix(tmp_path: Path) -> None:
    judged(tmp_path / "run", 1.0, true_good=31, false_bad=2, true_bad=47, false_good=5, kappa=0.83)
    write(tmp_path / "run", None, tmp_path / "out")
    page = (tmp_path / "out" / "report.html").read_text()
    assert "Second opinions" in page
    for figure in ("31", "47", "0.83"):
        assert f'<td class="n">{figure}</td>' in page
