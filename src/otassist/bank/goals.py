"""Goal bank: CSV rows become goals whose parts stand word for word in their text."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from itertools import pairwise
from pathlib import Path

from ..domain import BankGoal
from .place import Place, text_of

COLUMNS = (
    "id", "area", "grade_bands", "occupation", "setting", "text", "timeframe", "condition", "behavior", "criterion",
    "method", "objectives", "more_support", "stretch", "reason", "tags",
)  # fmt: skip
PARTS = ("timeframe", "condition", "behavior", "criterion", "method")
SEPARATOR = " | "
_LISTS = ("grade_bands", "objectives", "tags")
_ONE = tuple(column for column in COLUMNS if column not in _LISTS)


def read_goals(folder: Path) -> tuple[BankGoal, ...]:
    """The goals of every CSV file in a folder, file by file. Raises FileProblem."""
    goals: dict[str, BankGoal] = {}
    for file in sorted(folder.glob("*.csv")):
        for place, row in _rows(file):
            goal = _goal(place, row)
            if goal.id in goals:
                place.refuse(f"the id {goal.id!r} is taken by {goals[goal.id].source}", "Give each goal its own id.")
            goals[goal.id] = goal
    return tuple(goals.values())


def _rows(file: Path) -> Iterator[tuple[Place, Mapping[str, str]]]:
    """Each row that holds something, with the line it begins on."""
    reader = csv.reader(StringIO(text_of(file)), strict=True)
    header: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            place, line = Place(file, line), reader.line_num + 1
            if header is None:
                header = _header(place, cells)
            elif any(cell.strip() for cell in cells):
                yield place, _row(place, header, cells)
    except csv.Error as problem:
        Place(file, reader.line_num).refuse(f"the row cannot be read ({problem})", "Save the table as CSV again.")


def _header(place: Place, cells: list[str]) -> list[str]:
    header = [cell.strip() for cell in cells]
    missing = [column for column in COLUMNS if column not in header]
    if missing:
        place.refuse(f"there is no column {missing[0]!r}", f"The first row names the columns: {', '.join(COLUMNS)}.")
    return header


def _row(place: Place, header: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) != len(header):
        remedy = "Put cells with commas or line breaks in quotation marks."
        place.refuse(f"the row has {len(cells)} cells for {len(header)} columns", remedy)
    return {column: cell.strip() for column, cell in zip(header, cells, strict=True)}


def _goal(place: Place, row: Mapping[str, str]) -> BankGoal:
    for column in COLUMNS:
        if not row[column]:
            place.refuse(f"the cell {column!r} is empty", "Fill it in, or take the row out.")
    _refuse_misplaced_parts(place, row)
    return BankGoal(
        **{column: row[column] for column in _ONE if column != "area"},
        area=place.area(row["area"]),
        grade_bands=tuple(map(place.grade_band, _listed(row["grade_bands"]))),
        objectives=_listed(row["objectives"]),
        tags=_listed(row["tags"]),
        source=f"{place.file.parent.name}/{place.file.name}",
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in cell.split(SEPARATOR.strip()) if item.strip())


def _refuse_misplaced_parts(place: Place, row: Mapping[str, str]) -> None:
    """A part that stands nowhere, twice or inside another could not be replaced in its place."""
    spans = []
    for part in PARTS:
        times = row["text"].count(row[part])
        if times != 1:
            where = "not in the text" if times == 0 else "in the text more than once"
            place.refuse(f"the {part} {row[part]!r} is {where}", "Copy the part from the text, word for word.")
        start = row["text"].index(row[part])
        spans.append((start, start + len(row[part]), part))
    for (_, end, first), (start, _, second) in pairwise(sorted(spans)):
        if start < end:
            place.refuse(f"the {first} and the {second} overlap", "Each word of a goal belongs to one part.")
