"""Whose turn it is: to call the model, among all processes, and to compute, among the threads of one.

Python computes in one thread at a time. Where many compete for that, the one that hears the model comes last, and a
call takes longer than the model does.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Semaphore, local
from typing import Any

_slots: Any = Semaphore(1)
_turn = Lock()
_own = local()


def allow(slots: Any) -> None:
    """Calls of the model take one of these slots, which other processes may share: a semaphore."""
    global _slots
    _slots = slots


@contextmanager
def computing() -> Iterator[None]:
    """In the `with` no other thread of this process computes that asks here, but while this one calls the model."""
    with _turn:
        _own.computes = True
        try:
            yield
        finally:
            _own.computes = False


@contextmanager
def calling() -> Iterator[None]:
    """Waits for a slot; the `with` ends when it is this thread's turn to compute again, if it was before."""
    computes = getattr(_own, "computes", False)
    if computes:
        _turn.release()
    try:
        with _slots:
            yield
    finally:
        if computes:
            _turn.acquire()
