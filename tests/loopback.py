"""Servers of the tests' own: loopback may be called, and nothing else."""

from __future__ import annotations

import _socket
import ipaddress
import socket
from typing import Any

import pytest

_LOOK_UP = socket.getaddrinfo
"""Taken before the first test forbids it."""


def only(patch: pytest.MonkeyPatch) -> None:
    """Lets sockets reach this machine; anything else is a failure."""
    patch.setattr(socket.socket, "connect", _connect)
    patch.setattr(socket, "getaddrinfo", _look_up)


def _connect(own: socket.socket, address: Any) -> None:
    if not (isinstance(address, tuple) and ipaddress.ip_address(address[0]).is_loopback):
        raise AssertionError(f"a test called {address!r}")
    _socket.socket.connect(own, address)


def _look_up(host: Any, *arguments: Any, **more: Any) -> Any:
    name = host.decode() if isinstance(host, bytes) else str(host)
    if name.endswith(".invalid"):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    if name in ("127.0.0.1", "localhost", "::1"):
        return _LOOK_UP(host, *arguments, **more)
    raise AssertionError(f"a test looked up {host!r}")
