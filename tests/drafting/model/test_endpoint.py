"""Where a model is, what its name means, how long its answer may be, and what is said when it fails."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from otassist.checks import check_draft
from otassist.drafting.model import Endpoint, ModelDrafter, Speaker
from otassist.drafting.model.abilities import ALL, options, usable
from otassist.drafting.model.failures import failure
from otassist.drafting.prompts import PromptShelf
from otassist.language.tables import rules
from scripted_server import ScriptedServer, says

from .asking import KEY, composed, good, said, speaker


@pytest.mark.parametrize(
    ("model", "base_url", "provider", "name"),
    [
        ("gpt-5-mini", None, "openai", "gpt-5-mini"),
        ("openai:gpt-5-mini", None, "openai", "gpt-5-mini"),
        ("ft:gpt-4o:district:notes", None, "openai", "ft:gpt-4o:district:notes"),
        ("anthropic:claude-sonnet", None, "anthropic", "claude-sonnet"),
        ("azure_openai:ours", "https://x.openai.azure.com", "azure_openai", "ours"),
        ("llama3.2:3b", "http://127.0.0.1:11434/v1", "openai", "llama3.2:3b"),
        ("ollama:llama3.2:3b", "http://127.0.0.1:11434/v1", "openai", "ollama:llama3.2:3b"),
        ("ollama:llama3.2:3b", None, "ollama", "llama3.2:3b"),
    ],
)
def test_the_provider_and_the_name(model, base_url, provider, name):
    endpoint = Endpoint(model, base_url)
    assert (endpoint.provider, endpoint.name) == (provider, name)


@pytest.mark.parametrize(
    ("base_url", "limit"),
    [
        (None, "max_completion_tokens"),
        ("https://x.openai.azure.com/openai/v1", "max_completion_tokens"),
        ("http://127.0.0.1:11434/v1", "max_tokens"),
        ("https://openai.com.example.org/v1", "max_tokens"),
        ("https://notopenai.com/v1", "max_tokens"),
    ],
)
def test_openai_renamed_the_limit_and_nobody_else_did(base_url, limit):
    sent = options(Endpoint("m", base_url), ALL[-1], {}, "note", None)  # type: ignore[arg-type]
    assert sent == {"extra_body": {limit: 4_000}}


def test_a_strict_schema_is_asked_of_servers_of_the_openai_protocol_only():
    assert {item.way for item in usable(Endpoint("m"))} == {"schema", "tools", "text"}
    assert {item.way for item in usable(Endpoint("anthropic:m"))} == {"tools", "text"}


@pytest.mark.parametrize("kind", rules("model")["failures"])
def test_every_failure_says_what_happened_and_what_to_do(kind):
    told = failure(kind, where="here:1", model="m", seconds="3", status=418, later=" later", what="KeyError")
    assert told.kind == kind
    assert told.message.endswith(".")
    assert told.remedy.endswith(".")
    assert "{" not in str(told)
    assert not {"json", "http error", "exception", "traceback", "token limit"} & set(str(told).lower().split())


def test_a_package_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setattr(Endpoint, "refusal", lambda *_: None)
    answer = Speaker(Endpoint("cohere:command", agreement="Lee")).ask([("human", "x")], {}, "note")
    assert answer.failure is not None
    assert answer.failure.kind == "no_package"
    assert "'cohere:command'" in str(answer.failure)


def test_a_provider_that_lacks_a_variable_is_told_without_what_it_says(monkeypatch):
    monkeypatch.setattr(Endpoint, "refusal", lambda *_: None)
    monkeypatch.delenv("OPENAI_API_VERSION", raising=False)
    endpoint = Endpoint("azure_openai:ours", "https://x.openai.azure.com", "sk-secret")
    answer = Speaker(endpoint).ask([("human", "x")], {}, "note")
    assert answer.failure is not None
    assert answer.failure.kind == "set_up"
    assert "sk-secret" not in str(answer.failure)
    assert answer.failure.__cause__ is None


def test_azure_is_asked_by_its_deployment_and_its_own_header(monkeypatch):
    monkeypatch.setenv("OPENAI_API_VERSION", "2025-01-01")
    with ScriptedServer(says(said(good()))) as server:
        asked = speaker(server)
        asked.endpoint = Endpoint("azure_openai:ours", server.url.removesuffix("/v1"), KEY)
        asked.memory.keep(asked.endpoint, ALL[0])
        note, observation = composed()
        answer = ModelDrafter(asked, PromptShelf(), check_draft).notes(observation, [note], "note")
        (request,) = server.requests
    assert (answer.drafter, answer.model) == ("model", "azure_openai:ours")
    assert request.path == "/openai/deployments/ours/chat/completions?api-version=2025-01-01"
    assert [name for name, value in request.headers.items() if KEY in value] == ["api-key"]
    assert request.body["max_completion_tokens"] == 4_000


def test_another_provider_works_by_installing_its_package(monkeypatch):
    """A LangChain package of somebody's, put where an installed one would be; it speaks no OpenAI protocol."""
    from langchain_core.language_models.fake_chat_models import GenericFakeChatModel

    class ChatGroq(GenericFakeChatModel):
        model: str = ""

    package = ModuleType("langchain_groq")
    package.ChatGroq = lambda **told: ChatGroq(messages=iter([said(good())]), model=told["model"])  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "langchain_groq", package)
    asked = Speaker(Endpoint("groq:tiny", agreement="Lee, 2026-08-01"), masked=True)
    asked.memory.keep(asked.endpoint, ALL[-1])
    note, observation = composed()
    answer = ModelDrafter(asked, PromptShelf(), check_draft).notes(observation, [note], "note")
    assert (answer.drafter, answer.model) == ("model", "groq:tiny"), answer.notices
