"""Bounds that assume no distribution, as a check on t: whole students are drawn again, with their cases."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from .binary import Interval
from .paired import _membership, _positions

_SEED = 20150401
"""Fixed, so that the same two runs always give the same bounds."""


def cluster_bootstrap(
    differences: ArrayLike, clusters: Sequence[Hashable], confidence: float = 0.95, draws: int = 2000
) -> Interval:
    """One-sided percentile bounds of the mean difference; `low` and `high` each hold with `confidence`."""
    values, names = np.asarray(differences, dtype=np.float64), _positions(clusters)
    if values.ndim != 1 or not values.size or values.size != names.size or not np.isfinite(values).all():
        raise ValueError(f"{values.shape!r} differences do not fit {names.size} clusters; give one finite one a case.")
    count = int(names.max()) + 1
    members = _membership(names, count)
    drawn = np.random.default_rng(_SEED).multinomial(count, np.full(count, 1.0 / count), size=draws)
    means = (drawn @ (values @ members)) / (drawn @ members.sum(axis=0))
    low, high = np.quantile(means, [1.0 - confidence, confidence])
    return Interval(float(low), float(high))
