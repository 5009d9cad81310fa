"""Answers cases with a model that is waited for: enough of them at once that its endpoint never waits for us.

Reading, checking and measuring compute, so a second process helps. The repeats of a case stay in one process, which
composes it once (`once`). This process begins at once, while the other starts, and keeps the goals to itself: a process
embeds the bank's goals once.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from multiprocessing.context import SpawnContext
from time import monotonic
from typing import Any

from ..errors import JobError
from .cache import Answers
from .jobs import Job
from .measuring import Done, do
from .product import MakeProduct, Product
from .turns import allow, computing

SPARE = 2
"""Threads of a process beyond the calls, all of which may be its own: they read, check and measure meanwhile."""
ON_GOALS = 2
"""Threads that begin with goals, which take long to compose; the others keep the model busy with notes meanwhile."""
_LOOK = 1.0
"""Seconds between two looks at whether the helpers still live."""
_PATIENCE = 3.0
"""Seconds in which what is under way may still be kept when a run is stopped."""


@dataclass(frozen=True)
class Crew:
    """So many calls of the model at once, from so many processes; 1 is this one."""

    make: MakeProduct
    calls: int
    processes: int = 1

    def done(self, jobs: Sequence[Job], kept: Answers) -> Iterator[Done]:
        """The jobs as they are done, each answer kept by the thread that has it. Raises JobError when a helper dies."""
        fresh = multiprocessing.get_context("spawn") if self.processes > 1 else None  # forks copy locks of threads
        desk = _Desk.of(fresh, self.calls)
        threads = self.calls + SPARE
        for _, repeats in groupby(jobs, key=lambda job: job.case.id):
            desk.put(tuple(repeats))
        for _ in range(threads * self.processes):
            desk.todo.put(None)
        helpers = [
            fresh.Process(target=_help, args=(self.make, kept, threads, desk.shared), daemon=True)
            for _ in range(self.processes - 1)
            if fresh
        ]
        for helper in helpers:
            helper.start()
        allow(desk.slots)
        product, stop = self.make(), threading.Event()
        own = _team(threads, product, kept, desk, stop)
        try:
            for _ in jobs:
                yield _next(desk.done, helpers)
        finally:
            stop.set()
            _end(own, helpers)


@dataclass(frozen=True)
class _Desk:
    """Where the jobs lie: goals and begun cases of this process, other cases of all; what is done; slots for calls."""

    todo: Any
    done: Any
    slots: Any
    goals: queue.Queue[Case] = field(default_factory=queue.Queue)
    begun: queue.Queue[Job] = field(default_factory=queue.Queue)

    @staticmethod
    def of(fresh: SpawnContext | None, calls: int) -> _Desk:
        if fresh is None:
            return _Desk(queue.Queue(), queue.Queue(), threading.Semaphore(calls))
        return _Desk(fresh.Queue(), fresh.Queue(), fresh.Semaphore(calls))

    @property
    def shared(self) -> tuple[Any, Any, Any]:
        return self.todo, self.done, self.slots

    def put(self, repeats: Case) -> None:
        (self.goals if repeats[0].case.task == "goal" else self.todo).put(repeats)

    def jobs(self, goals_first: bool) -> Iterator[Job]:
        """What a thread has to do: one repeat of a case, those left of cases begun, and so on to the end."""
        notes = iter(self.todo.get, None)
        for first, *others in chain(_all(self.goals), notes) if goals_first else chain(notes, _all(self.goals)):
            for job in others:
                self.begun.put(job)
            yield first
            yield from _all(self.begun)
        yield from _all(self.begun)


Case = tuple[Job, ...]
"""Its repeats."""


def _all(held: queue.Queue[Any]) -> Iterator[Any]:
    """What is there and what comes meanwhile."""
    while True:
        try:
            yield held.get_nowait()
        except queue.Empty:
            return


def _help(make: MakeProduct, kept: Answers, threads: int, shared: tuple[Any, Any, Any]) -> None:
    """A helping process: its threads take jobs until they are told that there are no more."""
    end_with_parent()
    desk = _Desk(*shared)
    allow(desk.slots)
    for thread in _team(threads, make(), kept, desk, threading.Event()):
        thread.join()


def _team(
    count: int, product: Product, kept: Answers, desk: _Desk, stop: threading.Event
) -> Sequence[threading.Thread]:
    """So many threads, at work."""
    team = [
        threading.Thread(target=_take, args=(product, kept, desk, stop, place < ON_GOALS), daemon=True)
        for place in range(count)
    ]
    for thread in team:
        thread.start()
    return team


def _take(product: Product, kept: Answers, desk: _Desk, stop: threading.Event, goals_first: bool) -> None:
    for job in desk.jobs(goals_first):
        if stop.is_set():
            return
        with computing():
            desk.done.put(do(job, product, keeper=kept))


def _next(done: Any, helpers: Sequence[Any]) -> Done:
    while True:
        try:
            found: Done = done.get(timeout=_LOOK)
            return found
        except queue.Empty:
            if any(helper.exitcode for helper in helpers):
                raise worker_died() from None


def _end(own: Sequence[threading.Thread], helpers: Sequence[Any]) -> None:
    """Lets threads keep what they have just got, and sends the helpers home."""
    until = monotonic() + _PATIENCE
    for thread in own:
        thread.join(max(0.0, until - monotonic()))
    for helper in helpers:
        helper.kill()
        helper.join(_PATIENCE)


def worker_died() -> JobError:
    """A process was killed, mostly for want of memory."""
    remedy = "Go on with 'otassist eval run --resume', and with fewer --workers if memory was short."
    return JobError("A worker process died.", remedy)


def end_with_parent() -> None:
    """A run that is killed leaves no process behind that waits for it."""
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
