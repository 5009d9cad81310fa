"""Rings when a job of this process has news, so that whoever follows it need not ask the database all the time."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress
from threading import Lock

_KEPT = 10_000
"""Jobs whose rings are remembered; to forget one costs a follower no more than the time of its wait."""


class Bell:
    """Rung from any thread, awaited in any event loop. Other processes ring none: their news is found by asking."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._rung: Counter[str] = Counter()
        self._waiting: dict[str, set[tuple[asyncio.AbstractEventLoop, asyncio.Event]]] = {}

    def count(self, job: str) -> int:
        """How often it was rung for a job."""
        return self._rung[job]

    def ring(self, job: str) -> None:
        """News of a job."""
        with self._lock:
            if len(self._rung) >= _KEPT:
                self._rung.clear()
            self._rung[job] += 1
            for loop, event in self._waiting.pop(job, ()):
                with suppress(RuntimeError):  # its loop has closed, and nobody waits
                    loop.call_soon_threadsafe(event.set)

    async def wait(self, job: str, heard: int, seconds: float) -> None:
        """Until it has been rung more than `heard` times, or so many seconds are over."""
        event = asyncio.Event()
        waiter = (asyncio.get_running_loop(), event)
        with self._lock:
            if self._rung[job] > heard:
                return
            self._waiting.setdefault(job, set()).add(waiter)
        with suppress(TimeoutError):
            await asyncio.wait_for(event.wait(), seconds)
        with self._lock:
            if job in self._waiting:
                self._waiting[job].discard(waiter)
                if not self._waiting[job]:
                    del self._waiting[job]
