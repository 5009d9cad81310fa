"""Drafts read back from their JSON: what `draft` and `revise` print, for the next message about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NoReturn, cast, get_args

from .domain import (
    SECTIONS,
    Area,
    Basis,
    Clause,
    Finding,
    Goal,
    GoalType,
    Note,
    NoteType,
    Objective,
    Origin,
    Reply,
    Section,
    Severity,
)
from .errors import NotText, UsageError

JSON = Mapping[str, Any]
_REMEDY = "Give the JSON that 'otassist draft --json' or 'otassist revise --json' printed."


def drafts_in(item: JSON) -> tuple[Goal | Note, ...]:
    """The drafts of an answer of `draft` or `revise`, or of one draft alone. Raises NotText for anything else."""
    if isinstance(item.get("drafts"), list):
        return tuple(draft_from(each) for each in item["drafts"])
    if "draft" in item and "message" in item:
        return (draft_from(item["draft"]),) if item["draft"] else ()
    return (draft_from(item),)


def history_in(item: JSON) -> tuple[Goal | Note, ...]:
    """The drafts before the one in an answer of `revise`, the first at their head."""
    held = item.get("history") or []
    return tuple(draft_from(each) for each in held) if isinstance(held, list) else _refuse("its history is no list")


def additions_in(item: JSON) -> Sequence[JSON]:
    """What the therapist added in the messages before, as `revise` printed it."""
    return _listed(item, "additions")


def jot_in(item: JSON) -> str | None:
    """The jot behind an answer: as it stands there, or put together from the words it was read in, in their places."""
    if isinstance(item.get("jot"), str):
        return str(item["jot"])
    held = item.get("observation")
    if not isinstance(held, Mapping):
        return None
    words = [each for name in ("statements", "unused") for each in _listed(held, name)]
    placed = sorted({(each["start"], _text(each, "text")) for each in words if isinstance(each.get("start"), int)})
    jot = ""
    for start, text in placed:
        if start >= len(jot) and start - len(jot) < _LONGEST_GAP:
            jot += ("\n" if jot and start > len(jot) else "").ljust(start - len(jot)) + text
    return jot or None


_LONGEST_GAP = 50_000
"""Characters; no jot has more between two words."""


def chosen(drafts: Sequence[Goal | Note], number: Any) -> Goal | Note | None:
    """The draft of a number counted from 1; none where there are none. Raises UsageError for another number."""
    if not drafts:
        return None
    if not isinstance(number, int) or not 0 < number <= len(drafts):
        raise UsageError(f"There is no draft {number!r}.", f"Give a number from 1 to {len(drafts)}.")
    return drafts[number - 1]


def after(said: Reply, before: Goal | Note | None, history: Sequence[Goal | Note]) -> Sequence[Goal | Note]:
    """The drafts before the one of a reply."""
    if said.done and said.action in ("undo", "start_over"):
        return history[:-1] if said.action == "undo" else ()
    return (*history, before) if said.changes and before is not None else history


def draft_from(item: Any) -> Goal | Note:
    """One draft. Raises NotText where a key is missing or a clause does not stand where it says."""
    if not isinstance(item, Mapping) or not isinstance(item.get("text"), str):
        _refuse("there is no text in it")
    if isinstance(item.get("sections"), Mapping):
        return _note(item)
    return _goal(item)


def _note(item: JSON) -> Note:
    sections: dict[Section, tuple[Clause, ...]] = {
        name: tuple(_clause(each, item["text"]) for each in _listed(item["sections"], name)) for name in SECTIONS
    }
    kind = cast(NoteType, _one_of(item.get("type"), get_args(NoteType), "type"))
    return Note(kind, item.get("student"), sections, item["text"], _findings(item))


def _goal(item: JSON) -> Goal:
    source = item.get("adapted_from") or {}
    return Goal(
        type=cast(GoalType, _one_of(item.get("type", "goal"), get_args(GoalType), "type")),
        area=cast(Area, _one_of(item.get("area"), get_args(Area), "area")),
        text=item["text"],
        clauses=_ordered(tuple(_clause(each, item["text"]) for each in _listed(item, "clauses"))),
        variants={str(name): str(text) for name, text in (item.get("variants") or {}).items()},
        objectives=tuple(Objective(_text(each, "text"), each.get("by")) for each in _listed(item, "objectives")),
        bank_goal=source.get("id"),
        changes=tuple(map(str, source.get("changes") or ())),
        measurable=bool(item.get("measurable")),
        educationally_relevant=bool(item.get("educationally_relevant")),
        findings=_findings(item),
    )


def _clause(item: Any, text: str) -> Clause:
    start, end = item.get("start"), item.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or text[start:end] != item.get("text"):
        _refuse(f"clause {item.get('id')!r} does not stand where it says")
    origin = cast(Origin, _one_of(item.get("origin"), get_args(Origin), "origin"))
    statements, facts, evidence = (
        tuple(map(str, item.get(name) or ())) for name in ("statements", "facts", "evidence")
    )
    return Clause(
        _text(item, "id"), _text(item, "role"), text[start:end], origin, statements, facts, evidence, start, end
    )


def _ordered(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    ends = [0, *(clause.end for clause in clauses)]
    names = {clause.id for clause in clauses}
    if len(names) < len(clauses) or any(clause.start < end for clause, end in zip(clauses, ends, strict=False)):
        _refuse("two of its clauses have one id or overlap")
    return clauses


def _findings(item: JSON) -> tuple[Finding, ...]:
    return tuple(_finding(each) for each in _listed(item, "findings"))


def _finding(item: JSON) -> Finding:
    severity = cast(Severity, _one_of(item.get("severity"), get_args(Severity), "severity"))
    basis = cast(Basis, _one_of(item.get("basis"), get_args(Basis), "basis"))
    said = [_text(item, name) for name in ("message", "remedy")]
    place = [item.get(name) for name in ("clause", "start", "end", "rewrite")]
    return Finding(_text(item, "id"), _text(item, "check"), severity, basis, said[0], said[1], *place)


def _listed(item: JSON, name: str) -> Sequence[JSON]:
    held = item.get(name) or []
    if not isinstance(held, list) or not all(isinstance(each, Mapping) for each in held):
        _refuse(f"{name!r} is no list of objects")
    return held


def _text(item: JSON, name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else _refuse(f"{name!r} is no text")


def _one_of(value: Any, allowed: Sequence[str], name: str) -> str:
    return str(value) if value in allowed else _refuse(f"{name!r} is {str(value)[:40]!r}")


def _refuse(why: str) -> NoReturn:
    raise NotText(f"That is no draft: {why}.", _REMEDY)
