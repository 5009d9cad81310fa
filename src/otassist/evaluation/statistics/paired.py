"""The mean of paired differences, with a standard error that respects who the cases belong to."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import stdtr, stdtrit

Floats = NDArray[np.float64]
_ROUNDING = 1e-12
"""A standard error below this is 0 but for the last bits of floating-point arithmetic."""


@dataclass(frozen=True, slots=True)
class Paired:
    """Means of `new - base` with one-sided bounds; each array has the leading axes of what was given.

    `low` and `high` are each a one-sided bound at the confidence asked for (both together are a 90 % interval
    at .95). `worse` is the one-sided p-value of "the new run is no worse".
    """

    mean: Floats
    se: Floats
    low: Floats
    high: Floats
    worse: Floats
    cases: int
    clusters: int


def paired(
    differences: ArrayLike, clusters: Sequence[Hashable], confidence: float = 0.95, lowest: float = -1.0
) -> Paired:
    """Mean difference over the last axis; `clusters` names the student of each case.

    Variance is C/(C-1) * sum over clusters of (sum of residuals)^2 / n^2. Where every case differs by the same
    amount the sample has no variance to estimate with; then the bounds are those of the cases not seen: a share of
    1 - alpha^(1/C) of students could still be at the far end of the scale (the rule of three;
    the scale runs from `lowest` to 1).
    Raises ValueError for no case, for unequal lengths and for values that are not finite.
    """
    values = np.asarray(differences, dtype=np.float64)
    names = _positions(clusters)
    if not names.size or values.ndim == 0 or values.shape[-1] != names.size:
        raise ValueError(f"{values.shape!r} differences do not fit {names.size} clusters; give one for each case.")
    if not np.isfinite(values).all():
        raise ValueError("A difference is not finite; report the case as broken instead of averaging it.")
    count = int(names.max()) + 1
    mean = values.mean(axis=-1)
    se = _standard_error(values - mean[..., None], names, count)
    alpha = 1.0 - confidence
    if count > 1:
        margin = stdtrit(count - 1, confidence) * se
        with np.errstate(divide="ignore", invalid="ignore"):
            worse = stdtr(count - 1, mean / se)
    else:
        margin, worse = np.zeros_like(mean), np.ones_like(mean)
    unseen = 1.0 - alpha ** (1.0 / count)
    flat = se < _ROUNDING
    return Paired(
        mean=mean,
        se=se,
        low=np.where(flat, mean - unseen * (mean - lowest), mean - margin),
        high=np.where(flat, mean + unseen * np.maximum(1.0 - mean, 0.0), mean + margin),
        worse=np.where(flat, _worse_when_flat(mean, count), worse),
        cases=names.size,
        clusters=count,
    )


def _worse_when_flat(mean: Floats, count: int) -> Floats:
    """All differ by `mean` < 0: a true mean of 0 needs 1/(1 - mean) of the students there, all of them drawn."""
    return np.asarray((1.0 / (1.0 - np.minimum(mean, 0.0))) ** count)


def _standard_error(residuals: Floats, names: NDArray[np.intp], count: int) -> Floats:
    sums = residuals @ _membership(names, count)
    correction = count / (count - 1) if count > 1 else 0.0
    return np.asarray(np.sqrt(correction * (sums**2).sum(axis=-1)) / names.size)


def _positions(clusters: Sequence[Hashable]) -> NDArray[np.intp]:
    """Each cluster's name as a number from 0, in the order of first appearance."""
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in clusters], dtype=np.intp)


def _membership(names: NDArray[np.intp], count: int) -> Floats:
    """Cases by clusters: 1 where the case belongs to the cluster."""
    table = np.zeros((names.size, count))
    table[np.arange(names.size), names] = 1.0
    return table
