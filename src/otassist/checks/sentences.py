"""A note's text -> its sentences with section and place, whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..domain import Note, Section
from ..language.tables import rules


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `clause` and `statements` are known only for drafts of ours."""

    text: str
    start: int
    end: int
    section: Section | None
    clause: str | None = None
    origin: str = "observed"
    statements: tuple[str, ...] = ()


def of_note(note: Note) -> list[Sentence]:
    """A draft's clauses."""
    return [
        Sentence(clause.text, clause.start, clause.end, section, clause.id, clause.origin, clause.statements)
        for section, clauses in note.sections.items()
        for clause in clauses
    ]


_BREAK = re.compile(r"(?<=[.!?])[\"”']?\s+(?=[A-Z\"“'_])|\n+")


@cache
def _headings() -> dict[str, Section]:
    """Every heading a note may have, lower case -> its section."""
    found: dict[str, Section] = {"s": "subjective", "o": "objective", "a": "assessment", "p": "plan"}
    for names in rules("wording")["headings"].values():
        found |= {heading.lower(): section for section, heading in names.items()}
    for section, names in rules("note_rules")["headings"].items():
        found |= dict.fromkeys(names, section)
    return found


def of_text(text: str) -> list[Sentence]:
    """The sentences of free text; a heading on its own line or before a colon opens a section."""
    found: list[Sentence] = []
    section: Section | None = None
    for start, end in _spans(text):
        piece = text[start:end]
        heading = re.match(r"\s*(?:\*\*|#+\s*)?([A-Za-z][A-Za-z ,/-]{0,60}?)(?:\*\*)?\s*(?::\s*|$)", piece)
        if heading and heading[1].strip().lower() in _headings():
            section = _headings()[heading[1].strip().lower()]
            start += heading.end()
            if not text[start:end].strip():
                continue
        found.append(Sentence(text[start:end].strip(), start + _indent(text[start:end]), end, section))
    return found


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(text):
        if text[start : match.start()].strip():
            yield start, match.start() + len(match[0].rstrip()) if match[0][:1] in "\"”'" else match.start()
        start = match.end()
    if text[start:].strip():
        yield start, start + len(text[start:].rstrip())
