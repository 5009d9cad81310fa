"""What leaves this machine: nothing by accident, nothing traced, nothing through a proxy, nothing remote unagreed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from otassist.drafting.model import Endpoint, Speaker
from scripted_server import ScriptedServer, says

from .asking import KEY, good, said, speaker, written
from .examples import NOTE

TESTS = Path(__file__).parent.parent.parent


def in_a_process(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A fresh process with only these settings."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("OTASSIST", "PYTHON"))}
    place = {
        "PYTHONPATH": os.pathsep.join([str(TESTS), *sys.path]),
        "OTASSIST_DATA_DIR": os.environ["OTASSIST_DATA_DIR"],
    }
    return subprocess.run(
        [sys.executable, "-c", script],
        env={**clean, **place, **environment},
        capture_output=True,
        text=True,
        timeout=120,
    )


HEAVY = ("langchain", "langchain_core", "langchain_openai", "langsmith", "openai", "tiktoken", "httpx2")
DRAFTING = f"""
import sys
from otassist.bootstrap import build
answer = build().draft("note", {NOTE!r})
print([name for name in {HEAVY!r} if name in sys.modules], answer.drafter)
"""


def test_no_model_library_is_imported_before_a_model_is_used():
    done = in_a_process(DRAFTING)
    assert done.stdout.strip() == "[] composer", done.stderr


TALKING = f"""
import sys
from otassist import wire
from otassist.bootstrap import build
from conversation.drafts import COPY
assistant = build()
said = [assistant.revise("make it 4/5", COPY).done, assistant.ask("capital of France").passages]
print([name for name in {HEAVY!r} if name in sys.modules], *said)
"""


def test_a_model_that_is_set_and_not_asked_is_not_imported():
    """A common edit, and a question the library holds nothing on."""
    done = in_a_process(TALKING, OTASSIST_LLM_MODEL="tiny", OTASSIST_LLM_BASE_URL="http://127.0.0.1:9/v1")
    assert done.stdout.strip() == "[] True ()", done.stderr


REFUSED = [
    ({"OTASSIST_LLM_MODEL": "gpt-5-mini", "OPENAI_API_KEY": KEY}, "no agreement"),
    ({"OTASSIST_LLM_MODEL": "m", "OTASSIST_LLM_BASE_URL": "http://models.example.org/v1"}, "no agreement"),
    ({"OTASSIST_LLM_MODEL": "gpt-5-mini", "OTASSIST_REMOTE_AGREEMENT": "Dr. Lee, 2026-08-01"}, "nobody has agreed"),
    ({"OTASSIST_LLM_MODEL": "anthropic:claude"}, "no agreement"),
]


def test_a_remote_model_is_refused_before_anything_is_imported_or_sent():
    """In one process for all settings; its network is not there to be asked."""
    script = f"""
import os, socket, sys
socket.socket.connect = socket.getaddrinfo = None
from otassist.bootstrap import build
for settings, _ in {REFUSED!r}:
    os.environ.update(settings)
    answer = build().draft("note", {NOTE!r})
    print([name for name in {HEAVY!r} if name in sys.modules], answer.drafter, answer.notices[-1].text)
    for name in settings:
        del os.environ[name]
