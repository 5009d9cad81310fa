"""Eval runs with the composer and with a scripted model on loopback, over chosen cases; the rest is the product."""

from __future__ import annotations

import _socket
import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from otassist.bank import shipped_corpus
from otassist.evaluation.cases import shipped_cases
from otassist.evaluation.results import RunDirectory
from otassist.evaluation.selecting import selected
from otassist.evaluation.session import Place, go_on, start
from scripted_server import Request, Script, ScriptedServer

Answer = dict[str, Any]
Run = Callable[..., list[Answer]]


def held(request: Request, tag: str) -> list[Answer]:
    """The JSON lines between tags of the last message that asks for a draft; a revision follows it."""
    asked = next(text for turn in reversed(request.body["messages"]) if "<about>" in (text := turn["content"]))
    return [json.loads(line) for line in asked.split(f"<{tag}>\n")[1].split(f"\n</{tag}>")[0].splitlines() if line]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Answer]]:
    """The rows of a run over cases, with the composer or with a scripted model."""

    def connect(own: socket.socket, address: Any) -> None:
        assert address[0] == "127.0.0.1"
        _socket.socket.connect(own, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", _numeric)
    place = Place(shipped_cases(), shipped_corpus(), tmp_path)

    def rows(name: str, ids: tuple[str, ...], answer: Callable[[Request], Script] | None = None) -> list[Answer]:
        with ScriptedServer(answer=answer) as server, pytest.MonkeyPatch.context() as setting:
            if answer:
                setting.setenv("OTASSIST_LLM_MODEL", name)
                setting.setenv("OTASSIST_LLM_SIZE", "large")
                setting.setenv("OTASSIST_LLM_BASE_URL", server.url)
            cases = selected(place.all_cases(), only=ids)
            directory: RunDirectory = start(place, cases, 1, tmp_path / name)
            go_on(place, directory, cases, 4 if answer else 1, None, lambda done, _: done)
            return list(directory.rows())

    return rows


def _numeric(host: Any, port: Any, *_: Any, **__: Any) -> list[Any]:
    assert host in ("127.0.0.1", b"127.0.0.1")
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", int(port)))]


def mean(rows: list[Answer], metric: str) -> float:
    values = [value for row in rows if (value := row["metrics"][metric]["value"]) is not None]
    return float(sum(values) / len(values))
