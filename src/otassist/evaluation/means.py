"""One run by itself, case by case: each metric over its cases, and the cases in which it is worst."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from .rundir import Result, Run
from .statistics import Interval, clopper_pearson, paired, wilson


@dataclass(frozen=True, slots=True)
class MetricMean:
    """One metric: its mean between two one-sided 95 % bounds clustered by student, and how many cases are good.

    For a safety metric `count` counts the cases with a fault, and `rate` is Clopper and Pearson's interval of that.
    """

    name: str
    kind: str
    cases: int
    students: int
    mean: float
    bounds: Interval
    count: int
    rate: Interval


def metric_means(run: Run) -> tuple[MetricMean, ...]:
    """Every metric of a run that has a value in some case."""
    scores, kinds = case_scores(run), kinds_of(run)
    names = dict.fromkeys(name for values in scores.values() for name in values)
    clusters = {result.case: result.cluster for result in run.results}
    return tuple(
        _mean(name, kinds[name], {case: values[name] for case, values in scores.items() if name in values}, clusters)
        for name in names
    )


def kinds_of(run: Run) -> dict[str, str]:
    """Each metric's kind: safety, core or other."""
    return {name: item.kind for result in run.results for name, item in result.metrics.items()}


def case_scores(run: Run) -> dict[str, dict[str, float]]:
    """Each case's metrics, averaged over its repeats; what has no value is left out."""
    found: dict[str, dict[str, float]] = {}
    for case, results in run.by_case().items():
        names = dict.fromkeys(name for result in results for name in result.metrics)
        values = {name: _values(results, name) for name in names}
        found[case] = {name: fmean(items) for name, items in values.items() if items}
    return found


def _values(results: Sequence[Result], name: str) -> list[float]:
    items = (result.metrics.get(name) for result in results)
    return [item.value for item in items if item is not None and item.value is not None]


def _mean(name: str, kind: str, values: Mapping[str, float], clusters: Mapping[str, str]) -> MetricMean:
    estimate = paired(list(values.values()), [clusters[case] for case in values], lowest=0.0)
    safety = kind == "safety"
    count = sum(value > 0 if safety else value >= 1 for value in values.values())
    return MetricMean(
        name=name,
        kind=kind,
        cases=estimate.cases,
        students=estimate.clusters,
        mean=float(estimate.mean),
        bounds=Interval(float(estimate.low), float(estimate.high)),
        count=count,
        rate=(clopper_pearson if safety else wilson)(count, len(values)),
    )


def badness(kinds: Mapping[str, str], values: Mapping[str, float]) -> tuple[float, float]:
    """For sorting, worst first: faults, then what the core metrics leave to be desired."""
    faults = sum(value for name, value in values.items() if kinds[name] == "safety")
    return -faults, sum(value for name, value in values.items() if kinds[name] == "core")
