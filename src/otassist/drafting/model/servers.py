"""Model servers on this machine: which answer, what they have, and what doctor would use.

Nothing but 127.0.0.1 is asked, with a GET that holds no text, without a name to look up, a proxy or a redirect.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import Any, Final

from ...language.tables import rules
from .endpoint import Endpoint
from .sizes import Model, models_of, named

HOST: Final = "127.0.0.1"
_OTHER = "a server"
"""What one is called that tells no owner we know."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answered on a port; without models where `problem` says why it has not told them."""

    name: str
    port: int
    models: tuple[Model, ...] = ()
    problem: str = ""
    any_name: bool = False
    """Whether its one model answers to any name."""

    def model(self, name: str) -> Model | None:
        """The model that answers to a name; Ollama's `llama3` is its `llama3:latest`."""
        if self.any_name and len(self.models) == 1:
            return self.models[0]
        plain = name.removesuffix(":latest")
        return next((model for model in self.models if model.name.removesuffix(":latest") == plain), None)

    @property
    def where(self) -> str:
        return f"{HOST}:{self.port}"

    @property
    def url(self) -> str:
        return f"http://{self.where}/v1"


def usual_ports() -> tuple[int, ...]:
    """Where Ollama, LM Studio, llama.cpp and vLLM listen."""
    return tuple(each["port"] for each in rules("servers")["server"])


def servers(ports: Sequence[int]) -> tuple[Server, ...]:
    """Those that speak the OpenAI protocol on ports of 127.0.0.1, in that order; all are asked at once, for a second.

    Whatever does not answer as a model server is left out.
    """
    found: Queue[Server | None] = Queue()
    end = monotonic() + rules("servers")["looking"]["seconds"]
    for port in ports:
        Thread(target=lambda port=port: found.put(_looked(port, end)), daemon=True).start()
    heard = list(_until(found, len(ports), end + 0.2))
    return tuple(sorted(heard, key=lambda server: ports.index(server.port)))


def best(found: Sequence[Server]) -> tuple[Server, Model] | None:
    """The largest model that writes text; of models whose size nobody tells, the first."""
    having = [(server, model) for server in found for model in server.models if model.writes]
    return max(having, key=lambda pair: pair[1].parameters or 0.0, default=None)


def model_at(endpoint: Endpoint) -> Model:
    """The model of an endpoint with what its server tells of it; elsewhere nobody is asked, and its name has to do."""
    port = endpoint.local_port
    found = servers([port]) if port is not None else ()
    told = (server.model(endpoint.name) for server in found)
    return next(filter(None, told), None) or named(endpoint.name)


def _until(found: Queue[Server | None], count: int, end: float) -> Iterator[Server]:
    for _ in range(count):
        try:
            server = found.get(timeout=max(0.0, end - monotonic()))
        except Empty:  # it drips, and is not waited for
            return
        if server is not None:
            yield server


def _looked(port: int, end: float) -> Server | None:
    looking = rules("servers")
    status, told = _get(port, looking["looking"]["models"], end)
    usual = next((each for each in looking["server"] if each["port"] == port), None)
    if status in (401, 403):
        return Server(usual["name"] if usual else _OTHER, port, problem=f"it asks for a key ({status})")
    if status != 200 or not _lists_models(told):
        return None
    known = next((each for each in looking["server"] if each["owner"] in _owners(told)), usual)
    more = _get(port, known["more"], end)[1] if known and "more" in known else None
    models = models_of(told, more)
    return Server(known["name"], port, models, any_name="any_name" in known) if known else Server(_OTHER, port, models)


def _get(port: int, path: str, end: float) -> tuple[int, Any]:
    """Status and JSON of a page; status 0 where there is none. It ends in time, and reads no more than it may."""
    connection = HTTPConnection(HOST, port, timeout=max(0.05, end - monotonic()))
    try:
        connection.request("GET", path, headers={"Accept": "application/json", "Connection": "close"})
        answer = connection.getresponse()
        body = b""
        while len(body) < rules("servers")["looking"]["bytes"] and monotonic() < end:
            piece = answer.read1(65_536)
            if not piece:
                return answer.status, _json(body)
            body += piece
    except (OSError, HTTPException, ValueError):
        return 0, None
    finally:
        connection.close()
    return 0, None


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _lists_models(told: Any) -> bool:
    return isinstance(told, dict) and isinstance(told.get("data"), list)


def _owners(told: Mapping[str, Any]) -> set[str]:
    return {str(item.get("owned_by")) for item in told["data"] if isinstance(item, dict)}
