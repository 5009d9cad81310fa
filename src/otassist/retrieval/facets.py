"""By what a search can be narrowed, laid out once so that narrowing 5,000 passages takes microseconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from ..domain import GRADE_BANDS, Area, GradeBand, Passage, PassageKind
from ..language.grades import distance

Chosen = NDArray[np.bool_]
"""For each passage whether a filter lets it through."""


class Facets:
    """Kind, area and grade band of each passage, in order. A passage without an area or band holds for all."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._kinds = {kind: _marked(passage.kind == kind for passage in passages) for kind in get_args(PassageKind)}
        self._areas = {
            area: _marked(not passage.areas or area in passage.areas for passage in passages) for area in get_args(Area)
        }
        self._away = {
            band: np.array([distance(band, passage.grade_bands) for passage in passages], dtype=np.int8)
            for band in GRADE_BANDS
        }
        self._all = np.ones(len(passages), dtype=np.bool_)

    def of(self, kind: PassageKind | None, area: Area | None) -> Chosen:
        chosen = self._all.copy()
        if kind:
            chosen &= self._kinds[kind]
        if area:
            chosen &= self._areas[area]
        return chosen

    def widening(self, chosen: Chosen, band: GradeBand | None) -> Iterator[Chosen]:
        """The band's own passages, then those one band away, and so on; all at once when no band is asked for."""
        if band is None:
            yield chosen
            return
        for far in np.unique(self._away[band][chosen]):
            yield chosen & (self._away[band] == far)


def _marked(flags: Iterator[bool]) -> Chosen:
    return np.fromiter(flags, dtype=np.bool_)
