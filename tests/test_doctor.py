"""The diagnosis of this machine: true about the data directory, and nothing is touched."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from otassist import __version__, bootstrap
from otassist.doctor import diagnose
from otassist.settings import Settings


def test_an_existing_folder_is_ready(tmp_path):
    diagnosis = diagnose("1.0", tmp_path)
    assert diagnosis.healthy
    assert diagnosis.facts["data_dir_state"] == "ready"
    assert diagnosis.facts["data_dir"] == str(tmp_path)


@pytest.mark.parametrize("below", ["new", "new/deep/er", "with space", "caf\u00e9"])
def test_a_folder_that_can_be_made_is_fine_and_is_not_made(tmp_path, below):
    diagnosis = diagnose("1.0", tmp_path / below)
    assert diagnosis.healthy
    assert diagnosis.facts["data_dir_state"] == "made when first needed"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("below", ["", "x", "x/y"])
def test_a_file_in_the_way_is_a_problem_with_a_remedy(tmp_path, below):
    blocked = tmp_path / "file"
    blocked.touch()
    (problem,) = diagnose("1.0", blocked / below).problems
    assert str(blocked) in problem
    assert "is not a folder; set OTASSIST_DATA_DIR to a folder you may write in." in problem


@pytest.mark.parametrize("below", ["", "x/y"])
def test_a_folder_nobody_may_write_in_is_a_problem(tmp_path, monkeypatch, below):
    monkeypatch.setattr(os, "access", lambda *_: False)
    diagnosis = diagnose("1.0", tmp_path / below)
    assert not diagnosis.healthy
    assert "cannot be written; set OTASSIST_DATA_DIR" in diagnosis.problems[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_is_a_problem(tmp_path):
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert not diagnose("1.0", tmp_path / "state").healthy


@pytest.mark.parametrize("name", ["a" * 5_000, "a/" * 3_000])
def test_a_name_no_file_system_takes_is_a_problem_and_no_crash(tmp_path, name):
    (problem,) = diagnose("1.0", tmp_path / name).problems
    assert "File name too long" in problem


def test_the_drafter_and_the_reason_for_it_are_said():
    facts = bootstrap.doctor().facts
    assert facts["version"] == __version__
    assert facts["drafter"] == "composer"
    assert "no model, key or network" in facts["drafter_reason"]
    assert int(facts["vocabulary_forms"]) > 1_000


def test_every_fact_is_shown_to_people_and_in_json(command):
    shown, answer = command("doctor").stdout, json.loads(command("doctor", "--json").stdout)
    for name, value in bootstrap.doctor().facts.items():
        assert f"{name.replace('_', ' ')}: {value}\n" in shown
        assert answer[name] == value


def test_a_problem_is_exit_code_1_and_one_line_on_standard_error(command, monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.touch()
    monkeypatch.setenv("OTASSIST_DATA_DIR", str(blocked))
    for form in ((), ("--json",)):
        result = command("doctor", *form)
        assert result.exit_code == 1
        assert result.stderr.count("\n") == 1
        assert result.stderr.startswith("otassist: ")


@pytest.mark.parametrize("value", ["", None])
def test_an_empty_or_missing_variable_means_the_users_data_directory(monkeypatch, tmp_path, value):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("OTASSIST_DATA_DIR") if value is None else monkeypatch.setenv("OTASSIST_DATA_DIR", value)
    assert Settings().data_dir.name == "otassist"
    if os.name == "posix" and os.uname().sysname == "Linux":
        assert Settings().data_dir == tmp_path / "otassist"


@pytest.mark.parametrize(
    ("value", "path"),
    [("~/notes", Path.home() / "notes"), ("relative", Path.cwd() / "relative"), ("/a/../b", Path("/b"))],
)
def test_the_data_directory_is_shown_in_full(monkeypatch, value, path):
    monkeypatch.setenv("OTASSIST_DATA_DIR", value)
    assert Settings().data_dir == path


def test_every_setting_says_what_it_is_for_and_stands_in_the_readme(root):
    readme = (root / "README.md").read_text(encoding="utf-8")
    for name, field in Settings.model_fields.items():
        assert field.description
        assert f"`{field.validation_alias or f'OTASSIST_{name.upper()}'}`" in readme


@pytest.mark.parametrize(
    ("settings", "drafter", "problem"),
    [
        ({}, "composer", ""),
        ({"OTASSIST_LLM_MODEL": "tiny", "OTASSIST_LLM_BASE_URL": "http://127.0.0.1:9/v1"}, "model", ""),
        ({"OTASSIST_LLM_MODEL": "tiny"}, "composer", "no agreement with it is recorded"),
        ({"OTASSIST_LLM_MODEL": "tiny", "OTASSIST_REMOTE_AGREEMENT": "Lee, May"}, "model", ""),
        ({"OTASSIST_LLM_BASE_URL": "http://127.0.0.1:9/v1"}, "composer", "Set OTASSIST_LLM_MODEL, too."),
        (
            {"OTASSIST_LLM_MODEL": "t", "OTASSIST_LLM_BASE_URL": "http://127.0.0.1:9", "OTASSIST_LLM_KEY_FILE": "/no"},
            "model",
            "The key file '/no' cannot be read.",
        ),
    ],
)
def test_the_model_that_will_be_used_and_why_not(monkeypatch, settings, drafter, problem):
    for name, value in {"OPENAI_API_KEY": "sk-secret", **settings}.items():
        if not (name == "OPENAI_API_KEY" and "OTASSIST_LLM_KEY_FILE" in settings):
            monkeypatch.setenv(name, value)
    diagnosis = bootstrap.doctor()
    assert diagnosis.facts["drafter"] == drafter
    assert diagnosis.facts["drafter_reason"]
    assert [each for each in diagnosis.problems if "model" in each or "MODEL" in each or "key" in each] == [
        each for each in diagnosis.problems if problem and problem in each
    ]
    assert bool(problem) is any(problem in each for each in diagnosis.problems if problem)
    assert "sk-secret" not in repr(diagnosis)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OTASSIST_LLM_TIMEOUT", "soon"),
        ("OTASSIST_LLM_TIMEOUT", "-1"),
        ("OTASSIST_LLM_CONCURRENCY", "0"),
        ("OTASSIST_LLM_PROMPT_TOKENS", "many"),
        ("OTASSIST_LLM_PRICE", "cheap"),
    ],
)
def test_a_setting_that_cannot_be_read_is_one_line(command, monkeypatch, name, value):
    monkeypatch.setenv("OTASSIST_LLM_MODEL", "tiny")
    monkeypatch.setenv(name, value)
    for arguments in (("doctor",), ("draft", "note"), ("prompts", "list")):
        done = command(*arguments, given="copied 3/5")
        assert done.exit_code == 2
        assert done.stderr.startswith(f"otassist: {name} cannot be read.")
        assert value not in done.stderr.replace(name, "")


@pytest.mark.parametrize(("confirmed", "told"), [("", "asked about before it is sent"), ("yes", "unasked")])
def test_what_happens_to_student_text_at_a_model_elsewhere(monkeypatch, tmp_path, confirmed, told):
    monkeypatch.setenv("OTASSIST_LLM_MODEL", "tiny")
    monkeypatch.setenv("OTASSIST_REMOTE_AGREEMENT", "Lee, 2026-08-01")
    monkeypatch.setenv("OTASSIST_REMOTE_CONFIRMED", confirmed)
    assert told in bootstrap.doctor().facts["student_text"]
    monkeypatch.setenv("OTASSIST_ROSTER", str(tmp_path / "none.txt"))
    assert any("none.txt" in problem for problem in bootstrap.doctor().problems)


def test_nothing_is_said_of_masking_where_text_stays_here(monkeypatch):
    monkeypatch.setenv("OTASSIST_LLM_MODEL", "tiny")
    monkeypatch.setenv("OTASSIST_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    assert "student_text" not in bootstrap.doctor().facts
