"""Seeds defects into the product's own good drafts and counts what the metrics catch.

A defect is caught when a metric is worse than for the whole draft; no text is ever compared with another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..errors import JobError
from .cases import Case
from .jobs import Output
from .measuring import Row, measured
from .metrics import all_metrics
from .product import Product
from .seeding import goal_defects, note_defects

ENOUGH, ENOUGH_OF_A_KIND = 0.95, 0.9
_NOTHING = 1e-9
HARMLESS = "harmless"
"""Not a defect: a check on the check."""


@dataclass(frozen=True)
class Seeded:
    """A case's answer with one defect in it."""

    kind: str
    case: Case
    draft: Mapping[str, Any]


@dataclass
class Tally:
    """Kind -> how many were caught of how many; what was missed."""

    caught: dict[str, list[bool]] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    alarms: list[bool] = field(default_factory=list)
    """For each harmless change of words whether it was taken for a defect."""

    @property
    def kill_rate(self) -> float:
        every = [hit for hits in self.caught.values() for hit in hits]
        return sum(every) / len(every) if every else 0.0

    @property
    def is_good(self) -> bool:
        return self.kill_rate >= ENOUGH and all(_rate(hits) >= ENOUGH_OF_A_KIND for hits in self.caught.values())

    def as_json(self) -> dict[str, Any]:
        kinds = {kind: {"kill_rate": _rate(hits), "n": len(hits)} for kind, hits in sorted(self.caught.items())}
        return {
            "kill_rate": self.kill_rate,
            "kinds": kinds,
            "harmless": {"alarms": sum(self.alarms), "n": len(self.alarms)},
        }

    def table(self) -> list[tuple[str, str, str]]:
        rows = [(kind, f"{_rate(hits):.1%}", str(len(hits))) for kind, hits in sorted(self.caught.items())]
        harmless = (
            "(harmless, taken for one)",
            f"{sum(self.alarms) / max(1, len(self.alarms)):.1%}",
            str(len(self.alarms)),
        )
        return [*rows, harmless, ("all", f"{self.kill_rate:.1%}", str(sum(map(len, self.caught.values()))))]


def _rate(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits)


def selfcheck(cases: Sequence[Case], product: Product, most: int) -> Tally:
    """At most `most` defects of each kind, one a case; whole drafts that are not good themselves are left out.

    Raises JobError for a broken case.
    """
    for case in cases:
        if case.problem:
            raise JobError(f"{case.id}: {case.problem}", "Mend the line, or see 'otassist eval cases'.")
    tally = Tally()
    whole = _Whole(product)
    for seeded in _all_seeded(cases, whole, tally, most):
        hit = is_worse(whole.metrics(seeded.case), whole.measure(seeded.case, seeded.draft))
        if seeded.kind == HARMLESS:
            tally.alarms.append(hit)
            continue
        tally.caught.setdefault(seeded.kind, []).append(hit)
        if not hit:
            tally.missed.append(f"{seeded.kind}  {seeded.case.id}  {_shown(seeded)}")
    return tally


def is_worse(before: Row, after: Row) -> bool:
    """Whether any metric lost; one that cannot be measured any more has."""
    for name, was in before.items():
        value, now = was["value"], after[name]["value"]
        if value is None:
            continue
        lost = None if now is None else (now - value if was["kind"] == "safety" else value - now)
        if lost is None or lost > _NOTHING:
            return True
    return False


def _shown(seeded: Seeded) -> str:
    if seeded.case.split == "held_out":
        return "(held out)"
    return " ".join(seeded.draft["drafts"][0]["text"].split()) if seeded.draft.get("drafts") else ""


