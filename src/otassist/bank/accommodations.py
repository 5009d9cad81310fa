"""The accommodations a district offers under Section 504, `accommodations.csv`, and how the need for each is jotted."""

from __future__ import annotations

from pathlib import Path

from ..domain import Accommodation
from .rows import SEPARATOR, listed, rows

COLUMNS = ("id", "areas", "grade_bands", "text", "jotted")


def read_accommodations(file: Path) -> tuple[Accommodation, ...]:
    """Those of the file, in its order; none where there is no file. Raises FileProblem."""
    found: dict[str, Accommodation] = {}
    for place, row in rows(file, COLUMNS) if file.is_file() else ():
        if row["id"] in found:
            place.refuse(f"the id {row['id']!r} is taken already", "Give each accommodation its own id.")
        found[row["id"]] = Accommodation(
            id=row["id"],
            areas=tuple(place.area(area) for area in listed(row["areas"], _BAR)),
            grade_bands=tuple(place.grade_band(band) for band in listed(row["grade_bands"], _BAR)),
            text=row["text"],
            jotted=listed(row["jotted"], SEPARATOR),
            source=file.name,
        )
    return tuple(found.values())


_BAR = "|"
