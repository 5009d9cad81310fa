"""A document as a tagged PDF (PDF/UA-1), set by Typst: no network, no file but its own template, its own fonts only.

Decided: words reach Typst as JSON in `sys.inputs` and are shown as strings, so nothing in a jot can be code.
PDF/UA refuses a sign that no font holds; such a sign is written as its Unicode name in brackets, and the document says
so: a name can be read and looked up, an empty box cannot.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Set
from functools import cache
from itertools import pairwise
from typing import Any

from ..domain import Reviewed
from .direction import right_to_left
from .documents import Block, Document, Heading, Listing, Paragraph, document_of
from .wording import data_text, wording

_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_UNSEEN = re.compile("[\ufe00-\ufe0f\u200d\U000e0100-\U000e01ef]")
_TRIES = 4


def as_pdf(reviewed: Reviewed) -> bytes:
    """The accepted draft as a .pdf file; equal drafts give equal bytes."""
    return pdf_file(document_of(reviewed))


def pdf_file(document: Document) -> bytes:
    """Any document as a .pdf file."""
    unheld = _loose(document)
    for _ in range(_TRIES):
        made, missing = _tried(_data(document, unheld))
        if made:
            return made
        unheld |= missing or _rare(document)
    return _compiled(_data(document, unheld | _rare(document)))


def _tried(data: dict[str, Any]) -> tuple[bytes, frozenset[str]]:
    """The file, or no bytes and the signs that no font holds; none where Typst itself broke down."""
    import typst

    try:
        return _compiled(data), frozenset()
    except typst.TypstError as problem:
        return b"", _unheld(problem)
    except BaseException as problem:  # some strings of Arabic marks make Typst 0.15 panic, which is no Exception
        if type(problem).__name__ != "PanicException":
            raise
        return b"", frozenset()


def _loose(document: Document) -> frozenset[str]:
    """Marks that stand on no letter: behind a right-to-left word they make Typst 0.15 panic."""
    text = _text(document)
    if not any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text):
        return frozenset()
    return frozenset(
        mark for before, mark in pairwise(text) if before.isspace() and unicodedata.bidirectional(mark) == "NSM"
    )


def _rare(document: Document) -> frozenset[str]:
    """Every sign of a document that is not Latin or common punctuation."""
    return frozenset(filter(_is_rare, _text(document)))


def _text(document: Document) -> str:
    """All that is printed, in one string."""
    return json.dumps(_data(document, frozenset()), ensure_ascii=False)


def _compiled(data: dict[str, Any]) -> bytes:
    import typst

    given = {"document": json.dumps(data)}
    compiler = typst.Compiler(data_text("document.typ").encode(), font_paths=_fonts(), sys_inputs=given)
    made = compiler.compile(format="pdf", pdf_standards="ua-1")
    return bytes(made)  # type: ignore[arg-type]  # one file, since no page is asked for alone


@cache
def _fonts() -> Any:
    """The fonts that come with the package, none of this machine's."""
    import typst

    return typst.Fonts(include_system_fonts=False)


def _unheld(problem: Any) -> frozenset[str]:
    """The signs that Typst names as missing, but the letters, digits and spaces that stand beside them."""
    told = _MISSING.findall(str(problem.diagnostic))
    found = {sign for text in told for sign in _ESCAPED.sub(_plain, text) if _is_rare(sign)}
    if not found:
        raise problem
    return frozenset(found)


def _plain(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2]


def _is_rare(sign: str) -> bool:
    return sign > "\u017f" and not "\u2010" <= sign <= "\u2027"


def _data(document: Document, unheld: Set[str]) -> dict[str, Any]:
    """The document as the template reads it, without the signs no font holds."""
    pages = wording()["pages"]
    data = {
        "title": document.title,
        "aside": pages["named"] if unheld else "",
        "page": pages["page"],
        "of": pages["of"],
        "wide": document.wide,
        "compact": document.compact,
        "facts": document.facts,
        "blocks": [_block(block) for block in document.blocks],
    }
    return data if not unheld else _named(data, unheld)


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "text": block.text}
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", **_shown(block.text, block.label)}
    if isinstance(block, Listing):
        items = [_shown(text, f"{mark}:") for mark, text in block.items]
        return {"kind": "listing", "title": block.title, "items": items}
    rows = [[_shown(cell) for cell in row] for row in block.rows]
    return {"kind": "table", "heads": block.heads, "rows": rows, "widths": block.widths, "grid": block.grid}


def _shown(text: str, label: str = "") -> dict[str, Any]:
    return {"text": text, "label": label, "rtl": right_to_left(label or text)}


def _named(data: Any, unheld: Set[str]) -> Any:
    if isinstance(data, str):
        return "".join(_name(sign) if sign in unheld else sign for sign in _UNSEEN.sub("", data))
    if isinstance(data, dict):
        return {key: _named(value, unheld) for key, value in data.items()}
    return [_named(value, unheld) for value in data] if isinstance(data, list | tuple) else data


def _name(sign: str) -> str:
    return f"[{unicodedata.name(sign, f'U+{ord(sign):04X}').lower()}]"
