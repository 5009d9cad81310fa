"""The JSON shapes of the contract, from and to the domain's types: one place for every face."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from math import isfinite
from typing import Any, NoReturn

from .domain import (
    GOAL_PARTS,
    SECTIONS,
    Answer,
    CheckedGoal,
    CheckedNote,
    Clause,
    Context,
    Drafting,
    Entity,
    Evidence,
    Fact,
    Finding,
    Goal,
    Masked,
    Note,
    Notice,
    Observation,
    OutOfScope,
    Question,
    Repair,
    Reply,
    Rubric,
    Statement,
    Usage,
)
from .errors import EmptyJot, NotText, OtassistError

SCHEMA_VERSION = 1
DEEPEST = 50
"""Lists and objects inside one another in an input line; more is no jot and would exhaust the stack."""

JSON = dict[str, Any]
_CONTEXT_KEYS = {field.name for field in fields(Context)}
_OTHER_KEYS = {"id", "text", "observation", "kind", "previous"}
_LINE_REMEDY = 'Write {"id": 1, "text": "..."} on each line.'


def dump(value: Mapping[str, Any]) -> str:
    """One line of ASCII JSON."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(", ", ": "))


def item_from(line: str) -> Mapping[str, Any]:
    """The JSON object of an input line. Raises NotText for what could not be echoed as JSON again."""
    try:
        item = json.loads(line, parse_constant=_no_number, parse_float=_finite)
    except json.JSONDecodeError as problem:
        raise NotText("The line is not a JSON object.", _LINE_REMEDY) from problem
    except ValueError as problem:
        raise NotText(
            "The line holds a number that is too long or not finite.", "Put it in quotation marks."
        ) from problem
    except RecursionError as problem:
        raise NotText("The line is nested too deeply.", _LINE_REMEDY) from problem
    if not isinstance(item, dict):
        raise NotText("The line is not a JSON object.", _LINE_REMEDY)
    if _deeper_than(item, DEEPEST):
        raise NotText("The line is nested too deeply.", _LINE_REMEDY)
    return item


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _finite(digits: str) -> float:
    number = float(digits)
    return number if isfinite(number) else _no_number(digits)


def _deeper_than(value: Any, limit: int) -> bool:
    level = [value]
    for _ in range(limit):
        inner = [item for item in level if isinstance(item, dict | list)]
        level = [child for item in inner for child in (item.values() if isinstance(item, dict) else item)]
    return any(isinstance(item, dict | list) for item in level)


def text_from(item: Mapping[str, Any], key: str = "text") -> str:
    """The text under a key. Raises EmptyJot when it is missing, NotText when it is no text."""
    text = item.get(key)
    if text is None:
        raise EmptyJot(f"The line has no key {key!r}.", _LINE_REMEDY)
    if not isinstance(text, str):
        raise NotText(f"The key {key!r} holds no text.", "Put it in quotation marks.")
    if "\x00" in text:
        raise NotText("The input is not readable text.", "Send it as plain UTF-8 text.")
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise NotText("The text holds half a character (an unpaired surrogate).", "Send it as valid Unicode.")
    return text


def context_from(values: Mapping[str, Any]) -> tuple[Context, tuple[str, ...]]:
    """The context among the keys of an input line, and the keys nobody knows (they become questions)."""
    known = {key: _entered(key, value) for key, value in values.items() if key in _CONTEXT_KEYS and value is not None}
    unknown = tuple(key for key in values if key not in _CONTEXT_KEYS | _OTHER_KEYS)
    return Context(**known), unknown


def _entered(key: str, value: Any) -> Any:
    if key != "goals":
        return _words(value)
    return tuple(_words(item) for item in (value if isinstance(value, list | tuple) else [value]))


