"""A product whose model is waited for: the composer's own drafts, each after a call that takes a while.

`python -m evaluation.waiting FOLDER` in tests/ runs a few cases and can be killed at any moment.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from otassist.bank import shipped_corpus
from otassist.bootstrap import build
from otassist.evaluation.cases import Case, read_cases, shipped_cases
from otassist.evaluation.product import Product, maker
from otassist.evaluation.record import called, current
from otassist.evaluation.results import RunDirectory
from otassist.evaluation.running import Plan, run

CALLS, PROCESSES = 8, 2


@dataclass(frozen=True)
class Waiting(Product):
    """Writes each call that begins into a file."""

    seconds: float = 0.2
    log: Path | None = None

    def answer(self, case: Case) -> Mapping[str, Any]:
        record = current()
        assert record
        name = f"{case.id} {record.repeat}"
        called(name, partial(self._call, name))
        return super().answer(case)

    def _call(self, name: str) -> str:
        if self.log:
            with self.log.open("a") as calls:
                calls.write(f"{name}\n")
        time.sleep(self.seconds)
        return "said"


def waiting(seconds: float, log: Path | None = None) -> Product:
    """Made in the process that uses it."""
    made = maker(shipped_corpus())() if log is None else Product(build(), {})
    return Waiting(made.assistant, made.library, seconds=seconds, log=log)


def drafted_cases(count: int) -> tuple[Case, ...]:
    """Notes and goals as they are shipped, one goal in six."""
    cases = read_cases(shipped_cases())
    goals = [case for case in cases if case.task == "goal"][: count // 6]
    return (*goals, *[case for case in cases if case.task == "note"][: count - len(goals)])


def plan(cases: tuple[Case, ...], seconds: float, log: Path | None = None, repeats: int = 3, prompt: int = 1) -> Plan:
    """The cases with one prompt, at full concurrency."""
    made_by = {"code": "1", "prompt": prompt}
    return Plan(cases, partial(waiting, seconds, log), made_by, repeats, CALLS, True, PROCESSES)


def begun(folder: Path, cases: int, repeats: int) -> RunDirectory:
    """The directory, made anew only where there is none."""
    made = RunDirectory(folder / "run")
    if not made.folder.exists():
        made.begin({"id": "run", "cases": cases, "repeats": repeats})
    return made


def main(folder: Path) -> None:
    cases = tuple(replace(case, task="note") for case in drafted_cases(12))
    run(plan(cases, 0.1, folder / f"calls-{os.getpid()}.txt", 2), begun(folder, len(cases), 2))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
