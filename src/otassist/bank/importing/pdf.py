"""PDF with text -> lines and tables, by where the words stand on the page.

Decided: pypdf runs in a process of its own with limits of time and memory, since a few hundred bytes of PDF can ask
for hours; the words come laid out in columns of letters, so that cells of a table stand below one another.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from ...errors import FileProblem
from .columns import is_a_header
from .joining import joined
from .limits import damaged, limit, within
from .plain import as_lines
from .shapes import Block, Document, Place, Row, Skipped, Table

_EDGE = 2
"""Lines at the top and bottom of a page that may be its header and footer."""
_PROBLEMS = {
    "password": ("The PDF is protected with a password.", "Take the password off, or print it to a new PDF."),
    "pages": ("The PDF has more than {pages} pages.", "Split it into smaller files."),
}
Numbered = list[tuple[Place, str]]


def read(data: bytes) -> Document:
    """Raises FileProblem also when there is no text in it, as in a scan."""
    pages = [page.split("\n") for page in _pages(data)]
    within(sum(map(len, pages)), "lines", "lines")
    if not any(line.strip() for page in pages for line in page):
        raise FileProblem("There is no text in the PDF; it may be a scan.", "Have its text recognised (OCR) first.")
    repeated = _repeated(pages)
    blocks: list[Block] = []
    left_out: list[Skipped] = []
    columns: list[int] = []
    for number, lines in enumerate(pages, 1):
        kept: Numbered = []
        for place, line in ((f"page {number}, line {count}", line) for count, line in enumerate(lines, 1)):
            if _pattern(line) in repeated:
                left_out.append(Skipped(place, line.strip(), "stands at the edge of every page"))
            else:
                kept.append((place, line))
        columns = _take(_evened(kept), blocks, columns)
    return Document(tuple(blocks), tuple(left_out))


def _pages(data: bytes) -> list[str]:
    """The text of each page, from a process that may take only so long and so much."""
    script = Path(__file__).with_name("pdf_pages.py")
    limits = [str(limit(name)) for name in ("pdf_pages", "pdf_megabytes")]
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(script), *limits],
            input=data, capture_output=True, timeout=limit("pdf_seconds"), check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as problem:
        raise damaged(f"it takes more than {limit('pdf_seconds')} seconds") from problem
    try:
        answer = json.loads(done.stdout)
    except ValueError as problem:
        raise damaged("the PDF is damaged, or needs too much memory") from problem
    if answer.get("problem") == "memory":
        raise damaged("it needs too much memory")
    if why := answer.get("problem"):
        if why in _PROBLEMS:
            message, remedy = _PROBLEMS[why]
            raise FileProblem(message.format(pages=limit("pdf_pages")), remedy)
        raise damaged("the PDF is damaged or cut short")
    return [str(page) for page in answer["pages"]]


def _repeated(pages: list[list[str]]) -> set[str]:
    """Lines that stand at the edge of at least half of several pages, whatever their numbers; and bare page numbers."""
    seen: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page if line.strip()]
        seen.update({_pattern(line) for line in (*lines[:_EDGE], *lines[-_EDGE:])})
    many = {pattern for pattern, times in seen.items() if len(pages) > 1 and times > 1 and times * 2 >= len(pages)}
    numbers = {pattern for pattern in seen if re.fullmatch(r"(?:page |- ?)?0(?: (?:of|/) 0)?(?: ?-)?", pattern)}
    return many | numbers


def _pattern(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.lower().split()))


def _evened(lines: Numbered) -> Numbered:
    """Without the empty lines that only come from wide spacing: those as many as between most lines."""
    gaps: Counter[int] = Counter()
    empty = 0
    for _, line in lines:
        if line.strip():
            gaps[empty] += 1
            empty = 0
        else:
            empty += 1
    usual = gaps.most_common(1)[0][0] if gaps else 0
    found: Numbered = []
    empty = 0
    for place, line in lines:
        if not line.strip():
            empty += 1
            continue
        if empty > usual:
            found.append((place, ""))
        empty = 0
        found.append((place, line))
    return found


def _take(lines: Numbered, blocks: list[Block], columns: list[int]) -> list[int]:
    """Puts a page behind the blocks; the columns of the table it ends with, for the next page."""
    waiting: Numbered = []
    rows: list[tuple[list[Place], list[list[str]]]] = []
    for place, line in lines:
        starts = _header(line)
        if starts:
            _flush(waiting, rows, blocks)
            columns = starts
        if columns and line.strip() and not _fits(line, columns):
            _flush(waiting, rows, blocks)
            columns = []
        if not columns:
            waiting.append((place, line))
        elif line.strip():
            _add_row(rows, place, _cut(line, columns))
    _flush(waiting, rows, blocks)
    return columns


def _header(line: str) -> list[int]:
    """Where the columns begin, in a line that names them."""
    pieces = list(re.finditer(r"\S+(?: \S+)*", line))
    names = tuple(piece[0] for piece in pieces)
    return [piece.start() for piece in pieces] if len(names) > 1 and is_a_header(Row(0, names)) else []


def _fits(line: str, columns: list[int]) -> bool:
    starts = [piece.start() for piece in re.finditer(r"\S+(?: \S+)*", line)]
    near = [any(abs(start - column) <= 1 for column in columns) for start in starts]
    longest = columns[1] - columns[0]
    return all(near) and not (len(starts) == 1 and starts[0] < columns[1] - 1 and len(line.strip()) > longest)


def _cut(line: str, columns: list[int]) -> list[str]:
    edges = [max(0, column - 1) for column in columns[1:]]
    return [line[start:stop].strip() for start, stop in zip([0, *edges], [*edges, None], strict=True)]


def _add_row(rows: list[tuple[list[Place], list[list[str]]]], place: Place, cells: list[str]) -> None:
    """A line that begins in the first column begins a row; others go on in their cells."""
    if rows and not cells[0]:
        rows[-1][0].append(place)
        for held, cell in zip(rows[-1][1], cells, strict=True):
            held += [cell] * bool(cell)
    else:
        rows.append(([place], [[cell] * bool(cell) for cell in cells]))


def _flush(waiting: Numbered, rows: list[tuple[list[Place], list[list[str]]]], blocks: list[Block]) -> None:
    blocks += joined(as_lines([(place, re.sub(r"(?<=\S) {2,}", " ", line)) for place, line in waiting]))
    waiting.clear()
    if rows:
        made = [Row(_span(places), tuple(" ".join(cell) for cell in cells)) for places, cells in rows]
        blocks.append(Table(tuple(made)))
        rows.clear()


def _span(places: list[Place]) -> Place:
    if len(places) == 1:
        return places[0]
    first, last = str(places[0]), str(places[-1]).rpartition(" ")[2]
    return first.replace("line", "lines") + f"-{last}"
