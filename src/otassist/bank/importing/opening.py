"""A file's bytes -> what kind of file it is -> its reader -> goals. The content decides; the name only where it can."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath

from ...errors import FileProblem
from . import delimited, markdown, own, page, pdf, plain, word, workbook
from .limits import limit
from .package import kind_of_package
from .recognising import gathered
from .results import Imported
from .shapes import Document
from .texts import decoded

_WEB = re.compile(r"<(?:!doctype html|html|body|table|ul|ol|li|p|div|h[1-6])[\s>]", re.I)
_TEXTS = (".md", ".markdown", ".csv", ".tsv", ".tab")
_OLD = b"\xd0\xcf\x11\xe0"
_KNOWN = "Save the goal bank as CSV, XLSX, DOCX, PDF, HTML, Markdown or plain text."


def read_bank(name: str, data: bytes) -> Imported:
    """The goals of a file; `name` is what it is called. Raises FileProblem for what cannot or must not be read."""
    if len(data) > limit("file_bytes"):
        raise too_large(name)
    document = read_document(name, data)
    return gathered(PurePath(name).name, hashlib.sha256(data).hexdigest(), document)


def too_large(name: str) -> FileProblem:
    size = limit("file_bytes") // 1_000_000
    return FileProblem(f"{PurePath(name).name!r} is larger than {size} MB.", "Split it, or take the pictures out.")


def read_document(name: str, data: bytes) -> Document:
    """Lines and tables of a file of any kind. Raises FileProblem."""
    if data.startswith(b"PK"):
        return workbook.read(data) if kind_of_package(data) == "workbook" else word.read(data)
    if b"%PDF-" in data[:1024]:
        return pdf.read(data)
    if data.startswith(_OLD):
        raise FileProblem(
            "The file is protected with a password, or made by Office 2003 or older.",
            "Open it in Word or Excel, take the password off, and save it as DOCX or XLSX.",
        )
    if data.lstrip().startswith(b"{\\rtf"):
        raise FileProblem("The file is RTF.", "Open it in Word and save it as DOCX.")
    return _text(PurePath(name).suffix.lower(), decoded(data))


def _is_web(suffix: str, start: str) -> bool:
    """A Markdown file may begin with a tag; a whole page is one under any name."""
    return bool(re.match(r"<!doctype html|<html", start, re.I) or (suffix not in _TEXTS and _WEB.search(start)))


def _text(suffix: str, text: str) -> Document:
    start = text.lstrip()[:2_000]
    if suffix in (".yaml", ".yml", ".json") or start.startswith(("{", '["', "[{")):
        found = own.read(text, strict=suffix in (".yaml", ".yml", ".json"))
        if found is not None:
            return found
    if suffix in (".html", ".htm", ".xhtml") or (start.startswith("<") and _is_web(suffix, start)):
        return page.read(text)
    if suffix in (".md", ".markdown"):
        return markdown.read(text)
    table = delimited.read(text, sure=suffix in (".csv", ".tsv", ".tab"))
    return table or plain.read(text)
