"""Goals, answers and changes of a draft go the same way out as notes: masked, and back with their names."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from conversation.drafts import MEANS, NOTE
from otassist.conversation import reply
from otassist.drafting.model import Asker, Endpoint, ModelAnswerer, ModelDrafter, ModelEditor
from otassist.drafting.prompts import PromptShelf
from otassist.reading import read
from scripted_server import Request, Script, ScriptedServer, says

from .. import made
from .asking import said
from .test_abroad import abroad
from .test_answering import GOOD, OWN, PRACTICE
from .test_editing import change
from .test_goals import check


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Endpoint, "is_local", property(lambda _: False))


def bodies(server: ScriptedServer) -> bytes:
    assert server.requests
    return b"".join(request.raw for request in server.requests).lower()


def test_goals_go_out_masked_and_come_back_with_their_names():
    jot = "gr 1. Marisol copied 2 of 7 words from board, skips words, needs min vc to find place. Ms. Okafor agrees"
    composed = [check(goal) for goal in made.drafted(jot).goals]
    assert composed

    def answer(request: Request) -> Script:
        (proposal, *_) = [json.loads(line) for line in request.asked.splitlines() if '"clauses": [' in line]
        clauses = [
            {**clause, "text": f"{clause['text']}", "evidence": clause["evidence"]} for clause in proposal["clauses"]
        ]
        return says(said({"goals": [{"proposal": proposal["id"], "clauses": clauses}]}))

    with ScriptedServer(answer=answer) as server:
        drafter = ModelDrafter(abroad(server), PromptShelf(), lambda note, _: note)
        written = drafter.goals(made.seen(jot), composed, check, made.found(made.COPY, made.PLAN))
    assert not re.search(rb"marisol|okafor", bodies(server))
    assert [goal.text for goal in written.goals] == [goal.text for goal in composed]
    assert "[Person" not in str(written.goals)


def test_a_question_goes_out_masked():
    with ScriptedServer(says(said({"found": True, "sentences": GOOD}))) as server:
        answer = ModelAnswerer(Asker(abroad(server), PromptShelf())).answer(OWN, PRACTICE)
    assert b"marisol" not in bodies(server)
    assert "[Person A]" in server.requests[0].asked
    assert answer.question == OWN.question


def test_a_message_about_a_draft_goes_out_masked_and_its_names_come_back():
    def answer(request: Request) -> Script:
        placeholder = re.findall(r"\[Person \w+\]", request.asked)[0]
        told = f"He copied 3/5 sentences with minimal verbal cues from {placeholder} for spacing."
        kind = request.body["response_format"]["json_schema"]["name"]
        return says(said({"kind": "edit"} if kind == "intent" else {"changes": [change("c3", told)]}))

    with ScriptedServer(answer=answer) as server:
        editor = ModelEditor(Asker(abroad(server), PromptShelf()), read("copied 3/5 sentences w/ min vc for spacing"))
        got = reply("tell that Nakoma gave the cues", NOTE, replace(MEANS, model=editor))
    assert b"nakoma" not in bodies(server)
    assert got.draft is not None
    assert "cues from Nakoma for spacing" in got.draft.text
    assert "[Person" not in got.draft.text
