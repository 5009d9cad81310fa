"""A run with a language model: what it costs, what is asked once only, and what is no score."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from otassist.cli import app
from otassist.drafting.model.budget import tokens
from otassist.evaluation import session
from otassist.evaluation.results import RunDirectory
from scripted_server import Request, Script, ScriptedServer, says, status

from .echoing import echo, echoing, late

CHOSEN = ("--filter", "id=h4-00[1-4]", "--workers", "1")
CASES = 4


@pytest.fixture(autouse=True)
def _set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, loopback_only: None) -> None:
    monkeypatch.setenv("OTASSIST_LLM_MODEL", "tiny")
    monkeypatch.setenv("OTASSIST_LLM_SIZE", "large")
    monkeypatch.setenv("OTASSIST_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedServer]:
    with echoing() as server:
        monkeypatch.setenv("OTASSIST_LLM_BASE_URL", server.url)
        yield server


def otassist(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["eval", *map(str, arguments)])


def ran(folder: Path, *more: str) -> list[dict[str, Any]]:
    otassist("run", *CHOSEN, "--out", folder, *more)
    return list(RunDirectory(folder).rows())


def drafts(server: ScriptedServer) -> list[Any]:
    return [request.body for request in server.requests if "<statements>" in request.asked]


def test_the_cost_is_counted_by_the_server_and_by_us(served: ScriptedServer, tmp_path: Path) -> None:
    row = ran(tmp_path / "a")[0]
    assert row["draft"]["drafter"] == "model"
    sent = drafts(served)[0]["messages"]
    roles = {"user": "human", "assistant": "ai"}
    asked = [(roles.get(item["role"], item["role"]), item["content"]) for item in sent]
    assert row["cost"]["tokens_in_estimate"] == tokens(asked)
    assert {name: row["cost"][name] for name in ("calls", "tokens_in", "tokens_out", "revisions", "stand_ins")} == {
        "calls": 1, "tokens_in": 100, "tokens_out": 20, "revisions": 0, "stand_ins": 0
    }  # fmt: skip
    assert row["cost"]["tokens_out_estimate"] > 0
    assert 0 < row["cost"]["model_seconds"] <= row["seconds"]


def test_a_run_says_which_model_and_prompts_and_repeats_each_case(served: ScriptedServer, tmp_path: Path) -> None:
    rows = ran(tmp_path / "a")
    told = RunDirectory(tmp_path / "a").info()
    assert told["model"].startswith("tiny at 127.0.0.1")
    assert "note.v1:" in told["prompt"]
    assert (told["drafter"], told["repeats"]) == ("model", 3)
    assert len(rows) == len(drafts(served)) == 3 * CASES


def test_nothing_is_asked_twice(served: ScriptedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same again comes from the disk; changed code asks again only what it asks in other words."""
    first = ran(tmp_path / "a")
    asked = len(served.requests)
    assert ran(tmp_path / "b") == first
    monkeypatch.setattr(session, "code_digest", lambda: "changed")
    again = ran(tmp_path / "c")
    assert [row["cost"] for row in again] == [row["cost"] for row in first]
    assert len(served.requests) == asked
    (tmp_path / "prompts").mkdir()
    shipped = Path(__file__).parents[2] / "prompts" / "note.v1.md"
    changed = shipped.read_text().replace("note.v1", "note.v2").replace("Say only what", "Say nothing but what")
    (tmp_path / "prompts" / "note.v2.md").write_text(changed)
    monkeypatch.setenv("OTASSIST_PROMPTS_DIR", str(tmp_path / "prompts"))
    ran(tmp_path / "d")
    assert len(served.requests) == 2 * asked - 1  # what the server can do was found out once


def test_a_model_that_is_not_reached_is_no_score(served: ScriptedServer, tmp_path: Path) -> None:
    ran(tmp_path / "base", "--repeats", "1")
    served.answer = lambda request: status(503, {"Retry-After": "60"})
    rows = ran(tmp_path / "new", "--repeats", "1", "--no-cache")
    assert [row["metrics"] for row in rows] == [{}] * CASES
    assert all("503" in row["error"]["message"] for row in rows)
    told = otassist("compare", tmp_path / "base", tmp_path / "new")
    assert told.exit_code == 5
    assert rows[0]["case"] in told.stdout
    served.answer = echo
    assert otassist("run", "--resume", tmp_path / "new", "--workers", "1", "--no-cache").exit_code == 0
    assert otassist("compare", tmp_path / "base", tmp_path / "new").exit_code != 5


