"""All note checks in their order, over a draft of ours or a text that anybody wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..domain import CheckedNote, Finding, Note, NoteType, Observation
from ..errors import EmptyJot, JotTooLong
from .elements import missing
from .grounding import ungrounded
from .grounds import grounds
from .omissions import omitted
from .placement import misplaced
from .sentences import Sentence, of_note, of_text
from .vague_plans import vague_plan

LONGEST_NOTE = 20_000


def check_draft(note: Note, observation: Observation) -> Note:
    """The draft with its findings."""
    found = _findings(of_note(note), observation, note.type, note.student if len(observation.students) > 1 else None)
    return replace(note, findings=_numbered(found))


def check_text(text: str, observation: Observation | None) -> CheckedNote:
    """Any note of at most 20,000 characters; without a jot nothing can be grounded.

    Raises EmptyJot and JotTooLong.
    """
    if not text.strip():
        raise EmptyJot("The note is empty.", "Send the text of a note.")
    if len(text) > LONGEST_NOTE:
        raise JotTooLong(
            f"The note has {len(text):,} characters; {LONGEST_NOTE:,} is the most.",
            "Send one note at a time.",
        )
    note_type: NoteType = observation.note_type if observation else "session"
    return CheckedNote(text, _numbered(_findings(of_text(text), observation, note_type, None)))


def _findings(
    sentences: Sequence[Sentence], observation: Observation | None, note_type: NoteType, student: str | None
) -> Iterator[Finding]:
    given = grounds(observation, student) if observation else None
    if observation and given:
        yield from ungrounded(sentences, given)
        yield from omitted(sentences, observation, given)
    yield from misplaced(sentences, given)
    for sentence in sentences:
        yield from vague_plan(sentence)
    yield from missing(sentences, note_type)


def _numbered(found: Iterator[Finding]) -> tuple[Finding, ...]:
    order = {"blocker": 0, "warning": 1, "info": 2}
    ranked = sorted(found, key=lambda finding: order[finding.severity])
    return tuple(replace(finding, id=f"n{index}") for index, finding in enumerate(ranked, 1))
