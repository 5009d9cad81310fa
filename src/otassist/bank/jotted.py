"""How needs are jotted: lines as therapists scribble them, each with the bank goal it calls for, or what it is instead.

`jotted/*.csv` with the columns `goal`, `counts`, `jot`; `jotted/around.csv` with `kind`, `topic`, `jot`. A district
adds lines of its own therapists to them in a spreadsheet, and the next jot like it finds that goal.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from ..domain import Counted, JottedKind, JottedLine
from .place import Place
from .rows import rows

AROUND = "around.csv"
_NEED, _OTHER = ("goal", "counts", "jot"), ("kind", "jot")
COUNTS: tuple[Counted, ...] = get_args(Counted)
KINDS: tuple[JottedKind, ...] = get_args(JottedKind)


def read_jotted(folder: Path, goals: Mapping[str, object]) -> tuple[JottedLine, ...]:
    """Every line of the folder, file by file; none where there is no folder.

    Raises FileProblem for a goal that is not in `goals`, an unknown kind or count, or an empty line.
    """
    lines: list[JottedLine] = []
    for file in sorted(folder.glob("*.csv")):
        columns = _OTHER if file.name == AROUND else _NEED
        for place, row in rows(file, columns):
            lines.append(_around(place, row) if columns is _OTHER else _need(place, row, goals))
    return tuple(lines)


def _need(place: Place, row: Mapping[str, str], goals: Mapping[str, object]) -> JottedLine:
    if row["goal"] not in goals:
        place.refuse(f"there is no goal {row['goal']!r}", "Name the id of a goal in goal_bank/, or take the row out.")
    if row["counts"] not in COUNTS:
        place.refuse(f"{row['counts']!r} is nothing a number counts", f"Use one of: {', '.join(COUNTS)}.")
    return JottedLine(row["jot"], "need", goal=row["goal"], counts=row["counts"])


def _around(place: Place, row: Mapping[str, str]) -> JottedLine:
    if row["kind"] not in KINDS:
        place.refuse(f"{row['kind']!r} is no kind of line", f"Use one of: {', '.join(KINDS)}.")
    return JottedLine(row["jot"], row["kind"], topic=row.get("topic", ""))
