"""A document as CSV for a spreadsheet, in which no cell can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from ..domain import Reviewed
from .boxes import fields
from .documents import Heading, Paragraph, document_of, facts_of, open_in
from .profiles import Profile, profile
from .wording import line, wording

_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")  # the full-width signs too, which some spreadsheets take for these


def as_csv(reviewed: Reviewed, boxes: Profile | None = None) -> bytes:
    """Two columns, part and text: what was open, then the boxes of a profile, then what was added. UTF-8, marked."""
    names = wording()["csv"]
    rows: list[Sequence[str]] = [(names["part"], names["text"]), ("Title", line(reviewed.title))]
    rows += facts_of(reviewed)
    rows += [(f"{block.title}: {mark}", text) for block in open_in(reviewed) for mark, text in block.items]
    rows += [(field.label, field.text) for field in fields(reviewed, boxes or profile()) if field.text]
    rows += _added(reviewed)
    return table_file(rows)


def _added(reviewed: Reviewed) -> Iterable[Sequence[str]]:
    title, after = wording()["titles"]["added"], False
    for block in document_of(reviewed).blocks:
        after = after or (isinstance(block, Heading) and block.text == title)
        if after and isinstance(block, Paragraph):
            yield f"{title}: {block.label.rstrip(':')}", block.text


def table_file(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV that Excel opens as UTF-8; every cell is quoted."""
    made = io.StringIO(newline="")
    csv.writer(made, quoting=csv.QUOTE_ALL).writerows([*map(harmless, row)] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """A cell that a spreadsheet would compute begins with an apostrophe instead (OWASP, CSV injection)."""
    return f"'{cell}" if cell.strip().startswith(_FORMULA) else cell
