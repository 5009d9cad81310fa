"""A prompt is released by a run that drafted with it and passed, and by nothing else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from otassist.drafting.prompts import PromptShelf, read_prompt, shipped_prompts

from .rundirs import Line, lines, write_run


@pytest.fixture
def own(tmp_path, monkeypatch) -> Path:
    """A district's folder with a prompt of its own, which is a draft."""
    folder = tmp_path / "prompts"
    folder.mkdir()
    shutil.copy(shipped_prompts() / "note.v1.md", folder / "note.v1.md")
    monkeypatch.setenv("OTASSIST_PROMPTS_DIR", str(folder))
    return folder


def sha(folder: Path) -> str:
    return read_prompt(folder / "note.v1.md").sha256


def run(folder: Path, own: Path, change: Any = None, **meta: Any) -> str:
    """A run of the model with the prompt; `change` spoils its results."""
    told = {"drafter": "model", "model": "tiny at 127.0.0.1:9", "prompt": f"note.v1:{sha(own)[:12]} goal.v1:ab"}
    results = lines(40, **({"change": change} if change else {}))
    return str(write_run(folder / "new", results, **{**told, **meta}))


def base(folder: Path) -> str:
    return str(write_run(folder / "base", lines(40)))


def invented(place: int, item: Line) -> Line:
    item["metrics"]["invented"] = {"value": 1.0, "reason": "It says 5/5.", "kind": "safety"}
    return {**item, "text": "They copied 5/5 sentences."}


def test_a_run_that_passed_releases_it_and_the_record_says_what_it_rests_on(own, command, tmp_path):
    before = sha(own)
    done = command("prompts", "release", "note.v1", "--run", run(tmp_path, own), "--base", base(tmp_path))
    assert done.exit_code == 0, done.stderr
    prompt = read_prompt(own / "note.v1.md")
    assert (prompt.status, prompt.sha256) == ("released", before)
    record = json.loads((own / "note.v1.eval.json").read_text(encoding="utf-8"))
    assert record["verdict"] == "PASS"
    assert (record["sha256"], record["run"], record["base"]) == (before, "new", "base")
    assert record["model"] == "tiny at 127.0.0.1:9"
    assert PromptShelf(own, tell=pytest.fail).prompt("note").status == "released"
    assert sorted(file.name for file in own.iterdir()) == ["note.v1.eval.json", "note.v1.md"]


@pytest.mark.parametrize(
    ("change", "meta", "said"),
    [
        (invented, {}, "note.v1 is not released: "),
        (None, {"prompt": "note.v1:000000000000"}, "note.v1 was changed after the run"),
        (None, {"prompt": "goal.v1:000000000000"}, "did not draft with note.v1."),
        (None, {"prompt": None}, "did not draft with note.v1."),
        (None, {"prompt": 7}, "did not draft with note.v1."),
        (None, {"drafter": "composer"}, "did not draft with note.v1."),
        (None, {"cases": 41}, "note.v1 is not released: "),
    ],
    ids=["blocked", "changed", "another", "none", "garbled", "composer", "broken"],
)
def test_any_other_run_does_not(own, command, tmp_path, change, meta, said):
    before = (own / "note.v1.md").read_bytes()
    path = run(tmp_path, own, change, **meta)
    done = command("prompts", "release", "note.v1", "--run", path, "--base", base(tmp_path))
    assert done.exit_code == 1
    assert said in done.stderr
    assert done.stderr.startswith("otassist: ")
    assert [file.name for file in own.iterdir()] == ["note.v1.md"]
    assert (own / "note.v1.md").read_bytes() == before


def test_what_is_not_there_is_one_line(own, command, tmp_path):
    path = run(tmp_path, own)
    for arguments, code in ((("note.v9", "--run", path), 1), (("note.v1", "--run", "/no"), 2), (("note.v1",), 2)):
        done = command("prompts", "release", *arguments)
        assert done.exit_code == code
        assert done.stderr.count("\n") == 1


def test_windows_line_ends_and_the_rest_of_the_text_stay(own, command, tmp_path):
    file = own / "note.v1.md"
    text = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(text)
    assert (
        command("prompts", "release", "note.v1", "--run", run(tmp_path, own), "--base", base(tmp_path)).exit_code == 0
    )
    assert file.read_bytes() == text.replace(b"status: draft\r\n", b"status: released\r\n", 1)