def previous_from(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The student's earlier notes beside a note to check: one text or a list of them."""
    value = item.get("previous") or ()
    return tuple(_words(note) for note in (value if isinstance(value, list | tuple) else [value]))


def _words(value: Any) -> str:
    """A value as the therapist wrote it; half characters become question marks."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "replace").decode("utf-8")


def drafting(answer: Drafting, identity: Any = None) -> JSON:
    """The answer of `draft note` and `draft consult`."""
    read = answer.observation
    area = read.areas[0].area if read.areas else None
    return {
        "schema_version": SCHEMA_VERSION,
        "id": identity,
        "kind": answer.kind,
        "drafter": answer.drafter,
        "model": answer.model,
        "prompt": _keys(answer.prompt, "id", "sha256") if answer.prompt else None,
        "usage": usage(answer.usage) if answer.usage else None,
        "observation": observation(read),
        "drafts": [note(item, area) for item in answer.notes] + [goal(item) for item in answer.goals],
        "set_aside": [{"why": item.why, "draft": _draft(item.draft, area)} for item in answer.set_aside],
        "evidence": [evidence(item) for item in answer.evidence],
        "out_of_scope": out_of_scope(read.out_of_scope),
        "questions": [question(item) for item in answer.questions],
        "notices": [notice(item) for item in answer.notices],
        "timings_ms": dict(answer.timings_ms),
    }


def _draft(item: Note | Goal, area: str | None) -> JSON:
    return note(item, area) if isinstance(item, Note) else goal(item)


def usage(item: Usage) -> JSON:
    """What a model took: tokens by its server's count, calls, revisions, dollars where a price is set."""
    return _keys(item, "tokens_in", "tokens_out", "calls", "revisions", "cost")


def reading(read: Observation, identity: Any = None) -> JSON:
    """The answer of `facts`: the observation with what stands beside it."""
    return {
        **observation(read),
        "id": identity,
        "out_of_scope": out_of_scope(read.out_of_scope),
        "notices": [notice(item) for item in read.notices],
    }


def observation(read: Observation) -> JSON:
    """The `observation` object."""
    return {
        "schema_version": SCHEMA_VERSION,
        "facts": [fact(item) for item in read.facts],
        "statements": [statement(item) for item in read.statements],
        "unused": [_keys(item, "text", "start", "end") for item in read.unused],
        "note_type": read.note_type,
        "students": list(read.students),
        "areas": [_keys(item, "area", "score") for item in read.areas],
        "questions": [question(item) for item in read.questions],
    }


def _keys(item: Any, *names: str) -> JSON:
    return {name: getattr(item, name) for name in names}


def fact(item: Fact) -> JSON:
    """Where it stands in the jot, its normal form, and what withdrew or weakened it."""
    place = _keys(item, "id", "kind", "text", "value", "start", "end", "statement")
    return place | _keys(item, "negated", "hedge", "replaced_by")


def statement(item: Statement) -> JSON:
    """One proposition with who, said by whom, under which condition, when."""
    place = _keys(item, "id", "text", "start", "end", "role", "actor", "said_by")
    return place | _keys(item, "negated", "hedge", "condition", "time", "student", "everybody")


def question(item: Question) -> JSON:
    """What the jot leaves open, with the answers to choose from."""
    return {"text": item.text, "about": item.about, "options": list(item.options)}


def notice(item: Notice) -> JSON:
    """What must be seen beside the draft."""
    return _keys(item, "kind", "text", "start", "end")


def out_of_scope(item: OutOfScope | None) -> JSON | None:
    """Why a request belongs to somebody else, and to whom."""
    return _keys(item, "reason", "refer_to") if item else None


def note(item: Note, area: str | None = None) -> JSON:
    """One drafted note; what only a goal has is there and empty, so that one reader serves both."""
    return {
        "schema_version": SCHEMA_VERSION,
        "type": item.type,
        "student": item.student,
        "text": item.text,
        "sections": {section: [clause(part) for part in item.sections[section]] for section in SECTIONS},
        "clauses": [clause(part) for part in item.clauses],
        "objectives": [],
        "area": area,
        "measurable": None,
        "educationally_relevant": None,
        "rubric": None,
        "findings": [finding(part) for part in item.findings],
    }


def goal(item: Goal) -> JSON:
    """One drafted goal, its variants, and how it was adapted from the bank."""
    return {
        "schema_version": SCHEMA_VERSION,
        "type": item.type,
        "student": None,
        "text": item.text,
        "clauses": [clause(part) for part in item.clauses],
        "variants": dict(item.variants),
        "objectives": [_keys(step, "text", "by") for step in item.objectives],
        "area": item.area,
        "adapted_from": {"id": item.bank_goal, "changes": list(item.changes)} if item.bank_goal else None,
        "measurable": item.measurable,
        "educationally_relevant": item.educationally_relevant,
        "rubric": None,
        "findings": [finding(part) for part in item.findings],
    }


def clause(item: Clause) -> JSON:
    """One sentence of a note with where it came from."""
    traced = {name: list(getattr(item, name)) for name in ("statements", "facts", "evidence")}
    return _keys(item, "id", "start", "end", "role", "text", "origin") | traced


def finding(item: Finding) -> JSON:
    """What a check says, where, and what to do about it."""
    keys = ("id", "clause", "check", "severity", "basis", "message", "start", "end", "remedy", "rewrite")
    return _keys(item, *keys)


def checked(item: CheckedNote, identity: Any = None) -> JSON:
    """The answer of `check note`; the parts and scores of a goal do not apply and are null."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": identity,
        "text": item.text,
        "parts": dict.fromkeys(GOAL_PARTS),
        "measurable": None,
        "educationally_relevant": None,
        "rubric": None,
        "findings": [finding(part) for part in item.findings],
        "questions": [question(part) for part in item.questions],
    }


def checked_goal(item: CheckedGoal, identity: Any = None) -> JSON:
    """The answer of `check goal`; `fixed` is null unless the repaired goal was asked for."""
    parts = {name: [span.start, span.end] if (span := item.parts.get(name)) else None for name in GOAL_PARTS}
    return {
        "schema_version": SCHEMA_VERSION,
        "id": identity,
        "text": item.text,
        "parts": parts,
        "measurable": item.measurable,
        "educationally_relevant": item.educationally_relevant,
        "relevance": _keys(item.relevance, "grade", "score", "reason", "context") if item.relevance else None,
        "rubric": {name: rubric(scores) for name, scores in item.rubrics.items()} or None,
        "findings": [finding(part) for part in item.findings],
        "questions": [question(part) for part in item.questions],
        "fixed": fixed(item.repair) if item.repair else None,
    }


def rubric(item: Rubric) -> JSON:
    """A rubric's items with the reason for each score, and the total."""
    items = [_keys(part, "name", "asks", "score", "most", "reason") for part in item.items]
    return {"total": item.total, "most": item.most, "items": items}


def fixed(item: Repair) -> JSON:
    """The repaired goal, its word diff, and what only the therapist can answer."""
    return {
        "text": item.text,
        "diff": [_keys(part, "kind", "text") for part in item.changes],
        "questions": list(item.questions),
    }


def search(query: str, found: Sequence[Evidence], questions: Sequence[Question], identity: Any = None) -> JSON:
    """The answer of `search`, best first."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": identity,
        "query": query,
        "results": [evidence(item) for item in found],
        "questions": [question(item) for item in questions],
    }


def answer(item: Answer, identity: Any = None) -> JSON:
    """The answer of `ask`; `answer` is what a model says from the passages, or else their nearest sentence.

    It is null where the practice library holds nothing.
    """
    said = [each.text for each in item.sentences] or [item.passages[0].sentences[0].text] if item.passages else []
    return {
        "schema_version": SCHEMA_VERSION,
        "id": identity,
        "question": item.question,
        "found": bool(item.passages),
        "answer": " ".join(said) or None,
        "drafter": "model" if item.sentences else "library",
        "model": item.model,
        "prompt": _keys(item.prompt, "id", "sha256") if item.prompt else None,
        "usage": usage(item.usage) if item.usage else None,
        "sentences": [_keys(each, "text", "passages") for each in item.sentences],
        "passages": [
            _keys(each, "id", "title", "source")
            | {"sentences": [_keys(said, "text", "passage", "start", "end") for said in each.sentences]}
            for each in item.passages
        ],
        "out_of_scope": out_of_scope(item.out_of_scope),
        "notices": [notice(each) for each in item.notices],
        "questions": [question(each) for each in item.questions],
    }


def evidence(item: Evidence) -> JSON:
    """A passage as it is cited; `area` is its first, `areas` has them all and is empty where it holds for all."""
    areas = list(item.passage.areas)
    told = {"area": areas[0] if areas else None, "areas": areas, "grade_bands": list(item.passage.grade_bands)}
    return _keys(item.passage, "id", "kind", "text", "source") | told | {"score": item.score}


def error(problem: OtassistError, identity: Any = None) -> JSON:
    """A line of a batch that failed."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": identity,
        "error": {"message": problem.message, "remedy": problem.remedy},
    }