def test_nothing_at_all_at_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTASSIST_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    result = otassist("run", *CHOSEN, "--out", tmp_path / "a", "--repeats", "1")
    assert result.exit_code == 1
    assert "h4-001: Nothing answers at 127.0.0.1:9" in result.stdout


@pytest.mark.parametrize("answer", ["I would rather talk.", '{"clauses": 7}', ""])
def test_an_answer_of_no_use_is_the_models_own_doing(answer: str, served: ScriptedServer, tmp_path: Path) -> None:
    """The composer's draft stands in, as for a therapist; that is counted and told, and the case is measured."""
    served.answer = lambda request: echo(request) if "ready" in request.asked else says(answer)
    rows = ran(tmp_path / "a", "--repeats", "1")
    assert [row["error"] for row in rows] == [None] * CASES
    assert [row["cost"]["stand_ins"] for row in rows] == [1] * CASES
    assert "4 of 4 drafts are the composer's" in otassist("compare", tmp_path / "a", tmp_path / "a").stdout


def test_a_prompt_that_cannot_be_loaded_is_no_score(
    served: ScriptedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from otassist.drafting.model.drafter import ModelDrafter
    from otassist.drafting.model.failures import failure

    def lost(*_: object) -> None:
        raise failure("no_prompt")

    rows = ran(tmp_path / "whole", "--repeats", "1")
    assert all(row["error"] is None for row in rows)
    monkeypatch.setattr(ModelDrafter, "_asked", lost)
    rows = ran(tmp_path / "a", "--repeats", "1", "--no-cache")
    assert all(row["error"] is not None and "prompt" in row["error"]["message"] for row in rows)


def test_a_bug_of_ours_is_no_score(served: ScriptedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from otassist.drafting.model import drafter

    monkeypatch.setattr(drafter, "faults", lambda *_: 1 / 0)
    rows = ran(tmp_path / "a", "--repeats", "1", "--no-cache")
    assert ["unexpected happened" in row["error"]["message"] for row in rows] == [True] * CASES


def test_processes_draft_together(served: ScriptedServer, tmp_path: Path) -> None:
    result = otassist("run", "--filter", "id=h4-00[1-4]", "--out", tmp_path / "a", "--workers", "4", "--json")
    told = json.loads(result.stdout)
    assert told["errors"] == []
    assert told["cost"]["calls"] == 3 * CASES
    assert told["cost"]["tokens_in"] == 3 * CASES * 100


def test_as_many_calls_are_under_way_as_there_are_workers(served: ScriptedServer, tmp_path: Path) -> None:
    """Whatever OTASSIST_LLM_CONCURRENCY says, which is for drafting: each six of twelve calls wait for one another."""
    six = threading.Barrier(6)

    def together(request: Request) -> Script:
        return late(echo(request), lambda: six.wait(30)) if "<statements>" in request.asked else echo(request)

    served.answer = together
    result = otassist("run", "--filter", "id=h4-00[1-4]", "--out", tmp_path / "a", "--workers", "6", "--json")
    assert json.loads(result.stdout)["errors"] == []
    assert not six.broken


def test_recorded_answers_stand_for_the_model(served: ScriptedServer, tmp_path: Path) -> None:
    """For CI: the same lines without a model; what is asked in other words is no score."""
    tape = tmp_path / "tape.sqlite"
    first = ran(tmp_path / "a", "--repeats", "1", "--record", str(tape))
    served.answer = lambda request: pytest.fail("it asked")
    asked = len(served.requests)
    again = ran(tmp_path / "b", "--repeats", "1", "--recorded", str(tape))
    assert [row["text"] for row in again] == [row["text"] for row in first]
    rows = ran(tmp_path / "c", "--repeats", "2", "--recorded", str(tape))
    assert [row["error"] is None for row in rows] == [True, False] * CASES
    assert "No answer is recorded" in rows[1]["error"]["message"]
    assert len(served.requests) == asked
    assert otassist("run", *CHOSEN, "--recorded", tmp_path / "none").exit_code == 2
