"""What is said about a draft and what is asked of the practice library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .drafts import Clause, Goal, Note
from .jot import Fact, Notice, OutOfScope, Question
from .writing import PromptUsed, SetAside, Usage


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence of a practice passage; `start` and `end` point into the text it is cited under, where it stands there.

    A strategy of the passage's front matter has no place in that text.
    """

    text: str
    passage: str
    start: int | None = None
    end: int | None = None
    alone: bool = True
    """Whether it can be read without the sentences around it."""


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """A passage with its sentences that answer a question, the nearest first."""

    id: str
    title: str
    source: str
    sentences: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Resting:
    """A sentence in a model's words, with the ids of the passages it rests on."""

    text: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the practice library says to a question: passages, the nearest first; none where it holds nothing.

    `sentences` is the same in the words of `model`; none where the library's own sentences are the answer.
    """

    question: str
    passages: tuple[CitedPassage, ...]
    out_of_scope: OutOfScope | None = None
    notices: tuple[Notice, ...] = ()
    questions: tuple[Question, ...] = ()
    sentences: tuple[Resting, ...] = ()
    model: str | None = None
    prompt: PromptUsed | None = None
    usage: Usage | None = None


MessageKind = Literal["jot", "edit", "question", "command"]


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """What a message did to one clause. An objective is a clause too, `o1` the first, placed in its own text."""

    kind: Literal["replaced", "removed", "added"]
    old: Clause | None
    new: Clause | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """A change that a model proposes of one clause, or behind it (`add`); `o1` is a goal's first objective.

    `said` tells whether its words are the message's; `statements` what of the jot it cites.
    """

    clause: str
    action: Literal["replace", "remove", "add"]
    text: str
    statements: tuple[str, ...] = ()
    said: bool = False


@dataclass(frozen=True, slots=True)
class Kinded:
    """What a model takes a message for, or why it did not answer."""

    kind: MessageKind | None = None
    why: str | None = None
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class Redrafted:
    """A draft as a model changed it, checked; or none, and why, with what it wrote instead where that was refused."""

    draft: Goal | Note | None = None
    why: str | None = None
    set_aside: tuple[SetAside, ...] = ()
    said: bool = False
    """Whether words of the message are in it."""
    model: str | None = None
    prompt: PromptUsed | None = None
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """What the therapist said of the student in a message: observation with its own source.

    `message[start:end] == text`; its facts have their places in `message` as well.
    """

    id: str
    message: str
    text: str
    start: int
    end: int
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What a message about a draft was, what came of it, and what to say; the message itself is always kept.

    `done` says whether all that was asked is done; `needs_model` whether a language model could do the rest, or do it
    another time. `others` are further goals made of this one by a split; `model` is who did what no pattern could.
    """

    message: str
    kind: MessageKind
    action: str
    done: bool
    said: str
    draft: Goal | Note | None = None
    changes: tuple[ClauseChange, ...] = ()
    others: tuple[Goal, ...] = ()
    additions: tuple[Addition, ...] = ()
    questions: tuple[Question, ...] = ()
    needs_model: bool = False
    answer: Answer | None = None
    model: str | None = None
    prompt: PromptUsed | None = None
    usage: Usage | None = None
    set_aside: tuple[SetAside, ...] = ()
