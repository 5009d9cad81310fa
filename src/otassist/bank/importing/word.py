"""DOCX -> lines with their list level and heading level, and tables with merged cells filled downwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .limits import within
from .markers import split_marker
from .package import Element, Package, attribute, is_struck, local
from .shapes import STRUCK, Block, Document, Line, Row, Skipped, Table
from .texts import lines_of, one_line

_TWIPS = 180
"""Twentieths of a point that count as one letter of indentation."""
_LEVEL = 4
"""Letters of indentation of one list level."""


@dataclass(frozen=True, slots=True)
class _Style:
    heading: int = 0
    level: int = -1  # of a list; -1 is none
    base: str = ""


@dataclass(slots=True)
class _Reading:
    styles: dict[str, _Style]
    blocks: list[Block] = field(default_factory=list)
    struck: list[Skipped] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0
    gap: bool = True


def read(data: bytes) -> Document:
    """Body, then what stands in headers, footers and notes as left out. Deleted text is not there; links are text."""
    package = Package(data)
    reading = _Reading(_styles(package))
    root = package.tree("word/document.xml")
    body = next((item for item in root if local(item) == "body"), root)
    _take(reading, body)
    within(reading.paragraphs, "lines", "paragraphs")
    return Document(tuple(reading.blocks), (*reading.struck, *_aside(package)))


def _aside(package: Package) -> Iterator[Skipped]:
    for name in sorted(package.names):
        found = re.fullmatch(r"word/((?:header|footer|footnotes|endnotes|comments)\d*)\.xml", name)
        if found:
            texts = [_text(item) for item in package.tree(name).iter() if local(item) == "p"]
            for text in filter(None, (" ".join(text.split()) for text in texts)):
                yield Skipped(found[1], text, "stands in a header, footer, note or comment of the document")
    if "word/vbaProject.bin" in package.names:
        yield Skipped("macros", "vbaProject.bin", "a program in the document, which is never run")


def _styles(package: Package) -> dict[str, _Style]:
    """Heading and list level of each style; the names are English in a Word of any language."""
    if "word/styles.xml" not in package.names:
        return {}
    found: dict[str, _Style] = {}
    for item in package.tree("word/styles.xml"):
        if local(item) == "style" and attribute(item, "type") == "paragraph":
            parts = {local(part): part for part in item.iter()}
            name = attribute(parts["name"], "val").lower() if "name" in parts else ""
            base = attribute(parts["basedOn"], "val") if "basedOn" in parts else ""
            found[attribute(item, "styleId")] = _Style(_heading(name, parts), _list_level(name, parts), base)
    return found


def _heading(name: str, parts: dict[str, Element]) -> int:
    number = re.fullmatch(r"heading (\d)", name)
    if number:
        return int(number[1]) + 1
    if name == "title":
        return 1
    outline = attribute(parts["outlineLvl"], "val") if "outlineLvl" in parts else ""
    return int(outline) + 2 if outline.isdigit() and int(outline) < 9 else 0


def _list_level(name: str, parts: dict[str, Element]) -> int:
    number = re.fullmatch(r"list (?:bullet|number)(?: (\d))?", name)
    if number:
        return int(number[1] or 1) - 1
    if "numPr" in parts and not name.startswith("heading"):
        return _number(parts, "ilvl")
    return -1


def _number(parts: dict[str, Element], name: str) -> int:
    value = attribute(parts[name], "val") if name in parts else "0"
    return int(value) if re.fullmatch(r"\d{1,2}", value) else 0


def _take(reading: _Reading, container: Element) -> None:
    for item in container:
        name = local(item)
        if name == "p":
            _paragraph(reading, item)
        elif name == "tbl":
            _table(reading, item)
        elif name in ("sdt", "sdtContent", "customXml", "ins", "smartTag"):
            _take(reading, item)


def _paragraph(reading: _Reading, item: Element) -> None:
    reading.paragraphs += 1
    place = f"paragraph {reading.paragraphs}"
    look = {local(part): part for props in item if local(props) == "pPr" for part in props.iter()}
    style = _style(reading.styles, attribute(look["pStyle"], "val") if "pStyle" in look else "")
    level = (
        _number(look, "ilvl") if "numPr" in look and attribute(look.get("numId", item), "val") != "0" else style.level
    )
    left = attribute(look["ind"], "left") or attribute(look["ind"], "start") if "ind" in look else ""
    inward = int(left) // _TWIPS if re.fullmatch(r"\d{1,5}", left) else 0
    shown = _text(item)
    if not shown.strip():
        _leave_struck(reading, place, item)
    for raw in lines_of(shown):
        text = raw.expandtabs(4)
        marker, rest = split_marker(text.strip())
        if not text.strip():
            reading.gap = True
            continue
        listed = level >= 0 and not style.heading
        indent = _LEVEL * (level + 1) if listed else inward + len(text) - len(text.lstrip())
        said = rest or text.strip()
        mark = ("•" if listed else "") or (marker if rest else "")
        reading.blocks.append(Line((place,), said, indent, mark, style.heading, reading.gap))
        reading.gap = False


def _leave_struck(reading: _Reading, place: str, item: Element) -> None:
    """Of a paragraph or row without any other text."""
    if text := one_line(_text(item, struck=True)):
        reading.struck.append(Skipped(place, text, STRUCK))


def _style(styles: dict[str, _Style], name: str) -> _Style:
    """A style with what it inherits."""
    heading, level = 0, -1
    for _ in range(10):
        style = styles.get(name)
        if style is None:
            break
        heading, level = heading or style.heading, level if level >= 0 else style.level
        name = style.base
    return _Style(heading, level)


def _text(item: Element, struck: bool = False) -> str:
    """The text of a paragraph with its tabs and breaks, and with what is `struck` out only when that is asked for.

    Text for older Words stands in it twice and counts once.
    """
    found: list[str] = []
    waiting = [item]
    while waiting:
        part = waiting.pop()
        name = local(part)
        if name == "t":
            found.append(part.text or "")
        elif name in ("tab", "br", "cr", "noBreakHyphen"):
            found.append({"tab": "\t", "noBreakHyphen": "-"}.get(name, "\n"))
        elif name == "r" and not struck and any(is_struck(props) for props in part if local(props) == "rPr"):
            continue
        elif name not in ("Fallback", "pPr", "del", "instrText"):
            waiting.extend(reversed(part))
    return "".join(found)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table; those of a table in one of its cells are that cell's text."""
    for part in table:
        if local(part) == "tr":
            yield part
        elif local(part) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _rows(part)


def _table(reading: _Reading, item: Element) -> None:
    reading.tables += 1
    number = reading.tables
    rows: list[Row] = []
    above: dict[int, str] = {}
    for row in _rows(item):
        cells: list[str] = []
        for cell in (part for part in row if local(part) == "tc"):
            look = {local(part): part for props in cell if local(props) == "tcPr" for part in props}
            text = "\n".join(_text(part) for part in cell.iter() if local(part) == "p").strip()
            if "vMerge" in look and attribute(look["vMerge"], "val") != "restart":
                text = text or above.get(len(cells), "")
            above[len(cells)] = text
            span = attribute(look["gridSpan"], "val") if "gridSpan" in look else "1"
            cells += [text, *[""] * (min(int(span), 100) - 1 if span.isdigit() else 0)]
        wide = len(cells) > 1 and sum(map(bool, cells)) == 1 and len([part for part in row if local(part) == "tc"]) == 1
        place = f"table {number}, row {len(rows) + 1}"
        if not any(cells):
            _leave_struck(reading, place, row)
        rows.append(Row(place, tuple(cells), across=wide))
        within(len(cells), "columns", "columns")
    within(len(rows), "rows", "rows")
    reading.blocks.append(Table(tuple(rows)))
    reading.gap = True
