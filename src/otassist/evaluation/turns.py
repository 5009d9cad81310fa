"""Whose turn it is: to call the model, among all processes, and to compute, among the threads of one.

Python computes in one thread at a time. Where many compete for that, the one that hears the model comes last, and a
call takes longer than the model does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Semaphore, local
from typing import Any

_slots: Any = Semaphore(1)
_turns: dict[str, Lock] = defaultdict(Lock)
_own = local()


def allow(slots: Any) -> None:
    """Calls of the model take one of these slots, which other processes may share: a semaphore."""
    global _slots
    _slots = slots


@contextmanager
def computing(what: str = "") -> Iterator[None]:
    """In the `with` no other thread of this process computes the same kind of thing, but while this one calls."""
    with _turns[what]:
        _own.turn = _turns[what]
        try:
            yield
        finally:
            _own.turn = None


@contextmanager
def calling() -> Iterator[None]:
    """Waits for a slot; the `with` ends when it is this thread's turn to compute again, if it was before."""
    turn: Lock | None = getattr(_own, "turn", None)
    if turn:
        turn.release()
    try:
        with _slots:
            yield
    finally:
        if turn:
            turn.acquire()
