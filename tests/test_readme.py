"""The README is true: its commands exist, its paths exist, its example is what the program prints.

`make sample` runs this file to print the example anew.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
SAMPLE_JOT = """\
push-in, writing, 30 min. copied 3/5 sentences w/ min vc for spacing
used slant board, fewer erasures. said "my hand doesn't hurt"
P: try slant board in math"""


def sample() -> str:
    """The example block: a jot, the command, and what it prints."""
    command = [sys.executable, "-m", "otassist", "draft", "note"]
    done = subprocess.run(command, input=SAMPLE_JOT.encode(), capture_output=True, check=True, cwd=ROOT)
    printed = done.stdout.decode().rstrip()
    said = ["A jot:", SAMPLE_JOT, "What `otassist draft note` makes of it:", printed]
    return "\n\n".join(f"```text\n{part}\n```" if index % 2 else part for index, part in enumerate(said))


def section(title: str) -> str:
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", TEXT, re.M | re.S)
    assert found, f"README.md has no section {title!r}"
    return found[1]


def test_the_example_is_what_the_program_prints_today():
    shown = re.search(r"<!-- sample:start -->\n(.*?)\n?<!-- sample:end -->", TEXT, re.S)
    assert shown
    assert shown[1].strip() == sample(), "run 'make sample' to renew it"


@pytest.mark.parametrize("title", ["Run it", "Test it"])
def test_a_fresh_machine_needs_one_command(title):
    (block,) = re.findall(r"^```\n(.*?)^```", section(title), re.M | re.S)
    assert block.strip() == {"Run it": "make run", "Test it": "make test"}[title]


def test_every_make_target_in_the_readme_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    named = set(re.findall(r"`make ([a-z]+)`", TEXT))
    assert {"run", "test", "lock"} <= named
    assert named <= targets


def test_every_target_is_explained_by_make_alone():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.M)
    assert phony
    assert set(phony[1].split()) == set(re.findall(r"^([a-z]+):.*## ", makefile, re.M))


@pytest.mark.parametrize("path", re.findall(r"`([a-z.]+/[\w./-]*|LICENSE|[a-z]+\.py)`", TEXT))
def test_every_path_in_the_readme_exists(path):
    candidates = (ROOT / path, ROOT / "src" / "otassist" / path, ROOT / "tests" / path)
    made_by_setup = path.startswith(".venv")
    assert made_by_setup or any(candidate.exists() for candidate in candidates)


@pytest.mark.parametrize("call", re.findall(r"`otassist ([a-z]+(?: [a-z]+)?)", section("Commands")))
def test_every_command_in_the_readme_exists(command, call):
    assert command(*call.split(), "--help").exit_code == 0


def test_every_command_stands_in_the_readme(command):
    listed = re.findall(r"^  ([a-z]+)  ", command("--help").stdout.partition("Commands:")[2], re.M)
    assert listed
    assert all(f"`otassist {name}" in section("Commands") for name in listed)


GOAL = "The student will improve handwriting 80% of the time."
BANK = "Area,Goal\nHandwriting,The student will copy 4 of 5 sentences with spaces between words.\nx,y\n"


@pytest.mark.parametrize(
    ("call", "given"),
    [
        ("draft goal --objectives yes", SAMPLE_JOT),
        ("draft note", SAMPLE_JOT),
        ("draft consult", SAMPLE_JOT),
        ("facts", SAMPLE_JOT),
        ("check note", "The student copied 4/5 sentences."),
        ("check goal --fix", GOAL),
        ("search slant board", ""),
        ("ask how high should a desk be", ""),
        ("revise draft.json make it 4/5", ""),
        ("bank import bank.csv", ""),
        ("bank list", ""),
        ("mask", "Sam copied 3/5 sentences"),
    ],
)
def test_every_json_key_stands_in_the_readme(command, tmp_path, monkeypatch, call, given):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bank.csv").write_text(BANK)
    (tmp_path / "draft.json").write_text(command("draft", "goal", "--json", given=SAMPLE_JOT).stdout)
    done = command(*call.split(), "--json", given=given)
    assert done.exit_code == 0
    told = set(re.findall(r"`(\w+)`", section("Commands").partition("### What `--json` prints")[2]))
    assert set(keys_of(json.loads(done.stdout))) - told == set()


def keys_of(value: Any) -> Iterator[str]:
    """The keys of objects within objects and lists; under `timings_ms` are the names of stages."""
    if isinstance(value, dict):
        yield from value
        for name, inner in value.items():
            yield from keys_of(inner) if name != "timings_ms" else ()
    elif isinstance(value, list):
        for inner in value:
            yield from keys_of(inner)


def test_every_package_stands_in_the_readme():
    packages = {path.parent.name for path in (ROOT / "src" / "otassist").glob("*/__init__.py")}
    named = set(re.findall(r"`(?:src/otassist/)?(\w+)/`", section("Where things live")))
    assert packages - named == set()


def test_every_runtime_dependency_says_why_it_is_there():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[\[>=]", line)[0] for line in project["dependencies"]}
    assert set(re.findall(r"^- \*\*([\w-]+)\*\*:", section("Why each dependency is there"), re.M)) == declared


def test_the_python_version_is_the_one_declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"
    assert "Python 3.11 or newer" in section("Run it")


def test_continuous_integration_runs_the_readmes_own_test_command():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "Test it" in script
    assert "make endure ROUNDS=40" in script


if __name__ == "__main__":
    renewed = re.sub(
        r"(<!-- sample:start -->\n).*?(<!-- sample:end -->)",
        lambda mark: f"{mark[1]}{sample()}\n{mark[2]}",
        TEXT,
        flags=re.S,
    )
    README.write_text(renewed, encoding="utf-8")
