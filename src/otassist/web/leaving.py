"""Before masked text leaves this machine, the therapist who drafts sees it and says yes or no.

The question is an event of the job, and so is the answer, so that a reload or another process loses neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Event, local

from ..store import Store
from .bell import Bell

PATIENCE = 600.0
"""Seconds after which nobody is expected to answer any more; then nothing is sent."""
_LOOK = 0.3


class Leaving:
    """Asked by the drafter, in the thread of a job; anywhere else the answer is no."""

    def __init__(self) -> None:
        self._here = local()

    def __call__(self, where: str, messages: Sequence[tuple[str, str]]) -> bool:
        ask: Callable[[str, Sequence[tuple[str, str]]], bool] | None = getattr(self._here, "ask", None)
        return ask is not None and ask(where, messages)

    @contextmanager
    def of(self, store: Store, bell: Bell, job: str, stopped: Callable[[], bool]) -> Iterator[None]:
        """While a job is drafted in this thread: its follower is asked once, and the answer holds for the job."""
        known: list[bool] = []

        def ask(where: str, messages: Sequence[tuple[str, str]]) -> bool:
            if not known:
                told = [{"role": role, "text": text} for role, text in messages]
                (event,) = store.add_events(job, [("outgoing", {"where": where, "messages": told})])
                bell.ring(job)
                known.append(_answer(store, job, event.number, stopped))
            return known[0]

        self._here.ask = ask
        try:
            yield
        finally:
            self._here.ask = None


def _answer(store: Store, job: str, after: int, stopped: Callable[[], bool]) -> bool:
    """What the follower says; no where the job is stopped or nobody says anything."""
    waiting = Event()
    for _ in range(int(PATIENCE / _LOOK)):
        for event in store.events(job, after):
            if event.name == "answered":
                return bool(event.data.get("yes"))
        if stopped():
            return False
        waiting.wait(_LOOK)
    return False
