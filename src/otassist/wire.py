"""The JSON shapes of the contract, from the domain's types: one place for the command line and, later, the API."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from .domain import (
    SECTIONS,
    CheckedNote,
    Clause,
    Context,
    Drafting,
    Fact,
    Finding,
    Note,
    Notice,
    Observation,
    Question,
    Statement,
)
from .errors import OtassistError

SCHEMA_VERSION = 1
JSON = dict[str, Any]
_CONTEXT_KEYS = {field.name for field in fields(Context)}
_OTHER_KEYS = {"id", "text", "observation", "kind"}


def dump(value: Mapping[str, Any]) -> str:
    """One line of ASCII JSON."""
    return json.dumps(value, ensure_ascii=True, separators=(", ", ": "))


def context_from(values: Mapping[str, Any]) -> tuple[Context, tuple[str, ...]]:
    """The context among the keys of an input line, and the keys nobody knows (they become questions)."""
    known = {key: _entered(key, value) for key, value in values.items() if key in _CONTEXT_KEYS and value is not None}
    unknown = tuple(key for key in values if key not in _CONTEXT_KEYS | _OTHER_KEYS)
    return Context(**known), unknown


def _entered(key: str, value: Any) -> Any:
    if key != "goals":
        return str(value)
    listed = value if isinstance(value, list | tuple) else [value]
    return tuple(item if isinstance(item, str) else json.dumps(item, ensure_ascii=False) for item in listed)


def drafting(answer: Drafting, identity: Any = None) -> JSON:
    """The answer of `draft note` and `draft consult`."""
    scope = answer.observation.out_of_scope
    return {
        "schema_version": SCHEMA_VERSION,
        "id": identity,
        "kind": answer.kind,
        "drafter": answer.drafter,
        "model": None,
        "prompt": None,
        "observation": observation(answer.observation),
        "drafts": [note(item) for item in answer.notes],
        "evidence": [],
        "out_of_scope": {"reason": scope.reason, "refer_to": scope.refer_to} if scope else None,
        "questions": [question(item) for item in answer.questions],
        "notices": [notice(item) for item in answer.notices],
        "timings_ms": dict(answer.timings_ms),
    }


def observation(read: Observation, identity: Any = None) -> JSON:
    """The `observation` object; with an id it is the whole answer of `facts`."""
    scope = read.out_of_scope
    own: JSON = {
        "facts": [fact(item) for item in read.facts],
        "statements": [statement(item) for item in read.statements],
        "unused": [{"text": item.text, "start": item.start, "end": item.end} for item in read.unused],
        "note_type": read.note_type,
        "students": list(read.students),
        "areas": [{"area": item.area, "score": item.score} for item in read.areas],
        "questions": [question(item) for item in read.questions],
    }
    if identity is None:
        return {"schema_version": SCHEMA_VERSION, **own}
    return {
        "schema_version": SCHEMA_VERSION,
        "id": identity,
        **own,
        "out_of_scope": {"reason": scope.reason, "refer_to": scope.refer_to} if scope else None,
        "notices": [notice(item) for item in read.notices],
    }


def fact(item: Fact) -> JSON:
    return {
        "id": item.id,
        "kind": item.kind,
        "text": item.text,
        "value": item.value,
        "start": item.start,
        "end": item.end,
        "statement": item.statement,
        "negated": item.negated,
        "hedge": item.hedge,
        "replaced_by": item.replaced_by,
    }


def statement(item: Statement) -> JSON:
    return {
        "id": item.id,
        "text": item.text,
        "start": item.start,
        "end": item.end,
        "role": item.role,
        "actor": item.actor,
        "said_by": item.said_by,
        "negated": item.negated,
        "hedge": item.hedge,
        "condition": item.condition,
        "time": item.time,
        "student": item.student,
    }


def question(item: Question) -> JSON:
    return {"text": item.text, "about": item.about, "options": list(item.options)}


def notice(item: Notice) -> JSON:
    return {"kind": item.kind, "text": item.text, "start": item.start, "end": item.end}


def note(item: Note) -> JSON:
    """One drafted note."""
    return {
        "schema_version": SCHEMA_VERSION,
        "type": item.type,
        "student": item.student,
        "text": item.text,
        "sections": {section: [clause(part) for part in item.sections[section]] for section in SECTIONS},
        "clauses": [clause(part) for part in item.clauses],
        "findings": [finding(part) for part in item.findings],
    }


def clause(item: Clause) -> JSON:
    return {
        "id": item.id,
        "start": item.start,
        "end": item.end,
        "role": item.role,
        "text": item.text,
        "origin": item.origin,
        "statements": list(item.statements),
        "facts": list(item.facts),
        "evidence": list(item.evidence),
    }


def finding(item: Finding) -> JSON:
    return {
        "id": item.id,
        "clause": item.clause,
        "check": item.check,
        "severity": item.severity,
        "basis": item.basis,
        "message": item.message,
        "start": item.start,
        "end": item.end,
        "remedy": item.remedy,
    }


def checked(item: CheckedNote, identity: Any = None) -> JSON:
    """The answer of `check note`; the parts and scores of a goal do not apply and are null."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": identity,
        "text": item.text,
        "parts": None,
        "measurable": None,
        "educationally_relevant": None,
        "rubric": None,
        "findings": [finding(part) for part in item.findings],
    }


def error(problem: OtassistError, identity: Any = None) -> JSON:
    """A line of a batch that failed."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": identity,
        "error": {"message": problem.message, "remedy": problem.remedy},
    }
