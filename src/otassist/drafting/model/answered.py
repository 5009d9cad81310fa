"""The JSON a model answered with -> clauses as it gave them: the shape is checked, nothing is believed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .failures import failure

LONGEST = 1_000
"""Characters of a clause; a sentence is shorter."""
MOST = 200
"""Clauses of a draft, and ids of a clause."""


def object_of(text: str) -> Mapping[str, Any]:
    """The JSON object of an answer, also with words around it. Raises ModelFailure."""
    if not text.strip():
        raise failure("empty")
    try:
        found = _loaded(text)
    except (ValueError, RecursionError):
        raise failure("not_json") from None  # the cause would carry the answer
    if not isinstance(found, dict):
        raise failure("wrong_shape")
    return found


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        thought = re.sub(r"\A\s*<think>.*?</think>", "", text, flags=re.S)
        return json.loads(thought[thought.find("{") : thought.rfind("}") + 1])


@dataclass(frozen=True, slots=True)
class Given:
    """A clause of an answer; `place` is its section or role."""

    place: str
    text: str
    origin: str
    statements: tuple[str, ...]
    facts: tuple[str, ...]
    evidence: tuple[str, ...]


def clauses_of(answer: Mapping[str, Any], where: str, places: Sequence[str]) -> tuple[Given, ...]:
    """The clauses of an object, those without text left out. Raises ModelFailure for another shape."""
    items = answer.get("clauses")
    if not isinstance(items, list) or len(items) > MOST:
        raise failure("wrong_shape")
    return tuple(given for item in items if (given := _given(item, where, places)).text)


def goals_of(answer: Mapping[str, Any], places: Sequence[str]) -> tuple[tuple[str, tuple[Given, ...]], ...]:
    """The proposal and the clauses of each goal. Raises ModelFailure for another shape."""
    items = answer.get("goals")
    if not isinstance(items, list) or len(items) > MOST:
        raise failure("wrong_shape")
    return tuple((_text(item, "proposal"), clauses_of(item, "role", places)) for item in items)


def _given(item: Any, where: str, places: Sequence[str]) -> Given:
    place = _text(item, where)
    if place not in places:
        raise failure("wrong_shape")
    text = text_of(item)
    if len(text) > LONGEST:
        raise failure("wrong_shape")
    origin = item.get("origin")
    sources = (ids_of(item, name) for name in ("statements", "facts", "evidence"))
    return Given(place, text, origin if isinstance(origin, str) else "", *sources)


def text_of(item: Any, name: str = "text") -> str:
    """A text of an answer on one line, without signs that cannot be printed. Raises ModelFailure."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", " ", _text(item, name)).split())


def _text(item: Any, name: str) -> str:
    value = item.get(name) if isinstance(item, dict) else None
    if not isinstance(value, str):
        raise failure("wrong_shape")
    return value


def ids_of(item: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """The ids under a name, each once. Raises ModelFailure."""
    value = item.get(name, [])
    if not isinstance(value, list) or len(value) > MOST or not all(isinstance(each, str) for each in value):
        raise failure("wrong_shape")
    return tuple(dict.fromkeys(value))
