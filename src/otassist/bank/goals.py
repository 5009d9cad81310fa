"""Goal bank: CSV rows become goals whose parts stand word for word in their text."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from ..domain import BankGoal
from .place import Place
from .rows import listed, rows

COLUMNS = (
    "id", "area", "grade_bands", "occupation", "setting", "text", "timeframe", "condition", "behavior", "criterion",
    "method", "objectives", "more_support", "stretch", "reason", "tags",
)  # fmt: skip
PARTS = ("timeframe", "condition", "behavior", "criterion", "method")
_LISTS = ("grade_bands", "objectives", "tags")
_ONE = tuple(column for column in COLUMNS if column not in _LISTS)


def read_goals(folder: Path) -> tuple[BankGoal, ...]:
    """The goals of every CSV file in a folder, file by file. Raises FileProblem."""
    goals: dict[str, BankGoal] = {}
    for file in sorted(folder.glob("*.csv")):
        for place, row in rows(file, COLUMNS):
            goal = _goal(place, row)
            if goal.id in goals:
                place.refuse(f"the id {goal.id!r} is taken by {goals[goal.id].source}", "Give each goal its own id.")
            goals[goal.id] = goal
    return tuple(goals.values())


def _goal(place: Place, row: Mapping[str, str]) -> BankGoal:
    _refuse_misplaced_parts(place, row)
    return BankGoal(
        **{column: row[column] for column in _ONE if column != "area"},
        area=place.area(row["area"]),
        grade_bands=tuple(map(place.grade_band, listed(row["grade_bands"]))),
        objectives=listed(row["objectives"]),
        tags=listed(row["tags"]),
        source=f"{place.file.parent.name}/{place.file.name}",
    )


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
