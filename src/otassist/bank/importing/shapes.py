"""What every reader makes of a file: lines and tables, each with the place a person finds it at."""

from __future__ import annotations

from dataclasses import dataclass

Place = int | str
"""A line or row as an editor or spreadsheet counts it; with several sheets, pages or tables words: `Sheet1!4`."""


STRUCK = "is struck through"
"""Why a text is left out that its author crossed out and kept to be seen."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """What became neither goal, objective nor heading, and why."""

    place: Place
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or several that one sentence runs over. `indent` counts letters, `heading` from 1; 0 is none."""

    places: tuple[Place, ...]
    text: str
    indent: int = 0
    marker: str = ""
    heading: int = 0
    after_gap: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells; `across` when one cell is merged over several columns."""

    place: Place
    cells: tuple[str, ...]
    hidden: bool = False
    across: bool = False

    @property
    def filled(self) -> list[int]:
        return [index for index, cell in enumerate(self.cells) if cell.strip()]

    @property
    def text(self) -> str:
        return " | ".join(" ".join(cell.split()) for cell in self.cells if cell.strip())


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below one another; `title` is the sheet's name, which is no row of the file.

    An empty cell of an area means the one above it, unless the table is `complete`.
    """

    rows: tuple[Row, ...]
    title: str = ""
    hidden: bool = False
    complete: bool = False


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A file as its reader saw it, in its order; `left_out` is what only the reader knows to be no goal."""

    blocks: tuple[Block, ...]
    left_out: tuple[Skipped, ...] = ()
