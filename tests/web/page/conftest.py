"""A workspace in a real browser, before a server and a store of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import DESKTOP, Visit
from otassist.assistant import Assistant

from .serving import Paced, Served
from .workspace import Workspace


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Serves an assistant with a store in the folder of the test."""
    started: list[Served] = []

    def start(assistant: Any, **more: Any) -> Served:
        started.append(Served(assistant, tmp_path, **more))
        return started[-1]

    yield start
    for served in started:
        served.stop()


@pytest.fixture
def served(serve: Callable[..., Served], assistant: Assistant) -> Served:
    return serve(assistant)


@pytest.fixture
def paced(assistant: Assistant) -> Iterator[Paced]:
    own = Paced(assistant)
    yield own
    own.free.set()


@pytest.fixture
def workspace(visiting: Callable[..., Visit]) -> Callable[..., Workspace]:
    """`workspace(served, PHONE, color_scheme="dark")`, opened at the empty box."""

    def opened(served: Served, size: dict[str, int] = DESKTOP, path: str = "/", **options: Any) -> Workspace:
        one = Workspace(visiting(size, **options), served.url)
        one.open(path)
        return one

    return opened
