"""What the jot says helps this student, and where the work is done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..domain import Fact, Observation, Statement
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


def _is_where(observation: Observation, fact: Fact) -> bool:
    """`at recess`, `in math`, or a header; not the lunch among the things to unpack."""
    headers = {item.id for item in observation.statements if item.role == "header"}
    before = observation.jot[: fact.start].lower()
    return (
        fact.statement in headers
        or re.search(r"(?:\b(?:in|at|during|for|pre|p|b4|before|after)|@)\s*(?:the\s+)?$", before) is not None
    )


def _refused(statement: Statement) -> bool:
    text = f" {statement.text.lower()} "
    return any(
        f" {phrase} " in text or text.strip() == phrase for phrase in rules("goal_wording")["supports"]["refused"]
    )


def setting_of(observation: Observation, told: Sequence[Statement]) -> str:
    """`during math`, `in the cafeteria`: where the jot places the work, as a phrase; empty where it does not say."""
    ids = {statement.id for statement in told} | {item.id for item in observation.statements if item.role == "header"}
    for fact in observation.facts:
        if fact.kind == "setting" and fact.statement in ids and not fact.negated and _is_where(observation, fact):
            return placed(name_of(fact))
    return ""
