"""A jot as it was read: statements, facts, what is open, and what was entered beside it."""

from __future__ import annotations

from dataclasses import dataclass

from .terms import Area, FactKind, NoteType, StatementRole


@dataclass(frozen=True, slots=True)
class Fact:
    """One checkable thing the jot says; `value` is its normal form, `text` the jot's own words."""

    id: str
    kind: FactKind
    text: str
    value: str
    start: int
    end: int
    statement: str
    negated: bool = False
    hedge: str | None = None
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One proposition of the jot: who does it, who said it, under which condition, when."""

    id: str
    text: str
    start: int
    end: int
    role: StatementRole = "observation"
    actor: str = "student"
    said_by: str | None = None
    negated: bool = False
    hedge: str | None = None
    condition: str | None = None
    time: str | None = None
    student: str | None = None
    everybody: bool = False  # with several students: said of each of them
    label: tuple[int, int] | None = None
    replaced: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Unused:
    """Words of the jot that entered no statement, shown to the therapist."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Question:
    """Something the jot leaves open; `options` are the buttons to answer with."""

    text: str
    about: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the therapist must see beside the draft: identity, safety, instruction, pasted order."""

    kind: str
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class AreaScore:
    """How strongly the jot points to one of the thirteen areas, 0 to 1."""

    area: Area
    score: float


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """A request that belongs to another member of the team."""

    reason: str
    refer_to: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Context:
    """What the therapist entered beside the jot; every value is optional and none is ever guessed."""

    grade: str | None = None
    plan: str | None = None
    delivery: str | None = None
    area: str | None = None
    date: str | None = None
    minutes: str | None = None
    review_date: str | None = None
    student: str | None = None
    pronoun: str | None = None
    goals: tuple[str, ...] = ()
    start: str | None = None
    stop: str | None = None
    group_size: str | None = None
    attendance: str | None = None
    state: str | None = None
    note_type: str | None = None
    objectives: str | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """A jot as it was read."""

    jot: str
    context: Context
    statements: tuple[Statement, ...]
    facts: tuple[Fact, ...]
    unused: tuple[Unused, ...]
    note_type: NoteType
    students: tuple[str, ...]
    areas: tuple[AreaScore, ...]
    questions: tuple[Question, ...]
    notices: tuple[Notice, ...] = ()
    out_of_scope: OutOfScope | None = None
    pronoun: str | None = None

    def facts_of(self, statement: Statement) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts if fact.statement == statement.id)
