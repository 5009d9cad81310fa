"""The search: by words and by meaning at once, narrowed by kind, area and grade."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..domain import Area, Evidence, Passage, PassageKind
from ..embedding import Embedder
from ..errors import EmptyJot, JotTooLong
from .facets import Chosen, Facets
from .fusion import fused
from .grades import band_of
from .lexical import WordIndex
from .vectors import VectorIndex
from .words import spelt_out

LONGEST_QUERY = 20_000
"""Characters; a whole jot fits."""

NEAREST = 500
"""Neighbours fetched before any filter: filtering them here is 25 times faster than in Chroma."""

DEPTH = 100
"""Places of each ranking that count."""

ENOUGH = 20
"""Neighbours left by a filter, or twice what is asked for, below which more are fetched."""

Scores = NDArray[np.float32]


class Searcher:
    """Searches one corpus; one instance serves many threads. Without `near` and `embed` it goes by words alone."""

    def __init__(
        self, passages: Sequence[Passage], near: VectorIndex | None = None, embed: Embedder | None = None
    ) -> None:
        self.passages = tuple(passages)
        self._near, self._embed = near, embed
        self._words = WordIndex([passage.searched for passage in passages])
        self._facets = Facets(passages)
        self._rows = {passage.id: row for row, passage in enumerate(passages)}

    def search(
        self,
        query: str,
        *,
        k: int = 5,
        kind: PassageKind | None = None,
        area: Area | None = None,
        grade: str | None = None,
    ) -> tuple[Evidence, ...]:
        """At most `k` passages, best first, each with a score from 0 to 1.

        `grade` is a word of the contract (`PreK`, `K`, `3`, `18-21`); one that is none does not filter. When its
        band has fewer than `k`, the nearest bands follow. A passage without an area or band holds for all.
        Raises EmptyJot for a query without a word and JotTooLong beyond 20,000 characters.
        """
        _refuse_unsearchable(query)
        asked = spelt_out(query)
        words = self._words.scores(asked)
        vector = self._embed([asked])[0] if self._embed and self._near else None
        found: list[tuple[int, float]] = []
        for chosen in self._facets.widening(self._facets.of(kind, area), band_of(grade) if grade else None):
            if len(found) < k:
                found += fused(self._rankings(words, vector, chosen, k))
        return tuple(Evidence(self.passages[row], round(score, 4)) for row, score in found[:k])

    def _rankings(self, words: Scores, vector: Scores | None, chosen: Chosen, k: int) -> list[list[int]]:
        """The chosen rows, best first: by words, and by meaning where there is an index of it."""
        depth = max(DEPTH, k)
        order = np.argsort(-words, kind="stable")
        said = order[chosen[order] & (words[order] > 0)][:depth]
        rankings: list[list[int]] = [said.tolist()]
        if vector is not None and self._near is not None:
            rankings.append(self._nearest(self._near, vector, chosen, k)[:depth])
        return rankings

    def _nearest(self, near: VectorIndex, vector: Scores, chosen: Chosen, k: int) -> list[int]:
        wanted, count = min(max(ENOUGH, 2 * k), int(chosen.sum())), max(NEAREST, 2 * k)
        while True:
            rows = [self._rows[hit.id] for hit in near.query(vector, count)]
            kept = [row for row in rows if chosen[row]]
            if len(kept) >= wanted or count >= len(self.passages):
                return kept
            count *= 4


def _refuse_unsearchable(query: str) -> None:
    if len(query) > LONGEST_QUERY:
        raise JotTooLong(f"The query has {len(query):,} characters.", f"Search with at most {LONGEST_QUERY:,}.")
    if not any(char.isalnum() for char in query):
        raise EmptyJot("There is no word in the query.", "Say what to search for, such as: zipper goal.")
