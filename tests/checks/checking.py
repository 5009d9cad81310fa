"""Asks the checks about a note and its jot, and names what they found."""

from __future__ import annotations

from functools import cache

from otassist import bootstrap
from otassist.domain import Context, Finding


@cache
def assistant() -> bootstrap.Assistant:
    return bootstrap.build()


def findings(note: str, jot: str | None = None, context: Context | None = None) -> tuple[Finding, ...]:
    return assistant().check_note(note, jot, context).findings


def blockers(jot: str, note: str, context: Context | None = None) -> set[str]:
    """The names of the checks that block the note."""
    return {finding.check for finding in findings(note, jot, context) if finding.severity == "blocker"}


def marked(jot: str, note: str, check: str) -> list[str]:
    """The words of the note on which the check points."""
    return [note[item.start : item.end] for item in findings(note, jot) if item.check == check]


def left_out(jot: str, note: str) -> list[str]:
    """The messages of the omission check."""
    return [item.message for item in findings(note, jot) if item.check == "omitted"]
