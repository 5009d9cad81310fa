"""Two states of a draft -> the clauses that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from ..domain import Clause, ClauseChange, Goal, Origin
from .means import Draft


def changed(old: Draft, new: Draft) -> tuple[ClauseChange, ...]:
    """Clauses replaced, removed or added, in the order of the drafts; one that only moved is not among them."""
    before = {clause.id: clause for clause in old.clauses}
    after = {clause.id: clause for clause in new.clauses}
    pairs = [(clause, after.get(clause.id)) for clause in old.clauses]
    pairs += [(None, clause) for clause in new.clauses if clause.id not in before]  # type: ignore[misc]
    clauses = [ClauseChange(_kind(one, two), one, two) for one, two in pairs if _told(one) != _told(two)]
    return (*clauses, *_objectives(_steps(old), _steps(new)))


def _told(clause: Clause | None) -> tuple[str, str, str] | None:
    return (clause.text, clause.role, clause.origin) if clause else None


def _kind(old: Clause | None, new: Clause | None) -> Literal["replaced", "removed", "added"]:
    return "added" if old is None else "removed" if new is None else "replaced"


def _steps(draft: Draft) -> tuple[Clause, ...]:
    """A goal's objectives as clauses, each placed in its own text."""
    if not isinstance(draft, Goal):
        return ()
    said = [step.text + (f" (by {step.by})" if step.by else "") for step in draft.objectives]
    return tuple(
        Clause(f"o{number}", "objective", text, "bank", start=0, end=len(text)) for number, text in enumerate(said, 1)
    )


def _objectives(old: Sequence[Clause], new: Sequence[Clause]) -> Iterator[ClauseChange]:
    matcher = SequenceMatcher(None, [step.text for step in old], [step.text for step in new], autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind != "equal":
            for one, two in zip_longest(old[start:end], new[begin:stop]):
                origin: Origin = "therapist" if one else "proposed"
                yield ClauseChange(_kind(one, two), one, replace(two, origin=origin) if two else None)
