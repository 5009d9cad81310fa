"""The commands `otassist eval run`, `cases`, `rescore`, `bless` and `selfcheck` as a person uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from otassist.cli import app
from otassist.evaluation import blessing

ROW = {"id": "x", "task": "note", "jot": "copied 3/5 words w/ min A. no cues", "area": [], "split": "dev"}


def otassist(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["eval", *map(str, arguments)])


@pytest.fixture
def ran(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    assert otassist("run", "--filter", "id=h4-00*", "--out", folder, "--workers", "1", "--no-cache").exit_code == 0
    return folder


def test_a_run_shows_means_and_where_it_is(ran: Path) -> None:
    again = otassist("run", "--resume", ran, "--workers", "1", "--no-cache")
    assert again.exit_code == 0
    assert "invented\t0.0000" in again.stdout
    assert str(ran) in again.stdout


def test_a_run_as_json(tmp_path: Path) -> None:
    result = otassist("run", "--filter", "id=h4-001", "--out", tmp_path / "a", "--workers", "1", "--json")
    told = json.loads(result.stdout)
    assert told["errors"] == []
    assert told["metrics"]["kept"]["dev"] == {"mean": 1.0, "n": 1}


def test_a_run_is_rescored(ran: Path) -> None:
    before = (ran / "results.jsonl").read_bytes()
    assert otassist("rescore", ran, "--workers", "1").exit_code == 0
    assert (ran / "results.jsonl").read_bytes() == before


def test_a_run_is_blessed(ran: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blessing, "shipped_baseline", lambda: tmp_path / "baseline")
    assert otassist("bless", ran).exit_code == 0
    assert (tmp_path / "baseline" / "run.json").is_file()


def test_only_what_fails(ran: Path) -> None:
    result = otassist("run", "--failing", ran, "--out", ran / "again", "--workers", "1", "--no-cache")
    assert result.exit_code == 2  # nothing fails there
    assert "No case is left" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("run", "--filter", "handwriting"), "no filter"),
        (("run", "--resume", "nowhere"), "no run directory"),
        (("rescore", "nowhere"), "no run directory"),
        (("bless", "nowhere"), "no run directory"),
        (("run", "--split", "test"), "test"),
    ],
)
def test_wrong_usage_is_one_line(arguments: tuple[str, ...], said: str) -> None:
    result = otassist(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_broken_cases_are_listed(tmp_path: Path) -> None:
    row = {"id": "x", "task": "note", "jot": "copied 3/5", "area": [], "split": "dev"}
    (tmp_path / "mine.jsonl").write_text(json.dumps({**row, "facts": [{"text": "4/5", "must_keep": True}]}))
    result = otassist("cases", "--cases", tmp_path)
    assert result.exit_code == 1
    assert "x: the must-keep fact '4/5' is not in the jot." in result.stdout


def test_every_object_says_which_version_of_its_shape_it_has(tmp_path: Path) -> None:
    (tmp_path / "mine.jsonl").write_text(json.dumps(ROW))
    for name in ("cases", "selfcheck"):
        assert json.loads(otassist(name, "--cases", tmp_path, "--json").stdout)["schema_version"] == 1
    run = otassist("run", "--cases", tmp_path, "--out", tmp_path / "run", "--workers", "1", "--json")
    compared = otassist("compare", tmp_path / "run", tmp_path / "run", "--json")
    assert json.loads(run.stdout)["schema_version"] == json.loads(compared.stdout)["schema_version"] == 1


def test_selfcheck_as_json(tmp_path: Path) -> None:
    (tmp_path / "mine.jsonl").write_text(json.dumps(ROW))
    told = json.loads(otassist("selfcheck", "--cases", tmp_path, "--json").stdout)
    assert told["kinds"]["note_changed_number"] == {"kill_rate": 1.0, "n": 1}
