"""What a message says of the student -> observation text with its own source, and the clause that rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..domain import Addition, Goal, Observation
from .means import Draft, Means
from .messages import Request


def additions_of(message: str, asked: Sequence[Request], means: Means, before: int) -> Iterator[Addition]:
    """What the message says of the student, as observation text with its own source."""
    found = [request.parts["value"] for request in asked if request.action == "baseline" and "value" in request.parts]
    for number, part in enumerate(found, before + 1):
        yield _addition(f"t{number}", message, part.start, part.end, means)


def whole_message(identity: str, message: str, means: Means) -> Addition:
    """All of a message as what the therapist says."""
    return _addition(identity, message, 0, len(message), means)


def grounded(draft: Draft, old: Draft, addition: Addition) -> Draft:
    """The goal whose new baseline rests on what the message said."""
    if not isinstance(draft, Goal):
        return draft
    facts = tuple(fact.id for fact in addition.facts)
    said = {clause.text for clause in old.clauses}
    clauses = tuple(
        replace(clause, statements=(addition.id,), facts=facts)
        if clause.role == "baseline" and clause.text not in said
        else clause
        for clause in draft.clauses
    )
    return replace(draft, clauses=clauses)


def _addition(identity: str, message: str, start: int, end: int, means: Means) -> Addition:
    read: Observation = means.read(message[start:end])
    facts = tuple(
        replace(fact, id=f"{identity}{fact.id}", statement=identity, start=fact.start + start, end=fact.end + start)
        for fact in read.facts
    )
    return Addition(identity, message, message[start:end], start, end, facts)
