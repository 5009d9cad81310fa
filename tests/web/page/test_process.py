"""The app as it is started, with a model that speaks: its clauses are read as they come, and a reload loses none."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import monotonic, sleep

import pytest
from playwright.sync_api import Error, expect

from drafting.model.asking import good, said
from drafting.model.examples import NOTE
from scripted_server import Connection, Request, Script, ScriptedServer, says, status

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
    settings = {
        "OTASSIST_DATA_DIR": str(tmp_path),
        "OTASSIST_LLM_BASE_URL": model[1],
        "OTASSIST_LLM_MODEL": "speaking",
    }
    command = [sys.executable, "-m", "otassist", "serve", "--port", "0"]
    running = subprocess.Popen(
        command, env={**os.environ, **settings}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        assert running.stdout is not None
        told = running.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", told)
        assert found, told
        yield found.group()
    finally:
        running.terminate()
        running.communicate(timeout=20)


def _open(use: Workspace) -> None:
    """The address is told a moment before it answers."""
    end = monotonic() + 20
    while True:
        try:
            use.open()
        except Error:
            if monotonic() > end:
                raise
            sleep(0.1)
        else:
            return


def test_a_model_s_note_is_read_while_it_is_written(model, address, visiting):
    speaking, _ = model
    use = Workspace(visiting(), address)
    _open(use)
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