def reply(
    item: Reply,
    history: Sequence[Goal | Note] = (),
    jot: str | None = None,
    earlier: Sequence[Mapping[str, Any]] = (),
    identity: Any = None,
) -> JSON:
    """The answer of `revise`, which is also the input of the next one.

    `history` holds the drafts before `draft`, `earlier` the additions of messages before this one.
    """
    return {
        "schema_version": SCHEMA_VERSION,
        "id": identity,
        "message": item.message,
        "kind": item.kind,
        "action": item.action,
        "done": item.done,
        "needs_model": item.needs_model,
        "model": item.model,
        "prompt": _keys(item.prompt, "id", "sha256") if item.prompt else None,
        "usage": usage(item.usage) if item.usage else None,
        "said": item.said,
        "draft": draft(item.draft) if item.draft else None,
        "changes": [
            {
                "clause": (each.old or each.new).id,  # type: ignore[union-attr]
                "kind": each.kind,
                "old": clause(each.old) if each.old else None,
                "new": clause(each.new) if each.new else None,
            }
            for each in item.changes
        ],
        "others": [draft(each) for each in item.others],
        "additions": [
            *earlier,
            *(
                _keys(each, "id", "text", "start", "end", "message") | {"facts": [fact(part) for part in each.facts]}
                for each in item.additions
            ),
        ],
        "questions": [question(each) for each in item.questions],
        "answer": answer(item.answer) if item.answer else None,
        "jot": jot,
        "set_aside": [{"why": each.why, "draft": draft(each.draft)} for each in item.set_aside],
        "history": [draft(each) for each in history],
    }


