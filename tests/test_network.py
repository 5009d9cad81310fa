"""No test can call the outside world by accident: whatever opens a connection fails, however it is opened."""

from __future__ import annotations

import asyncio
import http.client
import os
import socket
import urllib.request
from collections.abc import Callable

import pytest

OUTSIDE = ("198.51.100.7", 443)
"""An address that RFC 5737 keeps for documents."""


def by_socket(family: int, address: tuple[str, int], name: str = "connect") -> None:
    with socket.socket(family) as own:
        getattr(own, name)(address)


def by_httpx() -> None:
    import httpx

    httpx.get("https://198.51.100.7/", timeout=1)


def by_asyncio() -> None:
    asyncio.run(asyncio.open_connection(*OUTSIDE))


def by_name() -> None:
    socket.getaddrinfo("api.openai.com", 443)


@pytest.mark.parametrize(
    "call",
    [
        lambda: socket.create_connection(OUTSIDE, timeout=1),
        lambda: by_socket(socket.AF_INET, OUTSIDE),
        lambda: by_socket(socket.AF_INET, OUTSIDE, "connect_ex"),
        lambda: by_socket(socket.AF_INET6, ("2001:db8::7", 443)),
        lambda: urllib.request.urlopen("https://198.51.100.7/", timeout=1),
        lambda: http.client.HTTPSConnection(*OUTSIDE, timeout=1).connect(),
        by_httpx,
        by_asyncio,
        by_name,
    ],
    ids=["create_connection", "connect", "connect_ex", "IPv6", "urllib", "http.client", "httpx", "asyncio", "a name"],
)
def test_a_connection_by_accident_fails(call: Callable[[], object]) -> None:
    with pytest.raises(AssertionError, match="needs no network"):
        call()


def test_settings_that_would_let_a_test_ask_somebodys_model_are_gone() -> None:
    theirs = ("OPENAI_", "AZURE_OPENAI_", "LANGSMITH_", "LANGCHAIN_")
    held = [name for name, value in os.environ.items() if name.startswith(theirs) and value != "false"]
    assert held == []  # the client switches tracing off by such a variable
    assert "OTASSIST_LLM_MODEL" not in os.environ
