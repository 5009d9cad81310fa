"""Where a model is, what its name means, how long its answer may be, and what is said when it fails."""

from __future__ import annotations

import pytest

from otassist.drafting.model import Endpoint, Speaker
from otassist.drafting.model.abilities import ALL, options, usable
from otassist.drafting.model.failures import failure
from otassist.language.tables import rules


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
