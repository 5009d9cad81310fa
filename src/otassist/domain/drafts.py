"""Drafts: clauses that say where they come from, findings of the checks, notes and goals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .terms import SECTIONS, Area, Basis, GoalType, NoteType, Origin, Section, Severity


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of a note with where it came from; `start` and `end` point into the note's text."""

    id: str
    role: str
    text: str
    origin: Origin
    statements: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say about a text; `remedy` is what to do about it."""

    id: str
    check: str
    severity: Severity
    basis: Basis
    message: str
    remedy: str
    clause: str | None = None
    start: int | None = None
    end: int | None = None
    rewrite: str | None = None
    """What to write instead, with a blank for what only the therapist knows; none where `remedy` asks a question."""


@dataclass(frozen=True, slots=True)
class Note:
    """A drafted note: the clauses of each section, in order, and the text they make together."""

    type: NoteType
    student: str | None
    sections: Mapping[Section, tuple[Clause, ...]]
    text: str
    findings: tuple[Finding, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(clause for section in SECTIONS for clause in self.sections[section])


@dataclass(frozen=True, slots=True)
class Objective:
    """A step towards a goal; `by` is when, where the plan says so."""

    text: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Concern:
    """One need the jot tells of: the statements about it, the area they belong to, and what to search for."""

    id: str
    area: Area
    statements: tuple[str, ...]
    query: str


@dataclass(frozen=True, slots=True)
class Goal:
    """A drafted goal: its text with the clauses in it, and which bank goal it was adapted from and how.

    `variants` holds the same goal with more support and as a stretch. `type` says what the plan calls for: a goal,
    an intervention target (RTI) or accommodations (504).
    """

    type: GoalType
    area: Area
    text: str
    clauses: tuple[Clause, ...]
    variants: Mapping[str, str]
    objectives: tuple[Objective, ...] = ()
    bank_goal: str | None = None
    changes: tuple[str, ...] = ()
    measurable: bool = False
    educationally_relevant: bool = False
    findings: tuple[Finding, ...] = ()
