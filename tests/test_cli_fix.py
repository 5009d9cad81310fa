"""`otassist check goal --fix`: the mended goal for people and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from otassist.cli import main


def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str, *options: str) -> str:
    goal = tmp_path / "goal.txt"
    goal.write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(["check", "goal", str(goal), *options])
    assert not stopped.value.code
    return capsys.readouterr().out


def test_the_mended_goal_is_shown_with_what_changed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    shown = " ".join(run(capsys, tmp_path, "Maya will zip her coat in 7/5 trials.", "--fix").split())
    assert "Repaired: By ____, given ____, Maya will zip her coat in ____ trials" in shown
    assert "[-7/5 trials.-]" in shown
    assert "Which number was meant" in shown


def test_nothing_is_mended_unasked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "Repaired" not in run(capsys, tmp_path, "Maya will zip her coat.")
    assert json.loads(run(capsys, tmp_path, "Maya will zip her coat.", "--json"))["fixed"] is None


def test_json_holds_the_rubrics_the_grade_and_the_diff(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    told = json.loads(run(capsys, tmp_path, "Increase grip strength.", "--fix", "--json"))
    assert set(told["rubric"]) == {"rgori", "gfs3", "smart"}
    assert all(
        {"name", "asks", "score", "most", "reason"} == set(i) for r in told["rubric"].values() for i in r["items"]
    )
    assert (told["relevance"]["grade"], told["educationally_relevant"]) == ("clinic", False)
    assert "lunch containers" in told["relevance"]["context"]
    assert {part["kind"] for part in told["fixed"]["diff"]} <= {"same", "added", "removed"}
    assert told["fixed"]["questions"]
    assert all("rewrite" in finding for finding in told["findings"])
