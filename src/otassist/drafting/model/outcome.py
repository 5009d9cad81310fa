"""Which of two drafts the therapist gets: the model's, or the composer's with a plain reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ...domain import Finding, Goal, Note, Notice, SetAside
from ...errors import ModelFailure
from ...language.tables import rules
from .findings import blockers

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
    if _is_worse(wording, composed):
        return Outcome(composed, notices["refused"], (SetAside(notices["refused"], wording),))
    return Outcome(wording)


def faults(drafts: Sequence[Note] | Sequence[Goal]) -> list[tuple[str, Finding]]:
    """The blockers of drafts, each with the text of its clause."""
    found = list[tuple[str, Finding]]()
    for draft in drafts:
        texts = {clause.id: clause.text for clause in draft.clauses}
        found += [(texts.get(item.clause or "", ""), item) for item in blockers(draft.findings)]
    return found


def notices(reasons: Sequence[str], count: int) -> tuple[Notice, ...]:
    """What is said of drafts that stayed the composer's, for `count` drafts in all."""
    if not reasons:
        return ()
    form = rules("model")["notices"]["fallback" if len(reasons) == count else "some"]
    return (Notice("model", form.format(why=" ".join(dict.fromkeys(reasons)), count=len(reasons), all=count)),)


def _is_worse(draft: Note | Goal, composed: Note | Goal) -> bool:
    """Whether it has more blockers, or one of a kind the composer's does not have."""
    own, other = blockers(draft.findings), blockers(composed.findings)
    return len(own) > len(other) or not {item.check for item in own} <= {item.check for item in other}
