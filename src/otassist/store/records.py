"""What the store holds, as frozen records.

Ids are 32 hex characters, times are aware UTC datetimes. Every record that can change has a `version`, counted
from 1: who changes it names the version seen, and gets Conflict when that is no longer the current one. Dicts and
lists are JSON. What a therapist wrote is left out of a record's repr, so that no traceback or log shows it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

Role = Literal["therapist", "assistant"]
State = Literal["queued", "running", "done", "stopped", "failed"]
Json = dict[str, Any]


@dataclass(frozen=True)
class Student:
    """A label such as initials, never needed to be a name."""

    id: str
    label: str = field(repr=False)
    created: datetime
    version: int
    deleted: datetime | None


@dataclass(frozen=True)
class Conversation:
    """One chat; `box` is what stands in its input box, `context` the context keys of a request and its `kind`."""

    id: str
    student: str | None
    title: str = field(repr=False)
    box: str = field(repr=False)
    context: Json = field(repr=False)
    version: int
    created: datetime
    updated: datetime
    deleted: datetime | None


@dataclass(frozen=True)
class Message:
    """Never changed; one that was edited and sent again is a new one that `replaces` the old."""

    id: str
    conversation: str
    number: int
    role: Role
    kind: str
    text: str = field(repr=False)
    context: Json = field(repr=False)
    reply: Json | None = field(repr=False)
    created: datetime
    replaces: str | None


@dataclass(frozen=True)
class Job:
    """One piece of drafting; whoever holds the lease (`owner`, `lease_until`) works on it."""

    id: str
    conversation: str
    message: str | None
    kind: str
    state: State
    asked: Json = field(repr=False)
    error: Json | None = field(repr=False)
    owner: str | None
    lease_until: datetime | None
    stop_requested: bool
    created: datetime
    updated: datetime


@dataclass(frozen=True)
class JobEvent:
    """What a job told, in order; `number` counts from 1."""

    job: str
    number: int
    name: str
    data: Json = field(repr=False)


@dataclass(frozen=True)
class StoredDraft:
    """A draft as it stands; `content` is the draft of wire.py, `accepted` the document made of it."""

    id: str
    conversation: str
    message: str | None
    job: str | None
    kind: str
    position: int
    student: str | None
    content: Json = field(repr=False)
    version: int
    accepted: str | None
    created: datetime
    updated: datetime
    deleted: datetime | None


@dataclass(frozen=True)
class Revision:
    """A draft as it stood once; `number` counts from 1, the draft as it was made."""

    draft: str
    number: int
    content: Json = field(repr=False)
    why: str
    created: datetime


@dataclass(frozen=True)
class Addendum:
    """What was added to an accepted document later."""

    text: str = field(repr=False)
    created: datetime


@dataclass(frozen=True)
class Document:
    """An accepted draft; never changed, only added to. `version` is that of the draft which was accepted."""

    id: str
    draft: str
    version: int
    student: str | None
    kind: str
    title: str = field(repr=False)
    content: Json = field(repr=False)
    author: str | None = field(repr=False)
    findings: list[Any] = field(repr=False)
    accepted: datetime
    addenda: tuple[Addendum, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Point:
    """One measurement, of an accepted goal where `document` names it: the words, and as numbers where they are any."""

    id: str
    student: str
    document: str | None
    measured_on: date
    text: str = field(repr=False)
    number: float | None
    out_of: float | None
    note: str = field(repr=False)
    version: int
    created: datetime
    deleted: datetime | None


Record = Student | Conversation | Message | Job | JobEvent | StoredDraft | Revision | Document | Point
