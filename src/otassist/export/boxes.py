"""An accepted draft -> the texts of an IEP system's boxes, each with its length and whether it fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..domain import SECTIONS, Clause, Goal, Note, Reviewed
from ..language.tables import rules
from .profiles import Box, Profile
from .wording import cleaned, line, wording


@dataclass(frozen=True, slots=True)
class Field:
    """What goes into one box. `length` is in Unicode code points, line breaks included.

    A browser's `maxlength` counts what lies beyond U+FFFF (most emoji) as two; `over` is true when the box would
    cut the text off by either count.
    """

    name: str
    label: str
    text: str
    limit: int | None
    length: int
    over: bool


def fields(reviewed: Reviewed, profile: Profile) -> tuple[Field, ...]:
    """The boxes of the profile in its order; one that no draft can fill has an empty text."""
    draft = reviewed.draft
    if isinstance(draft, Goal):
        return tuple(_field(box, _of_goal(draft, box)) for box in profile.goal)
    return tuple(_field(box, _of_note(draft, box)) for box in profile.note)


def _field(box: Box, text: str) -> Field:
    text = cleaned(text).strip()
    units = len(text) + sum(character > "\uffff" for character in text)
    return Field(box.name, box.label, text, box.limit, len(text), box.limit is not None and units > box.limit)


def _of_goal(goal: Goal, box: Box) -> str:
    if box.rest:
        return _without(goal.text, [clause for clause in goal.clauses if clause.role in box.without])
    if box.objectives:
        return "\n".join(line(step.text) + (f" ({line(step.by)})" if step.by else "") for step in goal.objectives)
    if box.area:
        return str(rules("area_names")[goal.area]).capitalize()
    return _joined([clause.text for clause in goal.clauses if clause.role in box.roles], box)


def _joined(texts: Sequence[str], box: Box) -> str:
    """The clauses one after another; a label that the box has itself is not said twice."""
    said = [text.strip() for text in texts]
    for label in wording()["labels"]["lines"] if said else ():
        if said[0].startswith(label) and label.rstrip(":").lower() in box.label.lower():
            said[0] = said[0][len(label) :].strip()
    return " ".join(filter(None, said))


def _without(text: str, clauses: Sequence[Clause]) -> str:
    """The text with these clauses cut out, and the commas that held them; a clause out of its place stays."""
    cut: list[Clause] = []
    for clause in sorted(clauses, key=lambda one: one.start):
        if text[clause.start : clause.end] == clause.text and clause.start >= (cut[-1].end if cut else 0):
            cut.append(clause)
    ends = [*(clause.start for clause in cut), len(text)]
    kept = text[: ends[0]]
    for clause, end in zip(cut, ends[1:], strict=True):
        kept = _mended(kept, text[clause.end : end])
    return kept


_ENDED = re.compile(r"(?:^|\n|[.!?][\"”’')]*)\s*\Z")
_CLOSED = re.compile(r"[.,;:!?\n]|\Z")


def _mended(before: str, after: str) -> str:
    """Two pieces around a cut: no comma without its clause, a capital where a sentence begins, one full stop."""
    before, after = before.rstrip(" "), after.lstrip(" ")
    if _ENDED.search(before):
        after = re.sub(r"^[,;.] *(?![.])", "", after)
        after = after[:1].upper() + after[1:]
        return before + ("" if before[-1:] in ("", "\n") or after[:1] in ("", "\n") else " ") + after
    if _CLOSED.match(after):
        if before.endswith(":"):
            before = before[:-1] + ("." if after[:1] in ("", "\n") else "")
        return before.rstrip(",; ") + after
    return f"{before} {after}"


def _of_note(note: Note, box: Box) -> str:
    """The sections as they stand in the note, from the first of their clauses to the last."""
    headings = rules("wording")["headings"][note.type]
    parts = []
    for section in SECTIONS:
        clauses = note.sections.get(section, ())
        if section in box.sections and clauses:
            said = note.text[clauses[0].start : clauses[-1].end]
            parts.append(f"{headings[section]}: {said}" if box.headings else said)
    return "\n".join(parts)
