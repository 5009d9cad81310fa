"""`otassist serve`: on this machine only, and what stands in its way is told in one line."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "example.com", "2130706433.example", ""])
def test_it_is_bound_to_no_address_that_others_reach(command, host):
    done = command("serve", "--host", host)
    assert done.exit_code == 2
    assert "--host" in done.stderr
    assert done.stdout == ""


def test_a_port_that_is_taken_is_named(command):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = command("serve", "--port", str(port))
    assert done.exit_code == 2
    assert str(port) in done.stderr


def test_a_database_that_cannot_be_opened_is_told_in_one_line(tmp_path):
    foreign = tmp_path / "foreign.db"
    foreign.write_bytes(b"not a database, but somebody's file" * 100)
    done = subprocess.run(
        [sys.executable, "-m", "otassist", "serve", "--port", "0"],
        env={**os.environ, "OTASSIST_DATABASE_URL": f"sqlite:///{foreign}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert foreign.read_bytes().startswith(b"not a database")
