"""Compares two runs, case by case, and says whether the change may ship."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .attribution import Attribution, attribution, frozen_attribution, frozen_faults
from .gate import EXITS, Gate, decide, read_gate
from .harm import Harm, harms
from .pairing import CasePair, Flaky, flaky, pairs, unmatched
from .rundir import Fault, Run
from .statistics import Interval, McNemar, Paired, cases_needed, cluster_bootstrap, mcnemar, paired

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class MetricComparison:
    """One metric over all cases that have it in both runs; differences are `new - base`, better is more."""

    name: str
    kind: str
    gated: bool
    cases: int
    students: int
    base: float
    new: float
    difference: float
    bounds: Interval
    check: Interval
    signs: McNemar
    delta: float | None
    state: str
    adjusted: float | None = None
    needed: int | None = None
    identical: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict with everything it rests on."""

    verdict: str
    base: Run
    new: Run
    gate: Gate
    metrics: tuple[MetricComparison, ...] = ()
    cases: tuple[CasePair, ...] = ()
    harms: tuple[Harm, ...] = ()
    flaky: tuple[Flaky, ...] = ()
    faults: tuple[Fault, ...] = ()
    lost: tuple[tuple[str, str], ...] = ()
    attribution: Attribution | None = None

    @property
    def exit(self) -> int:
        """The exit code of the gate."""
        return EXITS[self.verdict]

    @property
    def unmeasured(self) -> tuple[str, ...]:
        """Core metrics that no case of these runs has."""
        measured = {metric.name for metric in self.metrics}
        return tuple(name for name in self.gate.core if name not in measured)


def compare(base: Run, new: Run, gate: Gate | None = None, frozen: Run | None = None) -> Comparison:
    """PASS, BLOCK, INCONCLUSIVE or BROKEN; broken runs are never scored.

    `frozen` is the new drafting on the base's passages, to tell what did it.
    """
    gate = with_judges(gate or read_gate(), base, new)
    faults = _faults(base, new, gate, frozen)
    if faults:
        return Comparison("BROKEN", base, new, gate, faults=faults)
    cases = pairs(base, new, gate)
    metrics = _metrics(cases, gate)
    harmed, lost = harms(cases), _lost(cases)
    return Comparison(
        verdict=_verdict(metrics, harmed, lost, stood_in(new, gate)),
        base=base,
        new=new,
        gate=gate,
        metrics=metrics,
        cases=_worst_first(cases, harmed, metrics),
        harms=harmed,
        flaky=(*flaky(base, "base"), *flaky(new, "new")),
        lost=lost,
        attribution=frozen_attribution(base, frozen, new, cases, gate) if frozen else attribution(base, new, cases),
    )


def with_judges(gate: Gate, base: Run, new: Run) -> Gate:
    """The gate, with those of its judges that in both runs agree with the labels, by the same prompt and model."""
    told = {name: (_calibrated(base, name), _calibrated(new, name)) for name in gate.judges}
    calibrated = [name for name, (before, after) in told.items() if before and before == after]
    return replace(gate, core=(*gate.core, *calibrated))


def _calibrated(run: Run, name: str) -> tuple[Any, ...] | None:
    judges = run.meta.get("judges")
    told = judges.get(name) if isinstance(judges, dict) else None
    if not isinstance(told, dict) or told.get("holds") is not True:
        return None
    return told.get("sha256"), told.get("model")


def stood_in(run: Run, gate: Gate) -> bool:
    """Whether so many drafts are the composer's that the run says little of the prompt."""
    cost = run.costs
    return cost.stand_ins > gate.most_stand_ins * cost.drafts


def _faults(base: Run, new: Run, gate: Gate, frozen: Run | None) -> tuple[Fault, ...]:
    named = [("base", base), ("new", new), *([("frozen", frozen)] if frozen else [])]
    told = [(which, fault) for which, run in named for fault in run.faults]
    found = [replace(fault, message=f"In the {which} run: {fault.message}") for which, fault in told]
    if not found:
        found = [*unmatched(base, new, gate), *(frozen_faults(base, frozen, new) if frozen else ())]
    return tuple(found)


