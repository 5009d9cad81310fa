"""Speakers and drafters at a scripted server, with limits short enough for tests."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from otassist.checks import check_draft
from otassist.domain import Finding, Following, Note, Observation, Written
from otassist.drafting.model import Endpoint, Limits, Memory, ModelDrafter, Speaker
from otassist.drafting.model.abilities import Ability
from otassist.drafting.model.speaker import ALONE
from otassist.drafting.prompts import PromptShelf
from scripted_server import ScriptedServer

from . import examples

KEY = "sk-secret-of-the-district"
PATIENT = Limits(connect=5, first=20, between=20, total=40, busy=0.2, answer_bytes=20_000)
"""For servers that answer, however busy the machine is."""
QUICK = replace(PATIENT, first=0.8, total=5)
"""For servers that do not begin."""
BEGUN = replace(PATIENT, between=0.3)
"""For servers that begin and do not go on."""
STRICT = Ability("schema", True)


def speaker(server: ScriptedServer | str, ability: Ability | None = STRICT, **more: Any) -> Speaker:
    """A speaker that knows what its server can do, unless `ability` is None."""
    url = server if isinstance(server, str) else server.url
    endpoint = Endpoint("tiny", url, KEY, **{"limits": PATIENT, **more})
    memory = Memory(None)
    if ability is not None:
        memory.keep(endpoint, ability)
    return Speaker(endpoint, memory)


@cache
def composed() -> tuple[Note, Observation]:
    """The composer's checked note of the example's jot."""
    note, observation = examples.note()
    return check_draft(note, observation), observation


def written(server: ScriptedServer | str, follow: Following = ALONE, **more: Any) -> Written:
    """What the model drafter makes of it."""
    note, observation = composed()
    drafter = ModelDrafter(speaker(server, **more), PromptShelf(), check_draft)
    return drafter.notes(observation, [note], "note", (), follow)


def good() -> dict[str, Any]:
    """The answer of the shipped example: a good note."""
    answer: dict[str, Any] = json.loads(PromptShelf().prompt("note").examples[0].answer)
    return answer


def with_clause(number: int, **changes: Any) -> dict[str, Any]:
    """The good answer with another clause in it."""
    clauses = good()["clauses"]
    clauses[number] = {**clauses[number], **changes}
    return {"clauses": clauses}


def blockers(found: Sequence[Finding]) -> list[Finding]:
    return [item for item in found if item.severity == "blocker"]


def said(answer: Mapping[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False)


def limited(**changes: Any) -> Limits:
    return replace(PATIENT, **changes)
