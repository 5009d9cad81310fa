"""A model that says what the composer said, in the OpenAI protocol on loopback: a change that changes nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from scripted_server import Connection, Request, Script, ScriptedServer, says

Words = Callable[[str], str]


def echo(request: Request, words: Words = lambda text: text) -> Script:
    """The answer to a request for a note or goals; each sentence through `words`."""
    if "<statements>" not in request.asked:
        return says('{"ready": true}')
    statements = _held("statements", request.asked)
    if "<proposals>" in request.asked:
        goals = [
            {"proposal": goal["id"], "clauses": _clauses(goal, words)} for goal in _held("proposals", request.asked)
        ]
        return _says(json.dumps({"goals": goals}))
    return _says(json.dumps({"clauses": [_clause(item, words) for item in statements]}))


def _says(text: str) -> Script:
    """In few pieces: what a client spends on each is not what is tested here."""
    return says(text, size=400)


def _held(tag: str, asked: str) -> list[dict[str, Any]]:
    found = re.search(rf"<{tag}>\n(.*?)\n?</{tag}>", asked, re.S)
    assert found
    return [json.loads(line) for line in found[1].split("\n") if line]


def _clauses(goal: Mapping[str, Any], words: Words) -> list[dict[str, Any]]:
    return [{**clause, "text": words(clause["text"])} for clause in goal["clauses"]]


def _clause(statement: Mapping[str, Any], words: Words) -> dict[str, Any]:
    return {
        "section": statement["section"],
        "text": words(statement["plain"]),
        "origin": "observed",
        "statements": [statement["id"]],
        "facts": [fact["id"] for fact in statement["facts"]],
    }


def echoing(words: Words = lambda text: text) -> ScriptedServer:
    return ScriptedServer(answer=lambda request: echo(request, words))


def late(script: Script, wait: Callable[[], object]) -> Script:
    """The same after a while."""

    def answer(connection: Connection) -> None:
        wait()
        script(connection)

    return answer
