"""Passages to search in tests, and an embedder that counts words: quick, exact, and it tells what it was given."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import numpy as np

from otassist.domain import Area, GradeBand, Passage, PassageKind
from otassist.embedding import Vectors
from otassist.retrieval.words import terms


class CountingEmbedder:
    """A text is the sum of a fixed random direction for each of its terms; `seen` holds every text embedded."""

    dimensions = 32

    def __init__(self, name: str = "counting-1") -> None:
        self.name = name
        self.seen: list[str] = []

    def load(self) -> None: ...

    def __call__(self, texts: Sequence[str]) -> Vectors:
        self.seen += texts
        return np.stack([self._vector(text) for text in texts]) if texts else np.empty((0, 32), np.float32)

    def _vector(self, text: str) -> Vectors:
        total = sum((self._direction(term) for term in terms(text)), start=self._direction("") * 1e-3)
        unit: Vectors = (total / np.linalg.norm(total)).astype(np.float32)
        return unit

    def _direction(self, term: str) -> Vectors:
        seed = int.from_bytes(sha256(f"{self.name}{term}".encode()).digest()[:8])
        drawn: Vectors = np.random.default_rng(seed).normal(size=self.dimensions)
        return drawn


def passage(
    name: str,
    text: str,
    kind: PassageKind = "goal",
    areas: tuple[Area, ...] = ("self_care",),
    bands: tuple[GradeBand, ...] = ("K-2",),
) -> Passage:
    return Passage(name, kind, text, text, areas, bands, "test")


ZIPPER = passage("zip-k", "The student will zip a coat at the hook before recess.")
ZIPPER_PREK = passage("zip-prek", "The student will zip a coat with a ring on the tab.", bands=("PreK",))
BOARD = passage("board", "Copies a sentence from the board.", areas=("visual_motor",), bands=("3-5",))
LUNCH = passage("lunch", "Opens a milk carton at lunch in the cafeteria.")
BUS = passage("bus", "Rides the city bus to a job.", areas=("transition",), bands=("18-21",))
DATA = passage("data", "Collect data on transitions with a tally card.", "practice", (), ("PreK", "K-2", "3-5"))
LOUD = passage("loud", "Headphones in a loud cafeteria.", "practice", ("sensory_regulation",), ("K-2", "3-5"))
PASSAGES = (ZIPPER, ZIPPER_PREK, BOARD, LUNCH, BUS, DATA, LOUD)
