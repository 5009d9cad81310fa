"""The rows of a CSV file by the names of its columns, each with its place for an error that leads there."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from .place import Place, text_of

SEPARATOR = " | "


def rows(file: Path, columns: Sequence[str]) -> Iterator[tuple[Place, dict[str, str]]]:
    """Each row that holds something, with the line it begins on; no cell of `columns` is empty. Raises FileProblem."""
    return table_rows(file, columns, columns)


def table_rows(file: Path, columns: Sequence[str], filled: Sequence[str]) -> Iterator[tuple[Place, dict[str, str]]]:
    """The same where only the cells of `filled` must hold something."""
    reader = csv.reader(StringIO(text_of(file)), strict=True)
    header: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            place, line = Place(file, line), reader.line_num + 1
            if header is None:
                header = _header(place, cells, columns)
            elif any(cell.strip() for cell in cells):
                yield place, _row(place, header, cells, filled)
    except csv.Error as problem:
        Place(file, reader.line_num).refuse(f"the row cannot be read ({problem})", "Save the table as CSV again.")


def _header(place: Place, cells: Sequence[str], columns: Sequence[str]) -> list[str]:
    header = [cell.strip() for cell in cells]
    if missing := [column for column in columns if column not in header]:
        place.refuse(f"there is no column {missing[0]!r}", f"The first row names the columns: {', '.join(columns)}.")
    return header


def _row(place: Place, header: Sequence[str], cells: Sequence[str], filled: Sequence[str]) -> dict[str, str]:
    if len(cells) != len(header):
        remedy = "Put cells with commas or line breaks in quotation marks."
        place.refuse(f"the row has {len(cells)} cells for {len(header)} columns", remedy)
    row = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
    for column in filled:
        if not row[column]:
            place.refuse(f"the cell {column!r} is empty", "Fill it in, or take the row out.")
    return row


def listed(cell: str, separator: str = SEPARATOR) -> tuple[str, ...]:
    """The items of a cell that holds several."""
    return tuple(item.strip() for item in cell.split(separator.strip()) if item.strip())
