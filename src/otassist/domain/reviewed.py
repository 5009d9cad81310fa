"""What leaves: an accepted draft with what was added to it later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .drafts import Finding, Goal, Note


@dataclass(frozen=True, slots=True)
class Addendum:
    """What was added to an accepted document afterwards, which itself never changes; `added_at` has a time zone."""

    text: str
    added_at: datetime
    author: str | None = None

    def __post_init__(self) -> None:
        _zoned(self.added_at)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A draft that a therapist has read and accepted: the only thing that leaves as a document.

    `open_findings` are the blockers and warnings that were open when it was accepted; they are printed with it.
    `accepted_at` has a time zone. Raises ValueError where it has none.
    """

    draft: Goal | Note
    student: str | None
    accepted_at: datetime
    author: str | None
    title: str
    open_findings: tuple[Finding, ...] = ()
    addenda: tuple[Addendum, ...] = ()

    def __post_init__(self) -> None:
        _zoned(self.accepted_at)


def _zoned(moment: datetime) -> None:
    if moment.utcoffset() is None:
        raise ValueError(f"{moment!r} has no time zone; use datetime.now(timezone.utc) or the district's own")
