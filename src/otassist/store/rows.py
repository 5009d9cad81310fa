"""Records to and from rows: looked up, locked, compared with the version seen, changed and added.

Rows are locked in one order, so that no two transactions wait for each other: conversation, draft, message, job,
student, document, data point.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, select

from ..errors import Conflict, NotThere, UsageError
from .records import Conversation, Document, Job, Message, Point, Record, StoredDraft, Student
from .storable import storable
from .tables import TABLE

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

R = TypeVar("R", bound=Record)
Changing = TypeVar("Changing", Student, Conversation, StoredDraft, Point)

NAMES: dict[type[Any], str] = {
    Student: "student",
    Conversation: "conversation",
    Message: "message",
    Job: "job",
    StoredDraft: "draft",
    Document: "document",
    Point: "data point",
}
_ID = re.compile("[0-9a-f]{32}")


def columns(kind: type[Any]) -> tuple[Any, ...]:
    """The columns behind the fields of a record."""
    table = TABLE[kind]
    return tuple(table.c[field.name] for field in fields(kind) if field.name in table.c)


def all_of(kind: type[Any]) -> Select[Any]:
    return select(*columns(kind))


def record(kind: type[R], row: RowMapping) -> R:
    return kind(**row)


def found(connection: Connection, kind: type[R], wanted: Select[Any]) -> list[R]:
    return [record(kind, row) for row in connection.execute(wanted).mappings()]


def one(connection: Connection, kind: type[R], identity: str, lock: bool = False) -> R | None:
    """The record with this id; `lock` keeps others from changing it until this transaction ends."""
    table: Table = TABLE[kind]
    wanted = all_of(kind).where(table.c.id == identity)
    row = connection.execute(wanted.with_for_update() if lock else wanted).mappings().first()
    return None if row is None else record(kind, row)


def known(connection: Connection, kind: type[R], identity: str, lock: bool = False) -> R:
    """The same, or NotThere."""
    there = one(connection, kind, identity, lock)
    if there is None:
        raise NotThere(NAMES[kind], identity)
    return there


def seen(connection: Connection, kind: type[Changing], identity: str, version: int) -> Changing:
    """The record, locked, if `version` is its current one; else NotThere or Conflict."""
    there = known(connection, kind, identity, lock=True)
    if there.version != version:
        raise Conflict(there)
    return there


def changed(connection: Connection, old: Changing, **values: Any) -> Changing:
    """The locked record with new values and the next version."""
    table, values = TABLE[type(old)], {name: storable(value) for name, value in values.items()}
    new = replace(old, version=old.version + 1, **{name: value for name, value in values.items() if name != "searched"})
    connection.execute(table.update().where(table.c.id == old.id), {**_row(table, values), "version": new.version})
    return new


def added(connection: Connection, new: R) -> R:
    """The new record; where its id is taken already, the one that is there."""
    table: Table = TABLE[type(new)]
    new = replace(new, **{column.name: storable(getattr(new, column.name)) for column in columns(type(new))})
    unless_there = insert_into(connection, table).on_conflict_do_nothing(index_elements=list(table.primary_key))
    insert = unless_there.execution_options(preserve_rowcount=True)
    values = {field.name: getattr(new, field.name) for field in fields(new)}
    if connection.execute(insert, _row(table, values)).rowcount == 1:
        return new
    return known(connection, type(new), values["id"])


def insert_into(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An insertion that may say what to do about a row that is there."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql  # takes its time, and SQLite does without

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)


def _row(table: Table, values: dict[str, Any]) -> dict[str, Any]:
    """The values of a row; the text of a draft's content stands in a column of its own, to be searched."""
    row = {name: value for name, value in values.items() if name in table.c}
    if "content" in row and "text" in table.c:
        said = row["content"].get("text")
        row["text"] = said if isinstance(said, str) else ""
    return row


def new_id(identity: str | None = None) -> str:
    """A new id, or the one given if it is one. Raises UsageError."""
    if identity is None:
        return uuid4().hex
    if not _ID.fullmatch(identity):
        raise UsageError(f"{identity[:40]!r} is no id.", "An id is 32 hex characters in lower case.")
    return identity


def is_deleted(table: Table, deleted: bool) -> ColumnElement[bool]:
    return table.c.deleted.is_not(None) if deleted else table.c.deleted.is_(None)


def within(number: int) -> int:
    """The nearest one that is no less than 0 and that every database can compare."""
    return min(max(number, 0), 2**31 - 1)
