"""The desk of a crew: where jobs lie until a thread takes them, in this process and in those that help."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from multiprocessing.context import SpawnContext
from typing import Any

from .jobs import Job

Case = tuple[Job, ...]
"""Its repeats."""


@dataclass(frozen=True)
class Desk:
    """Where the jobs lie: goals and begun cases of this process, other cases of all; what is done; slots for calls.

    `helped` is set when a process that `helps` has done its first job.
    """

    todo: Any
    done: Any
    slots: Any
    helped: Any
    helps: bool = False
    goals: queue.Queue[Case] = field(default_factory=queue.Queue)
    begun: queue.Queue[Job] = field(default_factory=queue.Queue)

    @staticmethod
    def of(fresh: SpawnContext | None, calls: int) -> Desk:
        if fresh is None:
            alone = Desk(queue.Queue(), queue.Queue(), threading.Semaphore(calls), threading.Event())
            alone.helped.set()
            return alone
        return Desk(fresh.Queue(), fresh.Queue(), fresh.Semaphore(calls), fresh.Event())

    @property
    def shared(self) -> tuple[Any, Any, Any, Any]:
        return self.todo, self.done, self.slots, self.helped

    def lay_out(self, jobs: Sequence[Job], threads: int) -> None:
        """All jobs, those of a case together; so many threads hear the end."""
        for _, repeats in groupby(jobs, key=lambda job: job.case.id):
            self.put(tuple(repeats))
        for _ in range(threads):
            self.todo.put(None)

    def put(self, repeats: Case) -> None:
        """The repeats of one case."""
        (self.goals if repeats[0].case.task == "goal" else self.todo).put(repeats)

    def jobs(self, on_goals: bool) -> Iterator[Job]:
        """What one thread has to do: what is begun before what is not, and goals as soon as the helpers work.

        Until then notes keep the model busy, since composing them is quick.
        """
        more = True
        while True:
            job = self._begin(_now(self.goals)) if on_goals and self.helped.is_set() else None
            job = job or _now(self.begun)
            if job is None and more:
                more = (case := self.todo.get()) is not None
                job = self._begin(case)
            job = job or (None if more else self._begin(_now(self.goals)))
            if job:
                yield job
            elif not more:
                return

    def _begin(self, case: Case | None) -> Job | None:
        """The first repeat of a case; the others are for whoever is free."""
        for job in case[1:] if case else ():
            self.begun.put(job)
        return case[0] if case else None


def _now(held: queue.Queue[Any]) -> Any:
    """What is there; none where nothing is."""
    try:
        return held.get_nowait()
    except queue.Empty:
        return None
