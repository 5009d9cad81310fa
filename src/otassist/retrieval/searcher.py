"""The search: by words and by meaning at once, narrowed by kind, area and grade."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..domain import Area, Evidence, Passage, PassageKind
from ..embedding import Embedder
from ..errors import EmptyJot, JotTooLong
from ..language.grades import band_of
from .facets import Chosen, Facets
from .fusion import fused
from .lexical import WordIndex
from .vectors import Hit, VectorIndex
from .words import spelt_out

LONGEST_QUERY = 20_000
"""Characters; a whole jot fits."""

DEPTH = 100
"""Places of each ranking that count."""

FEW = 1_500
"""Passages a filter may leave for the index to be asked about just these."""

NEAREST = 500
"""Neighbours fetched before a filter that leaves more than that."""

ENOUGH = 10
"""Neighbours a filter has to leave of those, or what is asked for, lest more be fetched."""

Scores = NDArray[np.float32]
Ways = Literal["both", "words", "meaning"]
_RANKINGS = {"both": slice(None), "words": slice(1), "meaning": slice(1, None)}


class Searcher:
    """Searches one corpus; one instance serves many threads. Without `near` and `embed` it goes by words alone."""

    def __init__(
        self, passages: Sequence[Passage], near: VectorIndex | None = None, embed: Embedder | None = None
    ) -> None:
        self.passages = tuple(passages)
        self._near, self._embed = near, embed
        self._words = WordIndex([passage.searched for passage in passages])
        self._facets = Facets(passages)
        self._ids = [passage.id for passage in passages]
        self._rows = {name: row for row, name in enumerate(self._ids)}

    def search(
        self,
        query: str,
        *,
        k: int = 5,
        kind: PassageKind | None = None,
        area: Area | None = None,
        grade: str | None = None,
        by: Ways = "both",
    ) -> tuple[Evidence, ...]:
        """At most `k` passages, best first, each with a score from 0 to 1.

        `grade` is a word of the contract (`PreK`, `K`, `3`, `18-21`); one that is none does not filter. When its
        band has fewer than `k`, the nearest bands follow. A passage without an area or band holds for all.
        `by` leaves one of the two rankings out, to compare them.
        Raises EmptyJot for a query without a word and JotTooLong beyond 20,000 characters.
        """
        _refuse_unsearchable(query)
        asked = spelt_out(query)
        words = self._words.scores(asked)
        vector = self._embed([asked])[0] if self._embed and self._near is not None else None
        found: list[tuple[int, float]] = []
        for chosen in self._facets.widening(self._facets.of(kind, area), band_of(grade) if grade else None):
            if len(found) < k:
                found += fused(self._rankings(words, vector, chosen, k)[_RANKINGS[by]])
        return tuple(Evidence(self.passages[row], round(score, 4)) for row, score in found[:k])

    def _rankings(self, words: Scores, vector: Scores | None, chosen: Chosen, k: int) -> list[list[int]]:
        """The chosen rows, best first: by words, and by meaning where there is an index of it."""
        depth = max(DEPTH, k)
        order = np.argsort(-words, kind="stable")
        said = order[chosen[order] & (words[order] > 0)][:depth]
        rankings: list[list[int]] = [said.tolist()]
        if vector is not None and self._near is not None:
            rankings.append(self._nearest(self._near, vector, chosen, k))
        return rankings

    def _nearest(self, near: VectorIndex, vector: Scores, chosen: Chosen, k: int) -> list[int]:
        passing, depth = int(chosen.sum()), max(DEPTH, k)
        if not passing:
            return []
        if passing == len(self.passages):
            return self._hits(near.query(vector, depth))
        if passing <= FEW:
            return self._hits(near.query(vector, depth, [self._ids[row] for row in np.flatnonzero(chosen)]))
        count = max(NEAREST, 2 * k)
        while True:
            kept = [row for row in self._hits(near.query(vector, count)) if chosen[row]]
            if len(kept) >= max(ENOUGH, k) or count >= len(self.passages):
                return kept[:depth]
            count *= 4

    def _hits(self, hits: Sequence[Hit]) -> list[int]:
        return [self._rows[hit.id] for hit in hits]


def _refuse_unsearchable(query: str) -> None:
    if len(query) > LONGEST_QUERY:
        raise JotTooLong(f"The query has {len(query):,} characters.", f"Search with at most {LONGEST_QUERY:,}.")
    if not any(char.isalnum() for char in query):
        raise EmptyJot("There is no word in the query.", "Say what to search for, such as: zipper goal.")
