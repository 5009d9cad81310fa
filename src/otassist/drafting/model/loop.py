"""Draft, checks, at most one revision with what they found, checks: for whatever kind of draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from ...domain import Finding, Following, SetAside, Usage
from ...errors import ModelFailure
from ...language.tables import rules
from ..prompts import Prompt
from ..schemas import SCHEMAS
from .answered import object_of
from .asking import Message, lines
from .speaker import Answer, Speaker

Draft = TypeVar("Draft")
_ASK_AGAIN = ("not_json", "wrong_shape")
"""Failures after which the one revision asks for the right form."""


@dataclass(frozen=True, slots=True)
class Task(Generic[Draft]):
    """What a kind of draft is asked with, how its answer is read and checked, and what has to be mended in it."""

    prompt: Prompt
    asked: list[Message]
    read: Callable[[Mapping[str, Any]], Draft]
    faults: Callable[[Draft], Sequence[tuple[str, Finding]]]
    """Each with the text it is about."""


@dataclass(frozen=True, slots=True)
class Attempt(Generic[Draft]):
    """What came of asking: the best draft, or the failure with what had come before it; and what it took."""

    draft: Draft | None = None
    failure: ModelFailure | None = None
    partial: Draft | None = None
    usage: Usage = field(default_factory=Usage)
    aside: SetAside | None = None
    """What was not used of an answer without failure; without a draft nothing of it was."""


def drafted(task: Task[Draft], speaker: Speaker, revise: Prompt, follow: Following) -> Attempt[Draft]:
    """A draft after at most one revision; of two drafts the one with fewer faults."""
    name, schema = task.prompt.task, SCHEMAS[task.prompt.schema]
    answer = speaker.ask(task.asked, schema, name, follow)
    first = _read(task, answer)
    told = _to_mend(task, first)
    if not told:
        return first
    asked = [*task.asked, ("ai", answer.text), ("human", revise.filled({"findings": lines(told)}))]
    second = _read(task, speaker.ask(asked, schema, name, follow))
    return replace(_better(task, first, second), usage=first.usage + second.usage + Usage(revisions=1))


def _to_mend(task: Task[Draft], first: Attempt[Draft]) -> list[dict[str, str]]:
    """What the revision is told: the faults, or that the answer had no form; nothing where it would not help."""
    if first.draft is not None:
        found = task.faults(first.draft)
        return [{"clause": text, "problem": item.message, "do": item.remedy} for text, item in found]
    unreadable = first.failure is not None and first.failure.kind in _ASK_AGAIN
    return [{"problem": rules("model")["notices"]["unreadable"]}] if unreadable else []


def _better(task: Task[Draft], first: Attempt[Draft], second: Attempt[Draft]) -> Attempt[Draft]:
    if first.draft is None:
        return second
    if second.draft is None or len(task.faults(second.draft)) > len(task.faults(first.draft)):
        return first
    return second


def _read(task: Task[Draft], answer: Answer) -> Attempt[Draft]:
    """The draft of an answer, or what there is of one."""
    try:
        return Attempt(task.read(answer.json()), usage=answer.usage)
    except ModelFailure as problem:
        return Attempt(None, problem, _partial(task, answer), answer.usage)


def _partial(task: Task[Draft], answer: Answer) -> Draft | None:
    try:
        return task.read(object_of(answer.complete)) if answer.complete else None
    except ModelFailure:
        return None
