"""What a run took: time, calls of the model, tokens by our estimate and by its server's count, and dollars."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

_COUNTED = ("calls", "revisions", "stand_ins")
_TOKENS = ("tokens_in_estimate", "tokens_out_estimate", "tokens_in", "tokens_out")


@dataclass(frozen=True, slots=True)
class Costs:
    """Of the drafts of a run; `p50` and `p95` are seconds a draft. What was not measured is None.

    `calls` are those the drafts rest on, also when they were replayed from the disk. `tokens_*_estimate` are counted
    here with a packaged encoding, `tokens_in` and `tokens_out` by the server, where it counted every call. `stand_ins`
    are drafts of the composer's in place of a model's that could not be used.
    """

    drafts: int
    p50: float | None
    p95: float | None
    seconds: float | None
    calls: int = 0
    revisions: int = 0
    stand_ins: int = 0
    tokens_in_estimate: int | None = None
    tokens_out_estimate: int | None = None
    tokens_in: int | None = None
    tokens_out: int | None = None
    dollars: float | None = None

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def costs(seconds: Iterable[float | None], counted: Iterable[Mapping[str, Any]]) -> Costs:
    """The sums over drafts: each one's seconds, and what is under `cost` in its line."""
    took = [value for value in seconds if value is not None]
    every = list(counted)
    called = [cost for cost in every if cost.get("calls")]
    sums: dict[str, Any] = {name: int(sum(cost.get(name) or 0 for cost in every)) for name in _COUNTED}
    for name in (*_TOKENS, "dollars"):
        values = [cost.get(name) for cost in called]
        known = sum(value for value in values if value is not None) if values and None not in values else None
        sums[name] = int(known) if known is not None and name in _TOKENS else known
    return Costs(
        drafts=len(every),
        p50=_quantile(took, 0.5),
        p95=_quantile(took, 0.95),
        seconds=sum(took) if took else None,
        **sums,
    )


def _quantile(values: list[float], share: float) -> float | None:
    return round(float(np.quantile(values, share)), 4) if values else None
