"""Rings when a job of this process has news, so that whoever follows it need not ask the database all the time."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from threading import Lock


class Bell:
    """Rung from any thread, awaited in any event loop. Other processes ring none: their news is found by asking."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._rung: Counter[str] = Counter()
        self._waiting: defaultdict[str, set[tuple[asyncio.AbstractEventLoop, asyncio.Event]]] = defaultdict(set)

    def count(self, job: str) -> int:
        """How often it was rung for a job."""
        return self._rung[job]

    def ring(self, job: str) -> None:
        """News of a job."""
        with self._lock:
            self._rung[job] += 1
            for loop, event in self._waiting.pop(job, ()):
                loop.call_soon_threadsafe(event.set)

    async def wait(self, job: str, heard: int, seconds: float) -> None:
        """Until it has been rung more than `heard` times, or so many seconds are over."""
        event, loop = asyncio.Event(), asyncio.get_running_loop()
        with self._lock:
            if self._rung[job] > heard:
                return
            self._waiting[job].add((loop, event))
        try:
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            pass
        finally:
            with self._lock:
                self._waiting[job].discard((loop, event))

    def forget(self, job: str) -> None:
        """The job has ended, and nobody waits for it any more."""
        with self._lock:
            if not self._waiting.get(job):
                self._waiting.pop(job, None)
                self._rung.pop(job, None)
