"""Model servers of this machine: found by what they answer, in time, and nobody else is asked."""

from __future__ import annotations

import json
import socket
from typing import Any

import pytest

from otassist.drafting.model import Endpoint, Model, Server, best, model_at, servers, usual_ports
from otassist.drafting.model.sizes import models_of, named
from otassist.language.tables import rules
from scripted_server import Request, Script, ScriptedServer, drips, silent, status

OLLAMA = {
    "/v1/models": {"object": "list", "data": [{"id": "qwen3:8b", "owned_by": "library"}, {"id": "nomic-embed-text"}]},
    "/api/tags": {
        "models": [
            {"name": "qwen3:8b", "details": {"parameter_size": "8.2B"}},
            {"name": "nomic-embed-text", "details": {"parameter_size": "137M"}},
        ]
    },
}
LM_STUDIO = {
    "/v1/models": {"data": [{"id": "gemma-3-1b-it", "owned_by": "organization_owner"}, {"id": "text-vectors"}]},
    "/api/v0/models": {
        "data": [
            {"id": "gemma-3-1b-it", "type": "llm", "max_context_length": 32768, "loaded_context_length": 4096},
            {"id": "text-vectors", "type": "embeddings", "max_context_length": 512},
        ]
    },
}
LLAMA_CPP = {
    "/v1/models": {
        "models": [{"name": "smol", "details": {"parameter_size": ""}}],
        "data": [{"id": "smol", "owned_by": "llamacpp", "meta": {"n_params": 134515008, "n_ctx": 8192}}],
    }
}
VLLM = {"/v1/models": {"data": [{"id": "meta-llama/Llama-3.3-70B", "owned_by": "vllm", "max_model_len": 16384}]}}


def pages(told: dict[str, Any]) -> Any:
    """A server with these pages and no other."""

    def answer(request: Request) -> Script:
        page = told.get(request.path)
        return status(404) if page is None else status(200, body=json.dumps(page))

    return answer


@pytest.mark.parametrize(
    ("told", "name", "models"),
    [
        (OLLAMA, "Ollama", [("qwen3:8b", 8.2, None, True, False), ("nomic-embed-text", 0.137, None, False, True)]),
        (
            LM_STUDIO,
            "LM Studio",
            [("gemma-3-1b-it", 1.0, 4096, True, True), ("text-vectors", None, 512, False, True)],
        ),
        (LLAMA_CPP, "llama.cpp", [("smol", 0.134515008, 8192, True, True)]),
        (VLLM, "vLLM", [("meta-llama/Llama-3.3-70B", 70.0, 16384, True, False)]),
        ({"/v1/models": {"data": [{"id": "m"}]}}, "a server", [("m", None, None, True, False)]),
        ({"/v1/models": {"data": []}}, "a server", []),
    ],
    ids=["ollama", "lm studio", "llama.cpp", "vllm", "unknown", "empty"],
)
def test_a_server_is_known_by_what_it_answers(told, name, models):
    with ScriptedServer(answer=pages(told)) as server:
        (found,) = servers([server.port])
        asked = [(request.method, request.path, request.raw) for request in server.requests]
    assert (found.name, found.port, found.problem) == (name, server.port, "")
    shape = [(each.name, each.parameters, each.context, each.writes, each.is_small) for each in found.models]
    assert shape == models
    assert asked == [("GET", path, b"") for path in told]


@pytest.mark.parametrize(
    "script",
    [
        status(404),
        status(500),
        status(200, body="<html>A printer</html>"),
        status(200, body="[]"),
        status(200, body='{"data": 7}'),
        status(200, body="[" * 100_000),
        status(200, body='{"data": [' + "7," * 2_000_000 + "7]}"),
        status(302, {"Location": "http://127.0.0.1:9/v1/models"}),
        status(204, body=""),
        silent,
        drips('{"data": []}' * 50, 0.1),
        lambda connection: connection.socket.sendall(b"SSH-2.0-OpenSSH_9.2\r\n"),
    ],
    ids=["404", "500", "html", "list", "number", "deep", "large", "redirect", "nothing", "silent", "drip", "ssh"],
)
def test_whatever_is_no_model_server_is_left_out(script):
    with ScriptedServer(script) as other, ScriptedServer(answer=pages(VLLM)) as server:
        found = servers([other.port, server.port])
        assert len(other.requests) == 1
    assert [each.name for each in found] == ["vLLM"]


