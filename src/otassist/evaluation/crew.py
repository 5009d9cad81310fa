"""Answers cases with a model that is waited for: enough of them at once that its endpoint never waits for us.

Reading, checking and measuring compute, so a second process helps. The repeats of a case stay in one process, which
composes it once (`once`). This process begins at once, while the other starts, and keeps the goals to itself: a process
embeds the bank's goals once.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import queue
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.context import SpawnContext
from time import monotonic
from typing import Any

from ..errors import JobError
from .cache import Answers
from .desk import Desk
from .jobs import Job
from .measuring import Done, do
from .product import MakeProduct, Product
from .turns import allow, computing

SPARE = 2
"""Threads of a process beyond the calls, all of which may be its own: they read, check and measure meanwhile."""
ON_GOALS = 2
"""Threads that take goals, which are slow to compose, as soon as helpers keep the model busy with notes meanwhile."""
_USUAL = gc.get_threshold()
_SELDOM = (100_000, 50, 50)
"""How often unused objects are looked for: what a case leaves is nearly all gone already, and looking takes time."""
_GIVE_WAY = 0.001
"""Seconds; five times as long, as Python has it, a call takes notably longer than the model does."""
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
        desk = Desk.of(fresh, self.calls)
        threads = self.calls + SPARE
        desk.lay_out(jobs, threads * self.processes)
        helpers = [self._helper(fresh, kept, threads, desk) for _ in range(self.processes - 1) if fresh]
        allow(desk.slots)
        stop, usual = threading.Event(), sys.getswitchinterval()
        own = _team(threads, self.make(), kept, desk, stop)
        try:
            for _ in jobs:
                yield _next(desk.done, helpers)
        finally:
            stop.set()
            _end(own, helpers)
            gc.unfreeze()
            gc.set_threshold(*_USUAL)
            sys.setswitchinterval(usual)

    def _helper(self, fresh: SpawnContext, kept: Answers, threads: int, desk: Desk) -> Any:
        helper = fresh.Process(target=_help, args=(self.make, kept, threads, desk.shared), daemon=True)
        helper.start()
        return helper


def _help(make: MakeProduct, kept: Answers, threads: int, shared: tuple[Any, Any, Any, Any]) -> None:
    """A helping process: its threads take jobs until they are told that there are no more."""
    end_with_parent()
    desk = Desk(*shared, helps=True)
    allow(desk.slots)
    product = make()
    for thread in _team(threads, product, kept, desk, threading.Event()):
        thread.join()


def _team(count: int, product: Product, kept: Answers, desk: Desk, stop: threading.Event) -> Sequence[threading.Thread]:
    """So many threads, at work; who computes gives way to who hears the model within a millisecond."""
    sys.setswitchinterval(_GIVE_WAY)
    gc.freeze()  # what was made to last need not be looked through again and again
    gc.set_threshold(*_SELDOM)
    team = [
        threading.Thread(target=_take, args=(product, kept, desk, stop, place < ON_GOALS), daemon=True)
        for place in range(count)
    ]
    for thread in team:
        thread.start()
    return team


def _take(product: Product, kept: Answers, desk: Desk, stop: threading.Event, on_goals: bool) -> None:
    for job in desk.jobs(on_goals):
        if stop.is_set():
            return
        with computing(job.case.task):  # a goal takes long, and its embeddings and searches need no Python
            desk.done.put(do(job, product, keeper=kept))
        if desk.helps:
            desk.helped.set()


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
