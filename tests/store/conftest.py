"""A store of each kind of database, and a clock that a test moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

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


@pytest.fixture(params=["sqlite"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database."""
    return file_url(tmp_path / "otassist.db")


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