@pytest.mark.parametrize("code", [401, 403])
def test_one_that_asks_for_a_key_is_named_and_gets_none(code):
    with ScriptedServer(status(code)) as server:
        (found,) = servers([server.port])
        assert "authorization" not in server.requests[0].headers
    assert found.problem == f"it asks for a key ({code})"
    assert found.models == ()


def test_nothing_but_this_machine_is_asked_and_no_name_is_looked_up(monkeypatch):
    asked: list[Any] = []

    def connect(own: socket.socket, address: Any) -> None:
        asked.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setenv("http_proxy", "http://proxy.invalid:3128")
    assert servers(usual_ports()) == ()
    assert sorted(asked) == sorted(("127.0.0.1", port) for port in usual_ports())


def test_the_usual_ports_are_data_and_each_server_says_how_it_is_known():
    assert usual_ports() == (11434, 1234, 8080, 8000)
    told = rules("servers")["server"]
    assert [each["name"] for each in told] == ["Ollama", "LM Studio", "llama.cpp", "vLLM"]
    assert len({each["owner"] for each in told}) == 4


@pytest.mark.parametrize(
    ("name", "billions", "small"),
    [
        ("qwen3:0.6b", 0.6, True),
        ("SmolLM2-135M-Instruct.Q4_1", 0.135, True),
        ("llama3.2:3b", 3.0, True),
        ("qwen3-30b-a3b", 30.0, False),
        ("gemma-3n-e4b", 4.0, False),
        ("qwen2.5-7b-instruct-1m", 7.0, False),
        ("gpt-5-mini", None, False),
        ("mistral-small3.2", None, False),
        ("phi4:q4_K_M", None, False),
        ("bge-m3", None, False),
        ("model-8bit", None, False),
        ("", None, False),
    ],
)
def test_a_name_tells_the_size_where_it_does(name, billions, small):
    assert named(name).parameters == billions
    assert named(name).is_small is small


@pytest.mark.parametrize(
    "item",
    [
        7,
        None,
        [],
        {},
        {"id": 7},
        {"id": "a\nb"},
        {"id": "x" * 300},
    ],
)
def test_what_is_no_model_is_left_out(item):
    assert models_of({"data": [item, {"id": "good"}], "models": "no"}) == (Model("good"),)


@pytest.mark.parametrize("meta", [None, 7, {}, {"n_params": "many", "n_ctx": "long"}, {"n_params": -1, "n_ctx": 0}])
def test_a_size_that_cannot_be_read_is_none(meta):
    assert models_of({"data": [{"id": "m", "meta": meta, "details": 3, "max_model_len": "8k"}]}) == (Model("m"),)


@pytest.mark.parametrize(
    ("models", "chosen"),
    [
        ([Model("a", 1.0), Model("b", 8.0), Model("c", 4.0)], "b"),
        ([Model("a"), Model("b")], "a"),
        ([Model("a"), Model("b", 1.0)], "b"),
        ([Model("big-embed", 9.0), Model("b", 1.0)], "b"),
        ([Model("e", 9.0, kind="embeddings"), Model("b")], "b"),
        ([Model("nomic-embed-text", 0.1)], None),
        ([], None),
    ],
)
def test_the_largest_that_writes_text_would_be_used(models, chosen):
    found = best([Server("one", 1, tuple(models[:1])), Server("two", 2, tuple(models[1:]))])
    assert (found[1].name if found else None) == chosen


def test_the_size_of_the_model_that_is_set_comes_from_its_server_or_else_from_its_name():
    with ScriptedServer(answer=pages(LLAMA_CPP)) as server:
        assert model_at(Endpoint("smol", server.url)).parameters == pytest.approx(0.1345, abs=1e-3)
        assert model_at(Endpoint("any", server.url)).is_small
        asked = len(server.requests)
        assert model_at(Endpoint("smol-1b", "https://models.district.example/v1")).parameters == 1.0
        assert len(server.requests) == asked


@pytest.mark.parametrize(
    ("name", "found"),
    [("llama3", True), ("llama3:latest", True), ("llama3:8b", False), ("llama", False), ("", False)],
)
def test_a_name_without_a_tag_is_the_latest(name, found):
    server = Server("Ollama", 1, (Model("llama3:latest"), Model("qwen3:8b")))
    assert (server.model(name) is not None) is found
