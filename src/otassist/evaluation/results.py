"""Writes a run directory: `run.json`, and `results.jsonl` line by line, each on disk before the next begins."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..errors import FileProblem
from .measuring import Row

SCHEMA_VERSION = 1
Place = tuple[str, int]
"""A case's id and the repeat."""


class RunDirectory:
    """One run on disk. Raises FileProblem for what cannot be read or written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.results = folder / "results.jsonl"
        self.answers = folder / "answers.sqlite"

    def begin(self, info: Mapping[str, Any]) -> None:
        """Makes the folder with its `run.json`."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(self.folder / "run.json", json.dumps({"schema_version": SCHEMA_VERSION, **info}, indent=2))
        except OSError as problem:
            said = f"{str(self.folder)!r} cannot be written ({problem.strerror})."
            raise FileProblem(said, "Name another folder with --out.") from problem

    def info(self) -> dict[str, Any]:
        try:
            return dict(json.loads((self.folder / "run.json").read_text(encoding="utf-8")))
        except (OSError, ValueError) as problem:
            raise FileProblem(f"{str(self.folder)!r} is no run directory.", "Make one: otassist eval run.") from problem

    def rows(self) -> Iterator[Row]:
        """The whole lines; one cut off by a kill is left out."""
        if not self.results.exists():
            return
        for line in self.results.read_text(encoding="utf-8").split("\n"):
            try:
                row = json.loads(line)
            except ValueError:
                continue
            yield row

    def keep_finished(self) -> set[Place]:
        """Drops half lines and errors, so that they are done again; tells what is finished."""
        kept = {place_of(row): row for row in self.rows() if row.get("error") is None}
        self.replace(kept.values())
        return set(kept)

    def replace(self, rows: Iterable[Row]) -> None:
        """All lines anew, at once."""
        write_whole(self.results, "".join(line_of(row) for row in rows))

    def append(self) -> Appending:
        """For the lines to come, in a `with`."""
        return Appending(self.results)

    def forget_answers(self) -> None:
        """What a run that is done needs no more: its lines have it."""
        for file in self.folder.glob(f"{self.answers.name}*"):
            file.unlink()

    def sort(self, order: Sequence[str]) -> None:
        """The lines in the order of the cases, then of the repeats, whoever was quicker."""
        places = {name: place for place, name in enumerate(order)}
        self.replace(sorted(self.rows(), key=lambda row: (places.get(row["case"], len(places)), row["repeat"])))


class Appending:
    """Adds lines to a file; each is flushed to the disk."""

    def __init__(self, file: Path) -> None:
        self._stream = file.open("a", encoding="utf-8")

    def __enter__(self) -> Appending:
        return self

    def __exit__(self, *problem: object) -> None:
        self._stream.close()

    def add(self, row: Row) -> None:
        self._stream.write(line_of(row))
        self._stream.flush()
        os.fsync(self._stream.fileno())


def place_of(row: Row) -> Place:
    return row["case"], row["repeat"]


def line_of(row: Row) -> str:
    return json.dumps(row, allow_nan=False) + "\n"


def write_whole(file: Path, text: str) -> None:
    """Either the old file or the new one is there, whenever the machine stops."""
    draft = file.with_suffix(file.suffix + ".new")
    with draft.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(file)
