"""For the tests of the model drafter: loopback may be called, and nothing else."""

from __future__ import annotations

import pytest

import loopback


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    loopback.only(monkeypatch)
