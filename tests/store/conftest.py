"""A store of each kind of database, and a clock that a test moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clusters import Cluster
from otassist.store import Store, file_url, open_store


class Clock:
    """Each look at it is a millisecond later than the one before."""

    def __init__(self) -> None:
        self.now = datetime(2026, 9, 1, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def _migrated(cluster: Cluster) -> str:
    url = cluster.url()
    open_store(url).close()
    return url


@pytest.fixture
def on_postgresql(cluster: Cluster, _migrated: str) -> str:
    """A PostgreSQL database with otassist's tables and nothing in them; it is made once and emptied for each test."""
    cluster.run("DELETE FROM students; DELETE FROM conversations; DELETE FROM settings", _migrated)
    return _migrated


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "otassist.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, file: Path) -> str:
    """A database without a row."""
    if request.param == "sqlite":
        return file_url(file)
    return str(request.getfixturevalue("on_postgresql"))


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, file: Path) -> str:
    """A database that is not there yet, or has no table yet."""
    return file_url(file) if request.param == "sqlite" else str(request.getfixturevalue("cluster").url())


@pytest.fixture
def opening(url: str, clock: Clock) -> Iterator[Callable[[], Store]]:
    """Opens that database, as often as it is called."""
    opened: list[Store] = []

    def again() -> Store:
        opened.append(open_store(url, clock))
        return opened[-1]

    yield again
    for store in opened:
        store.close()


@pytest.fixture
def store(opening: Callable[[], Store]) -> Store:
    return opening()
