"""Data points: what was measured, of a student and mostly of an accepted goal."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..errors import UsageError
from .records import Document, Point, Student
from .rows import added, all_of, changed, found, is_deleted, known, new_id, seen
from .tables import points
from .transactions import Transactions

CHANGEABLE = ("measured_on", "text", "number", "out_of", "document", "note")


class Points(Transactions):
    """Data points of the store."""

    def points(self, student: str, document: str | None = None, deleted: bool = False) -> list[Point]:
        """By date; of one document where it is named. Raises NotThere."""
        wanted = all_of(Point).where(points.c.student == student, is_deleted(points, deleted))
        if document is not None:
            wanted = wanted.where(points.c.document == document)
        with self._reading() as connection:
            known(connection, Student, student)
            return found(connection, Point, wanted.order_by(points.c.measured_on, points.c.created, points.c.id))

    def point(self, id: str) -> Point:
        """Deleted ones too. Raises NotThere."""
        with self._reading() as connection:
            return known(connection, Point, id)

    def add_point(
        self,
        student: str,
        measured_on: date,
        text: str,
        number: float | None = None,
        out_of: float | None = None,
        document: str | None = None,
        note: str = "",
        id: str | None = None,
    ) -> Point:
        """A new point; for an id that is there already, that one as it is. Raises NotThere."""
        with self._writing() as connection:
            known(connection, Student, student, lock=True)
            if document is not None:
                known(connection, Document, document, lock=True)
            figures = _figure(number), _figure(out_of)
            return added(
                connection,
                Point(new_id(id), student, document, measured_on, text, *figures, note, 1, self._now(), None),
            )

    def change_point(self, id: str, version: int, **values: Any) -> Point:
        """With new values of measured_on, text, number, out_of, document or note; those not named stay."""
        if unknown := values.keys() - set(CHANGEABLE):
            raise TypeError(f"A point has no {sorted(unknown)} to change; it has {CHANGEABLE}.")
        values |= {name: _figure(values[name]) for name in ("number", "out_of") if name in values}
        with self._writing() as connection:
            if values.get("document") is not None:
                known(connection, Document, values["document"], lock=True)
            return changed(connection, seen(connection, Point, id, version), **values)

    def delete_point(self, id: str, version: int) -> Point:
        """Marked as deleted, until `restore_point`."""
        with self._writing() as connection:
            return changed(connection, seen(connection, Point, id, version), deleted=self._now())

    def restore_point(self, id: str) -> Point:
        with self._writing() as connection:
            there = known(connection, Point, id, lock=True)
            return changed(connection, there, deleted=None) if there.deleted else there


def _figure(number: float | None) -> float | None:
    """As every database gives it back."""
    try:
        return None if number is None else float(number)
    except OverflowError:
        raise UsageError("A number of that size cannot be kept.", "Check the number; the words may say it.") from None
