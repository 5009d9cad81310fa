"""What stands between a speaker and a model elsewhere: a cover that masks, somebody who agrees, and what is restored.

The cover is made by whoever puts the parts together; nothing here knows how it masks. Whatever goes wrong in it,
nothing is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from typing import Any, Protocol

from ...domain import Clause, Finding, Following, Goal, Note, Observation
from ...errors import FileProblem, MaskingFailure
from .asking import Message
from .failures import failure
from .findings import Fault, findings


class Cover(Protocol):
    """Masks one draft's conversation with a model."""

    @property
    def needed(self) -> tuple[str, ...]: ...

    def masked(self, asked: Sequence[Message]) -> list[Message]: ...

    def check(self, sent: Sequence[Message]) -> None: ...

    def restored(self, answer: str) -> str: ...

    def told(self, clause: Mapping[str, Any]) -> Mapping[str, Any]: ...

    def unknown(self, text: str) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Abroad:
    """How text may leave this machine: `cover` makes a cover from a student's texts and labels, `agrees` is shown it.

    `agrees` hears where the messages go and sees them as they would go; without its yes nothing does.
    """

    cover: Callable[[Sequence[str], Sequence[str]], Cover]
    agrees: Callable[[str, Sequence[Message]], bool]

    def made(self, known: Sequence[str], labels: Sequence[str]) -> Cover:
        """The cover, or one that lets nothing out where it cannot be made."""
        try:
            return self.cover(known, labels)
        except FileProblem:
            return _Closed("roster")
        except Exception:  # its text may hold student text
            return _Closed()


@dataclass(frozen=True, slots=True)
class _Closed:
    """Lets nothing out."""

    kind: str = "failed"
    needed: tuple[str, ...] = ()

    def masked(self, asked: Sequence[Message]) -> list[Message]:
        raise MaskingFailure(self.kind)

    def check(self, sent: Sequence[Message]) -> None:
        raise MaskingFailure(self.kind)

    def restored(self, answer: str) -> str:
        return answer

    def told(self, clause: Mapping[str, Any]) -> Mapping[str, Any]:
        return clause

    def unknown(self, text: str) -> list[str]:
        return []


def about_student(observation: Observation, composed: Sequence[Note | Goal]) -> tuple[list[str], list[str]]:
    """All that goes out about a student, in full, and what the student is called."""
    entered = [value for value in astuple(observation.context) if value]
    values = [part for value in entered for part in ([value] if isinstance(value, str) else value)]
    labels = [observation.context.student or "", *observation.students]
    return [observation.jot, *values, *(draft.text for draft in composed)], [label for label in labels if label]


def covered(cover: Cover, asked: Sequence[Message]) -> list[Message]:
    """The messages as they may go out. Raises ModelFailure with the reason why none may."""
    try:
        return cover.masked(asked)
    except MaskingFailure as problem:
        raise failure(f"mask_{problem.kind}") from None
    except Exception:
        raise failure("mask_failed") from None


def last_door(cover: Cover, sent: Sequence[Message]) -> None:
    """Raises ModelFailure where the messages still show what is masked."""
    try:
        cover.check(sent)
    except MaskingFailure as problem:
        raise failure(f"mask_{problem.kind}") from None
    except Exception:
        raise failure("mask_failed") from None


def hearing(cover: Cover | None, follow: Following) -> Following:
    """Whoever follows hears the originals."""
    if cover is None:
        return follow
    return replace(follow, heard=lambda clause: follow.heard(cover.told(clause)))


def misplaced(draft: Note | Goal, composed: Note | Goal, cover: Cover | None) -> tuple[Finding, ...]:
    """Blockers: placeholders that nobody issued, and what was masked and is missing where the composer has it."""
    if cover is None:
        return ()
    faulty = [(clause, [*_unknown(clause, cover), *_lost(clause, draft, composed, cover)]) for clause in draft.clauses]
    found = findings([(clause, faults) for clause, faults in faulty if faults])
    return tuple(replace(item, id=f"k{number}") for number, item in enumerate(found, 1))


def _unknown(clause: Clause, cover: Cover) -> Iterable[Fault]:
    return [("unknown_placeholder", item) for item in cover.unknown(clause.text)]


def _lost(clause: Clause, draft: Note | Goal, composed: Note | Goal, cover: Cover) -> Iterable[Fault]:
    """What the composer says for the same statements, or in this place of a goal, and no clause of the draft has."""
    for own in composed.clauses:
        same = own.id == clause.id if isinstance(draft, Goal) else bool(set(own.statements) & set(clause.statements))
        if not same:
            continue
        told = [item.text for item in draft.clauses if set(own.statements) & set(item.statements)] or [clause.text]
        for needed in cover.needed:
            if needed in own.text and not any(needed.lower() in text.lower() for text in told):
                yield "lost_placeholder", needed
