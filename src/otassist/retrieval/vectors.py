"""What a vector index has to offer, whoever keeps the vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from ..embedding import Vectors


class Hit(NamedTuple):
    """A passage with its cosine to the query, -1 to 1."""

    id: str
    score: float


class VectorIndex(Protocol):
    """Ids with unit vectors, all made by the one model that `stamp` names."""

    @property
    def stamp(self) -> str: ...

    def __len__(self) -> int: ...

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Ids that are there get the new vector."""

    def remove(self, ids: Sequence[str]) -> None:
        """Ids that are not there are passed over."""

    def query(self, vector: Vectors, count: int, among: Sequence[str] | None = None) -> tuple[Hit, ...]:
        """The `count` nearest to one vector of shape (dimensions,), best first; all of them when there are fewer.

        With `among`, one to a few thousand ids that are there, only these are looked at.
        """
