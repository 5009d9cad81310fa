"""A bank goal made this student's: the parts that the jot or the therapist changes, in their place in the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..domain import BankGoal, Clause, GoalPart, Origin
from ..language.tables import rules

PARTS: tuple[GoalPart, ...] = ("timeframe", "condition", "behavior", "criterion", "method")


@dataclass(frozen=True, slots=True)
class Part:
    """What stands in a part's place, where it came from, and the statements, facts and passages behind it."""

    text: str
    origin: Origin
    statements: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


def assembled(goal: BankGoal, parts: dict[GoalPart, Part]) -> tuple[str, tuple[Clause, ...]]:
    """The goal's sentence with each part in its place, and the clauses in order."""
    places = sorted((goal.text.index(getattr(goal, name)), name) for name in PARTS)
    text, clauses, end = "", [], 0
    for start, name in places:
        held, part = getattr(goal, name), parts[name]
        text += goal.text[end:start]
        said = _cased(_once(text, part.text, held), held, opens=_opens(text))
        clauses.append(_clause(name, said, part, len(text)))
        text += said
        end = start + len(held)
    return text + goal.text[end:], tuple(clauses)


def _once(before: str, text: str, held: str) -> str:
    """A new part without its preposition where the sentence has one already: `the right item for on 2 of 3`."""
    led = re.search(r"\b(?:for|on|in|at|to|of|with|until) $", before)
    return text if text == held or not led else re.sub(r"^(?:for|on|in|at|with) ", "", text)


def _clause(role: str, text: str, part: Part, start: int) -> Clause:
    return Clause("", role, text, part.origin, part.statements, part.facts, part.evidence, start, start + len(text))


def _opens(before: str) -> bool:
    return not before.strip() or re.search(r"[.!?]\s*$", before) is not None


def _cased(text: str, held: str, *, opens: bool) -> str:
    """A new part takes the case its place asks for; the bank's own part keeps its own."""
    if text == held or not text:
        return text
    return text[0].upper() + text[1:] if opens else _lowered(text)


def _lowered(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text if first.isupper() and len(first) > 1 else text[0].lower() + text[1:]


def with_supports(condition: str, supports: Sequence[str], setting: str) -> str:
    """The condition with the supports and the setting that the jot names, where it does not hold them yet."""
    held = condition.lower()
    new = [name for name in supports if name.lower() not in held]
    parts = [condition]
    if new:
        parts.append(f"with {_listed(new)}")
    if setting and setting.lower() not in held:
        parts.append(setting)
    return ", ".join(parts) if len(parts) > 1 else condition


def _listed(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def wording(name: str, **values: str) -> str:
    """A phrase of data/goal_wording.toml with its values."""
    text: str = rules("goal_wording")["text"][name]
    return text.format(**values)


def change(name: str, **values: str) -> str:
    """What was changed in a bank goal, in the words of data/goal_wording.toml."""
    text: str = rules("goal_wording")["changes"][name]
    return text.format(**values)
