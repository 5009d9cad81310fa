"""A small model words a composed note sentence by sentence; each sentence it spoils stays the composer's.

A small model loses its way in a long prompt and in a long answer. It is shown one sentence of the composer's and the
words of the jot behind it, and answers with one string, which has to say the same (sameness.py) and pass the checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ...domain import SECTIONS, Clause, Following, Note, Section, SetAside, Usage
from ...errors import ModelFailure
from ...language.tables import rules
from ..composer import laid_out
from ..prompts import Prompt
from ..schemas import SCHEMAS
from .answered import Given
from .asking import Message, line, messages
from .failures import failure
from .findings import Fault, findings
from .loop import Attempt
from .note_parsing import NoteGrounds, clause_of, faults_of
from .outcome import faults
from .sameness import changes
from .speaker import Answer, Speaker

LONGEST = 300
"""Characters of a sentence that is asked for, as the schema has it; a longer one stays as composed."""
ANSWER_TOKENS = 400
"""So many characters have fewer, in JSON, too: the schema ends an answer before this does."""
_NO_SENTENCE = ("not_json", "wrong_shape", "empty", "cut_short", "declined", "filtered", "too_much")
"""Failures that cost one sentence; after any other nothing more is asked."""

Check = Callable[[Note], Note]


@dataclass(eq=False)
class Rewording:
    """One note being reworded: `note` with what was found good so far, `said` with everything the model said."""

    grounds: NoteGrounds
    check: Check
    note: Note
    said: Note
    usage: Usage = field(default_factory=Usage)
    asked: int = 0
    refused: int = 0
    invented: dict[str, list[Fault]] = field(default_factory=dict)
    """By the id of the clause."""

    def take(self, section: Section, clause: Clause, text: str) -> None:
        """The model's sentence for a clause: kept if the note with it has no fault that the composer's has not."""
        given = Given(section, text, clause.origin, clause.statements, clause.facts, clause.evidence)
        worded = replace(clause_of(given, self.grounds), id=clause.id, role=clause.role)
        self.said = _with(self.said, worded)
        self.invented[clause.id] = [*faults_of(given, worded, self.grounds), *changes(clause.text, worded.text)]
        tried = self.check(_with(self.note, worded))
        if self.invented[clause.id] or faults(tried, self.grounds.composed):
            self.refused += 1
        else:
            self.note = tried

    def attempt(self) -> Attempt[Note]:
        """The note with the good sentences, none where there is none; where one is bad, all of them beside it."""
        if not self.refused:
            return Attempt(self.note, usage=self.usage)
        some = self.refused < self.asked
        form = rules("model")["notices"]["kept_some" if some else "refused"]
        aside = SetAside(form.format(count=self.refused, all=self.asked), self._aside())
        return Attempt(self.note if some else None, aside=aside, usage=self.usage)

    def _aside(self) -> Note:
        checked = self.check(self.said)
        placed = [(clause, self.invented.get(clause.id, ())) for clause in checked.clauses]
        return replace(checked, findings=(*findings(placed), *checked.findings))


def reworded(grounds: NoteGrounds, prompt: Prompt, speaker: Speaker, check: Check, follow: Following) -> Attempt[Note]:
    """The composer's note, each observed sentence asked for on its own."""
    work = Rewording(grounds, check, grounds.composed, grounds.composed)
    for section, clause in _observed(grounds.composed):
        asked = messages(prompt, {"statement": line(shown(clause, grounds))})
        answer = _said(speaker, asked, _told(follow, section, clause))
        work.usage += answer.usage
        work.asked += 1
        try:
            work.take(section, clause, _sentence(answer.json()))
        except ModelFailure as problem:
            if problem.kind not in _NO_SENTENCE:
                partial = work.note if work.asked > work.refused + 1 else None
                return Attempt(failure=problem, partial=partial, usage=work.usage)
            work.refused += 1
    return work.attempt()


def _said(speaker: Speaker, asked: list[Message], follow: Following) -> Answer:
    """The answer; a connection that breaks off is tried once more on this machine, where no answer is billed."""
    answer = speaker.ask(asked, SCHEMAS["statement"], "statement", follow, ANSWER_TOKENS)
    lost = answer.failure is not None and answer.failure.kind == "lost"
    if not lost or not speaker.endpoint.is_local:
        return answer
    again = speaker.ask(asked, SCHEMAS["statement"], "statement", follow, ANSWER_TOKENS)
    return replace(again, usage=answer.usage + again.usage)


def _observed(note: Note) -> Iterator[tuple[Section, Clause]]:
    for section in SECTIONS:
        for item in note.sections[section]:
            if item.origin == "observed" and item.statements and len(item.text) <= LONGEST:
                yield section, item


def shown(clause: Clause, grounds: NoteGrounds) -> dict[str, str]:
    """What the model sees of a clause: the words of the jot, and the composer's sentence."""
    return {"jot": "; ".join(grounds.statements[item] for item in clause.statements), "plain": clause.text}


def _told(follow: Following, section: Section, clause: Clause) -> Following:
    """Whoever follows hears each sentence with its place, as from a large model."""
    sources = {"statements": list(clause.statements), "facts": list(clause.facts)}
    place = {"section": section, "origin": clause.origin, **sources}
    return Following(heard=lambda said: follow.heard({**said, **place}), stopped=follow.stopped)


def _sentence(answer: Mapping[str, Any]) -> str:
    text = answer.get("text")
    if not isinstance(text, str):
        raise failure("wrong_shape")
    plain = " ".join(text.split())
    if not plain or not plain.isprintable():
        raise failure("empty")
    return plain


def _with(note: Note, worded: Clause) -> Note:
    """The note with a clause in the place of the one with its id."""
    sections = {
        name: tuple(worded if item.id == worded.id else item for item in clauses)
        for name, clauses in note.sections.items()
    }
    return laid_out(replace(note, sections=sections))