def _metrics(cases: Sequence[CasePair], gate: Gate) -> tuple[MetricComparison, ...]:
    names = dict.fromkeys(name for case in cases for name in case.scores)
    measured = {name: [case for case in cases if name in case.scores] for name in names}
    estimates = {name: _estimate(name, having, gate) for name, having in measured.items()}
    compared = {name: _compared(name, having, estimates[name], gate) for name, having in measured.items()}
    gated = [name for name in compared if name in gate.core]
    return tuple({**compared, **_decided(gated, compared, estimates, gate)}.values())


def _estimate(name: str, cases: Sequence[CasePair], gate: Gate) -> Paired:
    differences = [case.scores[name].difference for case in cases]
    return paired(differences, [case.cluster for case in cases], gate.confidence)


def _compared(name: str, cases: Sequence[CasePair], estimate: Paired, gate: Gate) -> MetricComparison:
    scores = [case.scores[name] for case in cases]
    differences = [score.difference for score in scores]
    bases, news = [score.base for score in scores], [score.new for score in scores]
    identical = all(case.same_drafts for case in cases) and not any(differences)
    return MetricComparison(
        name=name,
        kind=scores[0].kind,
        gated=name in gate.core,
        cases=estimate.cases,
        students=estimate.clusters,
        base=sum(bases) / len(bases),
        new=sum(news) / len(news),
        difference=float(estimate.mean),
        bounds=_bounds(estimate, name in gate.core and not identical),
        check=cluster_bootstrap(differences, [case.cluster for case in cases], gate.confidence),
        signs=mcnemar(*_changes(differences)),
        delta=gate.delta(name) if name in gate.core else None,
        state="reported",
        identical=identical,
    )


def _bounds(estimate: Paired, gated: bool) -> Interval:
    """The bounds of the estimate; a metric that is only reported, on whatever scale, has none without any spread."""
    if gated or estimate.se > _ROUNDING:
        return Interval(float(estimate.low), float(estimate.high))
    return Interval(float(estimate.mean), float(estimate.mean))


def _changes(differences: Sequence[float]) -> tuple[list[bool], list[bool]]:
    """Ups and downs as a paired outcome, so that the sign test holds for fractions too."""
    return [value < -_ROUNDING for value in differences], [value > _ROUNDING for value in differences]


def _decided(
    names: Sequence[str],
    compared: Mapping[str, MetricComparison],
    estimates: Mapping[str, Paired],
    gate: Gate,
) -> dict[str, MetricComparison]:
    if not names:
        return {}
    decision = decide([estimates[name] for name in names], [gate.delta(name) for name in names], gate)
    found = {}
    for place, name in enumerate(names):
        no_worse = bool(decision.no_worse[place]) or compared[name].identical
        state = "worse" if decision.worse[place] else "no worse" if no_worse else "unclear"
        needed = _needed(estimates[name], gate.delta(name), gate) if state == "unclear" else None
        found[name] = replace(compared[name], state=state, adjusted=float(decision.adjusted[place]), needed=needed)
    return found


def _needed(estimate: Paired, delta: float, gate: Gate) -> int | None:
    mean, se = float(estimate.mean), float(estimate.se)
    needed = cases_needed(mean, se, estimate.cases, estimate.clusters, delta, gate.confidence)
    fewest = -(-gate.fewest_students * estimate.cases // estimate.clusters)
    return max(needed, fewest) if needed is not None else None


def _lost(cases: Sequence[CasePair]) -> tuple[tuple[str, str], ...]:
    return tuple((case.case, name) for case in cases for name in case.lost)


def _verdict(
    metrics: Sequence[MetricComparison], harmed: Sequence[Harm], lost: Sequence[object], stands_in: bool
) -> str:
    states = [metric.state for metric in metrics if metric.gated]
    if harmed or "worse" in states:
        return "BLOCK"
    settled = bool(states) and set(states) == {"no worse"} and not lost and not stands_in
    return "PASS" if settled else "INCONCLUSIVE"


def _worst_first(
    cases: Sequence[CasePair], harmed: Sequence[Harm], metrics: Sequence[MetricComparison]
) -> tuple[CasePair, ...]:
    """Harmed cases, then by the sum of core differences, then by that of the others."""
    hurt = {harm.case for harm in harmed}
    core = {metric.name for metric in metrics if metric.gated}

    def rank(case: CasePair) -> tuple[bool, float, float, str]:
        differences = {name: score.difference for name, score in case.scores.items()}
        gated = sum(value for name, value in differences.items() if name in core)
        return case.case not in hurt, gated, sum(differences.values()), case.case

    return tuple(sorted(cases, key=rank))
