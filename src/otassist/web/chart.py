"""Data points as a line: where each stands in a drawing of fixed size. The table beside it says the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle

from ..store import Point

WIDTH, HEIGHT, LEFT, BOTTOM = 560.0, 220.0, 44.0, 28.0
"""Of the drawing, in its own units, and of the margins that the scales stand in."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of the drawing and what it stands for."""

    x: float
    y: float
    on: date
    said: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`steps` are the lines of the scale with their values; `unit` is % where every point is a share."""

    dots: tuple[Dot, ...]
    steps: tuple[tuple[float, str], ...]
    unit: str

    @property
    def line(self) -> str:
        """The points of an SVG polyline."""
        return " ".join(f"{dot.x:.1f},{dot.y:.1f}" for dot in self.dots)


def chart(points: Sequence[Point]) -> Chart | None:
    """The points that are numbers, by day; none where fewer than two are. Shares are compared as per cent."""
    counted = sorted((point for point in points if point.number is not None), key=lambda point: point.measured_on)
    if len(counted) < 2:
        return None
    shares = all(point.out_of for point in counted)
    values = [(point.number or 0.0) / (point.out_of or 1) * (100 if shares else 1) for point in counted]
    top = 100.0 if shares and max(values) <= 100 else _round_up(max(values))
    first, last = counted[0].measured_on, counted[-1].measured_on
    days = max((last - first).days, 1)

    def across(on: date) -> float:
        return LEFT + (on - first).days / days * (WIDTH - LEFT - 12)

    def up(value: float) -> float:
        return 8 + (1 - value / top) * (HEIGHT - BOTTOM - 8)

    placed = zip(counted, values, strict=True)
    dots = (Dot(across(item.measured_on), up(value), item.measured_on, item.text) for item, value in placed)
    unit = "%" if shares else ""
    steps = tuple((up(top * part / 4), f"{top * part / 4:g}{unit}") for part in range(5))
    return Chart(tuple(dots), steps, unit)


def _round_up(value: float) -> float:
    """The next of 4, 8, 20, 40, 80, 200, ..., which four steps divide well; negative values stand at the foot."""
    step, factors = 4.0, cycle((2, 2.5, 2))
    while step < value:
        step *= next(factors)
    return step