class _Whole:
    """The product's own answers, each made and measured once."""

    def __init__(self, product: Product) -> None:
        self._product = product
        self._answers: dict[str, Mapping[str, Any]] = {}
        self._metrics: dict[str, Row] = {}

    def answer(self, case: Case) -> Mapping[str, Any]:
        if case.id not in self._answers:
            self._answers[case.id] = self._product.answer(case)
        return self._answers[case.id]

    def metrics(self, case: Case) -> Row:
        if case.id not in self._metrics:
            self._metrics[case.id] = self.measure(case, self.answer(case))
        return self._metrics[case.id]

    def is_good(self, case: Case) -> bool:
        """Whether nothing is wrong with it yet: in a bad draft a defect proves nothing."""
        measured_values = [item for item in self.metrics(case).values() if item["value"] is not None]
        return all(
            item["value"] == (0 if item["kind"] == "safety" else 1)
            for item in measured_values
            if item["kind"] != "other"
        )

    def measure(self, case: Case, draft: Mapping[str, Any]) -> Row:
        return measured(case, Output(draft, 0.0), self._product, all_metrics())


def _all_seeded(cases: Sequence[Case], whole: _Whole, tally: Tally, most: int) -> Iterator[Seeded]:
    def wanted(kind: str) -> bool:
        return len(tally.caught.get(kind, ())) < most

    goals = [case for case in cases if case.task == "goal"]
    yield from _of_goals(goals, whole, wanted)
    yield from _of_notes([case for case in cases if case.task == "note"], whole, wanted, tally, most)
    yield from _of_searches([case for case in cases if case.task == "search"], whole, wanted)


def _of_goals(cases: Sequence[Case], whole: _Whole, wanted: Any) -> Iterator[Seeded]:
    previous: Mapping[str, Any] | None = None
    for case in cases:
        answer = whole.answer(case)
        first = next((item for item in answer["drafts"] if item["type"] != "accommodations"), None)
        if case.expect_refusal:
            if previous and not answer["drafts"] and wanted("goal_not_withheld"):
                yield Seeded("goal_not_withheld", case, {**answer, "drafts": [previous]})
            continue
        if wanted("goal_withheld") and answer["drafts"]:
            yield Seeded("goal_withheld", case, {**answer, "drafts": []})
        if first is None or not whole.is_good(case):
            continue
        around = goal_defects.Around(case, previous)
        for kind, spoil in goal_defects.KINDS.items():
            spoilt = spoil(first, around) if wanted(kind) else None
            if spoilt:
                yield Seeded(kind, case, {**answer, "drafts": [spoilt]})
        previous = first


def _of_notes(cases: Sequence[Case], whole: _Whole, wanted: Any, tally: Tally, most: int) -> Iterator[Seeded]:
    for case in _spread(cases):
        kinds = [kind for kind in note_defects.KINDS if wanted(kind)]
        if not kinds:
            return
        answer = whole.answer(case)
        if len(answer["drafts"]) != 1 or not whole.is_good(case):
            continue
        statements = {item["id"]: item["text"] for item in answer["observation"]["statements"]}
        changed = note_defects.harmless(answer["drafts"][0])
        if changed and len(tally.alarms) < most:
            yield Seeded(HARMLESS, case, {**answer, "drafts": [changed]})
        for kind in kinds:
            spoilt = note_defects.KINDS[kind](answer["drafts"][0], case, statements)
            if spoilt:
                yield Seeded(kind, case, {**answer, "drafts": [spoilt]})


def _spread(cases: Sequence[Case]) -> Sequence[Case]:
    """From all files alike, not the first file first."""
    return sorted(cases, key=lambda case: case.id[::-1])


def _of_searches(cases: Sequence[Case], whole: _Whole, wanted: Any) -> Iterator[Seeded]:
    for case in cases:
        results = whole.answer(case)["results"]
        relevant = [item for item in results if case.relevant.get(item["id"])]
        if relevant and len(relevant) < len(results) and wanted("search_buried"):
            others = [item for item in results if not case.relevant.get(item["id"])]
            if [*others, *relevant] != results:
                yield Seeded("search_buried", case, {**whole.answer(case), "results": [*others, *relevant]})
        if relevant and wanted("search_lost"):
            kept = [item for item in results if item is not relevant[0]]
            yield Seeded("search_lost", case, {**whole.answer(case), "results": kept})
