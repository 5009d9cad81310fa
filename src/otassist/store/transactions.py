"""Transactions: what every family of methods is made of, and how SQLite forgets what is erased."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, text

from ..errors import StoreProblem
from .problems import plainly


def utc_now() -> datetime:
    return datetime.now(UTC)


class Transactions:
    """The engine and the clock; every public method of a store is one transaction of it."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime] = utc_now) -> None:
        self._engine, self._now = engine, clock
        self._writer = engine.execution_options(transaction="IMMEDIATE")
        self._is_sqlite = engine.dialect.name == "sqlite"
        # SQLite lets one writer in at a time and has the others ask again and again; a queue is quicker and fairer.
        self._turn: AbstractContextManager[Any] = Lock() if self._is_sqlite else nullcontext()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with plainly(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Everything inside is saved, or nothing; once it is left without an error, it is on the disk."""
        with plainly(), self._turn, self._writer.begin() as connection:
            yield connection

    @contextmanager
    def _erasing(self) -> Iterator[Connection]:
        """The same, for what is removed for good: in SQLite no byte of it stays in the file or its log.

        SQLite's secure_delete overwrites deleted rows, but not the copies left in a page when rows moved to another;
        so the file is written anew. A mark in its header, set with the erasure, has the next opening do so if this
        process is killed or there is no room now. PostgreSQL reuses the space when it vacuums and recycles its log.
        """
        with self._writing() as connection:
            yield connection
            if self._is_sqlite:
                connection.execute(text(f"PRAGMA user_version={ERASED}"))
        if self._is_sqlite:
            with suppress(StoreProblem), plainly(), self._turn:
                write_anew(self._engine)


NOTHING, ERASED = 0, 1
"""SQLite's user_version: `ERASED` between an erasure and the end of `write_anew`."""


def write_anew(engine: Engine) -> None:
    """Rewrites a SQLite file and empties its log, so that only what can be read is in them."""
    with engine.execution_options(transaction=None).connect() as connection:
        connection.execute(text("VACUUM"))
        busy = connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).scalar()
        if not busy:  # else somebody still reads from the log, and the next opening has to do it
            connection.execute(text(f"PRAGMA user_version={NOTHING}"))
