"""One case answered and measured: a line of `results.jsonl`. Whatever fails becomes an error that names the case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from time import perf_counter
from typing import Any

from ..errors import Defect, JobError, OtassistError
from .cases import Case
from .metrics import Answered, Metric, all_metrics
from .product import Product, printed

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Output:
    """What the product answered, and in how many seconds; this is what the cache keeps."""

    draft: Mapping[str, Any]
    seconds: float


@dataclass(frozen=True, slots=True)
class Job:
    """A case to answer and measure once; with an output only to measure."""

    case: Case
    repeat: int = 0
    output: Output | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """The row of a job, and its output unless the answer failed."""

    job: Job
    row: Row
    output: Output | None


def do(job: Job, product: Product, metrics: Sequence[Metric] | None = None) -> Done:
    """Answers and measures; never raises for what a case can do."""
    found = attempt(job, product)
    return found if isinstance(found, Done) else score(found, product, metrics)


def attempt(job: Job, product: Product) -> Job | Done:
    """The job with its output, or done with an error."""
    if job.output:
        return job
    if job.case.problem:
        return Done(job, error_row(job, JobError(job.case.problem, "Mend the line.")), None)
    try:
        return replace(job, output=_answer(job.case, product))
    except Exception as problem:
        return _failed(job, problem)


def _answer(case: Case, product: Product) -> Output:
    started = perf_counter()
    draft = product.answer(case)
    return Output(draft, round(perf_counter() - started, 4))


def score(job: Job, product: Product, metrics: Sequence[Metric] | None = None) -> Done:
    """Measures a job that has its output."""
    assert job.output
    try:
        found = measured(job.case, job.output, product, metrics or all_metrics())
        return Done(job, row_of(job.case, job.repeat, job.output, found), job.output)
    except Exception as problem:
        return _failed(job, problem)


def _failed(job: Job, problem: Exception) -> Done:
    told = problem if isinstance(problem, OtassistError) else Defect(problem)
    return Done(job, error_row(job, told), job.output)


def measured(case: Case, output: Output, product: Product, metrics: Sequence[Metric]) -> Row:
    """Every metric for the case's task. Raises JobError for a value that is not finite."""
    answered = Answered(case, output.draft, product.assistant, product.library)
    return {metric.name: _value(metric, answered) for metric in metrics if case.task in metric.tasks}


def _value(metric: Metric, answered: Answered) -> Row:
    try:
        found = metric.measure(answered)
    except Exception as bug:
        problem = Defect(bug)
        raise JobError(f"The metric {metric.name!r} failed: {problem.message}", problem.remedy) from bug
    if found.value is not None and not isfinite(found.value):
        raise JobError(f"The metric {metric.name!r} is {found.value!r}.", "Mend the metric; a case cannot be scored.")
    value = None if found.value is None else round(found.value, 6)
    return {"value": value, "reason": found.reason, "kind": metric.kind}


def row_of(case: Case, repeat: int, output: Output, metrics: Row) -> Row:
    """A line of results.jsonl."""
    return {
        **_head(case, repeat),
        "error": None,
        "seconds": output.seconds,
        "jot": case.text,
        "text": printed(case, output.draft),
        "draft": output.draft,
        "metrics": metrics,
    }


def error_row(job: Job, problem: OtassistError) -> Row:
    """A line for a case that has no score."""
    told = {"message": problem.message, "remedy": problem.remedy}
    nothing: Row = {"seconds": None, "jot": job.case.text, "text": "", "draft": None, "metrics": {}}
    return {**_head(job.case, job.repeat), "error": told, **nothing}


def _head(case: Case, repeat: int) -> Row:
    names = ("cluster", "area", "grade", "plan", "task", "split")
    return {"case": case.id, **{name: getattr(case, name) for name in names}, "repeat": repeat}
