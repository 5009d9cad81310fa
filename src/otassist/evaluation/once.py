"""The product's stages, each of which does the same work once: repeats of a case, and its metrics, ask for it again.

Stages are functions of what they are given, so this changes no answer. What work was spared is added to the time an
answer takes, which is to be that of a draft made afresh.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from time import perf_counter
from typing import Any, TypeVar

from ..assistant import Assistant, DraftedGoals, GoalDrafter, NoteChecker
from ..domain import Concern, Context, Evidence, Note, Observation
from .record import current

Made = TypeVar("Made")

HELD = 64
"""Results of a stage that are kept; the repeats of a case follow one another."""


def once(work: Callable[..., Made]) -> Callable[..., Made]:
    """The work, which is done once for the same arguments; these can be hashed."""

    @lru_cache(HELD)
    def timed(*given: Any, **named: Any) -> tuple[Made, float]:
        started = perf_counter()
        return work(*given, **named), perf_counter() - started

    def kept(*given: Any, **named: Any) -> Made:
        started = perf_counter()
        made, took = timed(*given, **named)
        record = current()
        if record:
            record.spared += max(0.0, took - (perf_counter() - started))
        return made

    return kept


def notes_once(check: NoteChecker) -> NoteChecker:
    """The check of drafted notes, which reads the same note against the same jot once."""
    checked = once(lambda note, observation: check(note.value, observation))
    return lambda note, observation: checked(_Alike(note, _of_note(note)), observation)


def each_once(assistant: Assistant) -> Assistant:
    """The assistant, whose stages do the same work once; its check of notes is another's (`notes_once`)."""
    read = once(assistant.reader)

    def reader(
        jot: str, context: Context | None = None, *, kind: str = "note", unknown_keys: Sequence[str] = ()
    ) -> Observation:
        return read(jot, context, kind=kind, unknown_keys=tuple(unknown_keys))

    return replace(
        assistant,
        reader=reader,
        drafter=once(assistant.drafter),
        text_checker=once(assistant.text_checker),
        concerns=once(assistant.concerns),
        goal_checker=once(assistant.goal_checker),
        goal_drafter=_GoalsOnce(assistant.goal_drafter),
    )


class _Alike:
    """A value that cannot be hashed, in place of its content, which can."""

    def __init__(self, value: Any, content: object) -> None:
        self.value, self._content = value, content

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Alike) and self._content == other._content

    def __hash__(self) -> int:
        return hash(self._content)


def _of_note(note: Note) -> object:
    return note.type, note.student, note.text, tuple(note.sections.items()), note.findings


class _GoalsOnce:
    """A goal drafter that scopes and composes once; what it searches is searched anew, since each answer tells it."""

    def __init__(self, drafter: GoalDrafter) -> None:
        self.evidence, self.strategies = drafter.evidence, drafter.strategies
        self.scoped = once(drafter.scoped)
        self._composed = once(lambda seen, found, concerns: drafter.compose(seen, found.value, concerns))

    def compose(
        self, observation: Observation, found: Mapping[str, Sequence[Evidence]], concerns: Sequence[Concern]
    ) -> DraftedGoals:
        content = tuple((name, tuple(items)) for name, items in found.items())
        return self._composed(observation, _Alike(found, content), tuple(concerns))