"""
    done = in_a_process(script)
    lines = done.stdout.strip().splitlines()
    assert len(lines) == len(REFUSED), done.stderr
    for line, (_, reason) in zip(lines, REFUSED, strict=True):
        assert line.startswith("[] composer This draft was made without the language model.")
        assert reason in line
    assert KEY not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:8080/v1", True),
        ("http://127.9.9.9/v1", True),
        ("http://localhost:11434/v1", True),
        ("http://LOCALHOST./v1", True),
        ("http://[::1]:8080/v1", True),
        ("https://api.openai.com/v1", False),
        ("http://127.0.0.1.example.org/v1", False),
        ("http://localhost.example.org/v1", False),
        ("http://localhost@example.org/v1", False),
        ("http://127.0.0.1:80@example.org/v1", False),
        ("http://example.org/127.0.0.1", False),
        ("http://0.0.0.0:8080/v1", False),
        ("http://192.168.1.5:8080/v1", False),
        ("http://2130706433/v1", False),
        ("http://0x7f.1/v1", False),
        ("http://127.1/v1", False),
        ("http://[::ffff:10.0.0.1]/v1", False),
        ("http:///v1", False),
        ("", False),
        (None, False),
    ],
)
def test_what_is_on_this_machine(url, local):
    endpoint = Endpoint("m", url)
    assert endpoint.is_local is local
    assert (endpoint.refusal() is None) is local


@pytest.mark.parametrize(
    ("agreement", "masked", "kind"),
    [(None, False, "no_agreement"), (" ", True, "no_agreement"), ("Lee", False, "no_masking"), ("Lee", True, None)],
)
def test_an_agreement_and_masking_are_both_needed(agreement, masked, kind):
    refusal = Endpoint("m", "https://model.example.org/v1", agreement=agreement).refusal(masked)
    assert (refusal and refusal.kind) == kind
    if refusal:
        assert refusal.remedy


def test_a_speaker_refuses_by_itself_whoever_asks():
    answer = Speaker(Endpoint("m", "https://model.example.org/v1", agreement="Lee")).ask([("human", "x")], {}, "note")
    assert answer.failure is not None
    assert answer.failure.kind == "no_masking"


def test_what_goes_to_this_machine_goes_through_no_proxy(monkeypatch):
    with ScriptedServer(says(said(good()))) as server, ScriptedServer() as proxy:
        address = proxy.url.removesuffix("/v1")
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "HTTPS_PROXY", "OPENAI_PROXY"):
            monkeypatch.setenv(name, address)
        monkeypatch.delenv("NO_PROXY", raising=False)
        assert written(server).drafter == "model"
        assert proxy.requests == []


def test_other_variables_of_the_client_do_not_send_it_elsewhere(monkeypatch):
    with ScriptedServer(says(said(good()))) as server, ScriptedServer() as other:
        for name in ("OPENAI_BASE_URL", "OPENAI_API_BASE", "LANGSMITH_GATEWAY_BASE_URL", "LANGSMITH_ENDPOINT"):
            monkeypatch.setenv(name, other.url)
        monkeypatch.setenv("LANGSMITH_GATEWAY", "true")
        monkeypatch.setenv("OPENAI_API_KEY", "sk-of-somebody-else")
        assert written(server).drafter == "model"
        assert other.requests == []
        assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


TRACED = """
import sys
from scripted_server import ScriptedServer, says
with ScriptedServer() as elsewhere:
    import os
    os.environ["LANGSMITH_ENDPOINT"] = os.environ["LANGCHAIN_ENDPOINT"] = elsewhere.url
    from drafting.model.asking import good, said, written
    with ScriptedServer(says(said(good()))) as server:
        answer = written(server, limits=__import__("otassist.drafting.model").drafting.model.Limits())
        print(answer.drafter, len(server.requests), end=" ")
    import time
    time.sleep(0.7)  # a tracer sends in the background
    print(len(elsewhere.requests))
"""


def test_tracing_stays_off_whatever_is_switched_on():
    on = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_HANDLER")
    done = in_a_process(TRACED, **dict.fromkeys(on, "true"), LANGSMITH_API_KEY="lsv2_x", OPENAI_LOG="debug")
    assert done.stdout.strip() == "model 1 0", done.stderr
    assert "lined up" not in done.stderr
    assert KEY not in done.stderr


def test_keys_are_not_in_what_is_printed_of_an_endpoint():
    asked = speaker("http://user:word@127.0.0.1:1/v1")
    assert KEY not in repr(asked)
    assert asked.endpoint.where == "127.0.0.1:1"


def test_the_command_line_takes_the_key_from_a_file_and_keeps_it_nowhere(tmp_path):
    file = tmp_path / "key"
    file.write_text(f"{KEY}\n")
    with ScriptedServer(says('{"ready": true}'), says(said(good()))) as server:
        done = in_a_process(
            f"import sys; from otassist.cli import main; sys.argv = ['otassist', 'draft', 'note', '--json', '-']; "
            f"import io; sys.stdin = io.TextIOWrapper(io.BytesIO({NOTE.encode()!r})); main()",
            OTASSIST_LLM_MODEL="tiny",
            OTASSIST_LLM_BASE_URL=server.url,
            OTASSIST_LLM_KEY_FILE=str(file),
            OTASSIST_LLM_PRICE="1/2",
            OTASSIST_LLM_SIZE="large",
            OTASSIST_DATA_DIR=str(tmp_path / "state"),
        )
        assert {request.headers["authorization"] for request in server.requests} == {f"Bearer {KEY}"}
    answer = json.loads(done.stdout)
    assert (answer["drafter"], answer["model"], answer["prompt"]["id"]) == ("model", "tiny", "note.v1")
    assert answer["usage"] == {"tokens_in": 100, "tokens_out": 20, "calls": 1, "revisions": 0, "cost": 140 / 1e6}
    assert "needed minimal verbal cues" in answer["drafts"][0]["text"]
    kept = {item.name: item.read_text() for item in (tmp_path / "state").rglob("*") if item.is_file()}
    assert "models.json" in kept
    assert KEY not in "".join(kept.values())
    assert KEY not in done.stdout + done.stderr
