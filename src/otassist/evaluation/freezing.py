"""Keeps what the search found for a draft, and gives it to another run: so that a changed search changes nothing.

`base` against `frozen` is then the drafting's doing, `frozen` against `new` the search's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..domain import Evidence, Passage
from ..errors import UsageError
from .record import Ranking, Rankings, current

Search = Callable[..., tuple[Evidence, ...]]


class Freezer:
    """Wraps the product's search; `passages` are those of the corpus in use."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = {passage.id: passage for passage in passages}

    def around(self, search: Search) -> Search:
        def found(query: str, **narrowing: Any) -> tuple[Evidence, ...]:
            record = current()
            if record is None:
                return search(query, **narrowing)
            asked = json.dumps([query, narrowing], sort_keys=True, default=str)
            if record.frozen is None:
                given = search(query, **narrowing)
            else:
                given = self._given(record.frozen, asked, narrowing)
            record.found[asked] = [(item.passage.id, item.score) for item in given]
            return given

        return found

    def _given(self, frozen: Rankings, asked: str, narrowing: Mapping[str, Any]) -> tuple[Evidence, ...]:
        """What was found for the very same question; for another one everything of that kind, in its best rank."""
        ranking = frozen[asked] if asked in frozen else self._of_kind(frozen, narrowing)
        return tuple(Evidence(self._passages[name], score) for name, score in ranking if name in self._passages)

    def _of_kind(self, frozen: Rankings, narrowing: Mapping[str, Any]) -> Ranking:
        best: dict[str, tuple[int, float]] = {}
        for ranking in frozen.values():
            for place, (name, score) in enumerate(ranking):
                if name in self._passages and narrowing.get("kind") in (None, self._passages[name].kind):
                    best[name] = min(best.get(name, (place, score)), (place, score))
        ordered = sorted(best, key=lambda name: (best[name][0], name))
        return [(name, best[name][1]) for name in ordered[: narrowing.get("k") or 5]]


def rankings_of(rows: Iterable[Mapping[str, Any]]) -> Mapping[tuple[str, int], Rankings]:
    """What each draft of a run rests on. Raises UsageError for a run that did not keep it."""
    held = {}
    for row in rows:
        if row["error"] is None and row["task"] != "search":
            if "found" not in row:
                raise UsageError("That run does not keep what its searches found.", "Make it again: otassist eval run.")
            held[row["case"], row["repeat"]] = row["found"]
    return held
