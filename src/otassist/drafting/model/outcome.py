"""Which of two drafts the therapist gets: the model's, or the composer's with a plain reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ...domain import Finding, Goal, Note, Notice, SetAside
from ...errors import ModelFailure
from ...language.tables import rules

AnyDraft = TypeVar("AnyDraft", Note, Goal)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[AnyDraft]):
    """The draft to show; where it is the composer's, why, and what of the model's is kept beside it."""

    draft: AnyDraft
    why: str | None = None
    aside: tuple[SetAside, ...] = ()


def outcome(
    composed: AnyDraft, wording: AnyDraft | None, problem: ModelFailure | None, partial: AnyDraft | None = None
) -> Outcome[AnyDraft]:
    """The model's wording if no check finds it worse; without wording and problem the model had nothing to change."""
    notices = rules("model")["notices"]
    if problem is not None:
        why = f"{problem} {notices['cut_off']}" if partial is not None else str(problem)
        return Outcome(composed, why, (SetAside(why, partial),) if partial is not None else ())
    if wording is None:
        return Outcome(composed)
    if faults(wording, composed):
        return Outcome(composed, notices["refused"], (SetAside(notices["refused"], wording),))
    return Outcome(wording)


def faults(draft: Note | Goal, composed: Note | Goal) -> list[tuple[str, Finding]]:
    """What makes a draft worse than the composer's, each with the text of its clause.

    Blockers and warnings of a check that finds more here than there: an invention, an omission, a lost criterion.
    """
    more = Counter(map(_check, _grave(draft))) - Counter(map(_check, _grave(composed)))
    texts = {clause.id: clause.text for clause in draft.clauses}
    return [(texts.get(item.clause or "", ""), item) for item in _grave(draft) if more[_check(item)]]


def notices(reasons: Sequence[str], count: int) -> tuple[Notice, ...]:
    """What is said of drafts that stayed the composer's, for `count` drafts in all."""
    if not reasons:
        return ()
    form = rules("model")["notices"]["fallback" if len(reasons) == count else "some"]
    return (Notice("model", form.format(why=" ".join(dict.fromkeys(reasons)), count=len(reasons), all=count)),)


def _grave(draft: Note | Goal) -> list[Finding]:
    return [item for item in draft.findings if item.severity != "info"]


def _check(found: Finding) -> str:
    return found.check
