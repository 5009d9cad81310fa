"""Runs cases through the product: in processes for the composer, in threads for a model that is waited for."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from threading import Thread
from typing import Any, TypeVar

from ..errors import JobError
from .cache import Cache, key_of
from .cases import Case
from .measuring import Done, Job, Row, attempt, do, score
from .product import MakeProduct, Product
from .results import RunDirectory, place_of

Watch = Callable[[Iterable[Row], int], Iterable[Row]]
"""Passes rows through while showing how far of so many it is."""

Found = TypeVar("Found")
_SLOWEST_FIRST = {"goal": 0, "consult": 1, "note": 2, "search": 3}


@dataclass(frozen=True)
class Plan:
    """What to run: every case so many times, by so many workers; `made_by` goes into each cache key."""

    cases: Sequence[Case]
    make: MakeProduct
    made_by: dict[str, Any]
    repeats: int = 1
    workers: int = 1
    threads: bool = False


def run(plan: Plan, directory: RunDirectory, cache: Cache | None = None, watch: Watch = lambda rows, of: rows) -> None:
    """Answers and measures what the directory does not have yet, and leaves its lines in the order of the cases.

    Raises JobError when a worker process dies; what is finished is on disk.
    """
    finished = directory.keep_finished()
    jobs = [
        Job(case, repeat)
        for case in sorted(plan.cases, key=lambda case: _SLOWEST_FIRST[case.task])
        for repeat in range(plan.repeats)
        if (case.id, repeat) not in finished
    ]
    with directory.append() as lines:
        for row in watch(_rows(plan, jobs, cache), len(jobs)):
            lines.add(row)
    directory.sort([case.id for case in plan.cases])


def _rows(plan: Plan, jobs: Sequence[Job], cache: Cache | None) -> Iterator[Row]:
    keys = {(job.case.id, job.repeat): key_of(job.case, job.repeat, plan.made_by) for job in jobs}
    if cache:
        jobs = [replace(job, output=cache.get(keys[job.case.id, job.repeat])) for job in jobs]
    held = {(job.case.id, job.repeat) for job in jobs if job.output}
    for done in do_all(jobs, plan.make, plan.workers, plan.threads):
        place = place_of(done.row)
        if cache and done.output and place not in held:
            cache.put(keys[place], done.output)
        yield done.row


def do_all(jobs: Sequence[Job], make: MakeProduct, workers: int = 1, threads: bool = False) -> Iterator[Done]:
    """The jobs as they are done. With one worker nothing is started beside this process."""
    if workers == 1 or len(jobs) < 2:
        product = make() if jobs else None
        yield from (do(job, product) for job in jobs if product)
    elif threads:
        product = make()
        with ThreadPoolExecutor(workers) as pool:
            for found in _as_done(pool, [pool.submit(_tried, job, product) for job in jobs]):
                yield found if isinstance(found, Done) else score(found, product)  # measured here, while they wait
    else:
        fresh = multiprocessing.get_context("spawn")  # a fork would copy locks that a thread holds
        with ProcessPoolExecutor(workers, fresh, _begin, (make,)) as pool:
            yield from _as_done(pool, [pool.submit(_do_here, batch) for batch in batches(jobs)])


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


def _as_done(pool: Executor, futures: Sequence[Future[list[Found]]]) -> Iterator[Found]:
    try:
        for future in as_completed(futures):
            yield from future.result()
    except BrokenProcessPool as problem:
        remedy = "Go on with 'otassist eval run --resume', and with fewer --workers if memory was short."
        raise JobError("A worker process died.", remedy) from problem
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_here: Product | None = None


def _begin(make: MakeProduct) -> None:
    global _here
    Thread(target=_end_with_parent, daemon=True).start()
    _here = make()
    gc.freeze()  # what was made to last need not be looked through again and again


def _end_with_parent() -> None:
    """A run that is killed leaves no process behind that waits for it."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _do_here(jobs: Sequence[Job]) -> list[Done]:
    assert _here is not None
    return [do(job, _here) for job in jobs]


def _tried(job: Job, product: Product) -> list[Job | Done]:
    return [attempt(job, product)]


def cores() -> int:
    """The processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
