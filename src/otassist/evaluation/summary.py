"""What a run comes to: the mean of every metric on each split, time, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .costs import Costs, costs
from .measuring import Row
from .selecting import faults_of


@dataclass
class Mean:
    """A metric's values on one split; rows without a value do not count."""

    total: float = 0.0
    n: int = 0

    @property
    def value(self) -> float | None:
        return self.total / self.n if self.n else None


@dataclass
class Summary:
    """Metric -> split -> mean; the faults of the dev split, and how many the held-out one has."""

    means: dict[str, dict[str, Mean]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)
    held_out_faults: int = 0
    seconds: list[float] = field(default_factory=list)
    counted: list[Mapping[str, Any]] = field(default_factory=list)

    @property
    def costs(self) -> Costs:
        return costs(self.seconds, self.counted)


def summary(rows: Iterable[Row]) -> Summary:
    """The means of a run. Drafts of held-out cases are never told, nor reasons, which quote them."""
    found = Summary()
    for row in rows:
        if row["error"]:
            found.errors.append(f"{row['case']}: {row['error']['message']}")
            continue
        found.seconds.append(row["seconds"])
        found.counted.append(row.get("cost") or {})
        _add(found, row)
        faults = faults_of(row)
        if row["split"] == "held_out":
            found.held_out_faults += bool(faults)
        else:
            found.faults += [(row["case"], fault) for fault in faults]
    return found


def _add(found: Summary, row: Row) -> None:
    for name, measured in row["metrics"].items():
        mean = found.means.setdefault(name, {}).setdefault(row["split"], Mean())
        if measured["value"] is not None:
            mean.total, mean.n = mean.total + measured["value"], mean.n + 1


SPLITS = ("dev", "held_out")


def table(found: Summary) -> tuple[Sequence[str], list[tuple[str, ...]]]:
    """Heads and rows of the table of means."""
    rows = [
        (name, *(cell for split in SPLITS for cell in _cells(splits.get(split))))
        for name, splits in found.means.items()
    ]
    return ("metric", "dev", "n", "held out", "n"), rows


def _cells(mean: Mean | None) -> tuple[str, str]:
    return (f"{mean.value:.4f}", str(mean.n)) if mean and mean.value is not None else ("-", "0")


def as_json(found: Summary) -> dict[str, object]:
    """The same for `--json`."""
    means = {
        name: {split: {"mean": mean.value, "n": mean.n} for split, mean in splits.items()}
        for name, splits in found.means.items()
    }
    return {"metrics": means, "errors": found.errors, "cost": found.costs.as_json()}


def cost_line(found: Summary) -> str:
    """Time, and what a model took, in one line."""
    cost = found.costs
    told = f"{cost.drafts} answers; half of them within {cost.p50 or 0:.3g} s, 95 % within {cost.p95 or 0:.3g} s"
    if not cost.calls:
        return f"{told}; no model was called."
    server = f", {cost.tokens_in:,} and {cost.tokens_out:,} by the server" if cost.tokens_in is not None else ""
    tokens = f"about {cost.tokens_in_estimate:,} tokens in and {cost.tokens_out_estimate:,} out{server}"
    dollars = f", {cost.dollars:.2f} dollars" if cost.dollars is not None else ""
    return f"{told}; {cost.calls:,} calls, {cost.revisions:,} revisions, {tokens}{dollars}."
