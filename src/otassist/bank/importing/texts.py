"""Bytes -> text in whatever encoding, and text -> lines as an editor counts them."""

from __future__ import annotations

import codecs
import re

from ...errors import FileProblem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def decoded(data: bytes) -> str:
    """The text of a file. Raises FileProblem when it is none."""
    text = _decoded(data)
    controls = len(_CONTROL.findall(text[:10_000]))
    if controls > 2 + len(text[:10_000]) // 200:
        raise FileProblem(
            "The file is no text, spreadsheet, document or web page.",
            "Save the goal bank as CSV, XLSX, DOCX, PDF, HTML, Markdown or plain text.",
        )
    return _CONTROL.sub(" ", text).replace("\ufeff", "").replace("\x0c", "\n")


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if encoding := _wide(data[:2_000]):
        return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _wide(start: bytes) -> str:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    if len(start) < 8:
        return ""
    even, odd = start[::2].count(0) / len(start[::2]), start[1::2].count(0) / max(1, len(start[1::2]))
    if odd > 0.6 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.1 else ""


def lines_of(text: str) -> list[str]:
    """Lines as editors count them: no Unicode separator ends one."""
    return re.split(r"\r\n|\r|\n", text)


def one_line(text: str) -> str:
    return " ".join(text.split())
