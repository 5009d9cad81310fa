"""Runs cases through the product, and puts each answer on disk before the next thing is done with it.

The composer computes, so it gets a process a core. A model is waited for, while reading, checking and measuring also
compute: it gets as few processes, each with threads (`crew`).
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from ..errors import JobError, UsageError
from .cache import Key, answers, key_of
from .cases import Case
from .crew import Crew, end_with_parent, worker_died
from .jobs import Job
from .measuring import Done, Row, do, error_row
from .product import MakeProduct, Product
from .record import Rankings
from .results import Place, RunDirectory, line_of

Watch = Callable[[Iterable[Row], int], Iterable[Row]]
"""Passes rows through while showing how far of so many it is."""

_SLOWEST_FIRST = {"goal": 0, "consult": 1, "note": 2, "search": 3}


@dataclass(frozen=True)
class Plan:
    """What to run: every case so many times, by so many workers; `made_by` goes into each cache key.

    With `threads` a model is waited for, and `workers` of its calls are under way at once in `processes` (1 is this
    one). `frozen` has what another run found for a draft. With `sealed` the model is never asked: its answers are those
    that are recorded.
    """

    cases: Sequence[Case]
    make: MakeProduct
    made_by: dict[str, Any]
    repeats: int = 1
    workers: int = 1
    threads: bool = False
    processes: int = 1
    frozen: Mapping[Place, Rankings] = field(default_factory=dict)
    sealed: bool = False

    def jobs(self, finished: set[Place]) -> list[Job]:
        """What is still to do; the slowest first, so that none is left alone at the end."""
        jobs = [
            Job(case, repeat)
            for case in sorted(self.cases, key=lambda case: _SLOWEST_FIRST[case.task])
            for repeat in range(self.repeats)
            if (case.id, repeat) not in finished
        ]
        return [self._frozen(job) for job in jobs] if self.frozen else jobs

    def _frozen(self, job: Job) -> Job:
        """With what the other run found for its case; of fewer repeats the first stands for the others."""
        found = self.frozen.get((job.case.id, job.repeat), self.frozen.get((job.case.id, 0)))
        if found is None:
            remedy = "Leave it out with --filter, or make that run again."
            raise UsageError(f"The frozen run has no answer for {job.case.id!r}.", remedy)
        return replace(job, frozen=found)

    @property
    def key(self) -> Key:
        """Names a job's answer; without the cases, since every process gets it."""
        return partial(_key_of, self.made_by)


def _key_of(made_by: dict[str, Any], job: Job) -> str:
    return key_of(job.case, job.repeat, made_by, job.frozen)


def run(plan: Plan, directory: RunDirectory, cache: Path | None = None, watch: Watch = lambda rows, of: rows) -> None:
    """Answers and measures what the directory does not have yet, and leaves its lines in the order of the cases.

    Answers are kept in the file `cache`, and without one in the directory until the run is done, so that none has to be
    asked for again after a kill. Raises JobError when a worker process dies.
    """
    jobs = plan.jobs(directory.keep_finished())
    store = cache or (directory.answers if plan.threads else None)
    with directory.append() as lines:
        for row in watch(map(writable, do_all(jobs, plan, store)), len(jobs)):
            lines.add(row)
    directory.sort([case.id for case in plan.cases])
    directory.forget_answers()


def writable(done: Done) -> Row:
    """The row of a job; NaN and infinity are no JSON, whoever put them into a draft."""
    try:
        line_of(done.row)
    except ValueError as problem:
        return error_row(done.job, JobError(f"The draft is no JSON: {problem}.", "Mend what made it."))
    return done.row


def do_all(jobs: Sequence[Job], plan: Plan, store: Path | None = None) -> Iterator[Done]:
    """The jobs as they are done; answers that are already in the file `store` are only measured."""
    with answers(store, plan.key, plan.sealed) as kept:
        jobs = [kept.known(job) for job in jobs]
        if plan.workers == 1 or len(jobs) < 2:
            product = plan.make() if jobs else None
            yield from (do(job, product, keeper=kept) for job in jobs if product)
        elif plan.threads:
            yield from Crew(plan.make, plan.workers, plan.processes).done(jobs, kept)
        else:
            for done in _in_processes(jobs, plan):
                if done.output and done.output != done.job.output:
                    kept.keep(replace(done.job, output=done.output))
                yield done


def _in_processes(jobs: Sequence[Job], plan: Plan) -> Iterator[Done]:
    fresh = multiprocessing.get_context("spawn")  # a fork would copy locks that a thread holds
    with ProcessPoolExecutor(plan.workers, fresh, _begin, (plan.make,)) as pool:
        futures = [pool.submit(_do_here, batch) for batch in batches(jobs)]
        try:
            for future in as_completed(futures):
                yield from future.result()
        except BrokenProcessPool as problem:
            raise worker_died() from problem
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def batches(jobs: Sequence[Job]) -> list[list[Job]]:
    """Goals of one area together, since they weigh the same bank goals, which a process embeds once; others by few."""
    goals: dict[str, list[Job]] = {}
    for job in jobs:
        if job.case.task == "goal":
            goals.setdefault(next(iter(job.case.area), ""), []).append(job)
    others = [job for job in jobs if job.case.task != "goal"]
    few = [others[start : start + _FEW] for start in range(0, len(others), _FEW)]
    return [*sorted(goals.values(), key=len, reverse=True), *few]


_FEW = 6
"""Jobs handed over at once; so many at most are done again after a kill."""

_here: Product | None = None


def _begin(make: MakeProduct) -> None:
    global _here
    end_with_parent()
    _here = make()
    gc.freeze()  # what was made to last need not be looked through again and again


def _do_here(jobs: Sequence[Job]) -> list[Done]:
    assert _here is not None
    return [do(job, _here) for job in jobs]


def cores() -> int:
    """The processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
