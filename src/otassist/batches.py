"""Answers the lines of a long batch in two processes where the machine can fork, in their order.

Decided: only work that opens no file or database goes to the workers (checks of goals), since they are forked.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence

Answer = Callable[[bytes], tuple[str, bool]]

WORTH_IT = 200
"""Lines from which a second process earns its start."""
_WORKERS = 2
_AT_A_TIME = 32
_FIRST = 20
"""Lines answered before the fork, so that both workers start with patterns and words read."""

_answer: list[Answer] = []


def answered(answer: Answer, lines: Sequence[bytes], parallel: bool = False) -> Iterator[tuple[str, bool]]:
    """What to print for each line, and whether it succeeded; `answer` raises for none."""
    if not parallel or len(lines) < WORTH_IT or not _can_fork():
        yield from map(answer, lines)
        return
    yield from map(answer, lines[:_FIRST])
    with multiprocessing.get_context("fork").Pool(_WORKERS, _held, (answer,)) as pool:
        yield from pool.imap(_one, lines[_FIRST:], _AT_A_TIME)


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods() and (os.cpu_count() or 1) > 1


def _held(answer: Answer) -> None:
    """A forked worker has the parent's objects already; only this reference is handed over."""
    _answer[:] = [answer]


def _one(line: bytes) -> tuple[str, bool]:
    return _answer[0](line)
