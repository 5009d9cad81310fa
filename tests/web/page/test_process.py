"""The app as it is started, with a model that speaks: its clauses are read as they come, and a reload loses none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import expect

from drafting.model.asking import good, said
from drafting.model.examples import NOTE
from scripted_server import Connection, Request, Script, ScriptedServer, says, status

from ..serving import served
from .workspace import Workspace


class Speaking:
    """A model that says the first clauses of its note, and the rest when it is let go."""

    def __init__(self, first: int) -> None:
        self.first, self.go_on = first, Event()

    def answer(self, request: Request) -> Script:
        if request.method == "GET":
            return status(404)  # it tells no sizes
        return says('{"ready": true}') if request.asked == "Are you ready?" else self._say

    def _say(self, connection: Connection) -> None:
        connection.stream()
        for number, clause in enumerate(good()["clauses"]):
            if number == self.first:
                self.go_on.wait(30)
            connection.piece(('{"clauses": [' if number == 0 else ", ") + said(clause))
        connection.piece("]}", "stop")
        connection.usage(100, 20)
        connection.end()


@pytest.fixture
def model() -> Iterator[tuple[Speaking, str]]:
    speaking = Speaking(first=2)
    with ScriptedServer(answer=speaking.answer) as server:
        yield speaking, server.url
        speaking.go_on.set()


@pytest.fixture
def address(model: tuple[Speaking, str], tmp_path: Path) -> Iterator[str]:
    with served(tmp_path, {"OTASSIST_LLM_BASE_URL": model[1], "OTASSIST_LLM_MODEL": "speaking"}) as app:
        yield app.url


def test_a_model_s_note_is_read_while_it_is_written(model, address, visiting):
    speaking, _ = model
    use = Workspace(visiting(), address)
    use.open()
    use.send(NOTE, "Note")
    expect(use.streamed).to_have_count(speaking.first)
    use.shot("model-streaming")
    before = use.streamed.all_text_contents()
    assert before == [clause["text"] for clause in good()["clauses"][: speaking.first]]
    use.page.reload()
    expect(use.streamed).to_have_text(before)
    speaking.go_on.set()
    expect(use.draft).to_contain_text("worded by the model speaking")
    for clause in before:
        expect(use.draft).to_contain_text(clause)
    assert use.visit.elsewhere(address) == use.visit.complaints == []
