"""Conversations and their messages."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select

from .records import Conversation, Json, Message, Role, Student
from .rows import added, all_of, changed, found, is_deleted, known, new_id, one, seen, within
from .searching import any_holds
from .tables import conversations, documents, drafts, messages, students
from .transactions import Transactions


class Conversations(Transactions):
    """Conversations of the store, with what stands in their input boxes."""

    def conversations(
        self, query: str | None = None, student: str | None = None, deleted: bool = False, limit: int = 50
    ) -> list[Conversation]:
        """Newest first: of a student, and those that hold `query` in title, label, box, a message or a draft."""
        wanted = all_of(Conversation).where(is_deleted(conversations, deleted))
        if student is not None:
            wanted = wanted.where(conversations.c.student == student)
        if query and query.strip():
            wanted = wanted.where(
                or_(
                    *any_holds(query, conversations.c.title, conversations.c.box),
                    conversations.c.student.in_(select(students.c.id).where(*any_holds(query, students.c.label))),
                    conversations.c.id.in_(select(messages.c.conversation).where(*any_holds(query, messages.c.text))),
                    conversations.c.id.in_(
                        select(drafts.c.conversation).where(is_deleted(drafts, False), *any_holds(query, drafts.c.text))
                    ),
                )
            )
        newest = wanted.order_by(conversations.c.updated.desc(), conversations.c.created.desc(), conversations.c.id)
        with self._reading() as connection:
            return found(connection, Conversation, newest.limit(within(limit)))

    def add_conversation(self, student: str | None = None, id: str | None = None, title: str = "") -> Conversation:
        """A new conversation; for an id that is there already, that one as it is."""
        now = self._now()
        with self._writing() as connection:
            if student is not None:
                known(connection, Student, student, lock=True)
            return added(connection, Conversation(new_id(id), student, title, "", {}, 1, now, now, None))

    def conversation(self, id: str) -> Conversation:
        """Deleted ones too. Raises NotThere."""
        with self._reading() as connection:
            return known(connection, Conversation, id)

    def save_box(self, id: str, version: int, box: str, context: Json) -> Conversation:
        """Autosave: what stands in the input box, and the context beside it."""
        return self._change_conversation(id, version, box=box, context=context, updated=self._now())

    def retitle(self, id: str, version: int, title: str) -> Conversation:
        return self._change_conversation(id, version, title=title, updated=self._now())

    def assign(self, id: str, version: int, student: str | None) -> Conversation:
        """Files the conversation under another student, with those of its drafts and documents filed as it was."""
        with self._writing() as connection:
            there = seen(connection, Conversation, id, version)
            if student is not None:
                known(connection, Student, student, lock=True)
            own = select(drafts.c.id).where(drafts.c.conversation == there.id)
            for table, belongs in (
                (documents, documents.c.draft.in_(own)),
                (drafts, drafts.c.conversation == there.id),
            ):
                was = table.c.student.is_(None) if there.student is None else table.c.student == there.student
                connection.execute(table.update().where(belongs, was).values(student=student))
            return changed(connection, there, student=student, updated=self._now())

    def delete_conversation(self, id: str, version: int) -> Conversation:
        """Marked as deleted, until `restore_conversation` or `erase_conversation`."""
        return self._change_conversation(id, version, deleted=self._now())

    def restore_conversation(self, id: str) -> Conversation:
        with self._writing() as connection:
            there = known(connection, Conversation, id, lock=True)
            return changed(connection, there, deleted=None) if there.deleted else there

    def erase_conversation(self, id: str) -> None:
        """For good, with all its messages, drafts and the documents accepted in it. Raises NotThere."""
        with self._erasing() as connection:
            known(connection, Conversation, id, lock=True)
            connection.execute(conversations.delete().where(conversations.c.id == id))

    def _change_conversation(self, id: str, version: int, **values: Any) -> Conversation:
        with self._writing() as connection:
            return changed(connection, seen(connection, Conversation, id, version), **values)

    def messages(self, conversation: str) -> list[Message]:
        """All of them, oldest first. Raises NotThere."""
        wanted = all_of(Message).where(messages.c.conversation == conversation).order_by(messages.c.number)
        with self._reading() as connection:
            known(connection, Conversation, conversation)
            return found(connection, Message, wanted)

    def add_message(
        self,
        conversation: str,
        role: Role,
        kind: str,
        text: str,
        context: Json | None = None,
        reply: Json | None = None,
        replaces: str | None = None,
        id: str | None = None,
    ) -> Message:
        """The next message; for an id that is there already, that one as it is. Raises NotThere."""
        id, now = new_id(id), self._now()
        with self._writing() as connection:
            touched(connection, conversation, now)
            there = one(connection, Message, id)
            if there is not None:
                return there
            last = select(func.max(messages.c.number)).where(messages.c.conversation == conversation)
            number = (connection.scalar(last) or 0) + 1
            new = Message(id, conversation, number, role, kind, text, context or {}, reply, now, replaces)
            return added(connection, new)


def touched(connection: Connection, id: str, now: datetime) -> Conversation:
    """The conversation, locked and moved to the top of the list; its version is that of its own fields alone."""
    there = known(connection, Conversation, id, lock=True)
    connection.execute(conversations.update().where(conversations.c.id == id).values(updated=now))
    return there
