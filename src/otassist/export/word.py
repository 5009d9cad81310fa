"""A document as a Word file: real headings, table headers and language, so that a screen reader can move in it.

Equal documents give equal bytes: no clock, no name of a machine or person beyond the document's own.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ..domain import Reviewed
from .direction import right_to_left
from .documents import Block, Document, Heading, Listing, Paragraph, Table, document_of
from .word_style import made, qualified, styled, told
from .wording import wording

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph as WordParagraph

_ROW = 320_000
"""Height of a row to be filled in by hand, in English Metric Units (nine millimetres)."""


def as_docx(reviewed: Reviewed) -> bytes:
    """The accepted draft as a .docx file."""
    return word_file(document_of(reviewed), reviewed.accepted_at)


def word_file(document: Document, moment: datetime) -> bytes:
    """Any document as a .docx file, dated `moment`."""
    from docx import Document as new

    word = new()
    styled(word, document)
    told(word, document, moment)
    word.add_paragraph(document.title, style="Title")
    if document.facts:
        facts, between = word.add_paragraph(), " · " if document.compact else "\n"
        for number, (label, value) in enumerate(document.facts):
            facts.add_run((between if number else "") + f"{label}: ").bold = True
            facts.add_run(value)
        _turned(facts, False)
    for block in document.blocks:
        _add(word, block)
    _footer(word, document.title)
    return _same_bytes(word)


def _add(word: Word, block: Block) -> None:
    if isinstance(block, Heading):
        word.add_paragraph(block.text, style="Heading 1")
    elif isinstance(block, Paragraph):
        _paragraph(word.add_paragraph(), block)
    elif isinstance(block, Listing):
        word.add_paragraph(block.title, style="Heading 1")
        for mark, text in block.items:
            _paragraph(word.add_paragraph(style="List Bullet"), Paragraph(text, f"{mark}:"))
    else:
        _table(word, block)


def _paragraph(place: WordParagraph, block: Paragraph) -> None:
    if block.label:
        place.add_run(f"{block.label} ").bold = True
    place.add_run(block.text)
    _turned(place, right_to_left(block.label or block.text))


def _turned(place: WordParagraph, whole: bool) -> None:
    """Runs of Hebrew or Arabic are marked as such, a paragraph that begins so runs from the right."""
    if whole:
        place._p.get_or_add_pPr().append(made("w:bidi"))
    for run in place.runs:
        if right_to_left(run.text):
            run.font.rtl = True


def _table(word: Word, block: Table) -> None:
    table: Any = word.add_table(rows=1, cols=len(block.heads), style="Table Grid")
    table.autofit = False
    section: Any = word.sections[-1]
    room = section.page_width - section.left_margin - section.right_margin
    for cell, head in zip(table.rows[0].cells, block.heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(made("w:tblHeader"))
    for row in block.rows:
        added = table.add_row()
        for cell, text in zip(added.cells, row, strict=True):
            _paragraph(cell.paragraphs[0], Paragraph(text))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(made("w:cantSplit"))
        if block.grid:
            row.height = _ROW
        for cell, share in zip(row.cells, block.widths, strict=True):
            cell.width = int(room * share / sum(block.widths))
            place = cell.paragraphs[0].paragraph_format
            place.space_before = place.space_after = 0 if block.grid else 30_000
    for column, share in zip(table.columns, block.widths, strict=True):
        column.width = int(room * share / sum(block.widths))
    _small(word.add_paragraph())


def _small(place: WordParagraph) -> None:
    """The paragraph that Word wants behind a table, as small as can be."""
    from docx.shared import Pt

    place.paragraph_format.space_after = 0
    place.paragraph_format.line_spacing = Pt(1)


def _footer(word: Word, title: str) -> None:
    words, place = wording()["pages"], word.sections[0].footer.paragraphs[0]
    place.add_run(f"{title} · {words['page']} ")
    _field(place, "PAGE")
    place.add_run(f" {words['of']} ")
    _field(place, "NUMPAGES")


def _field(place: WordParagraph, code: str) -> None:
    """A number that Word computes."""
    field = made("w:fldSimple")
    field.set(qualified("w:instr"), code)
    run: Any = place.add_run("1")._r
    field.append(run)
    place._p.append(field)


def _same_bytes(word: Word) -> bytes:
    """The file without the clock of the machine, which a zip notes for each of its parts."""
    made, same = io.BytesIO(), io.BytesIO()
    word.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as kept:
        for part in parts.infolist():
            kept.writestr(zipfile.ZipInfo(part.filename), parts.read(part), zipfile.ZIP_DEFLATED)
    return same.getvalue()
