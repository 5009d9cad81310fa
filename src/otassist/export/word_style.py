"""How a Word file looks, and what it says of itself."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from .documents import Document

if TYPE_CHECKING:
    from docx.document import Document as Word

_FONT, _INK, _QUIET, _RULE = "Georgia", "1F2328", "57606A", "8C959F"
_SIZES = {"Normal": 11, "Title": 20, "Heading 1": 13, "List Bullet": 11, "Table Grid": 10, "Footer": 9}


def styled(word: Word, document: Document) -> None:
    """One serif face in ink, quiet headings, thin rules."""
    from docx.shared import Pt, RGBColor

    for name, size in _SIZES.items():
        style: Any = word.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qualified(f"w:{script}"), _FONT)
        style.font.size = Pt(size - (1 if size < 12 else 4) * document.compact)
        style.font.color.rgb = RGBColor.from_string(_QUIET if name == "Footer" else _INK)
    word.styles["Title"].paragraph_format.space_after = Pt(6)
    word.styles["Normal"].paragraph_format.space_after = Pt(4 if document.compact else 8)
    word.styles["Heading 1"].paragraph_format.space_before = Pt(14)
    word.styles["Heading 1"].paragraph_format.space_after = Pt(4)
    for line in word.styles["Table Grid"].element.xpath(".//w:tblBorders/*"):
        line.set(qualified("w:color"), _RULE)
    for border in word.styles["Title"].element.xpath(".//w:pBdr"):
        border.getparent().remove(border)
    _paged(word, document)


def _paged(word: Word, document: Document) -> None:
    """US Letter; a wide document lies on its side."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Inches

    section = word.sections[0]
    long, short = Inches(11), Inches(8.5)
    section.orientation = WD_ORIENT.LANDSCAPE if document.wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if document.wide else (short, long)
    margin = Inches(0.7 if document.compact else 1)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin


def told(word: Word, document: Document, moment: datetime) -> None:
    """What the file says of itself: title, language, when it was accepted; no author, no template's comment."""
    core = word.core_properties
    core.title, core.language, core.author = document.title[:255], "en-US", ""
    core.comments = core.keywords = core.last_modified_by = ""
    core.created = core.modified = moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    core.revision = 1
    language = made("w:themeFontLang")
    language.set(qualified("w:val"), "en-US")
    settings: Any = word.settings.element
    for old in settings.xpath("./w:themeFontLang"):
        old.getparent().replace(old, language)
    for old in word.styles.element.xpath("./w:docDefaults//w:lang"):
        old.set(qualified("w:val"), "en-US")
    package: Any = word.part.package
    for key in [key for key, rel in package.rels.items() if rel.reltype.endswith("/thumbnail")]:
        del package.rels[key]


def made(tag: str) -> Any:
    from docx.oxml import OxmlElement

    return OxmlElement(tag)


def qualified(tag: str) -> str:
    from docx.oxml.ns import qn

    return qn(tag)
