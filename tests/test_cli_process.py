"""The installed command as a real process: streams that are closed, full or left, encodings, start-up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

JOT = "copied 3/5 sentences w/ min vc \N{GRINNING FACE}"
OTASSIST = Path(sys.executable).parent / ("otassist.exe" if os.name == "nt" else "otassist")


def run(*arguments: str, given: bytes = JOT.encode(), **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [OTASSIST, *arguments],
        input=given,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
    )


def shell(script: str, given: bytes = JOT.encode(), **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The script with the command as `$OTASSIST`."""
    known = {**os.environ, "OTASSIST": str(OTASSIST), **environment}
    return subprocess.run(["bash", "-c", script], input=given, capture_output=True, env=known, timeout=60)


def test_a_note_is_drafted_by_the_installed_command():
    result = run("draft", "note", "--json")
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.isascii()
    assert json.loads(result.stdout)["drafts"]


def test_the_module_is_the_command_too():
    result = subprocess.run(
        [sys.executable, "-m", "otassist", "draft"], capture_output=True, env=dict(os.environ), timeout=60
    )
    assert (result.returncode, result.stdout) == (2, b"")
    said = b"Missing argument 'kind'. Choose from: goal, note, consult. See 'python -m otassist draft --help'."
    assert result.stderr == b"otassist: " + said + b"\n"


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_the_locale_changes_nothing(locale, encoding):
    result = run("facts", LC_ALL=locale, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert result.returncode == 0
    assert JOT.encode() in result.stdout.replace(b"\t", b" ")


@pytest.mark.parametrize(
    ("script", "code", "complaint"),
    [
        ('"$OTASSIST" draft note --json >&-', 1, "Standard output is closed."),
        ('"$OTASSIST" draft note <&-', 1, "Standard input is closed."),
        (
            '"$OTASSIST" draft note --json >/dev/full',
            1,
            "The output cannot be written (No space left on device).",
        ),
        ('"$OTASSIST" draft note >/dev/full', 1, "The output cannot be written (No space left on device)."),
        (
            '"$OTASSIST" doctor --json >/dev/full',
            1,
            "The output cannot be written (No space left on device).",
        ),
        ('"$OTASSIST" draft note missing 2>&-', 2, ""),
        ('"$OTASSIST" draft note missing 2>/dev/full', 2, ""),
        ('"$OTASSIST" draft note /proc/self/mem', 1, "'/proc/self/mem' cannot be read (Input/output error)."),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full and /proc")
def test_streams_that_are_closed_or_full_are_one_line(script, code, complaint):
    result = shell(script)
    assert result.returncode == code
    said = result.stderr.decode()
    assert said.startswith(f"otassist: {complaint}") if complaint else said == ""
    assert said.count("\n") == bool(complaint)
    assert result.stdout == b""


@pytest.mark.parametrize(
    "command", ["draft note --jsonl", "facts --jsonl", "draft note --jsonl --json", "check note --jsonl"]
)
def test_a_reader_that_leaves_after_one_line_ends_it_quietly(command):
    line = json.dumps({"id": 0, "text": JOT}) + "\n"
    result = shell(f'"$OTASSIST" {command} | head -1; exit "${{PIPESTATUS[0]}}"', given=line.encode() * 200)
    assert result.stderr == b""
    assert json.loads(result.stdout)["id"] == 0
    assert result.returncode in (0, 1)


@pytest.mark.parametrize(
    "command", ["--help", "draft --help", "draft note", "facts", "check note", "doctor", "--version"]
)
def test_a_reader_that_is_gone_is_no_traceback(command):
    result = shell(f'"$OTASSIST" {command} | true', given=JOT.encode())
    assert result.stderr == b""


def test_a_batch_writes_a_line_for_every_line_and_exits_with_1_when_one_failed():
    lines = [
        b'{"id": 0, "text": "copied 3/5"}',
        b"\xff\xfe",
        b'{"id": "", "text": ""}',
        b'{"id": [1], "text": "20 min"}',
    ]
    result = run("draft", "note", "--jsonl", given=b"\n".join(lines))
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 1
    assert [answer["id"] for answer in answers] == [0, None, "", [1]]
    assert result.stderr == b""


def test_drafting_writes_no_file_anywhere(tmp_path):
    folder = tmp_path / "state"
    result = shell(
        f'cd {tmp_path} && "$OTASSIST" draft note && ls -A', OTASSIST_DATA_DIR=str(folder), HOME=str(tmp_path)
    )
    assert result.returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_a_data_directory_that_cannot_be_used_is_one_line_from_doctor_and_no_obstacle_to_a_note(tmp_path):
    blocked = tmp_path / "file"
    blocked.touch()
    assert run("draft", "note", "--json", OTASSIST_DATA_DIR=str(blocked / "state")).returncode == 0
    result = run("doctor", "--json", OTASSIST_DATA_DIR=str(blocked / "state"))
    assert result.returncode == 1
    assert result.stderr.decode().count("\n") == 1
    assert "set OTASSIST_DATA_DIR to a folder" in result.stderr.decode()
    assert json.loads(result.stdout)["problems"]


def test_importing_the_command_line_loads_nothing_that_only_one_command_needs():
    heavy = (
        "rich",
        "pydantic",
        "pydantic_settings",
        "otassist.bootstrap",
        "otassist.terminal",
        "otassist.language",
    )
    script = f"import sys, otassist.cli; print([name for name in {heavy} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert result.stdout == "[]\n"


def test_help_loads_none_of_it_either():
    script = "import sys, otassist.cli\ntry: otassist.cli.main(['--help'])\nexcept SystemExit: pass\n"
    script += "print([name for name in ('rich', 'pydantic', 'otassist.bootstrap') if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert result.stdout.splitlines()[-1] == "[]"
