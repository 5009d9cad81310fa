"""For tests that ask a model on loopback."""

from __future__ import annotations

import pytest

import loopback


@pytest.fixture
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loopback may be called, and nothing else."""
    loopback.only(monkeypatch)
