"""A real PostgreSQL of the tests' own: made and started once for each test process, on a free loopback port.

`cluster.url()` is a new empty database in it. It writes through to the disk
like any other (fsync stays on). Where PostgreSQL cannot be had, the tests that ask for it are skipped with the reason.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

NAMES = ("postgres", "nobody")
"""Whoever runs it when the tests run as root, which PostgreSQL refuses to."""


@dataclass
class Cluster:
    """A running server; `folder` is its data."""

    address: str
    folder: Path
    _numbers: Iterator[int] = field(default_factory=count)

    def url(self) -> str:
        """The SQLAlchemy URL of a new database."""
        name = f"t{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE template0")
        return f"{self.address}/{name}"

    def run(self, statement: str, url: str | None = None) -> list[tuple[object, ...]]:
        """What a superuser's statement gives, in the database of the URL or in its own."""
        import psycopg

        at = (url or f"{self.address}/postgres").replace("+psycopg", "")
        with psycopg.connect(at, autocommit=True) as connection:
            done = connection.execute(statement)  # type: ignore[arg-type]
            return done.fetchall() if done.description else []


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    programs = _programs()
    if programs is None:
        pytest.skip("no PostgreSQL is installed (on Debian or Ubuntu: apt-get install postgresql)")
    with TemporaryDirectory(prefix="otassist-postgresql-") as folder, _running(programs, Path(folder)) as running:
        yield running


def _programs() -> Path | None:
    """The newest one's initdb and pg_ctl, where Debian keeps them or on the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = str(debian[-1]) if debian else shutil.which("initdb")
    return Path(found).parent if found else None


@contextmanager
def _running(programs: Path, folder: Path) -> Iterator[Cluster]:
    user = _user()
    if user is not None:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    password, port, data = secrets.token_hex(16), _free_port(), folder / "data"
    (folder / "password").write_text(password)
    told = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
    made = ["initdb", "-D", data, "-U", "otassist", "-E", "UTF8", "--locale=C", "-A", "scram-sha-256", "--no-sync"]
    _run(programs, user, *made, f"--pwfile={folder / 'password'}")
    _run(programs, user, "pg_ctl", "-D", data, "-l", folder / "log", "-o", told, "-w", "start")
    try:
        yield Cluster(f"postgresql+psycopg://otassist:{password}@127.0.0.1:{port}", data)
    finally:
        _run(programs, user, "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _run(programs: Path, user: str | None, program: str, *arguments: object) -> None:
    own: dict[str, object] = {}
    if user is not None:
        own = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": [], "cwd": "/"}
    done = subprocess.run(
        [str(programs / program), *map(str, arguments)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=120,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C"}, **own,  # type: ignore[call-overload]
    )  # fmt: skip
    if done.returncode:
        pytest.skip(f"PostgreSQL's {program} failed: {done.stderr.strip()[-300:]}")


def _user() -> str | None:
    """Somebody else, when this is root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in NAMES if name in known), None)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
