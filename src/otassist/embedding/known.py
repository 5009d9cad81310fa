"""Vectors made in advance: a laptop need not work out again what the project has worked out once.

`vectors.npz` holds, for each text of the sample corpus, the first 8 bytes of its SHA-256 (`digests`), its vector in
8 bits (`rows`) with one scale a row (`scales`), and the name of the model (`model`). `make vectors` renews it. A text
that is not in it, or a file of another model, costs time and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from .embedder import Vectors
from .minilm import MiniLM

VECTORS = "vectors.npz"


class Known:
    """An embedder that looks a text up before it reads it with the model."""

    def __init__(self, model: MiniLM, file: Path) -> None:
        self._model, self._file = model, file
        self.dimensions = model.dimensions
        self._recent: dict[str, Vectors] = {}

    @property
    def name(self) -> str:
        return self._model.name

    def load(self) -> None:
        """Reads the model now. Raises FileProblem when it cannot be used."""
        self._model.load()

    def knows(self, text: str) -> bool:
        """Whether the text has a vector already."""
        return digest(text) in self._places

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Shape (texts, 384), float32, each row of length 1."""
        places = [self._places.get(digest(text), -1) for text in texts]
        vectors = self._rows[places] if self._places else np.empty((len(texts), self.dimensions), dtype=np.float32)
        recent = self._recent
        unknown = dict.fromkeys(text for text, place in zip(texts, places, strict=True) if place < 0)
        new = [text for text in unknown if text not in recent]
        made = dict(zip(new, self._model(new), strict=True)) if new else {}
        for at, (text, place) in enumerate(zip(texts, places, strict=True)):
            if place < 0:
                vectors[at] = made[text] if text in made else recent[text]
        self._remember(made)
        return vectors

    def _remember(self, made: dict[str, Vectors]) -> None:
        """A draft asks for the same words several times: its search, its need, what it is like."""
        if len(self._recent) + len(made) > _RECENT:
            self._recent = {}
        self._recent = {**self._recent, **made} if len(made) <= _RECENT else {}

    @cached_property
    def _held(self) -> tuple[dict[int, int], Vectors]:
        try:
            with self._file.open("rb") as stream, np.load(stream, allow_pickle=False) as held:
                if str(held["model"]) != self.name:
                    return {}, np.empty((0, self.dimensions), dtype=np.float32)
                rows = held["rows"].astype(np.float32) * held["scales"][:, None]
                return {int(key): place for place, key in enumerate(held["digests"])}, unit(rows)
        except (OSError, ValueError, KeyError, EOFError, BadZipFile):
            return {}, np.empty((0, self.dimensions), dtype=np.float32)

    @property
    def _places(self) -> dict[int, int]:
        return self._held[0]

    @property
    def _rows(self) -> Vectors:
        return self._held[1]


def save(file: Path, model: MiniLM, texts: Sequence[str]) -> int:
    """Writes the vectors of the texts, once each; answers how many."""
    distinct = sorted(set(texts))
    vectors = model(distinct)
    scales = np.abs(vectors).max(axis=1) / _STEPS
    rows = np.round(vectors / scales[:, None]).astype(np.int8)
    digests = np.array([digest(text) for text in distinct], dtype=np.uint64)
    np.savez(file, model=model.name, digests=digests, rows=rows, scales=scales.astype(np.float32))
    return len(distinct)


_RECENT = 500
"""Texts remembered in memory; all are forgotten together."""

_STEPS = 127
"""Steps of 8 bits on either side of nought; the cosine with the exact vector stays above .9999."""


def unit(rows: NDArray[np.float32]) -> Vectors:
    """Each row at length 1."""
    long: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return long


def digest(text: str) -> int:
    """The key of a text."""
    return int.from_bytes(sha256(text.encode("utf-8", "surrogatepass")).digest()[:8], "big")
