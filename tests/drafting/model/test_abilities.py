"""What a server can do is tried once, without student text, and remembered."""

from __future__ import annotations

import json

import pytest

from otassist.drafting.model import Endpoint, Memory
from otassist.drafting.model.abilities import ALL, Ability
from scripted_server import Request, Script, ScriptedServer, says, silent, status

from .asking import KEY, QUICK, STRICT, good, said, speaker, written
from .examples import NOTE

READY = '{"ready": true}'


def server_that(takes: str, temperature: bool = True) -> ScriptedServer:
    """A server that takes `schema`, `tools` or only `text`, and maybe no temperature."""

    def answer(request: Request) -> Script:
        body = request.body
        if not temperature and "temperature" in body:
            return status(400, body='{"error": {"message": "Unsupported value", "param": "temperature"}}')
        if "response_format" in body and takes != "schema":
            return status(400, body='{"error": {"message": "response_format is not supported"}}')
        if "tools" in body and takes == "text":
            return status(400, body='{"error": {"message": "tools are not supported"}}')
        tool = body["tools"][0]["function"]["name"] if "tools" in body else None
        return says(READY if request.asked == "Are you ready?" else said(good()), tool=tool)

    return ScriptedServer(answer=answer)


@pytest.mark.parametrize(
    ("takes", "temperature", "calls"),
    [
        ("schema", True, 1),
        ("schema", False, 2),
        ("tools", True, 3),
        ("tools", False, 4),
        ("text", True, 5),
        ("text", False, 6),
    ],
)
def test_the_best_way_is_found_and_the_draft_comes_through_it(takes, temperature, calls):
    with server_that(takes, temperature) as server:
        answer = written(server, ability=None)
        trials = [request for request in server.requests if request.asked == "Are you ready?"]
        last = server.requests[-1].body
    assert answer.drafter == "model", answer.notices
    assert len(trials) == calls
    assert ("response_format" in last, "tools" in last) == (takes == "schema", takes == "tools")
    assert ("temperature" in last) is temperature
    assert all(NOTE[:12] not in request.raw.decode() for request in trials)


def test_a_server_that_takes_a_schema_and_ignores_it_is_asked_with_tools():
    def answer(request: Request) -> Script:
        if "response_format" in request.body:
            return says("I am ready!")
        return says(READY if request.asked == "Are you ready?" else said(good()), tool="note")

    with ScriptedServer(answer=answer) as server:
        assert written(server, ability=None).drafter == "model"
        assert "tools" in server.requests[-1].body


@pytest.mark.parametrize("script", [status(401), status(404), status(500), silent])
def test_a_failure_of_the_trial_is_the_failure_of_the_draft_and_is_not_remembered(script):
    with ScriptedServer(script, says(READY), says(said(good()))) as server:
        asked = speaker(server, None, limits=QUICK)
        assert asked.ask([("human", "x")], {}, "note").failure is not None
        assert asked.memory.of(asked.endpoint) is None


def test_it_is_tried_once_for_all_drafts_and_processes(tmp_path):
    with server_that("tools") as server:
        asked = speaker(server, None)
        asked.memory = Memory(tmp_path / "deep" / "models.json")
        for _ in range(2):
            assert asked.ask([("human", "draft")], {"type": "object"}, "note").failure is None
        again = speaker(server, None)
        again.memory = Memory(tmp_path / "deep" / "models.json")
        again.ask([("human", "draft")], {"type": "object"}, "note")
        assert [request.asked for request in server.requests].count("Are you ready?") == 3
    held = (tmp_path / "deep" / "models.json").read_text()
    assert json.loads(held)[f"openai 127.0.0.1:{server.port} tiny"] == {"way": "tools", "temperature": True}
    assert KEY not in held


def test_what_a_server_refuses_later_is_forgotten():
    with ScriptedServer(status(400)) as server:
        asked = speaker(server)
        asked.ask([("human", "draft")], {}, "note")
        assert asked.memory.of(asked.endpoint) is None


@pytest.mark.parametrize(
    "text", ["", "[]", "{nonsense", '{"openai here tiny": 7}', '{"openai here tiny": {"way": "magic"}}']
)
def test_a_memory_that_cannot_be_read_is_no_obstacle(tmp_path, text):
    file = tmp_path / "models.json"
    file.write_text(text)
    memory, endpoint = Memory(file), Endpoint("tiny", "http://here/v1")
    assert memory.of(endpoint) is None
    memory.keep(endpoint, STRICT)
    assert Memory(file).of(endpoint) == STRICT


def test_a_folder_nobody_can_write_to_is_no_obstacle(tmp_path):
    (tmp_path / "file").touch()
    memory = Memory(tmp_path / "file" / "models.json")
    memory.keep(Endpoint("tiny"), STRICT)
    assert memory.of(Endpoint("tiny")) == STRICT


def test_two_models_of_one_address_and_a_password_in_it(tmp_path):
    memory = Memory(tmp_path / "models.json")
    memory.keep(Endpoint("a", "http://user:word@here/v1"), Ability("text", False))
    memory.keep(Endpoint("b", "http://user:word@here/v1"), STRICT)
    assert Memory(tmp_path / "models.json").of(Endpoint("a", "http://here/v1")) == Ability("text", False)
    assert "word" not in (tmp_path / "models.json").read_text()
    assert len(ALL) == 6
