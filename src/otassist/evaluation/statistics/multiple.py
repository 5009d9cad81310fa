"""Several claims at once: the more are tested, the stronger each must be."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def holm(p: ArrayLike) -> NDArray[np.float64]:
    """P-values adjusted over the last axis (Holm 1979): below alpha, at most alpha of families err."""
    values = np.asarray(p, dtype=np.float64)
    if ((values < 0) | (values > 1) | np.isnan(values)).any():
        raise ValueError("A p-value lies outside 0 to 1; leave out what could not be tested.")
    order = np.argsort(values, axis=-1, kind="stable")
    weights = np.arange(values.shape[-1], 0, -1)
    stepped = np.maximum.accumulate(np.take_along_axis(values, order, axis=-1) * weights, axis=-1)
    adjusted = np.empty_like(values)
    np.put_along_axis(adjusted, order, np.minimum(stepped, 1.0), axis=-1)
    return adjusted
