"""The composer: an Observation -> notes, without a model.

Sentences where they are sure, in jot order within a section; what no sentence fits is spelt out as the therapist wrote
it. A section the jot does not support is a blank with a question, never filler.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..domain import SECTIONS, Clause, Note, Observation, Section, Statement
from ..language import words_of
from ..language.tables import rules
from . import framing
from .bystanders import others_acting
from .spelling import Voice
from .subjects import Teller
from .telling import clauses
from .units import place_of, units


def compose(observation: Observation) -> tuple[Note, ...]:
    """One note for each student label, or one for the only student."""
    labels: Sequence[str | None] = observation.students if len(observation.students) > 1 else (None,)
    return tuple(_note(observation, label) for label in labels)


def _note(observation: Observation, label: str | None) -> Note:
    student = label or observation.context.student or (observation.students[0] if observation.students else None)
    alone = label is None and observation.note_type != "consultation"
    words = words_of(observation.jot)
    gendered = any(word.text.lower() in rules("grammar")["pronouns"] for word in words)
    voice = Voice(observation.pronoun if alone else None, student, observation.note_type == "consultation", gendered)
    told = units(observation, list(_told(observation, label)), words)
    others = others_acting(observation, words)
    teller = Teller(voice)
    sections: dict[Section, tuple[Clause, ...]] = {}
    for section in SECTIONS:
        teller.new_section()
        opening = framing.opening(observation, label, words, teller) if section == "objective" else ()
        inside = [unit for unit in told if _PLACES[place_of(unit)] == section]
        said = [*opening, *clauses(observation, section, inside, voice, teller, others)]
        sections[section] = tuple(said if inside else [*said, framing.blank(observation, section)])
    return laid_out(Note(observation.note_type, student, sections, ""))


def _told(observation: Observation, label: str | None) -> Iterator[Statement]:
    """The statements of this note's student, and those that belong to everybody."""
    for statement in observation.statements:
        if (
            statement.role in ("header", "instruction")
            or _is_empty(statement, observation.jot)
            or _identifies(statement, observation)
        ):
            continue
        if label is None or statement.student == label or statement.everybody:
            yield statement


def _is_empty(statement: Statement, jot: str) -> bool:
    """`S: n/a`: the section has nothing, and keeps its question; `P: none, for mtg only` says something."""
    if jot[statement.end :].lstrip(" ")[:1] == ",":
        return False
    start = statement.label[1] - statement.start if statement.label else 0
    said = statement.text[start:].strip(" :.-").lower()
    return bool(statement.label) and said in rules("wording")["nothing"]["words"]


def _identifies(statement: Statement, observation: Observation) -> bool:
    """A statement that is little more than a name, birth date, school or number; shown as a notice, not printed."""
    spans = [(item.start or 0, item.end or 0) for item in observation.notices if item.kind == "identity"]
    inside = sum(max(0, min(end, statement.end) - max(start, statement.start)) for start, end in spans)
    return inside >= 0.8 * len(statement.text)


_PLACES: dict[str, Section] = {
    "observation": "objective",
    "background": "objective",
    "report": "subjective",
    "judgement": "assessment",
    "plan": "plan",
    "question": "plan",
    "advice": "plan",
}


def laid_out(note: Note) -> Note:
    """The note with its text, and each clause with its id and place in it."""
    headings = rules("wording")["headings"][note.type]
    text = ""
    sections: dict[Section, tuple[Clause, ...]] = {}
    number = 0
    for section in SECTIONS:
        text += f"{headings[section]}\n"
        placed: list[Clause] = []
        for clause in note.sections[section]:
            number += 1
            text += " " if placed else ""
            placed.append(replace(clause, id=f"c{number}", start=len(text), end=len(text) + len(clause.text)))
            text += clause.text
        sections[section] = tuple(placed)
        text += "\n\n"
    return replace(note, sections=sections, text=text.rstrip("\n"))
