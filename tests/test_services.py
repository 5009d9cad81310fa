"""`requirements/services` gets what the tests start besides Python, says what it could not get, and never fails."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = ("ls", "id", "mktemp", "tail", "rm")


@pytest.fixture
def run(tmp_path):
    """The script where there is nothing on the path but a few tools, an initdb and an apt-get of the test's own."""

    def with_apt(apt: str) -> tuple[int, str, str]:
        for name in TOOLS:
            (tmp_path / name).symlink_to(str(shutil.which(name)))
        for name, does in (("initdb", ":"), ("apt-get", f'echo "$@" >> {tmp_path}/asked; {apt}')):
            (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n")
            (tmp_path / name).chmod(0o755)
        done = subprocess.run(
            [ROOT / "requirements" / "services"],
            env={"PATH": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.stdout == ""
        asked = tmp_path / "asked"
        return done.returncode, done.stderr, asked.read_text() if asked.exists() else ""

    return with_apt


INSTALLS = os.geteuid() == 0 and Path("/etc/debian_version").exists()
root_on_debian = pytest.mark.skipif(not INSTALLS, reason="packages are installed by root on Debian only")


@root_on_debian
def test_what_is_missing_is_installed_and_nothing_else(run):
    code, said, asked = run("exit 0")
    assert (code, said) == (0, "For the tests: installing Debian's packages chromium.\n")
    assert [line.split()[-1] for line in asked.splitlines()] == ["-qq", "chromium"]


@root_on_debian
def test_a_failed_installation_is_told_and_no_failure(run):
    code, said, _ = run("echo E: no network; exit 100")
    assert code == 0
    assert "E: no network" in said
    assert said.endswith("apt-get failed; the tests that need chromium will be skipped.\n")


@pytest.mark.skipif(INSTALLS, reason="root on Debian installs them")
def test_everyone_else_is_told_what_to_install(run):
    code, said, asked = run("exit 0")
    assert (code, asked) == (0, "")
    assert "apt-get install chromium" in said
