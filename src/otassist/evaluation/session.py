"""Starts, resumes and rescores runs: what a run is made of, and where it lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..bank import read_corpus
from ..errors import JobError, UsageError
from .cache import code_digest, corpus_digest
from .cases import Case, cases_digest, read_cases
from .freezing import rankings_of
from .gate import read_gate
from .jobs import Job, Output
from .measuring import Row
from .product import Product, maker
from .relevance import judged
from .results import RunDirectory
from .running import Plan, Watch, cores, do_all, run
from .selecting import selected

AT_ONCE = 8
"""Requests to a model at the same time."""


@dataclass(frozen=True)
class Place:
    """Where things are: cases, corpus, and the folder for runs and the cache."""

    cases: Path
    corpus: Path
    state: Path

    @property
    def cache(self) -> Path:
        """Where answers are kept from run to run."""
        return self.state / "cache.sqlite"

    def all_cases(self) -> tuple[Case, ...]:
        """Every case, its queries judged on this corpus."""
        return judged(read_cases(self.cases), read_corpus(self.corpus).passages)


def start(
    place: Place, cases: Sequence[Case], repeats: int | None, out: Path | None, frozen: Path | None = None
) -> RunDirectory:
    """A new run directory; `frozen` is a run whose passages are used. Raises UsageError when there is one already."""
    product = maker(place.corpus)()
    now = datetime.now(UTC)
    drafter = product.assistant.drafter_name
    folder = out or place.state / "runs" / f"{now:%Y%m%d-%H%M%S}-{drafter}"
    if (folder / "results.jsonl").exists():
        raise UsageError(f"There is a run in {str(folder)!r}.", "Go on with it by --resume, or name another folder.")
    directory = RunDirectory(folder)
    if repeats is None:
        repeats = 1 if drafter == "composer" else read_gate().repeats
    directory.begin(
        {
            "id": folder.name,
            "created": now.isoformat(timespec="seconds"),
            **made_by(place, product),
            "cases_digest": cases_digest(cases),
            "repeats": repeats,
            "frozen": str(frozen.absolute()) if frozen else None,
            "cases": len(cases),
            "case_ids": [case.id for case in cases],
        }
    )
    return directory


def made_by(place: Place, product: Product) -> dict[str, Any]:
    """What an answer depends on beside its case."""
    return {
        "code": code_digest(),
        "drafter": product.assistant.drafter_name,
        "model": product.model,
        "prompt": product.prompt,
        "corpus_digest": corpus_digest(place.corpus),
    }


def resumed(place: Place, folder: Path) -> tuple[RunDirectory, tuple[Case, ...]]:
    """A run that was stopped, and its cases. Raises UsageError when it would go on with something else."""
    directory = RunDirectory(folder)
    info = directory.info()
    cases = selected(place.all_cases(), only=info["case_ids"])
    now = {**made_by(place, maker(place.corpus)()), "cases_digest": cases_digest(cases)}
    changed = [name for name, value in now.items() if info.get(name) != value]
    if changed:
        remedy = "Start a new run; what is not changed comes from the cache."
        raise UsageError(f"Since that run began these changed: {', '.join(changed)}.", remedy)
    return directory, cases


def go_on(
    place: Place,
    directory: RunDirectory,
    cases: Sequence[Case],
    workers: int | None,
    cache: Path | None,
    watch: Watch,
    sealed: bool = False,
) -> None:
    """Does what the directory does not have yet; answers are kept in the file `cache`, and only there if `sealed`."""
    info = directory.info()
    threads = info["drafter"] != "composer"
    made = {name: info[name] for name in ("code", "drafter", "model", "prompt", "corpus_digest")}
    count = workers or (AT_ONCE if threads else cores())
    held = rankings_of(RunDirectory(Path(info["frozen"])).rows()) if info.get("frozen") else {}
    plan = Plan(cases, maker(place.corpus), made, info["repeats"], count, threads, cores(), held, sealed)
    run(plan, directory, cache, watch)


def rescore(place: Place, directory: RunDirectory, workers: int | None, watch: Watch) -> None:
    """Measures the stored answers of a run anew. Raises JobError when it has none."""
    rows = [row for row in directory.rows() if row["error"] is None]
    known = {case.id: case for case in place.all_cases()}
    gone = [row["case"] for row in rows if row["case"] not in known]
    if gone:
        raise JobError(f"{len(gone)} cases are no more ({', '.join(gone[:5])}).", "Start a new run.")
    if any("evidence" in row["draft"] and "drafts" not in row["draft"] for row in rows):
        raise JobError("That run has no drafts, only their measures.", "Name the run that was blessed.")
    jobs = [Job(known[row["case"]], row["repeat"], _output(row)) for row in rows]
    fresh = list(watch(_rows(jobs, place, workers or cores()), len(jobs)))
    directory.replace(fresh)
    directory.sort([row["case"] for row in rows])


def _output(row: Row) -> Output:
    return Output(row["draft"], row["seconds"], row.get("found") or {}, row.get("cost") or {})


def _rows(jobs: Sequence[Job], place: Place, workers: int) -> Iterator[Row]:
    return (done.row for done in do_all(jobs, Plan((), maker(place.corpus), {}, workers=workers)))
