"""What is wrong with a model's clause, in the same form as the findings of the checks; all of them blockers."""

from __future__ import annotations

from collections.abc import Sequence

from ...domain import Clause, Finding
from ...language.tables import rules

Fault = tuple[str, str]
"""A kind of data/model.toml, and what it is about."""


def finding(number: int, clause: Clause, fault: Fault) -> Finding:
    """The finding on a clause with its id and place."""
    kind, what = fault
    message, remedy = rules("model")["findings"][kind]
    return Finding(
        id=f"m{number}",
        check=kind,
        severity="blocker",
        basis="good practice",
        message=message.format(what=what),
        remedy=remedy,
        clause=clause.id,
        start=clause.start,
        end=clause.end,
    )


def findings(faulty: Sequence[tuple[Clause, Sequence[Fault]]]) -> tuple[Finding, ...]:
    """The findings of clauses, numbered."""
    found = [(clause, fault) for clause, faults in faulty for fault in faults]
    return tuple(finding(number, *each) for number, each in enumerate(found, 1))
