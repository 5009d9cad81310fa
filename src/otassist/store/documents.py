"""Accepted documents: a draft as it was accepted, and what was added later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from .records import Addendum, Conversation, Document, StoredDraft
from .rows import added, all_of, changed, found, known, new_id, seen
from .searching import any_holds
from .tables import addenda, documents
from .transactions import Transactions


class Documents(Transactions):
    """Documents of the store."""

    def accept(
        self, draft: str, version: int, title: str, author: str | None = None, findings: Sequence[Any] = ()
    ) -> Document:
        """The document made of this version of a draft; of one that was accepted before, the document made then.

        `findings` are those still open, which stay printed.
        """
        now = self._now()
        with self._writing() as connection:
            known(connection, Conversation, known(connection, StoredDraft, draft).conversation, lock=True)
            there = known(connection, StoredDraft, draft, lock=True)
            if there.accepted is not None:
                return _document(connection, there.accepted)
            there = seen(connection, StoredDraft, draft, version)
            new = Document(
                new_id(), draft, version, there.student, there.kind, title, there.content, author, list(findings), now
            )  # fmt: skip
            changed(connection, there, accepted=new.id, updated=now)
            return added(connection, new)

    def document(self, id: str) -> Document:
        """Raises NotThere."""
        with self._reading() as connection:
            return _document(connection, id)

    def documents(self, student: str | None = None, query: str | None = None) -> list[Document]:
        """Newest first: of a student, and those whose title or text holds `query`."""
        wanted = all_of(Document)
        if student is not None:
            wanted = wanted.where(documents.c.student == student)
        if query and query.strip():
            wanted = wanted.where(or_(*any_holds(query, documents.c.title, documents.c.text)))
        with self._reading() as connection:
            return _those(connection, wanted)

    def add_addendum(self, document: str, text: str) -> Document:
        """The document with a dated addition. Raises NotThere."""
        now = self._now()
        with self._writing() as connection:
            known(connection, Document, document, lock=True)
            last = connection.scalar(select(func.max(addenda.c.number)).where(addenda.c.document == document)) or 0
            connection.execute(addenda.insert().values(document=document, number=last + 1, text=text, created=now))
            return _document(connection, document)


def _document(connection: Connection, id: str) -> Document:
    known(connection, Document, id)
    return _those(connection, all_of(Document).where(documents.c.id == id))[0]


def _those(connection: Connection, wanted: Select[Any]) -> list[Document]:
    """With their addenda, newest document first."""
    ids = wanted.with_only_columns(documents.c.id)
    later = defaultdict(list)
    for row in connection.execute(addenda.select().where(addenda.c.document.in_(ids)).order_by(addenda.c.number)):
        later[row.document].append(Addendum(row.text, row.created))
    there = found(connection, Document, wanted.order_by(documents.c.accepted.desc(), documents.c.id))
    return [replace(each, addenda=tuple(later[each.id])) for each in there]
