"""What the jot says helps this student, and where the work is done."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain import Observation, Statement
from ..language import Word, within
from ..language.tables import rules
from .places import name_of, placed
from .spelling import plain

_MOST = 2
"""Supports taken over into a condition; more would no longer be one that a teacher can set up."""


def supports_of(observation: Observation, told: Sequence[Statement], words: Sequence[Word]) -> tuple[str, ...]:
    """The tools and supports that the statements name and do not say were refused, lost or no help."""
    found: list[str] = []
    for statement in told:
        if statement.negated or statement.role == "question" or _refused(statement):
            continue
        for fact in observation.facts_of(statement):
            name = plain(within(words, fact.start, fact.end))
            if fact.kind in ("tool", "support") and not fact.negated and '"' not in name and name not in found:
                found.append(name)
    return tuple(found[:_MOST])


def _refused(statement: Statement) -> bool:
    text = f" {statement.text.lower()} "
    return any(
        f" {phrase} " in text or text.strip() == phrase for phrase in rules("goal_wording")["supports"]["refused"]
    )


def setting_of(observation: Observation, told: Sequence[Statement]) -> str:
    """`during math`, `in the cafeteria`: where the jot places the work, as a phrase; empty where it does not say."""
    ids = {statement.id for statement in told} | {item.id for item in observation.statements if item.role == "header"}
    for fact in observation.facts:
        if fact.kind == "setting" and fact.statement in ids and not fact.negated:
            return placed(name_of(fact))
    return ""
