"""How near texts are to a query in meaning; each text is embedded once and held."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

import numpy as np

from .embedder import Embedder, Vectors


class Likeness:
    """Cosines of a query with short texts, such as the acts of goals. One instance serves many threads."""

    def __init__(self, embed: Embedder) -> None:
        self._embed, self._lock = embed, Lock()
        self._held: dict[str, Vectors] = {}

    def __call__(self, query: str, texts: Sequence[str]) -> list[float]:
        """One cosine for each text, -1 to 1."""
        with self._lock:
            missing = [text for text in dict.fromkeys(texts) if text not in self._held]
            *made, asked = self._embed([*missing, query])
            self._held |= zip(missing, made, strict=True)
            rows = [self._held[text] for text in texts]
        return [float(np.dot(row, asked)) for row in rows]
