"""Recall, nDCG and MRR of a search, computed by `ir-measures`, which is what the field compares by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ..cases import Task
from .answered import Answered
from .metric import Kind, Measured

_MEASURES = {"recall@5": "R(rel=2)@5", "ndcg@10": "nDCG@10", "mrr@10": "RR(rel=1)@10"}
COLUMNS = {"": "results", " (filters)": "filtered", " (words)": "words", " (meaning)": "meaning"}
"""How a metric's name ends -> where a search's answer has that ranking."""


@dataclass(frozen=True, slots=True)
class Retrieval:
    """One measure of one ranking; recall counts the highly relevant passages, the others grade them."""

    measure_name: str
    column: str = ""
    tasks: ClassVar[frozenset[Task]] = frozenset({"search"})

    @property
    def name(self) -> str:
        return self.measure_name + self.column

    @property
    def kind(self) -> Kind:
        return "core" if self.name == "ndcg@10" else "other"

    def measure(self, answered: Answered) -> Measured:
        ranked = answered.draft.get(COLUMNS[self.column])
        if ranked is None or not answered.case.relevant:
            return Measured(None, "Nothing is judged relevant, or this ranking was not made.")
        value = measured(self.measure_name, answered.case.relevant, [item["id"] for item in ranked])
        return Measured(value, f"{len(ranked)} found, {len(answered.case.relevant)} judged relevant.")


def measured(name: str, relevant: Mapping[str, int], ranked: Sequence[str]) -> float:
    """A measure of one ranking, best first, 0 to 1."""
    import ir_measures

    measure: Any = ir_measures.parse_measure(_MEASURES[name])
    run = {"q": {passage: float(len(ranked) - place) for place, passage in enumerate(ranked)}}
    if not ranked:
        return 0.0
    return float(ir_measures.calc_aggregate([measure], {"q": dict(relevant)}, run)[measure])


def all_retrieval() -> tuple[Retrieval, ...]:
    """Every measure of every ranking."""
    return tuple(Retrieval(name, column) for column in COLUMNS for name in _MEASURES)
