"""Judges a run: first the labels, to know what the judge is worth, then every draft, as many at once as allowed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from ..errors import JobError, OtassistError
from .cache import Cache
from .judges import TASKS, Agreement, Judge, Opinion, agreement, labelled, record
from .measuring import Row
from .record import Record, recording
from .results import RunDirectory
from .running import Watch
from .turns import allow

Item = TypeVar("Item")
Made = TypeVar("Made")


def judged_run(
    judges: Sequence[Judge], directory: RunDirectory, labels: Path, cache: Path, workers: int, watch: Watch
) -> tuple[Agreement, ...]:
    """Adds the judges' metrics to the lines of a run, and their agreement with the labels to its settings.

    Raises JobError when a judge cannot even be asked about the labels; a draft it fails on is broken, by its case.
    """
    allow(threading.Semaphore(workers))
    kept = Cache(cache)
    found = tuple(_calibrated(judge, labels, kept, workers) for judge in judges)
    rows = list(directory.rows())
    directory.replace(list(watch(_all(lambda row: _with(row, judges), rows, kept, workers), len(rows))))
    record(directory, found)
    kept.close()
    return found


def _calibrated(judge: Judge, labels: Path, kept: Cache, workers: int) -> Agreement:
    given = labelled(judge.name, labels)
    if not given:
        raise JobError(f"No label in {str(labels)!r} is about {judge.name!r}.", "See evals/labels/README.md.")
    try:
        said = list(_all(lambda item: (item[1], judge.opinion(item[0])), given, kept, workers))
    except OtassistError as problem:
        raise JobError(f"{judge.name!r} cannot be calibrated: {problem.message}", problem.remedy) from problem
    pairs: list[tuple[bool, Opinion]] = said
    return agreement(judge, pairs)


def _with(row: Row, judges: Sequence[Judge]) -> Row:
    if row["error"]:
        return row
    new = {judge.name: judge.measure(row) for judge in judges if row["task"] in TASKS[judge.name]}
    return {**row, "metrics": {**row["metrics"], **new}}


def _all(work: Callable[[Item], Made], items: Sequence[Item], kept: Cache, workers: int) -> Iterator[Made]:
    """In order; each in a record of its own, so that its calls are counted and kept."""

    def done(item: Item) -> Made:
        with recording(Record(kept=kept)):
            return work(item)

    with ThreadPoolExecutor(workers) as pool:
        yield from pool.map(done, items)
