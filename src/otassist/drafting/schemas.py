"""The strict JSON schemas a model answers in. They are the same for every draft, so that a provider can cache them.

Strict means: every key is required and no other is allowed, which is what OpenAI asks of a strict schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ..domain import SECTIONS

JSONSchema = Mapping[str, Any]

NOTE_ORIGINS: Final = ("observed", "inferred")
"""What a model may claim of a note's clause: `blank` and `therapist` are never its own to write."""

CONSULT_ORIGINS: Final = (*NOTE_ORIGINS, "practice")

GOAL_ORIGINS: Final = ("observed", "bank", "practice", "inferred", "proposed")

GOAL_ROLES: Final = ("behavior", "condition", "criterion", "method")
"""The parts a model may word; timeframe, baseline and reason stay as the composer took them from jot and bank."""

SAME: Final = "same"
"""The schema of a prompt that goes on with another prompt's answer."""


def _object(**properties: Any) -> JSONSchema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list_of(items: JSONSchema) -> JSONSchema:
    return {"type": "array", "items": items}


_TEXT: Final[JSONSchema] = {"type": "string"}
_IDS: Final = _list_of(_TEXT)


def _one_of(*values: str) -> JSONSchema:
    return {"type": "string", "enum": list(values)}


def _clause(where: str, places: tuple[str, ...], origins: tuple[str, ...], *sources: str) -> JSONSchema:
    said = {where: _one_of(*places), "text": _TEXT, "origin": _one_of(*origins)}
    return _object(**said, **dict.fromkeys(sources, _IDS))


_NOTE: Final = ("section", SECTIONS)
_JOT: Final = ("statements", "facts")
_GOAL_CLAUSE: Final = _clause("role", GOAL_ROLES, GOAL_ORIGINS, *_JOT, "evidence")

_SENTENCE: Final = _object(text={"type": "string", "minLength": 1, "maxLength": 300})
"""All that a small model is asked to fill; OpenAI's own servers, which refuse lengths, have no small models."""

SCHEMAS: Final[Mapping[str, JSONSchema]] = {
    "note": _object(clauses=_list_of(_clause(*_NOTE, NOTE_ORIGINS, *_JOT))),
    "consult": _object(clauses=_list_of(_clause(*_NOTE, CONSULT_ORIGINS, *_JOT, "evidence"))),
    "statement": _SENTENCE,
    "passage": _SENTENCE,
    "goal": _object(goals=_list_of(_object(proposal=_TEXT, clauses=_list_of(_GOAL_CLAUSE)))),
    "answer": _object(found={"type": "boolean"}, sentences=_list_of(_object(text=_TEXT, passages=_IDS))),
    "intent": _object(kind=_one_of("jot", "edit", "question", "command")),
    "edit": _object(
        changes=_list_of(
            _object(clause=_TEXT, action=_one_of("replace", "remove", "add"), text=_TEXT, statements=_IDS),
        )
    ),
    "judge": _object(reason=_TEXT, answer=_TEXT),
}

VARIABLES: Final[Mapping[str, tuple[str, ...]]] = {
    "note": ("about", "statements"),
    "consult": ("about", "statements", "passages"),
    "statement": ("statement",),
    "goal": ("about", "statements", "proposals", "passages"),
    "revise": ("findings",),
    "answer": ("question", "passages"),
    "passage": ("question", "passage"),
    "intent": ("message", "draft"),
    "edit": ("message", "draft", "statements"),
}
"""What the program fills into the prompt of each task; a prompt that leaves one out would hide it from the model."""
