"""For every test: no network, no state outside a temporary folder, and the command line in process."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from typer.testing import CliRunner, Result

ROOT = Path(__file__).parent.parent

pytest_plugins = ["browsing", "clusters"]

settings.register_profile("otassist", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("otassist")


@pytest.fixture(scope="session", autouse=True)
def _own_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings of the person who runs the tests do not count, and a socket opened by mistake is a failure."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "XDG_DATA_HOME"):
            patch.delenv(name, raising=False)
        for name in [name for name in os.environ if name.startswith(_SETTINGS)]:
            patch.delenv(name)
        patch.setenv("OTASSIST_DATA_DIR", str(tmp_path_factory.mktemp("state") / "otassist"))
        patch.setenv("OTASSIST_LLM_LOCAL_PORTS", "none")
        patch.setattr(socket.socket, "connect", _refuse)
        patch.setattr(socket.socket, "connect_ex", _refuse)
        patch.setattr(socket, "getaddrinfo", _refuse)
        yield


_SETTINGS = ("OTASSIST_", "OPENAI_", "AZURE_OPENAI_", "LANGCHAIN_", "LANGSMITH_")
"""What would let a test ask somebody's language model."""


def _refuse(*_: object, **__: object) -> None:
    raise AssertionError("otassist needs no network: something opened a connection")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def command() -> Callable[..., Result]:
    """The command line in process: `command("draft", "note", "--json", given="jot")`."""
    from otassist.cli import app

    def run(*arguments: str, given: str | bytes = b"") -> Result:
        data = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
        return CliRunner().invoke(app, list(arguments), input=data)

    return run


@pytest.fixture(scope="session")
def batch(command: Callable[..., Result]) -> Callable[..., tuple[int, list[Any]]]:
    """A batch in process: lines in (objects are encoded), the exit code and the answers out."""

    def run(*lines: Any, to: tuple[str, ...] = ("draft", "note")) -> tuple[int, list[Any]]:
        encoded = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
        result = command(*to, "--jsonl", given=b"\n".join(encoded))
        return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]

    return run
