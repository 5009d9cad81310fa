"""Puts two runs side by side: the same case in both, its repeats averaged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .gate import Gate
from .rundir import Fault, Measured, Result, Run

_BOTH = "Run both over the same cases."


@dataclass(frozen=True, slots=True)
class Score:
    """One metric of one case, averaged over the repeats of each run; `difference` is more where the new is better."""

    kind: str
    base: float
    new: float
    difference: float
    reason: str


@dataclass(frozen=True, slots=True)
class CasePair:
    """One case in both runs. `lost` names core and safety metrics that only the base run has a value for."""

    case: str
    cluster: str
    base: tuple[Result, ...]
    new: tuple[Result, ...]
    scores: Mapping[str, Score]
    lost: tuple[str, ...]

    @property
    def same_drafts(self) -> bool:
        """The two runs drafted the very same texts, word for word."""
        return {result.text for result in self.base} == {result.text for result in self.new}


@dataclass(frozen=True, slots=True)
class Flaky:
    """A case whose repeats disagree within one run."""

    case: str
    run: str
    metric: str
    values: tuple[float, ...]


def unmatched(base: Run, new: Run, gate: Gate) -> Iterator[Fault]:
    """Cases of one run only, jots that changed, and gating metrics that one run lacks altogether."""
    before, after = base.by_case(), new.by_case()
    for case in sorted(before.keys() - after.keys()):
        yield Fault("It is missing in the new run.", _BOTH, case)
    for case in sorted(after.keys() - before.keys()):
        yield Fault("It is missing in the base run.", _BOTH, case)
    for case in sorted(before.keys() & after.keys()):
        if before[case][0].jot != after[case][0].jot:
            yield Fault("Its jot is not the same in the two runs.", _BOTH, case)
    yield from _unmeasured(base, new, gate)


def _unmeasured(base: Run, new: Run, gate: Gate) -> Iterator[Fault]:
    before, after = _gating(base, gate), _gating(new, gate)
    for name in sorted(before ^ after):
        which = "new" if name in before else "base"
        yield Fault(f"{name!r} was not measured in the {which} run.", "Measure it with 'otassist eval rescore'.")


def _gating(run: Run, gate: Gate) -> set[str]:
    measured = ((name, item) for result in run.results for name, item in result.metrics.items())
    return {name for name, item in measured if item.value is not None and (item.kind == "safety" or name in gate.core)}


def pairs(base: Run, new: Run, gate: Gate) -> tuple[CasePair, ...]:
    """Every case of two runs that match, in the order of the base run."""
    before, after = base.by_case(), new.by_case()
    return tuple(_pair(case, results, after[case], gate) for case, results in before.items())


def _pair(case: str, base: Sequence[Result], new: Sequence[Result], gate: Gate) -> CasePair:
    names = dict.fromkeys(name for result in (*base, *new) for name in result.metrics)
    scores, lost = {}, []
    for name in names:
        before, after = _values(base, name), _values(new, name)
        if before and after:
            scores[name] = _score(before, after)
        elif before and (before[0].kind == "safety" or name in gate.core):
            lost.append(name)
    return CasePair(case, base[0].cluster, tuple(base), tuple(new), scores, tuple(lost))


def _values(results: Sequence[Result], name: str) -> list[Measured]:
    found = (result.metrics.get(name) for result in results)
    return [item for item in found if item is not None and item.value is not None]


def _score(before: Sequence[Measured], after: Sequence[Measured]) -> Score:
    """A safety metric counts faults, so there less is better."""
    base, new, counted = _mean(before), _mean(after), after[0].kind == "safety"
    worst = (max if counted else min)(after, key=lambda item: item.value or 0.0)
    return Score(after[0].kind, base, new, base - new if counted else new - base, worst.reason)


def _mean(items: Sequence[Measured]) -> float:
    values = [item.value for item in items if item.value is not None]
    return sum(values) / len(values)


def flaky(run: Run, which: str) -> Iterator[Flaky]:
    """Core and safety metrics that came out differently in the repeats of a case."""
    for case, results in run.by_case().items():
        for name in dict.fromkeys(name for result in results for name in result.metrics):
            items = _values(results, name)
            values = tuple(item.value for item in items if item.value is not None)
            if len(set(values)) > 1 and items[0].kind in ("core", "safety"):
                yield Flaky(case, which, name, values)
