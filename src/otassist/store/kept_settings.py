"""What is set in the web app's pages, one JSON object under each name."""

from __future__ import annotations

from sqlalchemy import select

from .records import Json
from .rows import insert_into
from .storable import storable
from .tables import settings
from .transactions import Transactions


class KeptSettings(Transactions):
    """Settings of the store."""

    def setting(self, name: str) -> Json | None:
        """None where nothing was saved under this name."""
        with self._reading() as connection:
            row = connection.execute(select(settings.c.value).where(settings.c.name == name)).first()
            return None if row is None else dict(row.value)

    def save_setting(self, name: str, value: Json) -> Json:
        """The last one saved stands."""
        value = dict(storable(value))
        with self._writing() as connection:
            insert = insert_into(connection, settings).values(name=name, value=value)
            connection.execute(insert.on_conflict_do_update(index_elements=[settings.c.name], set_={"value": value}))
        return value
