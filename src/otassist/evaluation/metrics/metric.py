"""What a metric is: a name, a kind, the tasks it is for, and a value with its reason for each answer."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, Protocol

from ..cases import Task
from .answered import Answered

Kind = Literal["safety", "core", "other"]
DRAFTS: frozenset[Task] = frozenset({"note", "consult", "goal"})
NOTES: frozenset[Task] = frozenset({"note", "consult"})
GOALS: frozenset[Task] = frozenset({"goal"})


@dataclass(frozen=True, slots=True)
class Measured:
    """1 is good, 0 bad; a safety metric counts faults, 0 is good. `None` where nothing can be said."""

    value: float | None
    reason: str


class Metric(Protocol):
    """Measures one answer. It may raise: the case is then broken, and never scored."""

    @property
    def name(self) -> str: ...

    @property
    def kind(self) -> Kind: ...

    @property
    def tasks(self) -> frozenset[Task]: ...

    def measure(self, answered: Answered) -> Measured: ...


@cache
def settings(name: str) -> dict[str, Any]:
    """A table of data/metrics.toml."""
    text = (files("otassist.evaluation") / "data" / "metrics.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text)[name])


def share(good: int, of: int, what: str, faults: list[str]) -> Measured:
    """`good` of `of`; nothing to measure where there are none."""
    if not of:
        return Measured(None, f"There are no {what}.")
    return Measured(good / of, f"{good} of {of} {what}" + (": " + "; ".join(faults) if faults else "."))
