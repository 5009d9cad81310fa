"""`ask` and `revise` from the command line with a scripted model: what is printed, and what no failure may cost."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bank.files import corpus
from conversation.drafts import COPY, JOT, NOTE
from otassist import wire
from scripted_server import Request, Script, ScriptedServer, says, status

from .asking import KEY, said

QUESTION = "slant boards and paper position"
BORNE = "A board tips the page toward the eyes."
CHANGED = "He copied 3/5 sentences for spacing with minimal verbal cues."


def answer(request: Request) -> Script:
    """A model that can answer, place a message and change a note."""
    name = request.body["response_format"]["json_schema"]["name"]
    if name == "answer":
        (identity,) = {json.loads(line)["id"] for line in request.asked.split("<passages>\n")[1].splitlines()[:1]}
        sentences = [{"text": text, "passages": [identity]} for text in (BORNE, "Boards cure dyslexia.")]
        return says(said({"found": True, "sentences": sentences}))
    if name == "edit":
        return says(said({"changes": [{"clause": "c3", "action": "replace", "text": CHANGED, "statements": []}]}))
    return says(said({"ready": True} if name == "ready" else {"kind": "edit"}))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ScriptedServer]:
    with ScriptedServer(answer=answer) as server:
        monkeypatch.setenv("OTASSIST_CORPUS_DIR", str(corpus(tmp_path / "corpus")))
        monkeypatch.setenv("OTASSIST_DATA_DIR", str(tmp_path / "state"))
        monkeypatch.setenv("OTASSIST_LLM_MODEL", "tiny")
        monkeypatch.setenv("OTASSIST_LLM_SIZE", "large")
        monkeypatch.setenv("OTASSIST_LLM_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        yield server


@pytest.fixture
def revised(command: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    def run(message: str, draft: Any = NOTE, *more: str) -> Any:
        file = tmp_path / "draft.json"
        file.write_text(wire.dump(wire.draft(draft) | {"jot": JOT}), encoding="utf-8")
        result = command("revise", str(file), message, *more)
        assert (result.exit_code, result.stderr) == (0, "")
        return json.loads(result.stdout) if "--json" in more else result.stdout

    return run


def test_a_question_is_answered_in_the_models_words_with_the_passages_below(server, command):
    given = json.loads(command("ask", QUESTION, "--json").stdout)
    assert (given["drafter"], given["model"], given["prompt"]["id"]) == ("model", "tiny", "answer.v1")
    assert given["answer"] == BORNE
    assert [item["text"] for item in given["sentences"]] == [BORNE]
    assert set(given["sentences"][0]["passages"]) <= {item["id"] for item in given["passages"]}
    assert given["usage"]["calls"] == 1
    assert "1 of the 2 sentences" in given["notices"][0]["text"]
    shown = command("ask", QUESTION).stdout
    assert shown.startswith(BORNE)
    assert "In the words of tiny, with the prompt answer.v1." in shown
    assert KEY not in shown + json.dumps(given)


def test_what_the_library_does_not_hold_is_asked_of_nobody(server, command):
    given = json.loads(command("ask", "capital of France", "--json").stdout)
    assert (given["found"], given["answer"], given["sentences"]) == (False, None, [])
    assert [each for each in server.requests if "<question>" in each.asked] == []


def test_a_wish_is_done_by_the_model_and_its_json_feeds_the_next(server, revised):
    given = revised("make it sparkle", NOTE, "--json")
    assert (given["kind"], given["action"], given["done"], given["model"]) == ("edit", "model", True, "tiny")
    assert given["prompt"]["id"] == "edit.v1"
    assert [(each["clause"], each["new"]["text"]) for each in given["changes"]] == [("c3", CHANGED)]
    assert CHANGED in given["draft"]["text"]
    assert len(given["history"]) == 1
    shown = revised("make it sparkle")
    assert shown.startswith("Done by the language model: ")
    assert f"+ {CHANGED}" in shown
    assert "Changed by tiny with the prompt edit.v1" in shown


def test_what_was_changed_by_the_model_is_taken_back(server, revised, command, tmp_path):
    file = tmp_path / "after.json"
    file.write_text(json.dumps(revised("make it sparkle", NOTE, "--json")), encoding="utf-8")
    back = json.loads(command("revise", str(file), "undo", "--json").stdout)
    assert back["draft"]["text"] == NOTE.text


def test_common_edits_ask_no_model(server, revised):
    assert revised("make it 4/5", COPY, "--json")["done"]
    assert server.requests == []


@pytest.mark.parametrize("script", [status(500), status(401), says("no JSON"), says("")])
def test_a_model_that_fails_costs_a_sentence(server, revised, command, script):
    server.answer = lambda request: answer(request) if "ready" in request.asked else script
    given = revised("make it sparkle", NOTE, "--json")
    assert (given["done"], given["needs_model"], given["changes"]) == (False, True, [])
    assert given["draft"]["text"] == NOTE.text
    assert given["said"].endswith("Your message is kept; the draft is as it was.")
    told = json.loads(command("ask", QUESTION, "--json").stdout)
    assert (told["drafter"], told["found"]) == ("library", True)
    assert told["notices"][0]["text"].startswith("This was answered without the language model")


def test_a_model_elsewhere_is_sent_no_message_and_no_question(server, revised, command, monkeypatch):
    monkeypatch.setenv("OTASSIST_LLM_BASE_URL", "https://model.example.org/v1")
    assert "no agreement" in revised("make it sparkle", NOTE, "--json")["said"]
    assert "no agreement" in json.loads(command("ask", QUESTION, "--json").stdout)["notices"][0]["text"]
    assert server.requests == []
