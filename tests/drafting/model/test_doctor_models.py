"""What doctor tells of models: the servers of this machine, which model would be used and why, and what is wrong."""

from __future__ import annotations

import json

import pytest

from otassist import bootstrap
from otassist.doctor_models import model_facts
from otassist.drafting.model import Endpoint
from scripted_server import ScriptedServer, status

from .test_servers import LLAMA_CPP, OLLAMA, VLLM, pages


def test_servers_are_listed_with_their_models_and_one_is_proposed(monkeypatch, command):
    with ScriptedServer(answer=pages(OLLAMA)) as one, ScriptedServer(answer=pages(LLAMA_CPP)) as two:
        monkeypatch.setenv("OTASSIST_LLM_LOCAL_PORTS", f"{one.port},{two.port}")
        shown = command("doctor")
        told = json.loads(command("doctor", "--json").stdout)
    assert shown.exit_code == 0
    assert f"Ollama at 127.0.0.1:{one.port}: qwen3:8b (8.2 billion), nomic-embed-text (writes no text)" in shown.stdout
    assert f"llama.cpp at 127.0.0.1:{two.port}: smol (0.135 billion, context 8192, small)" in told["local_servers"]
    assert told["drafter"] == "composer"
    assert told["local_choice"] == (
        "qwen3:8b, the largest of 2 that write text; "
        f"set OTASSIST_LLM_BASE_URL={one.url} and OTASSIST_LLM_MODEL=qwen3:8b"
    )


def test_what_doctor_says_to_set_is_then_used(monkeypatch):
    with ScriptedServer(answer=pages(OLLAMA)) as server:
        monkeypatch.setenv("OTASSIST_LLM_LOCAL_PORTS", str(server.port))
        for setting in bootstrap.doctor().facts["local_choice"].partition("set ")[2].split(" and "):
            monkeypatch.setenv(*setting.split("=", 1))
        found = bootstrap.doctor()
    assert found.healthy
    assert (found.facts["drafter"], found.facts["model"]) == ("model", "qwen3:8b")
    assert "local_choice" not in found.facts


@pytest.mark.parametrize("ports", ["1", "none"])
def test_where_nothing_answers_that_is_said_and_is_no_problem(monkeypatch, ports):
    monkeypatch.setenv("OTASSIST_LLM_LOCAL_PORTS", ports)
    found = bootstrap.doctor()
    assert found.healthy
    assert ("none on 127.0.0.1 at the ports 1" in found.facts["local_servers"]) is (ports == "1")
    assert "local_choice" not in found.facts


def test_without_ports_nobody_is_asked():
    with ScriptedServer(answer=pages(VLLM)) as server:
        facts = model_facts(Endpoint("m-1b", server.url), server.url, "auto", [])
        assert server.requests == []
    assert facts["drafter"] == "model"


@pytest.mark.parametrize(
    ("pages_of", "name", "problem"),
    [
        (LLAMA_CPP, "smol", ""),
        (LLAMA_CPP, "whatever", ""),
        (OLLAMA, "qwen3:8b", ""),
        (OLLAMA, "qwen3:8b:latest", ""),
        (OLLAMA, "llama9", "does not have the model 'llama9' (404)."),
        (None, "smol", "Start the model server"),
        ({}, "smol", "Start the model server"),
    ],
    ids=["its name", "any name of one model", "of several", "the latest", "not there", "a key", "no model server"],
)
def test_the_model_that_is_set_is_looked_for(pages_of, name, problem):
    answer = pages(pages_of) if pages_of is not None else lambda _: status(500)
    with ScriptedServer(answer=answer) as server:
        facts = model_facts(Endpoint(name, server.url), server.url, "auto", [1])
    assert ("model_problem" in facts) is bool(problem)
    assert problem in facts.get("model_problem", "")
    assert facts.get("drafter") == (None if problem else "model")


def test_a_server_that_asks_for_a_key_is_not_called_broken():
    with ScriptedServer(answer=lambda _: status(401)) as server:
        facts = model_facts(Endpoint("m", server.url), server.url, "auto", [1])
    assert "model_problem" not in facts
    assert "it asks for a key (401)" in facts["local_servers"]


@pytest.mark.parametrize(
    ("size", "name", "told"),
    [
        ("auto", "smol", "one sentence of a note at a time, since it is small"),
        ("large", "smol", "for whole drafts, since OTASSIST_LLM_SIZE is large"),
        ("small", "smol", "one sentence of a note at a time, since OTASSIST_LLM_SIZE is small"),
        ("auto", "any", "one sentence of a note at a time, since it is small"),
    ],
)
def test_how_the_model_will_be_asked_is_said(size, name, told):
    with ScriptedServer(answer=pages(LLAMA_CPP)) as server:
        assert model_facts(Endpoint(name, server.url), server.url, size, [1])["model_asked"] == told
        assert all(request.method == "GET" for request in server.requests)


def test_a_model_of_unknown_size_is_asked_for_whole_drafts():
    with ScriptedServer(answer=pages(VLLM)) as server:
        facts = model_facts(Endpoint("other", server.url), server.url, "auto", [1])
        known = model_facts(Endpoint("meta-llama/Llama-3.3-70B", server.url), server.url, "auto", [1])
    assert "404" in facts["model_problem"]
    assert known["model_asked"] == "for whole drafts, since it is not known to be small"
