"""The tables behind the records; their columns bear the names of the records' fields.

A change here needs a migration in migrations/versions; a test compares the two.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

from .records import Conversation, Document, Job, JobEvent, Message, Point, Revision, StoredDraft, Student
from .storable import storable

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """An aware UTC datetime; SQLite keeps it without its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC).replace(tzinfo=None if dialect.name == "sqlite" else UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


class Words(TypeDecorator[str]):
    """Text without the few characters that no database holds, in values and in what is looked for."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else str(storable(value))


class Id(TypeDecorator[str]):
    """32 hex characters; others are looked for in vain."""

    impl = String(32)
    cache_ok = True
    process_bind_param = Words.process_bind_param


def _id() -> Column[str]:
    return Column("id", Id, primary_key=True)


def _of(name: str, table: str, optional: bool = False, gone: str = "CASCADE") -> Column[str]:
    """A reference; what hangs on an erased row is erased with it."""
    return Column(name, Id, ForeignKey(f"{table}.id", ondelete=gone), nullable=optional, index=True)


def _words(name: str, optional: bool = False) -> Column[str]:
    return Column(name, Words, nullable=optional)


def _json(name: str, optional: bool = False) -> Column[Any]:
    return Column(name, JSON(none_as_null=True), nullable=optional)


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _time(name: str, optional: bool = False) -> Column[datetime]:
    return Column(name, Moment, nullable=optional)


students = Table(
    "students", metadata, _id(), _words("label"), _time("created"), _count("version"), _time("deleted", True)
)  # fmt: skip

conversations = Table(
    "conversations", metadata, _id(), _of("student", "students", True), _words("title"), _words("box"),
    _json("context"), _count("version"), _time("created"), _time("updated"), _time("deleted", True),
    Index(None, "updated"),
)  # fmt: skip

messages = Table(
    "messages", metadata, _id(), Column("conversation", Id, ForeignKey("conversations.id", ondelete="CASCADE"),
    nullable=False), _count("number"), _words("role"), _words("kind"), _words("text"), _json("context"),
    _json("reply", True), _time("created"), Column("replaces", Id), UniqueConstraint("conversation", "number"),
)  # fmt: skip

jobs = Table(
    "jobs", metadata, _id(), _of("conversation", "conversations"), _of("message", "messages", True), _words("kind"),
    Column("state", String(16), nullable=False, index=True), _json("asked"), _json("error", True),
    _words("owner", True), _time("lease_until", True), Column("stop_requested", Boolean, nullable=False),
    _time("created"), _time("updated"),
)  # fmt: skip

job_events = Table(
    "job_events", metadata, Column("job", Id, ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False), _words("name"), _json("data"),
)  # fmt: skip

drafts = Table(
    "drafts", metadata, _id(), _of("conversation", "conversations"), _of("message", "messages", True),
    _of("job", "jobs", True), _words("kind"), _count("position"), _of("student", "students", True), _json("content"),
    _words("text"), _count("version"), Column("accepted", Id), _time("created"), _time("updated"),
    _time("deleted", True),
)  # fmt: skip

revisions = Table(
    "revisions", metadata, Column("draft", Id, ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False), _json("content"), _words("why"),
    _time("created"),
)  # fmt: skip

documents = Table(
    "documents", metadata, _id(), Column("draft", Id, ForeignKey("drafts.id", ondelete="CASCADE"), nullable=False),
    _count("version"), _of("student", "students", True), _words("kind"), _words("title"), _json("content"),
    _words("text"), _words("author", True), _json("findings"), _time("accepted"), UniqueConstraint("draft"),
)  # fmt: skip

addenda = Table(
    "addenda", metadata, Column("document", Id, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False), _words("text"), _time("created"),
)  # fmt: skip

points = Table(
    "points", metadata, _id(), _of("student", "students"), _of("document", "documents", True, gone="SET NULL"),
    Column("measured_on", Date, nullable=False), _words("text"), Column("number", Float), Column("out_of", Float),
    _words("note"), _count("version"), _time("created"), _time("deleted", True),
)  # fmt: skip

settings = Table("settings", metadata, Column("name", Words, primary_key=True), _json("value"))

TABLE: dict[Any, Table] = {
    Student: students,
    Conversation: conversations,
    Message: messages,
    Job: jobs,
    JobEvent: job_events,
    StoredDraft: drafts,
    Revision: revisions,
    Document: documents,
    Point: points,
}
"""Where each kind of record stands."""
