"""What a run comes to: the mean of every metric on each split, time, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

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

    def latency(self, share: float) -> float | None:
        """Seconds within which that share of the answers came."""
        ranked = sorted(self.seconds)
        return ranked[min(len(ranked) - 1, int(share * len(ranked)))] if ranked else None


def summary(rows: Iterable[Row]) -> Summary:
    """The means of a run. Drafts of held-out cases are never told, nor reasons, which quote them."""
    found = Summary()
    for row in rows:
        if row["error"]:
            found.errors.append(f"{row['case']}: {row['error']['message']}")
            continue
        found.seconds.append(row["seconds"])
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
    seconds = {"p50": found.latency(0.5), "p95": found.latency(0.95)}
    return {"metrics": means, "errors": found.errors, "seconds": seconds}
