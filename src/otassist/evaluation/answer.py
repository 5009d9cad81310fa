"""The JSON shape of a comparison, as the contract has it: `{"verdict", "exit", "metrics", "cases"}` and its grounds."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ..wire import SCHEMA_VERSION
from .comparison import Comparison, MetricComparison
from .means import case_scores, metric_means
from .pairing import CasePair, Flaky, flaky
from .rundir import Fault, Run
from .statistics import clopper_pearson, wilson
from .wording import sentence

JSON = dict[str, Any]
_META = ("id", "created", "code", "drafter", "model", "prompt", "corpus_digest", "cases_digest", "repeats", "cases")


def comparison(answer: Comparison) -> JSON:
    """Everything but the drafts themselves; numbers are finite, and what does not apply is null."""
    hurt = {harm.case for harm in answer.harms}
    causes = answer.attribution.cases if answer.attribution else {}
    return {
        "schema_version": SCHEMA_VERSION,
        "verdict": answer.verdict,
        "exit": answer.exit,
        "sentence": sentence(answer),
        "base": _run(answer.base),
        "new": _run(answer.new),
        "metrics": {metric.name: _metric(metric, answer) for metric in answer.metrics},
        "cases": [_case(case, case.case in hurt, causes.get(case.case)) for case in answer.cases] or _broken(answer),
        "safety": [
            {"case": harm.case, "metric": harm.metric, "base": harm.base, "new": harm.new, "reason": harm.reason}
            for harm in answer.harms
        ],
        "flaky": [_flaky(item) for item in answer.flaky],
        "lost": [{"case": case, "metric": name} for case, name in answer.lost],
        "unmeasured": list(answer.unmeasured),
        "broken": [_fault(fault) for fault in answer.faults],
        "attribution": _attribution(answer),
        "judges": {"base": answer.base.meta.get("judges") or {}, "new": answer.new.meta.get("judges") or {}},
        "cost": {} if answer.faults else {"base": answer.base.costs.as_json(), "new": answer.new.costs.as_json()},
    }


def _run(run: Run) -> JSON:
    return {"path": str(run.path), **{name: run.meta.get(name) for name in _META}}


def _metric(metric: MetricComparison, answer: Comparison) -> JSON:
    return {
        "kind": metric.kind,
        "gated": metric.gated,
        "state": metric.state,
        "cases": metric.cases,
        "students": metric.students,
        "base": metric.base,
        "new": metric.new,
        "difference": metric.difference,
        "low": metric.bounds.low,
        "high": metric.bounds.high,
        "bootstrap": [metric.check.low, metric.check.high],
        "delta": metric.delta,
        "p_worse_holm": metric.adjusted,
        "better": metric.signs.better,
        "worse": metric.signs.worse,
        "p_sign": metric.signs.p,
        "needed": metric.needed,
        "rate": _rate(metric, answer),
    }


def _rate(metric: MetricComparison, answer: Comparison) -> JSON:
    """Cases of the new run that are wholly good, or for a safety metric bad, with a 95 % interval.

    Wilson's interval, and for safety Clopper and Pearson's; cases count as independent here.
    """
    values = [case.scores[metric.name].new for case in answer.cases if metric.name in case.scores]
    safety = metric.kind == "safety"
    count = sum(value > 0 if safety else value >= 1 for value in values)
    bounds = (clopper_pearson if safety else wilson)(count, len(values))
    return {"of": "bad" if safety else "good", "count": count, "n": len(values), "low": bounds.low, "high": bounds.high}


def _case(case: CasePair, hurt: bool, cause: str | None) -> JSON:
    scores = {
        name: {"base": score.base, "new": score.new, "difference": score.difference, "reason": score.reason}
        for name, score in case.scores.items()
    }
    return {
        "case": case.case,
        "cluster": case.cluster,
        **case.new[0].about,
        "harmed": hurt,
        "same_drafts": case.same_drafts,
        "cause": cause,
        "metrics": scores,
    }


def _broken(answer: Comparison) -> list[JSON]:
    return [_fault(fault) for fault in answer.faults if fault.case]


def _fault(fault: Fault) -> JSON:
    return {
        "case": fault.case or None,
        "repeat": fault.repeat,
        "error": {"message": fault.message, "remedy": fault.remedy},
    }


def _flaky(item: Flaky) -> JSON:
    return {"case": item.case, "run": item.run, "metric": item.metric, "values": list(item.values)}


def _attribution(answer: Comparison) -> JSON | None:
    if answer.attribution is None:
        return None
    changed = {name: {"base": before, "new": after} for name, (before, after) in answer.attribution.changed.items()}
    shares = {
        item.metric: {"cases": item.cases, "drafting": asdict(item.drafting), "search": asdict(item.search)}
        for item in answer.attribution.shares
    }
    return {"changed": changed, "causes": dict(answer.attribution.counts), "shares": shares}


def summary(run: Run) -> JSON:
    """The JSON shape of a report of one run; a broken run has no metrics and no scores."""
    told = () if run.faults else metric_means(run)
    scores = {} if run.faults else case_scores(run)
    return {
        "schema_version": SCHEMA_VERSION,
        "run": _run(run),
        "metrics": {
            item.name: {
                "kind": item.kind,
                "cases": item.cases,
                "students": item.students,
                "mean": item.mean,
                "low": item.bounds.low,
                "high": item.bounds.high,
                "rate": {
                    "of": "bad" if item.kind == "safety" else "good",
                    "count": item.count,
                    "n": item.cases,
                    "low": item.rate.low,
                    "high": item.rate.high,
                },
            }
            for item in told
        },
        "cases": [{"case": case, "metrics": values} for case, values in scores.items()],
        "flaky": [] if run.faults else [_flaky(item) for item in flaky(run, "new")],
        "judges": run.meta.get("judges") or {},
        "cost": {} if run.faults else run.costs.as_json(),
        "broken": [_fault(fault) for fault in run.faults],
    }
