"""XLSX -> a table for each sheet: merged cells filled downwards, hidden rows and sheets marked, formulas as text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from .limits import limit, within
from .package import Element, Package, attribute, is_struck, local
from .shapes import STRUCK, Document, Place, Row, Skipped, Table

_LETTERS = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def read(data: bytes) -> Document:
    """Every sheet in its order. A formula is its own text; it is never evaluated, and its stored result not trusted."""
    package = Package(data)
    sheets = list(_sheets(package))
    named = sum(not sheet.hidden for sheet in sheets) > 1
    book = _Book(package, _strings(package), _struck_styles(package))
    tables = [_table(book, sheet, named) for sheet in sheets]
    return Document(tuple(tables), (*book.left_out, *_macros(package)))


@dataclass(slots=True)
class _Budget:
    """Cells and rows of the whole workbook."""

    cells: int = 0
    rows: int = 0

    def spend(self, cells: int) -> None:
        self.cells += cells
        self.rows += 1
        within(self.cells, "cells", "cells")
        within(self.rows, "rows", "rows")


@dataclass(slots=True)
class _Book:
    """What its sheets share; `struck` are the styles whose cells are crossed out."""

    package: Package
    strings: list[str]
    struck: frozenset[str]
    budget: _Budget = field(default_factory=_Budget)
    left_out: list[Skipped] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    hidden: bool


@dataclass(slots=True)
class _Grid:
    """Cells by row and column while a sheet is read."""

    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    struck: dict[int, list[str]] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    across: set[int] = field(default_factory=set)


def _macros(package: Package) -> tuple[Skipped, ...]:
    if "xl/vbaProject.bin" not in package.names:
        return ()
    return (Skipped("macros", "vbaProject.bin", "a program in the workbook, which is never run"),)


def _sheets(package: Package) -> Iterator[_Sheet]:
    targets = {
        attribute(item, "Id"): posixpath.normpath(posixpath.join("xl", attribute(item, "Target"))).lstrip("/")
        for item in package.tree("xl/_rels/workbook.xml.rels")
        if attribute(item, "TargetMode") != "External"
    }
    for item in package.tree("xl/workbook.xml").iter():
        target = targets.get(attribute(item, "id")) if local(item) == "sheet" else None
        if target:
            part = target.removeprefix("xl//") if target in package.names else f"xl/{target.removeprefix('xl/')}"
            if part in package.names and "chartsheet" not in part:
                state = item.get("state", "visible")
                yield _Sheet(item.get("name", ""), part, state != "visible")


def _struck_styles(package: Package) -> frozenset[str]:
    """The numbers by which cells name the styles with a crossed-out font."""
    if "xl/styles.xml" not in package.names:
        return frozenset()
    parts = {local(part): part for part in package.tree("xl/styles.xml")}
    fonts = {str(number) for number, font in enumerate(parts.get("fonts", ())) if is_struck(font)}
    styles = enumerate(parts.get("cellXfs", ()))
    return frozenset(str(number) for number, style in styles if style.get("fontId") in fonts)


def _strings(package: Package) -> list[str]:
    """The texts that cells share; rich text without its formats."""
    found: list[str] = []
    if "xl/sharedStrings.xml" not in package.names:
        return found
    with package.part("xl/sharedStrings.xml") as stream:
        for _, element in ElementTree.iterparse(stream):
            if local(element) == "si":
                found.append(_text(element))
                within(len(found), "cells", "texts")
                element.clear()
    return found


def _text(element: Element) -> str:
    """What is said, without how it is pronounced and without what is crossed out."""
    aside = {id(text) for skipped in element.iter() if _is_aside(skipped) for text in skipped.iter()}
    return "".join(item.text or "" for item in element.iter() if local(item) == "t" and id(item) not in aside)


def _is_aside(part: Element) -> bool:
    return local(part) == "rPh" or (local(part) == "r" and any(is_struck(of) for of in part if local(of) == "rPr"))


def _table(book: _Book, sheet: _Sheet, named: bool) -> Table:
    grid = _Grid()
    with book.package.part(sheet.part) as stream:
        for _, element in ElementTree.iterparse(stream):
            name = local(element)
            if name == "row":
                _take_row(grid, element, book)
                element.clear()
            elif name == "mergeCell":
                _merge(grid, element.get("ref", ""))
    rows = []
    for number in sorted(grid.cells):
        cells = grid.cells[number]
        place: Place = f"{sheet.name}!{number}" if named or sheet.hidden else number
        book.left_out += [Skipped(place, text, STRUCK) for text in grid.struck.get(number, ())]
        filled = tuple(cells.get(column, "") for column in range(max(cells) + 1)) if cells else ()
        rows.append(Row(place, filled, number in grid.hidden, number in grid.across))
    return Table(tuple(rows), sheet.name, sheet.hidden)


def _take_row(grid: _Grid, element: Element, book: _Book) -> None:
    given = element.get("r", "")
    number = int(given) if given.isdigit() and len(given) < 8 else max(grid.cells, default=0) + 1
    cells: dict[int, str] = {}
    following = 0
    for cell in element:
        if local(cell) != "c":
            continue
        found = _LETTERS.fullmatch(cell.get("r", ""))
        column = _column(found[1]) if found else following
        following = column + 1
        if text := _cell(cell, book.strings):
            if cell.get("s") in book.struck:
                grid.struck.setdefault(number, []).append(text)
                continue
            within(column + 1, "columns", "columns")
            cells[column] = text
    book.budget.spend(len(element))
    grid.cells[number] = cells
    if element.get("hidden") in ("1", "true"):
        grid.hidden.add(number)


def _cell(cell: Element, strings: list[str]) -> str:
    kind = cell.get("t", "n")
    formula = next((item for item in cell if local(item) == "f"), None)
    if formula is not None:
        return f"={formula.text or '...'}"
    if kind == "inlineStr":
        return _text(cell).strip()
    value = next((item.text or "" for item in cell if local(item) == "v"), "")
    if kind == "s":
        index = int(value) if value.isdigit() and len(value) < 9 else -1
        return strings[index].strip() if 0 <= index < len(strings) else ""
    return value.strip()


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _merge(grid: _Grid, reference: str) -> None:
    """A cell merged downwards holds for each of its rows; one merged over columns marks its row."""
    found = re.fullmatch(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})", reference)
    if not found:
        return
    left, top, right, bottom = _column(found[1]), int(found[2]), _column(found[3]), int(found[4])
    if right > left:
        grid.across.add(top)
    text = grid.cells.get(top, {}).get(left, "")
    if text and left < limit("columns"):
        for number in [number for number in grid.cells if top < number <= bottom]:
            if right == left:
                grid.cells[number].setdefault(left, text)
