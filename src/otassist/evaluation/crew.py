"""Answers cases with a model that is waited for: enough of them at once that its endpoint never waits for us."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from queue import Empty
from threading import Thread
from typing import Any

from ..errors import JobError
from .cache import Answers
from .jobs import Job
from .measuring import Done, attempt, do, score
from .product import MakeProduct, Product
from .record import allow

SPARE = 2
"""Threads of a process beyond its calls: they read, check and measure meanwhile."""
_LOOK = 1.0
"""Seconds between two looks at whether the processes still live."""


@dataclass(frozen=True)
class Crew:
    """So many calls of the model at once, from so many processes; 1 is this one."""

    make: MakeProduct
    calls: int
    processes: int = 1

    def done(self, jobs: Sequence[Job], kept: Answers) -> Iterator[Done]:
        """The jobs as they are done, each answer kept by the thread that has it. Raises JobError when one dies."""
        return self._here(jobs, kept) if self.processes == 1 else self._in_processes(jobs, kept)

    def _here(self, jobs: Sequence[Job], kept: Answers) -> Iterator[Done]:
        product = self.make()
        allow(self.calls)
        with ThreadPoolExecutor(self.calls + SPARE) as pool:
            try:
                for future in as_completed([pool.submit(attempt, job, product, kept) for job in jobs]):
                    found = future.result()
                    yield found if isinstance(found, Done) else score(found, product)  # measured here, while they wait
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _in_processes(self, jobs: Sequence[Job], kept: Answers) -> Iterator[Done]:
        fresh = multiprocessing.get_context("spawn")  # a fork would copy locks that a thread holds
        todo, done = fresh.Queue(), fresh.Queue()
        each = -(-self.calls // self.processes)
        team = [
            fresh.Process(target=_work, args=(self.make, kept, each, todo, done), daemon=True)
            for _ in range(self.processes)
        ]
        for item in (*jobs, *[None] * (self.processes * (each + SPARE))):
            todo.put(item)
        try:
            for process in team:
                process.start()
            for _ in jobs:
                yield _next(done, team)
        finally:
            for process in team:
                if process.pid:
                    process.kill()
            todo.cancel_join_thread()


def _next(done: Any, team: Sequence[Any]) -> Done:
    while True:
        try:
            found: Done = done.get(timeout=_LOOK)
            return found
        except Empty:
            if any(process.exitcode for process in team):
                raise worker_died() from None


def worker_died() -> JobError:
    """A process was killed, mostly for want of memory."""
    remedy = "Go on with 'otassist eval run --resume', and with fewer --workers if memory was short."
    return JobError("A worker process died.", remedy)


def _work(make: MakeProduct, kept: Answers, calls: int, todo: Any, done: Any) -> None:
    """A process: its threads take jobs until they are told that there are no more."""
    end_with_parent()
    allow(calls)
    product = make()
    threads = [Thread(target=_take, args=(product, kept, todo, done)) for _ in range(calls + SPARE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _take(product: Product, kept: Answers, todo: Any, done: Any) -> None:
    while (job := todo.get()) is not None:
        done.put(do(job, product, keeper=kept))


def end_with_parent() -> None:
    """A run that is killed leaves no process behind that waits for it."""
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
