"""Exact tests and intervals for outcomes that are good or bad."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from scipy.special import bdtr, betaincinv, ndtri


@dataclass(frozen=True, slots=True)
class Interval:
    """Two bounds of the same quantity."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class McNemar:
    """Cases that turned good and cases that turned bad, with the exact two-sided p-value."""

    better: int
    worse: int
    p: float


def sign_test(better: int, worse: int) -> float:
    """Exact two-sided p-value of as many ups as downs; 1 where nothing changed."""
    if better < 0 or worse < 0:
        raise ValueError(f"{better!r} better and {worse!r} worse: counts cannot be negative.")
    return min(1.0, 2.0 * float(bdtr(min(better, worse), better + worse, 0.5)))


def mcnemar(base: Sequence[bool], new: Sequence[bool]) -> McNemar:
    """The exact McNemar test of paired outcomes. It takes the cases as independent: a check beside the clustered t."""
    pairs = list(zip(base, new, strict=True))
    better = sum(after and not before for before, after in pairs)
    worse = sum(before and not after for before, after in pairs)
    return McNemar(better, worse, sign_test(better, worse))


def wilson(good: int, n: int, confidence: float = 0.95) -> Interval:
    """Two-sided score interval of a rate (Wilson 1927); all of 0 to 1 where there is no case."""
    _counted(good, n)
    if n == 0:
        return Interval(0.0, 1.0)
    z = float(ndtri((1.0 + confidence) / 2.0))
    rate, square = good / n, z * z / n
    centre = (rate + square / 2.0) / (1.0 + square)
    half = z * sqrt(rate * (1.0 - rate) / n + square / (4.0 * n)) / (1.0 + square)
    return Interval(0.0 if good == 0 else centre - half, 1.0 if good == n else centre + half)


def clopper_pearson(bad: int, n: int, confidence: float = 0.95) -> Interval:
    """Two-sided exact interval of a rate (Clopper & Pearson 1934): never too short, hence for safety."""
    _counted(bad, n)
    tail = (1.0 - confidence) / 2.0
    low = 0.0 if bad == 0 else float(betaincinv(bad, n - bad + 1, tail))
    high = 1.0 if bad == n else float(betaincinv(bad + 1, n - bad, 1.0 - tail))
    return Interval(low, high)


def _counted(some: int, n: int) -> None:
    if not 0 <= some <= n:
        raise ValueError(f"{some!r} of {n!r} is no rate; count cases within the total.")
