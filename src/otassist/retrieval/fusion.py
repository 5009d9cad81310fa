"""Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): rankings that cannot be compared by score become one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=int | str)

K = 60
"""The paper's constant: how little the first place is worth more than the second."""


def fused(rankings: Sequence[Iterable[Item]]) -> list[tuple[Item, float]]:
    """Items best first with their share of the best possible score, 0 to 1; ties in the order of the items."""
    totals: dict[Item, float] = {}
    for ranking in rankings:
        for rank, item in enumerate(ranking, 1):
            totals[item] = totals.get(item, 0.0) + 1 / (K + rank)
    best = len(rankings) / (K + 1)
    return sorted(((item, total / best) for item, total in totals.items()), key=lambda pair: (-pair[1], pair[0]))
