"""The kinds of defect that can be seeded into a drafted note: those of a clause, and those of the whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ..cases import Case
from .editing import Draft, edited, without
from .note_clauses import KINDS as CLAUSE_KINDS
from .note_clauses import Spoil as SpoilClause
from .note_clauses import Told

Note = Mapping[str, Any]
Statements = Mapping[str, str]
"""A statement's id -> its words in the jot."""

Spoil = Callable[[Note, Case, Statements], Draft | None]


def _in_a_clause(spoil_clause: SpoilClause) -> Spoil:
    def spoil(note: Note, case: Case, statements: Statements) -> Draft | None:
        for clause in note["clauses"]:
            if clause["origin"] != "observed":
                continue
            told = Told(case.text, _own(clause, statements), f"{case.id}{clause['id']}")
            spoilt = spoil_clause(clause["text"], told)
            if spoilt:
                return edited(note, clause["id"], spoilt.start, spoilt.was, spoilt.now)
        return None

    return spoil


def _own(clause: Mapping[str, Any], statements: Statements) -> str:
    return " ".join(statements[name] for name in clause["statements"] if name in statements)


def _must_keep_dropped(note: Note, case: Case, statements: Statements) -> Draft | None:
    """A sentence goes that alone tells of a must-keep fact."""
    observed = [item for item in note["clauses"] if item["origin"] == "observed"]
    for clause in observed:
        own = _own(clause, statements)
        others = " ".join(_own(item, statements) for item in observed if item is not clause)
        if any(fact in own and fact not in others for fact in case.must_keep):
            return without(note, clause)
    return None


def _min_max(note: Note, case: Case, statements: Statements) -> Draft | None:
    """Minimal becomes maximal, or the other way round, where the jot has only one of them."""
    if re.search(r"\bmin", case.text, re.I) and re.search(r"\bmax", case.text, re.I):
        return None
    for clause in note["clauses"]:
        found = re.search(r"\b(minimal|maximal)(?= (?:\w+ )?(?:assist|cue|prompt))", clause["text"])
        if found and clause["origin"] == "observed":
            now = "maximal" if found[0] == "minimal" else "minimal"
            return edited(note, clause["id"], found.start(), found[0], now)
    return None


_UNITS = {"minutes": "hours", "seconds": "minutes", "feet": "inches", "days": "weeks", "weeks": "months"}


def _unit(note: Note, case: Case, statements: Statements) -> Draft | None:
    """A duration or distance gets another unit."""
    for clause in note["clauses"]:
        found = re.search(rf"(?<=\d )(?:{'|'.join(_UNITS)})\b", clause["text"])
        if found and clause["origin"] == "observed":
            return edited(note, clause["id"], found.start(), found[0], _UNITS[found[0]])
    return None


def _wrong_section(note: Note, case: Case, statements: Statements) -> Draft | None:
    """What somebody said goes to Objective, what was measured to Plan, what comes next to Objective."""
    for here, there in (("subjective", "objective"), ("plan", "objective"), ("objective", "plan")):
        for clause in note["sections"][here]:
            told = {text for text in case.sections.get(here, ()) if text in _own(clause, statements)}
            if clause["origin"] == "observed" and told and _last(note, there):
                return _moved(note, clause, there)
    return None


def _last(note: Note, section: str) -> Mapping[str, Any] | None:
    clauses = note["sections"][section]
    return clauses[-1] if clauses else None


def _moved(note: Note, clause: Mapping[str, Any], section: str) -> Draft:
    """The sentence behind the last one of another section."""
    changed = without(note, clause)
    end = changed["sections"][section][-1]["end"]
    text = f" {clause['text']}"
    for item in [*changed["clauses"], *(part for items in changed["sections"].values() for part in items)]:
        if item["start"] >= end:
            item["start"], item["end"] = item["start"] + len(text), item["end"] + len(text)
    placed = {**clause, "role": section, "start": end + 1, "end": end + len(text)}
    changed["text"] = changed["text"][:end] + text + changed["text"][end:]
    changed["clauses"].append(placed)
    changed["sections"][section].append(dict(placed))
    return changed


def harmless(note: Note) -> Draft | None:
    """The same in other words: nothing may be worse."""
    for clause in note["clauses"]:
        found = re.search(r"\bThe student\b(?!')", clause["text"])
        if found and clause["origin"] == "observed":
            return edited(note, clause["id"], found.start(), found[0], "This student")
    return None


KINDS: dict[str, Spoil] = {
    **{f"note_{kind}": _in_a_clause(spoil) for kind, spoil in CLAUSE_KINDS.items()},
    "note_must_keep_dropped": _must_keep_dropped,
    "note_min_for_max": _min_max,
    "note_changed_unit": _unit,
    "note_wrong_section": _wrong_section,
}
