"""A web page -> lines with heading and list levels, and tables. Nothing of it is run, fetched or followed."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from .limits import limit, within
from .markers import split_marker
from .shapes import STRUCK, Block, Document, Line, Row, Skipped, Table
from .texts import one_line

_UNSEEN = {
    "script": "a program in the page, never run",
    "style": "no text of the page",
    "template": "no text of the page",
}
_ASIDE = {"nav": "the page's own menu", "footer": "the page's footer", "title": "the page's title"}
_ENDS = re.compile(
    r"p|div|[uo]l|li|h[1-6]|table|t[rdh]|[bh]r|section|article|header|main|d[tdl]|caption|blockquote|pre|form|body"
)
_CROSSED = ("s", "del", "strike")
_BREAK = "\x1e"
"""Where a line ends in a cell; a page's own line ends are mere spaces."""
_INDENT = 4
_BEGUN = 20
"""Tags begun without one being closed, from which they are none."""


def read(text: str) -> Document:
    parser = _Page()
    parser.feed(">".join(map(_harmless, text.split(">"))))
    parser.close()
    parser.finish()
    return Document(tuple(parser.blocks), tuple(parser.left_out))


def _harmless(piece: str) -> str:
    """A mark that opens no tag is text: the parser would look from each of them to the end of the page."""
    begun = piece.count("<")
    if begun > _BEGUN and len(piece) > _BEGUN * 100:
        return piece.replace("<", "&lt;")
    return re.sub(r"<(?![a-zA-Z/!?])", "&lt;", piece) if begun else piece


class _Page(HTMLParser):
    """Keeps no tree, so that depth costs nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.left_out: list[Skipped] = []
        self._words: list[str] = []
        self._line = 1
        self._heading = self._lists = self._tables = self._crossed = 0
        self._marked = self._gap = False
        self._aside = ""
        self._rows: list[list[tuple[str, int, int]]] = []
        self._row_lines: list[int] = []
        self._span = (1, 1)
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if _ENDS.fullmatch(tag):
            self._flush(tag)
        if tag in _ASIDE and not self._aside:
            self._flush()
            self._aside = tag
        elif tag in _CROSSED:
            self._crossed += 1
        elif tag in ("ul", "ol"):
            self._lists += 1
        elif tag == "li":
            self._marked = not self._in_cell
            self._words += ["- "] * self._in_cell
        elif re.fullmatch(r"h[1-6]", tag):
            self._heading = int(tag[1])
        elif tag in ("table", "tr", "td", "th"):
            self._table_tag(tag, dict(attrs))
        elif tag in ("p", "div"):
            self._gap = True

    def _table_tag(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "table":
            self._tables += 1
            if self._tables == 1:
                self._rows, self._row_lines = [], []
        elif self._tables == 1 and tag == "tr":
            self._end_cell()
            self._rows.append([])
            self._row_lines.append(self.getpos()[0])
        elif self._tables == 1:
            self._end_cell()
            if not self._rows:
                self._rows.append([])
                self._row_lines.append(self.getpos()[0])
            self._span = (_number(given.get("rowspan")), _number(given.get("colspan")))
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if _ENDS.fullmatch(tag):
            self._flush(tag)
        if tag == self._aside:
            self._flush()
            self._aside = ""
        elif tag in _CROSSED:
            self._crossed = max(0, self._crossed - 1)
        elif tag in ("ul", "ol"):
            self._lists = max(0, self._lists - 1)
        elif tag in ("td", "th") and self._tables == 1:
            self._end_cell()
        elif tag == "table" and self._tables:
            self._end_cell()
            self._tables -= 1
            if not self._tables:
                self._end_table()

    def handle_data(self, data: str) -> None:
        if self.lasttag in _UNSEEN and self.cdata_elem:
            if data.strip():
                self.left_out.append(Skipped(self.getpos()[0], f"<{self.lasttag}>", _UNSEEN[self.lasttag]))
            return
        if self._crossed:
            if data.strip():
                self.left_out.append(Skipped(self.getpos()[0], one_line(data), STRUCK))
            return
        if not "".join(self._words).strip() and data.strip():
            self._line = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
        self._words.append(data)

    def _flush(self, tag: str = "") -> None:
        """What was said so far is a line, or goes on in the cell."""
        text = "".join(self._words)
        if self._in_cell:
            if tag in ("br", "p", "div", "li", "ul", "ol") and text.strip() and not text.endswith(_BREAK):
                self._words.append(_BREAK)
            return
        self._words = []
        marked, heading = self._marked, self._heading
        self._marked, self._heading = False, 0
        if not text.strip():
            self._marked, self._heading = (marked, heading) if tag not in ("li",) else (False, heading)
            return
        if self._aside:
            self.left_out.append(Skipped(self._line, one_line(text), _ASIDE[self._aside]))
            return
        marker, rest = split_marker(one_line(text))
        said = rest or one_line(text)
        mark = "•" if marked else marker if rest else ""
        self.blocks.append(Line((self._line,), said, _INDENT * self._lists, mark, heading, True))
        within(len(self.blocks), "lines", "lines")

    def _end_cell(self) -> None:
        if self._in_cell:
            text = _cell_text("".join(self._words))
            self._in_cell, self._words = False, []
            self._rows[-1].append((text, *self._span))
            within(len(self._rows[-1]), "columns", "columns")
            within(len(self._rows), "rows", "rows")

    def _end_table(self) -> None:
        rows = [
            Row(line, cells, across=wide)
            for line, (cells, wide) in zip(self._row_lines, _spread(self._rows), strict=True)
        ]
        self.blocks.append(Table(tuple(rows)))
        self._rows, self._row_lines = [], []

    def finish(self) -> None:
        self._end_cell()
        if self._rows:
            self._tables = 0
            self._end_table()
        self._flush()


def _cell_text(text: str) -> str:
    """A cell's lines; bullets stay where other text stands in front, whose list they are."""
    lines = [line for line in map(one_line, text.split(_BREAK)) if line not in ("", "-")]
    listed = all(line.startswith("- ") for line in lines)
    return "\n".join(line.removeprefix("- ") if listed else line for line in lines)


def _number(value: str | None) -> int:
    return min(int(value), limit("span")) if value and value.isdigit() and len(value) < 6 else 1


def _spread(rows: list[list[tuple[str, int, int]]]) -> list[tuple[tuple[str, ...], bool]]:
    """Cells over several rows hold for each of them; over several columns they stand in the first."""
    held: dict[int, tuple[str, int]] = {}
    found = []
    for row in rows:
        cells: list[str] = []
        wide = len(row) == 1 and row[0][2] > 1
        for text, down, over in row:
            _fill(cells, held)
            cells.append(text)
            if down > 1:
                held[len(cells) - 1] = (text, down)
            cells += [""] * (min(over, limit("columns")) - 1)
        _fill(cells, held)
        held = {column: (text, left - 1) for column, (text, left) in held.items() if left > 1}
        found.append((tuple(cells), wide))
    return found


def _fill(cells: list[str], held: dict[int, tuple[str, int]]) -> None:
    while len(cells) in held and held[len(cells)][1] >= 1:
        cells.append(held[len(cells)][0])
