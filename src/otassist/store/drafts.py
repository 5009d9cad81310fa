"""Drafts, with every state they were ever in."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

from ..errors import Conflict, NotThere
from .conversations import touched
from .records import Conversation, Job, Json, Message, Revision, StoredDraft, Student
from .rows import added, all_of, changed, found, is_deleted, known, new_id, record, seen, within
from .tables import drafts, revisions
from .transactions import Transactions


class Drafts(Transactions):
    """Drafts of the store."""

    def add_draft(
        self,
        conversation: str,
        message: str | None,
        job: str | None,
        kind: str,
        position: int,
        content: Json,
        student: str | None = None,
        id: str | None = None,
    ) -> StoredDraft:
        """A draft and its first revision; filed under the conversation's student unless another is named.

        For an id that is there already, that draft as it is. Raises NotThere.
        """
        id, now = new_id(id), self._now()
        with self._writing() as connection:
            under = touched(connection, conversation, now)
            for kind_of, named in ((Message, message), (Job, job), (Student, student)):
                if named is not None:
                    known(connection, kind_of, named, lock=True)
            new = StoredDraft(
                id, conversation, message, job, kind, position, student or under.student, content, 1, None, now, now,
                None,
            )  # fmt: skip
            there = added(connection, new)
            if there.created == now:
                added(connection, Revision(id, 1, content, "drafted", now))
            return there

    def draft(self, id: str) -> StoredDraft:
        """Deleted ones too. Raises NotThere."""
        with self._reading() as connection:
            return known(connection, StoredDraft, id)

    def drafts(self, conversation: str, deleted: bool = False) -> list[StoredDraft]:
        """Oldest first, those of one job by position; with `deleted` the deleted ones. Raises NotThere."""
        wanted = all_of(StoredDraft).where(drafts.c.conversation == conversation, is_deleted(drafts, deleted))
        with self._reading() as connection:
            known(connection, Conversation, conversation)
            return found(connection, StoredDraft, wanted.order_by(drafts.c.created, drafts.c.position, drafts.c.id))

    def revise_draft(self, id: str, version: int, content: Json, why: str) -> StoredDraft:
        """The next revision. One that is accepted takes none: that is a Conflict too."""
        now = self._now()
        with self._writing() as connection:
            touched(connection, known(connection, StoredDraft, id).conversation, now)
            there = seen(connection, StoredDraft, id, version)
            if there.accepted is not None:
                raise Conflict(there)
            last = connection.scalar(select(func.max(revisions.c.number)).where(revisions.c.draft == id)) or 0
            added(connection, Revision(id, last + 1, content, why, now))
            return changed(connection, there, content=content, updated=now)

    def revisions(self, id: str) -> list[Revision]:
        """All of them, oldest first. Raises NotThere."""
        with self._reading() as connection:
            known(connection, StoredDraft, id)
            return found(
                connection, Revision, all_of(Revision).where(revisions.c.draft == id).order_by(revisions.c.number)
            )

    def revision(self, id: str, number: int) -> Revision:
        """Raises NotThere."""
        wanted = all_of(Revision).where(revisions.c.draft == id, revisions.c.number == within(number))
        with self._reading() as connection:
            known(connection, StoredDraft, id)
            row = connection.execute(wanted).mappings().first()
        if row is None:
            raise NotThere("revision", str(number))
        return record(Revision, row)

    def delete_draft(self, id: str, version: int) -> StoredDraft:
        """Marked as deleted, until `restore_draft` or `erase_draft`; a document made of it stays."""
        return self._change_draft(id, version, deleted=self._now())

    def restore_draft(self, id: str) -> StoredDraft:
        with self._writing() as connection:
            there = known(connection, StoredDraft, id, lock=True)
            return changed(connection, there, deleted=None) if there.deleted else there

    def erase_draft(self, id: str) -> None:
        """For good, with its revisions and the document made of it. Raises NotThere."""
        with self._erasing() as connection:
            known(connection, Conversation, known(connection, StoredDraft, id).conversation, lock=True)
            known(connection, StoredDraft, id, lock=True)
            connection.execute(drafts.delete().where(drafts.c.id == id))

    def _change_draft(self, id: str, version: int, **values: Any) -> StoredDraft:
        with self._writing() as connection:
            return changed(connection, seen(connection, StoredDraft, id, version), **values)
