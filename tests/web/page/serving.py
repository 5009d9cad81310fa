"""The app on a port of its own in a thread, and an assistant whose model says a clause only when a test lets it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI

from otassist.domain import Following
from otassist.store import file_url, open_store
from otassist.web.app import create_app

from ..conftest import shelves

SOON = 60.0
"""Seconds after which something that should have happened has not."""
ALONE = Following()


class Served:
    """Serves an app until it is stopped; started again, it has the same address and the same store."""

    def __init__(self, assistant: Any, folder: Path, **more: Any) -> None:
        self._make: Callable[[], FastAPI] = lambda: create_app(
            assistant, open_store(file_url(folder / "otassist.db")), shelves(folder / "evals"), **more
        )
        self._port = 0
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        config = uvicorn.Config(self._make(), port=self._port, log_level="critical", timeout_graceful_shutdown=1)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        until(lambda: self._server.started or not self._thread.is_alive())
        assert self._server.started, "the app did not start"
        self._port = self._server.servers[0].sockets[0].getsockname()[1]

    def stop(self) -> None:
        self._server.should_exit = self._server.force_exit = True
        self._thread.join(SOON)
        assert not self._thread.is_alive()


def until(happened: Callable[[], bool]) -> None:
    """Waits for it, for as long as SOON says."""
    end = time.monotonic() + SOON
    while not happened() and time.monotonic() < end:
        time.sleep(0.01)


@dataclass
class Paced:
    """An assistant whose model says these clauses, one for each `let`; all at once when `free` is set."""

    real: Any
    clauses: Sequence[dict[str, Any]] = ()
    free: threading.Event = field(default_factory=threading.Event)
    problem: Exception | None = None
    _gate: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)

    @property
    def writer(self) -> object:
        return self

    def let(self, number: int = 1) -> None:
        self._gate.release(number)

    def ask(self, *given: Any, **more: Any) -> Any:
        self._wait(ALONE)
        return self.real.ask(*given, **more)

    def revise(self, *given: Any, **more: Any) -> Any:
        self._wait(ALONE)
        return self.real.revise(*given, **more)

    def _wait(self, follow: Following) -> bool:
        """Whether the test let it go on, and it was not stopped."""
        while not self.free.is_set() and not self._gate.acquire(timeout=0.02):
            if follow.stopped():
                return False
        return True

    def draft(self, kind: str, jot: str, context: Any, unknown: Any, follow: Following) -> Any:
        for clause in self.clauses:
            if not self._wait(follow):
                return self.real.draft(kind, jot, context, unknown)
            follow.heard(clause)
        while not self.free.is_set() and not follow.stopped():
            time.sleep(0.01)
        if self.problem:
            raise self.problem
        return self.real.draft(kind, jot, context, unknown)
