"""A bank as CSV or XLSX for a spreadsheet, in which no cell can become a formula."""

from __future__ import annotations

from io import BytesIO

from .kept import COLUMNS, Bank, as_csv, cells_of


def csv_of(bank: Bank) -> bytes:
    """Our own form, with the mark by which Excel knows UTF-8; it can be imported again."""
    return as_csv(bank.goals).encode("utf-8-sig")


def workbook_of(bank: Bank) -> bytes:
    """The same rows as XLSX; every cell is text."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Goals")
    for cells in (COLUMNS, *map(cells_of, bank.goals)):
        row = []
        for text in cells:
            cell = WriteOnlyCell(sheet, "")
            cell.value, cell.data_type = _storable(text), "s"
            row.append(cell)
        sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _storable(text: str) -> str:
    """Without the control letters that XML cannot hold, and no longer than a cell may be."""
    return "".join(letter for letter in text if letter >= " " or letter in "\n\t")[:32_000]
