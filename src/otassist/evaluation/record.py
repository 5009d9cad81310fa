"""What happens inside the product while it answers one case: passages found, calls of the model, time spent waiting.

The product knows nothing of it: searches and calls pass through wrappers, which write into the record of the case that
is being answered in their thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Protocol

from .turns import calling

Ranking = list[tuple[str, float]]
"""Ids of passages with their scores, best first."""
Rankings = Mapping[str, Ranking]
"""What was asked of the search -> what it found."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the model: seconds it took, tokens in and out by an estimate and by the server, how it failed.

    `failure` is the kind of failure, empty when it answered; `replayed` when it was not made again but taken from disk.
    """

    seconds: float
    estimate: tuple[int, int]
    server: tuple[int | None, int | None] = (None, None)
    dollars: float | None = None
    failure: str = ""
    told: str = ""
    replayed: bool = False


class Kept(Protocol):
    """Keeps JSON values on disk."""

    def get(self, key: str) -> Any: ...

    def put(self, key: str, value: Any) -> None: ...


@dataclass
class Record:
    """Of one case in one repeat. With `frozen` the search gives what another run found instead of searching."""

    repeat: int = 0
    frozen: Rankings | None = None
    kept: Kept | None = None
    sealed: bool = False
    """Calls are only taken from `kept`: a model is never asked."""
    found: dict[str, Ranking] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    waited: float = 0.0
    """Seconds in our own queue, before a call was made."""
    spared: float = 0.0
    """Seconds of work that had been done before."""

    def latency(self, wall: float) -> float:
        """Seconds the answer takes: without our queue, with what was spared, and with replayed calls as they took."""
        return wall - self.waited + self.spared + sum(call.seconds for call in self.calls if call.replayed)

    def cost(self) -> dict[str, Any]:
        """Sums over the calls; the server's count is None where it did not count every call."""
        if not self.calls:
            return {}
        return {
            "calls": len(self.calls),
            "tokens_in_estimate": sum(call.estimate[0] for call in self.calls),
            "tokens_out_estimate": sum(call.estimate[1] for call in self.calls),
            "tokens_in": _sum(call.server[0] for call in self.calls),
            "tokens_out": _sum(call.server[1] for call in self.calls),
            "dollars": _sum(call.dollars for call in self.calls),
            "model_seconds": round(sum(call.seconds for call in self.calls), 4),
        }


def _sum(values: Iterator[Any]) -> Any:
    known = list(values)
    return None if None in known else sum(known)


@contextmanager
def slot() -> Iterator[None]:
    """Waits for its turn to call the model and to go on; the record counts neither as the model's time."""
    started = perf_counter()
    with calling():
        begun = perf_counter()
        yield
        ended = perf_counter()
    record = current()
    if record:
        record.waited += begun - started + perf_counter() - ended


def called(
    key: str, call: Callable[[], Any], is_worth_keeping: Callable[[Any], bool] = lambda value: True
) -> tuple[Any, float, bool]:
    """What a call of the model answered, its seconds, and whether it is not made anew but taken from the disk.

    It waits for a slot, and the answer, a JSON value, is on disk before anything is done with it. `key` names the call
    within a repeat.
    """
    record = current() or Record()
    kept = record.kept.get(key) if record.kept else None
    if kept is not None:
        return kept["value"], kept["seconds"], True
    with slot():
        started = perf_counter()
        value = call()
        seconds = perf_counter() - started
        if record.kept and is_worth_keeping(value):
            record.kept.put(key, {"value": value, "seconds": seconds})
    return value, seconds, False


_current: ContextVar[Record | None] = ContextVar("record", default=None)


@contextmanager
def recording(record: Record) -> Iterator[Record]:
    """What happens inside the `with`, in this thread, goes into the record."""
    token = _current.set(record)
    try:
        yield record
    finally:
        _current.reset(token)


def current() -> Record | None:
    """The record of the case that is being answered here, if one is."""
    return _current.get()
