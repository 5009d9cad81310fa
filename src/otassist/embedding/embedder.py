"""What anything that embeds texts has to offer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Rows of unit length: shape (texts, dimensions)."""


class Embedder(Protocol):
    """Texts to vectors. Two embedders with the same `name` give the same vectors."""

    @property
    def name(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    def __call__(self, texts: Sequence[str]) -> Vectors: ...
