"""Imported banks on disk: `banks/NAME/goal_bank/*.csv`, a row a goal with the file, row and digest it came from.

A lead therapist may edit these files in a spreadsheet. No cell can become a formula there: one that begins like a
formula has an apostrophe in front, which is taken off again when it is read.
Decided: one file a bank, since only one file can be replaced so that a stop leaves the old or the new.
"""

from __future__ import annotations

import csv
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Literal, cast

from filelock import FileLock

from ..domain import Area, GradeBand, Passage
from ..errors import FileProblem, UsageError
from .place import Place
from .rows import SEPARATOR, listed, table_rows

State = Literal["active", "retired"]
COLUMNS = (
    "id", "area", "grade_bands", "text", "objectives", "state", "source", "row", "digest",
)  # fmt: skip
_FILE = "goals.csv"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_RISKY = re.compile(r"'*[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class KeptGoal:
    """A goal of an imported bank. `source` and `row` are the file and the place in it; `digest` tells a changed row."""

    id: str
    area: Area | None
    grade_bands: tuple[GradeBand, ...]
    text: str
    objectives: tuple[str, ...]
    state: State
    source: str
    row: str
    digest: str

    @property
    def incomplete(self) -> bool:
        """Whether it has blanks to fill in, which is no fault of a bank's goal."""
        from .importing.slots import blanks  # brings the readers of all files, which no search needs

        return bool(blanks(self.text))


@dataclass(frozen=True, slots=True)
class Bank:
    """One imported bank; retired goals are kept and not searched."""

    name: str
    goals: tuple[KeptGoal, ...]

    @property
    def active(self) -> tuple[KeptGoal, ...]:
        return tuple(goal for goal in self.goals if goal.state == "active")


class Banks:
    """The imported banks of a folder, by name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> tuple[str, ...]:
        if not self._folder.is_dir():
            return ()
        return tuple(sorted(path.name for path in self._folder.iterdir() if (path / "goal_bank").is_dir()))

    def read(self, name: str) -> Bank:
        """Empty where there is none yet. Raises FileProblem for a row that cannot be read."""
        return Bank(bank_name(name), tuple(_goals(self._folder / bank_name(name) / "goal_bank")))

    def all(self) -> tuple[Bank, ...]:
        return tuple(map(self.read, self.names()))

    def existing(self, name: str) -> Bank:
        """Raises UsageError where there is no bank of this name."""
        if bank_name(name) not in self.names():
            known = ", ".join(self.names()) or "none yet"
            raise UsageError(f"There is no bank {name!r}.", f"The banks are: {known}.")
        return self.read(name)

    def lock(self) -> FileLock:
        """Held while a bank is read, merged and written, so that two imports lose nothing."""
        self._made(self._folder)
        return FileLock(self._folder / ".lock", timeout=30)

    def write(self, bank: Bank) -> None:
        """The bank as it is now, in one file."""
        folder = self._folder / bank_name(bank.name) / "goal_bank"
        self._made(folder)
        try:
            _replace(folder / _FILE, as_csv(bank.goals))
            for file in folder.glob("*.csv"):
                if file.name != _FILE:
                    file.unlink()
        except OSError as problem:
            raise _unwritable(folder, problem) from problem

    def remove(self, name: str) -> Bank:
        """The bank that was there. Raises UsageError where there was none."""
        bank = self.existing(name)
        try:
            shutil.rmtree(self._folder / bank.name)
        except OSError as problem:
            raise _unwritable(self._folder / bank.name, problem) from problem
        return bank

    def _made(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise _unwritable(folder, problem) from problem


def bank_name(name: str) -> str:
    """A name that is safe as a folder's. Raises UsageError."""
    plain = name.strip().lower().replace(" ", "-")
    if not _NAME.fullmatch(plain):
        raise UsageError(f"{name!r} is no name for a bank.", "Use up to 40 letters, digits and hyphens.")
    return plain


def passage_of_kept(goal: KeptGoal, bank: str) -> Passage:
    """What retrieval gets to see of an imported goal."""
    searched = f"{goal.text} {' '.join(goal.objectives[:3])}".strip()
    areas = (goal.area,) if goal.area else ()
    return Passage(goal.id, "goal", goal.text, searched, areas, goal.grade_bands, f"{bank}/{goal.source}, {goal.row}")


def as_csv(goals: Sequence[KeptGoal]) -> str:
    """The goals in our own form, safe in any spreadsheet."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in cells_of(goal)] for goal in goals)
    return written.getvalue()


def cells_of(goal: KeptGoal) -> tuple[str, ...]:
    """The cells of a goal in the order of COLUMNS, as they are."""
    steps = SEPARATOR.join(step.replace("|", "/") for step in goal.objectives)
    bands = SEPARATOR.join(goal.grade_bands)
    return (goal.id, goal.area or "", bands, goal.text, steps, goal.state, goal.source, goal.row, goal.digest)


def guarded(cell: str) -> str:
    return f"'{cell}" if _RISKY.match(cell) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell[1:]) else cell


def _goals(folder: Path) -> Iterator[KeptGoal]:
    seen: set[str] = set()
    for file in sorted(folder.glob("*.csv")):
        for place, row in table_rows(file, COLUMNS, filled=("id", "text", "state")):
            goal = _goal(place, {column: _bare(cell) for column, cell in row.items()})
            if goal.id in seen:
                place.refuse(f"the id {goal.id!r} is taken", "Give each goal its own id.")
            seen.add(goal.id)
            yield goal


def _goal(place: Place, row: dict[str, str]) -> KeptGoal:
    if row["state"] not in ("active", "retired"):
        place.refuse(f"{row['state']!r} is no state", "Use active or retired.")
    return KeptGoal(
        id=row["id"],
        area=place.area(row["area"]) if row["area"] else None,
        grade_bands=tuple(map(place.grade_band, listed(row["grade_bands"]))),
        text=row["text"],
        objectives=listed(row["objectives"]),
        state=cast(State, row["state"]),
        source=row["source"],
        row=row["row"],
        digest=row["digest"],
    )


def _replace(file: Path, text: str) -> None:
    fresh = file.with_suffix(".csv.new")
    with fresh.open("w", encoding="utf-8", newline="") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(fresh, file)


def _unwritable(folder: Path, problem: OSError) -> FileProblem:
    return FileProblem(f"{str(folder)!r} cannot be written ({problem.strerror}).", "Make room, or check permissions.")


__all__ = ["COLUMNS", "Bank", "Banks", "KeptGoal", "as_csv", "bank_name", "cells_of", "passage_of_kept"]
