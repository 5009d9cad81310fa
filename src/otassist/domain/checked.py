"""What the checks say of text that anybody wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .drafts import Finding
from .jot import Question
from .terms import GoalPart


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CheckedNote:
    """Somebody's note text with what the checks found in it."""

    text: str
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class RubricItem:
    """One item of a rubric: what it asks, its score out of `most`, and why."""

    name: str
    asks: str
    score: int
    most: int
    reason: str


@dataclass(frozen=True, slots=True)
class Rubric:
    """A rubric's items with their total out of `most`."""

    items: tuple[RubricItem, ...]
    total: int
    most: int


@dataclass(frozen=True, slots=True)
class Relevance:
    """How plainly a goal is about school: named 3, implied 2, clinic 1, service or none 0; `context` asks for one."""

    grade: str
    score: int
    reason: str
    context: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words of a repaired goal: `same`, `removed` or `added`."""

    kind: Literal["same", "removed", "added"]
    text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A goal with its faults mended as far as that invents nothing; what only the therapist knows is a blank."""

    text: str
    changes: tuple[Change, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckedGoal:
    """Somebody's goal with its parts (spans in `text`), what the checks found, and what they make of it.

    The repaired goal is there when it was asked for.
    """

    text: str
    parts: Mapping[GoalPart, Span | None]
    measurable: bool
    educationally_relevant: bool
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...] = ()
    relevance: Relevance | None = None
    rubrics: Mapping[str, Rubric] = field(default_factory=dict)
    repair: Repair | None = None
