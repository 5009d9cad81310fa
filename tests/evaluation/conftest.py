"""For tests that ask a model on loopback."""

from __future__ import annotations

import socket

import pytest

from drafting.model import conftest as model


@pytest.fixture
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loopback may be called, and nothing else."""
    monkeypatch.setattr(socket.socket, "connect", model._connect)
    monkeypatch.setattr(socket, "getaddrinfo", model._look_up)
