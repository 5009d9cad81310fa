"""A draft while a model writes it, and all that one call of drafting answers with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from .drafts import Goal, Note
from .jot import Notice, Observation, Question
from .library import Evidence


@dataclass(frozen=True, slots=True)
class Usage:
    """What drafting with a model took: tokens by the server's own count, calls, and dollars where a price is set."""

    tokens_in: int | None = None
    tokens_out: int | None = None
    calls: int = 0
    revisions: int = 0
    cost: float | None = None

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            _sum(self.tokens_in, other.tokens_in),
            _sum(self.tokens_out, other.tokens_out),
            self.calls + other.calls,
            self.revisions + other.revisions,
            _sum(self.cost, other.cost),
        )


Number = TypeVar("Number", int, float)


def _sum(first: Number | None, second: Number | None) -> Number | None:
    return second if first is None else first if second is None else first + second


@dataclass(frozen=True, slots=True)
class PromptUsed:
    """The prompt a draft was asked with."""

    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A model's draft that is not used, with why: one that was cut off, or one in which the checks found inventions."""

    why: str
    draft: Note | Goal


def _unheard(clause: Mapping[str, object]) -> None:
    """Nobody listens."""


def _going_on() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Following:
    """Who follows a draft while a model writes it.

    `heard` is called with each clause when it is complete, as the model gave it: unchecked, for the eye only.
    `stopped` is asked many times a second whether it is enough; it may be called from any thread.
    """

    heard: Callable[[Mapping[str, object]], None] = _unheard
    stopped: Callable[[], bool] = _going_on


@dataclass(frozen=True, slots=True)
class Written:
    """Notes or goals with their findings, who wrote them, and what has to be said about that."""

    notes: tuple[Note, ...] = ()
    goals: tuple[Goal, ...] = ()
    drafter: str = "composer"
    model: str | None = None
    prompt: PromptUsed | None = None
    usage: Usage | None = None
    set_aside: tuple[SetAside, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafting:
    """Everything one `draft` call has to answer with."""

    kind: str
    drafter: str
    observation: Observation
    notes: tuple[Note, ...]
    questions: tuple[Question, ...]
    notices: tuple[Notice, ...]
    goals: tuple[Goal, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    model: str | None = None
    prompt: PromptUsed | None = None
    usage: Usage | None = None
    set_aside: tuple[SetAside, ...] = ()
