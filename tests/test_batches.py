"""Long batches in two processes: every line answered once, in order, with its own errors."""

from __future__ import annotations

import os

import pytest

from otassist import batches
from otassist.batches import WORTH_IT, answered


def answer(line: bytes) -> tuple[str, bool]:
    return f"{line.decode()} {os.getpid()}", not line.endswith(b"7")


def lines(count: int) -> list[bytes]:
    return [str(number).encode() for number in range(count)]


@pytest.mark.parametrize("parallel", [False, True])
@pytest.mark.parametrize("count", [0, 1, WORTH_IT - 1, WORTH_IT, 5 * WORTH_IT + 3])
def test_order_and_failures_are_kept(count: int, parallel: bool) -> None:
    found = list(answered(answer, lines(count), parallel))
    assert [printed.split()[0] for printed, _ in found] == [str(number) for number in range(count)]
    assert [good for _, good in found] == [number % 10 != 7 for number in range(count)]


@pytest.mark.skipif(not batches._can_fork(), reason="one process is all this machine has")
def test_a_long_batch_is_shared() -> None:
    long = {printed.split()[1] for printed, _ in answered(answer, lines(20 * WORTH_IT), parallel=True)}
    short = {printed.split()[1] for printed, _ in answered(answer, lines(WORTH_IT - 1), parallel=True)}
    assert len(long) > 1
    assert short == {str(os.getpid())}


def test_a_machine_that_cannot_fork_answers_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "_can_fork", lambda: False)
    found = {printed.split()[1] for printed, _ in answered(answer, lines(2 * WORTH_IT), parallel=True)}
    assert found == {str(os.getpid())}
