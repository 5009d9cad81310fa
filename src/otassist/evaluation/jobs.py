"""A case to answer, and what the product answered: what runners hand around and the cache keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from .cases import Case
from .record import Kept, Rankings


@dataclass(frozen=True, slots=True)
class Output:
    """What the product answered, in how many seconds, from which passages and at what cost: what the cache keeps."""

    draft: Mapping[str, Any]
    seconds: float
    found: Rankings = field(default_factory=dict)
    cost: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Job:
    """A case to answer and measure once; with an output only to measure, with `frozen` without a search."""

    case: Case
    repeat: int = 0
    output: Output | None = None
    frozen: Rankings | None = None


class Keeper(Protocol):
    """Keeps answers, and the model's calls behind them."""

    @property
    def calls(self) -> Kept | None: ...

    @property
    def sealed(self) -> bool: ...

    def keep(self, job: Job) -> None: ...


class _Forgetful:
    calls: None = None
    sealed = False

    def keep(self, job: Job) -> None:
        pass


FORGETFUL = _Forgetful()
