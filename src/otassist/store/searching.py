"""Whether a text holds what is looked for, whatever the case of its letters; nothing in it is a wildcard."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, ColumnElement, func
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

from .storable import storable


class holds(GenericFunction[bool]):
    """`holds(column, query)`: a function of Python's in SQLite, which itself folds only English letters."""

    type = Boolean()
    inherit_cache = True


@compiles(holds, "postgresql")
def _on_postgresql(element: holds, compiler: SQLCompiler, **options: Any) -> str:
    """With the Unicode rules that come with the server, whatever the language of the database."""
    column, query = (f'lower({compiler.process(part, **options)} COLLATE "und-x-icu")' for part in element.clauses)
    return f"strpos({column}, {query}) > 0"


def in_sqlite(held: str | None, query: str) -> bool:
    return held is not None and query.lower() in held.lower()


def any_holds(query: str, *columns: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    return [func.holds(column, storable(query.strip())) for column in columns]
