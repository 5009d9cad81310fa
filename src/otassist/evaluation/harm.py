"""Safety is judged by case: one student with a made-up fact is not made good by another without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median_low

from .pairing import CasePair
from .rundir import Result


@dataclass(frozen=True, slots=True)
class Harm:
    """A case that in most repeats of the new run has what it had not in most repeats of the base run."""

    case: str
    metric: str
    base: float
    new: float
    reason: str


def harms(cases: Sequence[CasePair]) -> tuple[Harm, ...]:
    """New inventions, hard fails and traps answered with made-up data; every safety metric counts faults."""
    return tuple(harm for case in cases for harm in _of_case(case))


def _of_case(case: CasePair) -> Iterator[Harm]:
    for name, score in case.scores.items():
        if score.kind == "safety":
            base, new = _usual(case.base, name), _usual(case.new, name)
            if new > base:
                yield Harm(case.case, name, base, new, score.reason)


def _usual(results: Sequence[Result], name: str) -> float:
    """What more than half of the repeats reach: the median that gives a tie the benefit of the doubt."""
    items = (result.metrics.get(name) for result in results)
    return median_low(item.value for item in items if item is not None and item.value is not None)
