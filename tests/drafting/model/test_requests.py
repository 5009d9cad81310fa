"""The outbound requests, key by key: `cd tests && python -m drafting.model.test_requests` renews the golden ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from otassist.checks import check_draft
from otassist.drafting.model import ModelDrafter
from otassist.drafting.model.abilities import ALL, Ability
from otassist.drafting.prompts import PromptShelf
from otassist.errors import ModelFailure
from otassist.evaluation.judges import Judge
from scripted_server import ScriptedServer, says, status

from . import examples
from . import test_answering as answering
from . import test_editing as editing
from .asking import KEY, composed, said, speaker, with_clause, written
from .test_goals import FOUND, check

GOLDEN = Path(__file__).parent / "golden"
SCHEMA, TEXT = Ability("schema", True), Ability("text", False)


def requests_of(name: str) -> list[bytes]:
    """The bodies that go out for a draft."""
    if name == "revise":
        scripts = [says(said(with_clause(3, text="They happily did not erase.")))] * 2
        with ScriptedServer(*scripts) as server:
            written(server)
    else:
        with ScriptedServer(status(500)) as server:
            _ask(name, server)
    return [request.raw for request in server.requests]


def _ask(name: str, server: ScriptedServer) -> None:
    if name in ("note", "text", "tools"):
        ability = {"note": SCHEMA, "text": TEXT, "tools": Ability("tools", True)}[name]
        written(server, ability=ability)
    elif name in ("goal", "consult", "statement"):
        _draft(name, server)
    elif name in ("answer", "passage"):
        answering.asked(server, small=name == "passage")
    elif name in JUDGES:
        with pytest.raises(ModelFailure):
            Judge(speaker(server), PromptShelf().prompt(name)).opinion(JUDGES[name])
    else:
        message = "make it sparkle" if name == "edit" else "sounds like his idea"
        editing.talked(editing.NOTE, message, server)


def _draft(name: str, server: ScriptedServer) -> None:
    small = name == "statement"
    drafter = ModelDrafter(speaker(server), PromptShelf(), check_draft, lambda: small)
    if name == "goal":
        proposals, observation = examples.goals()
        drafter.goals(observation, tuple(proposals.values()), check, FOUND)
    elif name == "consult":
        note, observation = examples.note(examples.CONSULT, "consult")
        drafter.notes(observation, [check_draft(note, observation)], "consult", [examples.evidence()])
    else:
        note, observation = examples.note()
        drafter.notes(observation, [check_draft(note, observation)], "note")


JUDGES = {
    "judge_supported": {"jot": examples.NOTE, "section": "objective", "sentence": "They did not erase."},
    "judge_measurable": {"goal": "By May, the student will copy words."},
    "judge_edu_relevant": {"goal": "By May, the student will copy words."},
}
PROMPTS = ("note", "consult", "goal", "statement", "revise", "answer", "passage", "intent", "edit", *JUDGES)
NAMES = (*PROMPTS, "text", "tools")


def test_every_shipped_prompt_has_a_golden_body():
    assert {prompt.task for prompt in PromptShelf().all()} == set(PROMPTS)


@pytest.mark.parametrize("name", NAMES)
def test_the_outbound_body_is_the_golden_one(name):
    last = requests_of(name)[-1]
    assert json.loads(last) == json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))


def test_the_same_draft_is_the_same_request_to_the_byte():
    assert requests_of("note") == requests_of("note")


def test_what_is_the_same_for_every_draft_stands_first():
    """A provider's cache serves the beginning of a request: rules and examples are the same whatever the jot."""
    own = json.loads(requests_of("note")[0])["messages"]
    note, observation = examples.note("pull-out. zipped coat 2/4 w/ mod A. P: zipper pull")
    with ScriptedServer(status(500)) as server:
        ModelDrafter(speaker(server), PromptShelf(), check_draft).notes(observation, [note], "note")
        other = server.requests[0].body["messages"]
    assert own[:-1] == other[:-1]
    assert [message["role"] for message in own] == ["system", "user", "assistant", "user"]


def test_the_key_goes_into_its_header_and_nowhere_else():
    with ScriptedServer(status(500)) as server:
        written(server)
        (request,) = server.requests
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in request.path + request.raw.decode()
    assert [name for name, value in request.headers.items() if KEY in value] == ["authorization"]


def test_no_student_text_is_in_the_address_or_a_header():
    with ScriptedServer(status(500)) as server:
        written(server)
        (request,) = server.requests
    assert request.path == "/v1/chat/completions"
    assert "lined" not in " ".join(request.headers.values())


@pytest.mark.parametrize("schema", ["note", "consult", "goal", "statement", "passage", "answer", "intent", "edit"])
def test_every_schema_is_strict(schema):
    """Every object lists all its keys as required and allows no other, as OpenAI's strict mode asks."""
    from otassist.drafting.schemas import SCHEMAS

    def objects(value: object) -> list[dict[str, object]]:
        if isinstance(value, dict):
            own = [value] if value.get("type") == "object" else []
            return own + [found for item in value.values() for found in objects(item)]
        return [found for item in value for found in objects(item)] if isinstance(value, list) else []

    found = objects(SCHEMAS[schema])
    assert found
    for item in found:
        assert item["additionalProperties"] is False
        assert item["required"] == list(item["properties"])  # type: ignore[call-overload]


def test_the_ways_to_ask_are_all_looked_at():
    assert {ability.way for ability in ALL} == {"schema", "tools", "text"}
    assert composed()[0].type == "session"


if __name__ == "__main__":
    for each in NAMES:
        body = json.loads(requests_of(each)[-1])
        (GOLDEN / f"{each}.json").write_text(json.dumps(body, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
