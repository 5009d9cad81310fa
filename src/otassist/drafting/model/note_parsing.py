"""A model's answer -> a note, over the composer's: what only the composer may write stays, what is invented is found.

Entered values, blanks and, unless the model offers its own, strategies of the practice library are the composer's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ...domain import SECTIONS, Clause, Finding, Note, Observation, Origin, Section
from .. import framing
from ..composer import laid_out
from .answered import Given, clauses_of
from .failures import failure
from .findings import Fault, findings
from .grounding import foreign_denials, foreign_numbers, foreign_words, guessed_pronouns

_REASONED: tuple[Section, ...] = ("assessment", "plan")


@dataclass(frozen=True)
class NoteGrounds:
    """What a note may rest on: the composer's note with what it was read from, and the passages offered by id."""

    composed: Note
    observation: Observation
    passages: Mapping[str, str]

    @cached_property
    def statements(self) -> dict[str, str]:
        """The jot's text of every statement the composer tells in this note."""
        told = {identity for clause in self.composed.clauses for identity in clause.statements}
        return {item.id: item.text for item in self.observation.statements if item.id in told}

    @cached_property
    def facts(self) -> dict[str, str]:
        """The statement of each of their facts."""
        return {item.id: item.statement for item in self.observation.facts if item.statement in self.statements}

    def plain(self, statements: Sequence[str]) -> list[str]:
        """What the composer says for statements."""
        return [clause.text for clause in self.composed.clauses if set(clause.statements) & set(statements)]

    @cached_property
    def entered(self) -> list[str]:
        """What the therapist entered, as the composer prints it, and the student's label."""
        own = [clause.text for clause in self.composed.clauses if clause.origin == "therapist"]
        return [*own, self.composed.student or ""]


def note_of(answer: Mapping[str, Any], grounds: NoteGrounds) -> tuple[Note, tuple[Finding, ...]]:
    """The note of an answer with what is invented in it. Raises ModelFailure for an answer of another shape."""
    given = clauses_of(answer, "section", SECTIONS)
    if not given:
        raise failure("empty")
    written = sorted(
        ((item, clause_of(item, grounds)) for item in given), key=lambda pair: pair[1].origin == "practice"
    )
    own = {section: [clause for item, clause in written if item.place == section] for section in SECTIONS}
    offers = any(clause.origin == "practice" for _, clause in written)
    sections = {section: tuple(_section(section, own[section], grounds, offers)) for section in SECTIONS}
    note = laid_out(replace(grounds.composed, sections=sections, findings=()))
    placed = [
        (clause, faults)
        for section in SECTIONS
        for clause, faults in _faulty(section, note, [item for item, _ in written if item.place == section], grounds)
    ]
    return note, findings(placed)


def without_offers(note: Note) -> Note:
    """The note as it is checked: offers of the practice library tell nothing of the student, and stand last."""
    kept = {name: tuple(item for item in note.sections[name] if item.origin != "practice") for name in SECTIONS}
    return laid_out(replace(note, sections=kept))


def _section(section: Section, own: list[Clause], grounds: NoteGrounds, offers: bool) -> Iterator[Clause]:
    """What was entered, the model's clauses, the composer's offers and, where nothing is told, its question."""
    composed = grounds.composed.sections[section]
    yield from (clause for clause in composed if clause.origin == "therapist")
    yield from own
    yield from (clause for clause in composed if clause.origin == "practice" and not offers)
    told = {identity for clause in composed for identity in clause.statements}
    if all(clause.origin == "observed" and told.issuperset(clause.statements) for clause in own):
        yield from (clause for clause in composed if clause.origin == "blank")
    if not own and all(clause.origin == "observed" for clause in composed):
        yield framing.blank(grounds.observation, section)  # what the composer tells here stands elsewhere


def clause_of(given: Given, grounds: NoteGrounds) -> Clause:
    """The clause with the ids that exist; reasoning has its place, and anything else is held to be observed."""
    origin: Origin = "observed"
    if given.origin == "inferred" and given.place in _REASONED:
        origin = "inferred"
    elif given.origin == "practice" and given.place == "plan" and grounds.passages:
        origin = "practice"
    return Clause(
        id="",
        role=given.place,
        text=given.text if given.text[-1] in '.!?_"”' else f"{given.text}.",
        origin=origin,
        statements=tuple(item for item in given.statements if item in grounds.statements),
        facts=tuple(item for item in given.facts if item in grounds.facts),
        evidence=tuple(item for item in given.evidence if item in grounds.passages),
    )


def _faulty(
    section: Section, note: Note, given: Sequence[Given], grounds: NoteGrounds
) -> Iterator[tuple[Clause, list[Fault]]]:
    """The model's clauses of a section as they were laid out, each with its faults."""
    first = sum(clause.origin == "therapist" for clause in note.sections[section])
    placed = note.sections[section][first : first + len(given)]
    for item, clause in zip(given, placed, strict=True):
        yield clause, list(faults_of(item, clause, grounds))


def faults_of(given: Given, clause: Clause, grounds: NoteGrounds) -> Iterator[Fault]:
    """What is invented in a clause made of what was given: ids, words, pronouns, numbers of a passage."""
    yield from (("unknown_source", item) for item in given.statements if item not in grounds.statements)
    yield from (("unknown_source", item) for item in given.facts if item not in grounds.facts)
    yield from (("unknown_source", item) for item in given.evidence if item not in grounds.passages)
    if not (clause.evidence if clause.origin == "practice" else clause.statements):
        yield "no_source", ""
    sources, neutral = _sources(clause, grounds)
    yield from (("foreign_words", word.source) for word in foreign_words(clause.text, sources, *neutral))
    yield from (("foreign_denial", word) for word in foreign_denials(clause.text, sources))
    if clause.origin == "practice":
        yield from (("invented_number", number) for number in foreign_numbers(clause.text, sources))
    jot, given_pronoun = grounds.observation.jot, grounds.observation.pronoun
    yield from (("guessed_pronoun", word.source) for word in guessed_pronouns(clause.text, jot, given_pronoun))


def _sources(clause: Clause, grounds: NoteGrounds) -> tuple[list[str], tuple[str, ...]]:
    """The texts a clause may take its words from, and the lists of words that add nothing to them."""
    if clause.origin == "practice":
        return [grounds.passages[item] for item in clause.evidence], ("note", "practice")
    if clause.origin == "inferred":
        told = tuple(grounds.statements)
        return [*grounds.statements.values(), *grounds.plain(told), *grounds.entered], ("note", "reasoning")
    held = [grounds.statements[item] for item in clause.statements]
    return [*held, *grounds.plain(clause.statements), *grounds.entered], ("note",)
