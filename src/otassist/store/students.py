"""Students: labels that conversations, documents and data points hang on."""

from __future__ import annotations

from sqlalchemy import select

from .records import Student
from .rows import added, all_of, changed, found, is_deleted, known, new_id, seen
from .searching import any_holds
from .tables import conversations, students
from .transactions import Transactions


class Students(Transactions):
    """Students of the store."""

    def students(self, query: str | None = None, deleted: bool = False) -> list[Student]:
        """Those whose label holds `query`, by label; with `deleted` the deleted ones."""
        wanted = all_of(Student).where(is_deleted(students, deleted))
        if query and query.strip():
            wanted = wanted.where(*any_holds(query, students.c.label))
        with self._reading() as connection:
            return sorted(found(connection, Student, wanted), key=lambda each: (each.label.casefold(), each.created))

    def add_student(self, label: str, id: str | None = None) -> Student:
        """A new student; for an id that is there already, that one as it is."""
        with self._writing() as connection:
            return added(connection, Student(new_id(id), label, self._now(), 1, None))

    def student(self, id: str) -> Student:
        """Deleted ones too. Raises NotThere."""
        with self._reading() as connection:
            return known(connection, Student, id)

    def rename_student(self, id: str, version: int, label: str) -> Student:
        """Raises NotThere and Conflict, as does everything that takes a version."""
        with self._writing() as connection:
            return changed(connection, seen(connection, Student, id, version), label=label)

    def delete_student(self, id: str, version: int) -> Student:
        """Marked as deleted; what hangs on the student stays, and `restore_student` brings it back."""
        with self._writing() as connection:
            return changed(connection, seen(connection, Student, id, version), deleted=self._now())

    def restore_student(self, id: str) -> Student:
        with self._writing() as connection:
            there = known(connection, Student, id, lock=True)
            return changed(connection, there, deleted=None) if there.deleted else there

    def erase_student(self, id: str) -> None:
        """For good, with all conversations, drafts, documents and data points of the student. Raises NotThere."""
        with self._erasing() as connection:
            own = select(conversations.c.id).where(conversations.c.student == id).order_by(conversations.c.id)
            connection.execute(own.with_for_update())
            known(connection, Student, id, lock=True)
            connection.execute(students.delete().where(students.c.id == id))
