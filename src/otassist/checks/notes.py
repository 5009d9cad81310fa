"""All note checks in their order, over a draft of ours or a text that anybody wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from ..domain import CheckedNote, Context, Finding, Note, NoteType, Observation
from ..errors import EmptyJot, JotTooLong
from .contradictions import contradictions
from .copied import copied_forward
from .elements import missing
from .findings import unlike
from .grounding import ungrounded
from .grounds import Grounds, grounds
from .omissions import omitted
from .placement import misplaced
from .reasoning import missing_reasoning
from .sentences import Sentence, of_note, of_text
from .service_logs import log_elements
from .vague_plans import vague_plan

LONGEST_NOTE = 20_000
MOST_FINDINGS = 300
"""Things that are not in the jot after which a note is read no further; notes that people wrote have under 50."""


def check_draft(note: Note, observation: Observation) -> Note:
    """The draft with its findings."""
    given = grounds(observation, note.student if len(observation.students) > 1 else None)
    found = _findings(of_note(note), observation, note.type, given)
    return replace(note, findings=_numbered(found))


def check_text(
    text: str, observation: Observation | None, context: Context | None = None, previous: Sequence[str] = ()
) -> CheckedNote:
    """Any note of at most 20,000 characters; without a jot nothing can be grounded.

    `previous` are earlier notes of the student's, of which nothing should be copied forward.
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
    sentences = of_text(text)
    given = grounds(observation) if observation else None
    found = chain(
        _findings(sentences, observation, note_type, given),
        log_elements(sentences, context or (observation.context if observation else Context())),
        copied_forward(sentences, previous, given),
    )
    return CheckedNote(text, _numbered(found))


def _findings(
    sentences: Sequence[Sentence], observation: Observation | None, note_type: NoteType, given: Grounds | None
) -> Iterator[Finding]:
    if observation and given:
        found = list(islice(ungrounded(sentences, given), MOST_FINDINGS))
        yield from found
        if len(found) == MOST_FINDINGS:
            sentences = [sentence for sentence in sentences if sentence.start <= (found[-1].start or 0)]
            yield unlike(found[-1])
        else:
            yield from omitted(sentences, observation, given)
    yield from misplaced(sentences, given)
    for sentence in sentences:
        yield from vague_plan(sentence)
    yield from missing(sentences, note_type)
    yield from missing_reasoning(sentences, note_type)
    yield from contradictions(sentences)


def _numbered(found: Iterator[Finding]) -> tuple[Finding, ...]:
    order = {"blocker": 0, "warning": 1, "info": 2}
    ranked = sorted(found, key=lambda finding: order[finding.severity])
    return tuple(replace(finding, id=f"n{index}") for index, finding in enumerate(ranked, 1))
