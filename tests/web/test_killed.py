"""SIGKILL while a therapist types, edits and drafts: what was acknowledged is there when the app is started again."""

from __future__ import annotations

import json
import random
import threading
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from .conftest import JOT, new_id
from .serving import Served, served

pytestmark = pytest.mark.slow
KILLS = 10


def call(server: Served, method: str, path: str, body: Any = None) -> dict[str, Any]:
    request = urllib.request.Request(
        server.url + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"content-type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return dict(json.loads(answer.read() or b"{}"))


class Typing:
    """One therapist's work, and the last state of it that the server acknowledged."""

    def __init__(self) -> None:
        self.conversation, self.draft = new_id(), ""
        self.box, self.version = "", 1
        self.clause, self.draft_version = "", 1
        self.messages: list[str] = []

    def begin(self, server: Served) -> None:
        call(server, "POST", "/api/conversations", {"id": self.conversation})
        said = self.send(server, JOT)
        with urllib.request.urlopen(f"{server.url}/api/jobs/{said['job']['id']}/events", timeout=60) as stream:
            stream.read()
        held = call(server, "GET", f"/api/conversations/{self.conversation}")
        self.draft, self.clause = held["drafts"][0]["id"], held["drafts"][0]["content"]["clauses"][1]["text"]
        self.version = held["conversation"]["version"]

    def send(self, server: Served, text: str) -> dict[str, Any]:
        body = {"id": new_id(), "text": text, "kind": "note"}
        said = call(server, "POST", f"/api/conversations/{self.conversation}/messages", body)
        self.messages.append(text)
        self.version = said["conversation"]["version"]
        return said

    def go_on(self, server: Served, number: int) -> None:
        """A key in the box, and every third time an edit of a clause."""
        box = f"{number} copied 3/5 " + "x" * (number % 50)
        path = f"/api/conversations/{self.conversation}"
        saved = call(server, "PATCH", path, {"version": self.version, "box": box})
        self.box, self.version = box, saved["version"]
        if number % 3 == 0:
            text = f"They copied {number} words."
            edit = {"version": self.draft_version, "clauses": [{"id": "c2", "text": text}]}
            edited = call(server, "PATCH", f"/api/drafts/{self.draft}", edit)
            self.clause, self.draft_version = text, edited["version"]

    def is_there(self, server: Served) -> None:
        """Nothing acknowledged is lost; what was under way at the end may be there, too."""
        held = call(server, "GET", f"/api/conversations/{self.conversation}")
        assert held["conversation"]["version"] >= self.version
        if held["conversation"]["version"] == self.version:
            assert held["conversation"]["box"] == self.box
        draft = next(item for item in held["drafts"] if item["id"] == self.draft)
        assert draft["version"] >= self.draft_version
        if draft["version"] == self.draft_version:
            assert self.clause in draft["content"]["text"]
        said = [item["text"] for item in held["messages"] if item["role"] == "therapist"]
        assert said == self.messages
        self.version, self.draft_version = held["conversation"]["version"], draft["version"]
        self.box = held["conversation"]["box"]
        self.clause = next(item["text"] for item in draft["content"]["clauses"] if item["id"] == "c2")


def work_until(server: Served, typing: Typing, killed: bool, chance: random.Random) -> int:
    """Types until the server is killed, or fifteen times."""
    if killed:
        threading.Timer(chance.uniform(0.05, 0.6), server.process.kill).start()
    number = 0
    try:
        while number < (1_000_000 if killed else 15):
            number += 1
            typing.go_on(server, number)
    except (urllib.error.URLError, ConnectionError, TimeoutError, OSError):
        assert killed
    return number


@pytest.mark.parametrize("killed", [True, False], ids=["killed", "left alone"])
def test_nothing_that_was_acknowledged_is_lost(tmp_path: Path, killed: bool):
    chance, typing, done = random.Random(7), Typing(), 0
    with served(tmp_path) as server:
        typing.begin(server)
        done += work_until(server, typing, killed, chance)
    for _ in range(KILLS - 1 if killed else 1):
        with served(tmp_path) as server:
            typing.is_there(server)
            done += work_until(server, typing, killed, chance)
    with served(tmp_path) as server:
        typing.is_there(server)
    assert done >= 20
