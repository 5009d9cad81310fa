"""Answers kept on disk, so that no case is drafted twice by the same code, corpus, model and prompt."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import asdict, replace
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any

from ..errors import FileProblem
from .cases import Case
from .jobs import Job, Output

Key = Callable[[Job], str]

LARGEST = 40_000
"""Answers kept; the oldest go first. A shipped case's answer takes about 3 kB."""

_WITHOUT = ("evaluation", "eval_cli", "web", "store", "export", "cli.py", "terminal.py", "_share")
_TABLE = "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, answer BLOB NOT NULL)"


class Cache:
    """Answers by key in one SQLite file; each is on disk when `put` returns, whatever kills the process then.

    Any thread and any number of processes may use it. Raises FileProblem.
    """

    def __init__(self, file: Path) -> None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._store = sqlite3.connect(file, isolation_level=None, timeout=30, check_same_thread=False)
            self._lock = Lock()
            self._store.execute("PRAGMA journal_mode=WAL")
            self._store.execute("PRAGMA synchronous=NORMAL")
            self._store.execute(_TABLE)
        except (OSError, sqlite3.Error) as problem:
            remedy = "Delete the file, or run with --no-cache."
            raise FileProblem(f"The cache {str(file)!r} cannot be used ({problem}).", remedy) from problem

    def get(self, key: str) -> Any:
        """The JSON value under a key; none when there is none or it cannot be read."""
        with self._lock:
            found = self._store.execute("SELECT answer FROM answers WHERE key = ?", (key,)).fetchone()
        with suppress(zlib.error, ValueError):
            return json.loads(zlib.decompress(found[0])) if found else None
        return None

    def put(self, key: str, value: Any) -> None:
        """Keeps a JSON value."""
        kept = zlib.compress(json.dumps(value).encode(), 1)
        with self._lock:
            self._store.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (key, kept))

    def output(self, key: str) -> Output | None:
        """What the product answered, if that is kept."""
        kept = self.get(key)
        with suppress(TypeError):
            return Output(**kept)
        return None

    def keep(self, key: str, output: Output) -> None:
        self.put(key, asdict(output))

    def close(self) -> None:
        """Forgets the oldest answers beyond `LARGEST`."""
        with closing(self._store) as store:
            oldest = "SELECT rowid FROM answers ORDER BY rowid DESC LIMIT -1 OFFSET ?"
            store.execute(f"DELETE FROM answers WHERE rowid IN ({oldest})", (LARGEST,))


class Answers:
    """Answers of jobs, and of the model's calls behind them; can be sent to another process, which opens the file anew.

    Without a file nothing is kept. `sealed` says that a call whose answer is not there fails.
    """

    def __init__(self, file: Path | None, key: Key, sealed: bool = False) -> None:
        self._file, self._key, self.sealed = file, key, sealed
        self.calls = Cache(file) if file else None

    def __reduce__(self) -> Any:
        return Answers, (self._file, self._key, self.sealed)

    def known(self, job: Job) -> Job:
        """The job, with its answer if that is kept."""
        return replace(job, output=self.calls.output(self._key(job))) if self.calls else job

    def keep(self, job: Job) -> None:
        """Puts the job's answer on disk."""
        if self.calls and job.output:
            self.calls.keep(self._key(job), job.output)

    def close(self) -> None:
        if self.calls:
            self.calls.close()


def answers(file: Path | None, key: Key, sealed: bool = False) -> closing[Answers]:
    """For a `with`; without a file nothing is kept."""
    return closing(Answers(file, key, sealed))


_KEPT = 2
"""What is kept of an answer; another number leaves those aside that keep less."""


def key_of(case: Case, repeat: int, made_by: dict[str, Any], frozen: Any = None) -> str:
    """SHA-256 of all an answer depends on: jot or query, what is entered, drafter, model, prompt, corpus, code."""
    asked = [case.task, case.text, dict(case.entered), case.kind, case.grade if case.task == "search" else None]
    return digest([_KEPT, asked, made_by, repeat, frozen])


def digest(value: Any) -> str:
    """SHA-256 of a JSON value, whatever the order of its keys."""
    return sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()


def code_digest() -> str:
    """SHA-256 over the code and data that make an answer: all of otassist but its faces and this suite."""
    package = Path(str(files("otassist")))
    kept = (file for file in sorted(package.rglob("*")) if file.suffix in (".py", ".csv", ".toml"))
    return files_digest(package, (file for file in kept if not _is_a_face(file.relative_to(package).parts[0])))


def _is_a_face(name: str) -> bool:
    return name in _WITHOUT or name.endswith("_cli.py")


def corpus_digest(folder: Path) -> str:
    """SHA-256 over the goal bank and the practice library."""
    return files_digest(folder, (file for file in sorted(folder.rglob("*")) if file.suffix in (".csv", ".md")))


def files_digest(folder: Path, found: Any) -> str:
    """SHA-256 over names and contents of files."""
    whole = sha256()
    for file in found:
        content = file.read_bytes()
        whole.update(f"{file.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()
