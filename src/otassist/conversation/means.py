"""What a conversation uses of other stages: handed in by `bootstrap`, or by a test."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from ..domain import Answer, BankGoal, CheckedGoal, Goal, Kinded, Note, Observation, Proposed, Redrafted
from ..language.tables import rules

Draft = Goal | Note
FindGoal = Callable[[str], BankGoal | None]
"""A bank goal by its id."""


def _no_goal(identity: str) -> BankGoal | None:
    return None


def _nothing(question: str) -> Answer:
    return Answer(question, ())


class Model(Protocol):
    """A language model: what it takes a message for, and a draft as a message wants it, changed with `apply`."""

    def kind(self, message: str, draft: Draft | None) -> Kinded: ...

    def edit(self, message: str, draft: Draft, apply: Callable[[Sequence[Proposed]], Draft]) -> Redrafted: ...


@dataclass(frozen=True, slots=True)
class Means:
    """`recheck` gives a draft with new findings, `check_goal` reads any text as a goal, `bank_goal` finds a goal by
    its id, `ask` asks the library, `model` does what no pattern can, where there is one."""

    read: Callable[[str], Observation]
    recheck: Callable[[Draft], Draft]
    check_goal: Callable[[str], CheckedGoal]
    bank_goal: FindGoal = _no_goal
    ask: Callable[[str], Answer] = _nothing
    model: Model | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """A draft as a request changed it, with what is to be asked or said about it."""

    draft: Draft
    what: str
    others: tuple[Goal, ...] = ()
    asks: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unable:
    """Why a request changes nothing: a line of data/replies.toml, filled in; `options` are ways on."""

    why: str
    options: tuple[str, ...] = ()
    needs_model: bool = False


Outcome = Edited | Unable


def reply_text(name: str, **values: object) -> str:
    """A line of data/replies.toml with its values."""
    text: str = rules("replies")[name]
    return text.format(**values)


def unable(name: str, *options: str, **values: object) -> Unable:
    """A refusal in the words of data/replies.toml."""
    return Unable(reply_text(name, **values), options, needs_model=name == "needs_model")
