"""Whether each statement of a note stands in its section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ...checks.segments import all_stems
from ...domain import SECTIONS
from ...language import within, words_of
from ..cases import Task
from .answered import Answered
from .metric import NOTES, Kind, Measured, settings, share


@dataclass(frozen=True, slots=True)
class Sections:
    """The share of statements in the right section: those the case places, else clauses that no check calls misplaced.

    A statement stands where most of its content words do.
    """

    name: ClassVar[str] = "sections"
    kind: ClassVar[Kind] = "other"
    tasks: ClassVar[frozenset[Task]] = NOTES

    def measure(self, answered: Answered) -> Measured:
        misplaced = [
            f"{item.check}: {note['text'][item.start : item.end]!r}"
            for note, item in answered.note_findings
            if item.check in settings("sections")["checks"]
        ]
        wrong = list(_elsewhere(answered))
        placed = sum(map(len, answered.case.sections.values()))
        of = placed + sum(clause["origin"] != "blank" for note in answered.drafts for clause in note["clauses"])
        return share(of - len(misplaced) - len(wrong), of, "statements stand in their section", misplaced + wrong)


def _elsewhere(answered: Answered) -> Iterator[str]:
    held: dict[str, frozenset[str]] = {
        section: frozenset[str]().union(*_stems_of(answered, section)) for section in SECTIONS
    }
    jot = words_of(answered.case.text)
    for section, texts in answered.case.sections.items():
        for text in texts:
            start = answered.case.text.find(text)
            own = all_stems(within(jot, start, start + len(text)) if start >= 0 else words_of(text))
            found = {name: len(own & stems) for name, stems in held.items()}
            if own and found.get(section, 0) < max(found.values()):
                yield f"{text!r} belongs to {section}"


def _stems_of(answered: Answered, section: str) -> Iterator[frozenset[str]]:
    for note in answered.drafts:
        for clause in (note.get("sections") or {}).get(section, ()):
            yield all_stems(words_of(clause["text"].replace('"', " ")))
