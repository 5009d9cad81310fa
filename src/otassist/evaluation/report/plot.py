"""The forest plot as numbers: where each mark stands, in the units of the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..comparison import MetricComparison
from ..wording import metric_name, words

WIDTH, LABELS, ROW, TOP, MARGIN = 760.0, 330.0, 34.0, 46.0, 20.0
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
_TICKS = 4
"""At most so many marks on either side of 0."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One metric: its interval, its difference and its allowance, as distances from the left."""

    name: str
    state: str
    y: float
    low: float
    high: float
    middle: float
    allowance: float | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the scale."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Everything the template draws; `told` says the same in words."""

    width: float
    height: float
    zero: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    told: str


def forest(metrics: Sequence[MetricComparison]) -> Plot | None:
    """Metrics from 0 to 1, the gating ones first; None where there are none."""
    shown = [metric for metric in metrics if metric.kind != "safety" and max(metric.base, metric.new) <= 1.0]
    shown.sort(key=lambda metric: not metric.gated)
    if not shown:
        return None
    ends = [end for metric in shown for end in (metric.bounds.low, metric.bounds.high, metric.delta or 0.0)]
    reach = min(1.0, max(0.06, *(abs(end) for end in ends)) * 1.1)
    return Plot(
        width=WIDTH,
        height=TOP + ROW * len(shown) + MARGIN,
        zero=_x(0.0, reach),
        bars=tuple(_bar(metric, place, reach) for place, metric in enumerate(shown)),
        ticks=tuple(_ticks(reach)),
        told=" ".join(f"{metric_name(metric.name)}: {words()['state'][metric.state]}." for metric in shown),
    )


def _bar(metric: MetricComparison, place: int, reach: float) -> Bar:
    return Bar(
        name=metric_name(metric.name),
        state=metric.state,
        y=TOP + ROW * (place + 0.5),
        low=_x(metric.bounds.low, reach),
        high=_x(metric.bounds.high, reach),
        middle=_x(metric.difference, reach),
        allowance=_x(-metric.delta, reach) if metric.delta is not None else None,
    )


def _x(value: float, reach: float) -> float:
    """From the left, what lies beyond the scale at its edge."""
    share = (max(-reach, min(reach, value)) + reach) / (2 * reach)
    return round(LABELS + share * (WIDTH - LABELS - MARGIN), 1)


def _ticks(reach: float) -> list[Tick]:
    step = next((step for step in _STEPS if reach / step <= _TICKS), 1.0)
    count = int(reach / step)
    return [
        Tick(_x(place * step, reach), f"{place * step:+.2f}" if place else "0") for place in range(-count, count + 1)
    ]
