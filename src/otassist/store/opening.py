"""Opens the database: makes it where there is none, brings an older one up to date, and touches no other's.

The version is read without Alembic, which is imported only when there is something to migrate.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from ..errors import StoreProblem
from .problems import plainly
from .searching import in_sqlite
from .storable import as_json
from .tables import metadata
from .transactions import ERASED, write_anew

HEAD = "0001"
"""The newest migration."""

VERSION_TABLE = "otassist_version"
_LOCK = 0x6F746173
"""Held in PostgreSQL while one process migrates; the letters 'otas'."""


def opened(url: str) -> Engine:
    """An engine on a database that is up to date. Raises StoreProblem."""
    engine = _engine(_read(url))
    try:
        with plainly():
            _migrate(engine)
            _finish_erasing(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def file_url(path: Path) -> str:
    """The URL of a SQLite file."""
    return URL.create("sqlite", database=str(path)).render_as_string()


def _read(url: str) -> URL:
    """The URL, which is never shown: it may hold a password."""
    try:
        read = make_url(url)
    except (ArgumentError, ValueError):
        raise StoreProblem("OTASSIST_DATABASE_URL cannot be read.", _FORMS) from None
    if read.drivername in ("postgresql", "postgres"):
        read = read.set(drivername="postgresql+psycopg")
    if read.drivername not in ("sqlite", "sqlite+pysqlite", "postgresql+psycopg"):
        raise StoreProblem(f"otassist cannot use a database of the kind {read.drivername!r}.", _FORMS)
    return read


_FORMS = "Write sqlite:////folder/otassist.db or postgresql://user:password@server/database."


def _engine(url: URL) -> Engine:
    # No text of a student in a log or an error: nothing is echoed, and no parameter is shown.
    quiet: dict[str, Any] = {"hide_parameters": True, "json_serializer": as_json}
    if url.get_backend_name() == "postgresql":
        own = "-c lock_timeout=5000 -c synchronous_commit=on -c timezone=UTC"
        arguments = {"connect_timeout": 5, "application_name": "otassist", "options": own}
        return create_engine(url, connect_args=arguments, pool_pre_ping=True, pool_size=10, **quiet)
    if url.database in (None, "", ":memory:"):
        engine = create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False}, **quiet)
    else:
        _make_file(Path(str(url.database)))
        engine = create_engine(url, pool_size=10, **quiet)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _make_file(path: Path) -> None:
    """An empty file that nobody else may read, where there is none; the log beside it gets the same rights."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))
    except OSError as problem:
        raise StoreProblem(
            f"The database {str(path)!r} cannot be opened: {problem.strerror}.",
            "Give your user account access to it, or set OTASSIST_DATABASE_URL or OTASSIST_DATA_DIR.",
        ) from None


_PRAGMAS = "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "temp_store=MEMORY"


def _prepare(connection: Any, _: object) -> None:
    """Every connection of SQLite: what is committed is on the disk, what is deleted is overwritten.

    It waits 5 seconds for another program's lock, as Python's driver does unless the URL ends in `?timeout=`.
    """
    connection.isolation_level = None  # transactions begin where _begin says, not where Python's driver guesses
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.create_function("holds", 2, in_sqlite, deterministic=True)


def _begin(connection: Connection) -> None:
    """A writing transaction takes the lock at once: one that only found out later would fail instead of waiting."""
    kind = connection.get_execution_options().get("transaction", "DEFERRED")
    if kind is not None:
        connection.exec_driver_sql(f"BEGIN {kind}")


def _migrate(engine: Engine) -> None:
    with engine.connect() as connection:
        there = _version(connection)
    if there == HEAD:
        return
    if engine.dialect.name == "sqlite":
        _keep_a_log(engine)
    with engine.execution_options(transaction="IMMEDIATE").begin() as connection:
        if engine.dialect.name == "postgresql":
            _hold(connection)
        if _version(connection) != HEAD:  # nobody else was quicker
            from .migrations import upgrade

            upgrade(connection)


def _hold(connection: Connection) -> None:
    """Has other processes wait until this one has migrated. Raises StoreProblem where not all text can be kept."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    if connection.scalar(text("SHOW server_encoding")) != "UTF8":
        raise StoreProblem("The database does not hold every letter.", "Create one with ENCODING 'UTF8' for otassist.")


def _keep_a_log(engine: Engine) -> None:
    """Switches SQLite to its write-ahead log, which stays so in the file."""
    with engine.execution_options(transaction=None).connect() as connection:
        connection.execute(text("PRAGMA journal_mode=WAL"))


def _finish_erasing(engine: Engine) -> None:
    """What an erasure that was killed left to do."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            due = connection.scalar(text("PRAGMA user_version")) == ERASED
        if due:
            write_anew(engine)


def _version(connection: Connection) -> str | None:
    """The migration the database stands at; None where it is new. Raises StoreProblem if it is not ours."""
    names = set(inspect(connection).get_table_names())
    if VERSION_TABLE in names:
        there: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
        return there
    if names if connection.dialect.name == "sqlite" else names & set(metadata.tables):
        raise StoreProblem(
            "The database holds another program's tables.",
            "It was left as it is. Set OTASSIST_DATABASE_URL to a database of otassist's own.",
        )
    return None
