"""The banks of `banks/` as files: grids become XLSX, outlines DOCX, Typst sources PDF; the rest are files already.

A grid has `== Sheet` lines, a row a line with cells between bars, and below a row what happens to it: `!merge A1:D1`,
`!hide 3`, `!hidden` for the sheet. An outline has `T`itle, `H1`, `P`aragraph, `-` bullets, `1.` numbers, `TABLE` rows.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

BANKS = Path(__file__).parent / "banks"
_BUILT = {".grid": "xlsx", ".doc": "docx", ".typ": "pdf"}


def banks(half: str) -> list[Path]:
    """The sources of one folder, such as `seen`."""
    return sorted(path for path in (BANKS / half).iterdir() if path.suffix != ".answer")


@cache
def built(source: Path) -> tuple[str, bytes]:
    """The file's name and bytes, made once."""
    if source.suffix not in _BUILT:
        return source.name, source.read_bytes()
    name = source.name.removesuffix(source.suffix)
    make = {".grid": workbook, ".doc": document, ".typ": pdf}[source.suffix]
    return name, make(source.read_text(encoding="utf-8"))


def workbook(grid: str) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    sheet = None
    for line in filter(None, grid.splitlines()):
        if line.startswith("=="):
            sheet = book.create_sheet(line.removeprefix("==").strip())
            row = 0
        elif line.startswith("!merge"):
            _merge(sheet, line.split()[1])
        elif line.startswith("!hidden"):
            sheet.sheet_state = "hidden"
        elif line.startswith("!hide"):
            sheet.row_dimensions[int(line.split()[1])].hidden = True
        else:
            row += 1
            for column, cell in enumerate(line.split("|"), 1):
                text = cell.strip().replace("\\n", "\n")
                sheet.cell(row, column, int(text) if text.isdigit() else text or None)
    return _saved(book)


def _merge(sheet, reference: str) -> None:
    sheet.merge_cells(reference)


def document(outline: str) -> bytes:
    import docx

    made = docx.Document()
    rows: list[list[str]] | None = None
    for line in outline.splitlines():
        kind, _, text = line.partition(" ")
        if kind == "TABLE":
            rows = []
        elif kind == "ENDTABLE":
            _table(made, rows or [])
            rows = None
        elif rows is not None:
            rows.append([cell.strip().replace("\\n", "\n") for cell in line.split("|")])
        elif kind == "T":
            made.add_heading(text, 0)
        elif kind[:1] == "H" and kind[1:].isdigit():
            made.add_heading(text, int(kind[1:]))
        elif kind in ("-", "--"):
            made.add_paragraph(text, style="List Bullet" if kind == "-" else "List Bullet 2")
        elif kind == "1.":
            made.add_paragraph(text, style="List Number")
        else:
            made.add_paragraph(text)
    return _saved(made)


def _table(made, rows: list[list[str]]) -> None:
    table = made.add_table(len(rows), max(map(len, rows)))
    for number, cells in enumerate(rows):
        for column, text in enumerate(cells):
            if text == "^":
                table.cell(number - 1, column).merge(table.cell(number, column))
            else:
                table.cell(number, column).text = text


def pdf(source: str) -> bytes:
    import typst

    return typst.compile(source.encode())


def _saved(made) -> bytes:
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()
