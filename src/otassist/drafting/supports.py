"""What the jot says helps this student, and where the work is done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from ..domain import Fact, Observation, Statement
from ..language import Word, within
from ..language.tables import rules
from .places import name_of, placed
from .spelling import plain

_MOST = 2
"""Supports taken over into a condition; more would no longer be one that a teacher can set up."""


def supports_of(observation: Observation, told: Sequence[Statement], words: Sequence[Word]) -> tuple[str, ...]:
    """The tools and supports that the statements say are in use: none refused, lost or only thought of."""
    found: list[str] = []
    for statement in told:
        if statement.negated or statement.role == "question" or _refused(observation, statement):
            continue
        if not _is_used(within(words, statement.start, statement.end), statement):
            continue
        for fact in observation.facts_of(statement):
            name = plain(within(words, fact.start, fact.end))
            if fact.kind in ("tool", "support") and not fact.negated and _is_name(name) and name not in found:
                found.append(name)
    return tuple(found[:_MOST])


def asked_about(observation: Observation, told: Sequence[Statement], words: Sequence[Word]) -> tuple[str, ...]:
    """`chair band? checklist?`: supports that the jot only asks about."""
    found: list[str] = []
    for statement in told:
        after = observation.jot[statement.end : statement.end + 1]
        if statement.role != "question" and after != "?" and not statement.text.rstrip().endswith("?"):
            continue
        for fact in observation.facts_of(statement):
            name = plain(within(words, fact.start, fact.end))
            if fact.kind in ("tool", "support") and _is_name(name) and name not in found:
                found.append(name)
    return tuple(found)


def _is_name(name: str) -> bool:
    """Neither a quotation nor a ratio of a class (`12:1:1`, `1:1`)."""
    vague = name in rules("goal_wording")["supports"]["vague"]
    return '"' not in name and not vague and not any(char.isdigit() for char in name)


def _is_used(words: Sequence[Word], statement: Statement) -> bool:
    """A bare name stands for a support in use; where the sentence says more, it has to say that it helps."""
    measured = any(word.quantity is not None and word.quantity.kind in ("ratio", "percent") for word in words)
    says_more = any(word.tag in "vzbgexaQ" or word.source == "=" for word in words)
    said = f" {statement.text.lower()} "
    helped = any(f" {word} " in said for word in rules("goal_wording")["supports"]["helped"])
    return measured or helped or not says_more


def _is_where(observation: Observation, fact: Fact) -> bool:
    """`at recess`, `in math`, or a header; not the lunch among the things to unpack."""
    headers = {item.id for item in observation.statements if item.role == "header"}
    before = observation.jot[: fact.start].lower()
    return (
        fact.statement in headers
        or re.search(r"(?:\b(?:in|at|during|for|pre|p|b4|before|after)|@)\s*(?:the\s+)?$", before) is not None
    )


def _refused(observation: Observation, statement: Statement) -> bool:
    """What the sentence around it says of the support: `headphones in backpack, never asks for them`."""
    jot = observation.jot
    start = max((jot.rfind(mark, 0, statement.start) for mark in ".;!\n"), default=-1) + 1
    ends = [end for mark in ".;!\n" if (end := jot.find(mark, statement.end)) >= 0]
    own, around = statement.text.lower(), jot[start : min(ends, default=len(jot))].lower()
    measured = re.search(r"\d/\d|\d of \d|%", own) is not None
    text = " ".join(["", *re.findall(r"[\w'/=]+|\?", own if measured else around), ""])
    return any(f" {phrase} " in text for phrase in rules("goal_wording")["supports"]["refused"])


def setting_of(observation: Observation, told: Sequence[Statement]) -> str:
    """`during math`, `in the cafeteria`: where the jot places the work, as a phrase; empty where it does not say."""
    ids = {statement.id for statement in told} | {item.id for item in observation.statements if item.role == "header"}
    for fact in observation.facts:
        if fact.kind == "setting" and fact.statement in ids and not fact.negated and _is_where(observation, fact):
            when = re.search(r"\b(pre|p|b4|before|after)\s*(?:the\s+)?$", observation.jot[: fact.start].lower())
            name = name_of(fact)
            return placed(name) if when is None else f"{_WHEN[when[1]]} {name}"
    return ""


_WHEN = {"pre": "before", "b4": "before", "before": "before", "p": "after", "after": "after"}
"""`pre recess`, `p lunch`: before or after it, and not during."""


def topic_of(observation: Observation, told: Sequence[Statement], words: Sequence[Word]) -> str:
    """`school store fri.`, `chorus: ...`: what the jot opens with, as a phrase; empty where it names no activity."""
    for statement in told[:_OPENING]:
        said = within(words, statement.start, statement.end)
        opening = [word for word in said if word.quantity is None and word.kind != "time"]
        named = list(takewhile(_names_activity, opening))
        after = opening[len(named)].tag if len(named) < len(opening) else observation.jot[statement.end :][:1] or "."
        ends = (len(named) == len(opening) or after in _ENDS) and (statement is told[0] or after == ":")
        if ends and 1 <= len(named) <= 4 and any(_is_activity(word) for word in named):
            text = plain(named)
            return placed(text) if len(named) == 1 else f"during {text.removeprefix('the ')}"
    return ""


def subject_of(observation: Observation, told: Sequence[Statement], words: Sequence[Word]) -> str:
    """`period care.`, `school store fri.`: the nouns a concern opens with, where they are all it says there."""
    for statement in told[:1]:
        said = within(words, statement.start, statement.end)
        named = [word for word in said if word.quantity is None and not (word.kind == "time" and len(said) > 2)]
        plainly = all(word.tag == "n" and word.kind not in ("person", "body", "name") for word in named)
        if plainly and 1 <= len(named) <= 4 and named[-1].kind in _DONE:
            return plain(named)
    return ""


_DONE = ("activity", "setting", "routine", "event", "skill", "behaviour", "")
"""Kinds of noun (nouns.csv) that have steps."""
_OPENING = 3
"""Statements at the start of a concern that may name its activity."""
_ENDS = ":-,;=/(pm>"


def _names_activity(word: Word) -> bool:
    joins = word.tag == "c" and word.text == "and"
    return joins or (word.tag == "n" and word.known and word.kind not in ("person", "name"))


def _is_activity(word: Word) -> bool:
    thing = word.source.lower() in rules("goal_wording")["supports"]["no_topic"]
    return word.kind in ("setting", "routine", "activity") and not thing
