"""Bare measures behind a goal in the unit that it counts: `...; 9 looks up on average`, `...; zero days`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..domain import Span
from .changes import stem
from .cues import words
from .page import Page
from .present import is_amount
from .tokens import Clause, clauses, is_number


def repeated(page: Page) -> Iterator[Span]:
    """A clause of a few words that begins with a number, in a unit that an earlier clause has with another number."""
    every = clauses(page)
    for place, clause in enumerate(every[1:], 1):
        unit = _unit(clause.words)
        if unit and _stands_apart(clause, place == len(every) - 1) and _is_counted(every[:place], unit):
            yield Span(clause.start, clause.end)


def _unit(run: Sequence[str]) -> str:
    """What is counted at the beginning of a bare measure; empty where the clause is something else."""
    start = 0
    while start < len(run) and run[start] in words("baselines", "about") - {"of"}:
        start += 1
    bare = len(run) < 8 and "of" not in run and not set(run) & words("baselines", "modals")
    first = run[start : start + 2]
    counts = len(first) == 2 and (is_number(first[0]) or is_amount(first, 0) or first[0] in ("zero", "no"))
    return stem(first[1]) if bare and counts and not any("%" in word for word in run) else ""


def _stands_apart(clause: Clause, last: bool) -> bool:
    usual = set(clause.words) & {"average", "about", "usually", "typical", "typically", "zero", "only"}
    return clause.before in (";", "(", ".") or (clause.before == "," and bool(usual) and last)


def _is_counted(earlier: Sequence[Clause], unit: str) -> bool:
    """`no more than twice a song`, `in 5 minutes`: the unit within three words behind a number."""
    for clause in earlier:
        for index, word in enumerate(clause.words):
            if is_number(word) or word in ("twice", "once"):
                near = {stem(told) for told in clause.words[index + 1 : index + 5]}
                if unit in near or (word in ("twice", "once") and unit == stem("times")):
                    return True
    return False
