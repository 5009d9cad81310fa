"""CSV, TSV and their kin -> a table: the separator is found by what makes the rows even."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO

from .columns import is_a_header
from .joining import joined
from .limits import within
from .plain import as_lines
from .shapes import Document, Row, Table
from .texts import lines_of

_SEPARATORS = ",;\t|^~"
_LOOKED_AT = 25
"""Rows among which names of columns speak for a separator."""


def read(text: str, sure: bool) -> Document | None:
    """A table, or None where the text is none and may be an outline; `sure` when the file is called a table."""
    lines = lines_of(text)
    within(len(lines), "lines", "lines")
    separator = _separator(text, sure)
    if separator is None:
        return Document(tuple(joined(as_lines(list(enumerate(_unquoted(lines), 1)))))) if sure else None
    quoting = csv.QUOTE_NONE if _is_unclosed(text, separator) else csv.QUOTE_MINIMAL
    rows = _rows(text, separator, quoting) or _rows(text, separator, csv.QUOTE_NONE) or []
    within(len(rows), "rows", "rows")
    within(max(map(len, rows), default=0), "columns", "columns")
    return Document((Table(tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, 1) if cells)),))


def _unquoted(lines: list[str]) -> list[str]:
    return [line[1:-1].replace('""', '"') if len(line) > 1 and line[0] == line[-1] == '"' else line for line in lines]


def _is_unclosed(text: str, separator: str) -> bool:
    """Whether a quotation mark opens a cell that never ends, so that it stands for itself."""
    try:
        for _ in csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True):
            pass
    except csv.Error as problem:
        return "unexpected end" in str(problem)
    return False


def _rows(text: str, separator: str, quoting: int) -> list[list[str]] | None:
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=separator, quoting=quoting)  # type: ignore[arg-type]
        return [[cell.strip() for cell in row] for row in reader]
    except csv.Error:
        return None


def _separator(text: str, sure: bool) -> str | None:
    """The separator that gives most rows the same number of cells; a file not called a table must be very even."""
    best, found = 0.0, None
    sample = "\n".join(lines_of(text)[:300])
    for separator in _SEPARATORS:
        rows = [row for row in _rows(sample, separator, csv.QUOTE_MINIMAL) or [] if any(row)]
        several = [len(row) for row in rows if len(row) > 1]
        if not several:
            continue
        width, times = Counter(several).most_common(1)[0]
        even = times / len(rows)
        enough = even >= 0.4 if sure else even >= 0.8 and len(rows) >= 3 and (width > 2 or separator in "\t|;")
        named = sure and any(is_a_header(Row(0, tuple(row))) for row in rows[:_LOOKED_AT] if len(row) > 1)
        score = even + 0.01 * min(width, 10) + named
        if (enough or named) and score > best:
            best, found = score, separator
    if found is None and sure:
        head = [row for row in _rows(sample, ",", csv.QUOTE_MINIMAL) or [] if any(row)]
        return "," if any(len(row) > 1 for row in head[:1]) else None
    return found
