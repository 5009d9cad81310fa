"""One case answered and measured: a line of `results.jsonl`. Whatever fails becomes an error that names the case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from time import perf_counter
from typing import Any

from ..errors import Defect, JobError, OtassistError
from ..language.tables import rules
from .cases import Case
from .jobs import FORGETFUL, Job, Keeper, Output
from .listening import is_the_models
from .metrics import Answered, Metric, all_metrics
from .product import Product, printed
from .record import Record, recording

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Done:
    """The row of a job, and its output unless the answer failed."""

    job: Job
    row: Row
    output: Output | None


def do(job: Job, product: Product, metrics: Sequence[Metric] | None = None, keeper: Keeper = FORGETFUL) -> Done:
    """Answers and measures; never raises for what a case can do."""
    found = attempt(job, product, keeper)
    return found if isinstance(found, Done) else score(found, product, metrics)


def attempt(job: Job, product: Product, keeper: Keeper = FORGETFUL) -> Job | Done:
    """The job with its output, which `keeper` gets at once if it is new, or done with an error."""
    if job.output:
        return job
    if job.case.problem:
        return Done(job, error_row(job, JobError(job.case.problem, "Mend the line.")), None)
    try:
        answered = replace(job, output=_answer(job, product, keeper))
    except Exception as problem:
        return _failed(job, problem)
    keeper.keep(answered)
    return answered


def _answer(job: Job, product: Product, keeper: Keeper) -> Output:
    """Raises JobError when the model could not be asked: what stands in for its draft is not the prompt's doing."""
    started = perf_counter()
    with recording(Record(job.repeat, job.frozen, keeper.calls, keeper.sealed)) as record:
        draft = product.answer(job.case)
    seconds = round(record.latency(perf_counter() - started), 4)
    _refuse_unreached(draft, record)
    found = {} if job.case.task == "search" else record.found
    return Output(draft, seconds, found, {**record.cost(), **_standing(draft, product)})


def _refuse_unreached(draft: Mapping[str, Any], record: Record) -> None:
    """Raises JobError where the composer's draft stands in for another reason than the model's own words."""
    remedy = "Mend that, then go on with 'otassist eval run --resume'."
    unreached = next((call for call in record.calls if not is_the_models(call.failure)), None)
    if unreached:
        raise JobError(unreached.told, remedy)
    told = _stand_in(draft)
    if told and (not record.calls or _BUG in told):
        raise JobError(told, remedy)


_BUG = rules("model")["failures"]["unexpected"][0].partition("{")[0]


def _stand_in(draft: Mapping[str, Any]) -> str:
    """Why the composer's draft stands in for the model's; empty where it does not."""
    told = (str(item["text"]) for item in draft.get("notices", ()) if item["kind"] == "model")
    return next(told, "") if draft.get("drafter") == "composer" else ""


def _standing(draft: Mapping[str, Any], product: Product) -> dict[str, Any]:
    """Where a model drafts: how often it was asked to revise, and whether the composer's draft stands in."""
    if product.drafter == "composer" or "drafter" not in draft:
        return {}
    usage = draft.get("usage") or {}
    return {"revisions": usage.get("revisions", 0), "stand_ins": int(bool(_stand_in(draft)))}


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
        "cost": dict(output.cost),
        "found": dict(output.found),
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