def masked(item: Masked, identity: Any = None) -> JSON:
    """The answer of `mask`: `text` may leave this machine, `entities` with the words they stand for may not."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": identity,
        "text": item.text,
        "entities": [_keys(each, "kind", "start", "end", "placeholder", "text") for each in item.entities],
    }


def entities_from(item: Mapping[str, Any]) -> tuple[Entity, ...]:
    """The entities that `mask` printed. Raises NotText for anything else."""
    held = item.get("entities")
    if not isinstance(held, list) or not all(isinstance(each, dict) for each in held):
        raise NotText("The line has no list 'entities'.", "Give what 'otassist mask --json' printed.")
    return tuple(_entity(each) for each in held)


def _entity(held: Mapping[str, Any]) -> Entity:
    placeholder, text = held.get("placeholder"), held.get("text")
    if not isinstance(placeholder, str) or not isinstance(text, str) or not placeholder:
        raise NotText("An entity lacks its placeholder or its text.", "Give what 'otassist mask --json' printed.")
    return Entity(_words(held.get("kind")), 0, 0, placeholder, _words(text))


def unmasked(text: str, unknown: Sequence[str], identity: Any = None) -> JSON:
    """The answer of `unmask`; `unknown` are placeholders in it that stand for nothing that was masked."""
    return {"schema_version": SCHEMA_VERSION, "id": identity, "text": text, "unknown": list(unknown)}


def outgoing(requests: Sequence[Sequence[tuple[str, str]]], identity: Any = None) -> JSON:
    """The answer of `draft --show-masked`: the messages of each request that would go out, and did not."""
    told = [{"messages": [{"role": role, "text": text} for role, text in each]} for each in requests]
    return {"schema_version": SCHEMA_VERSION, "id": identity, "requests": told}


def draft(item: Goal | Note) -> JSON:
    """A goal or a note."""
    return goal(item) if isinstance(item, Goal) else note(item)
