"""A document as plain text, to be pasted anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain import Reviewed
from .documents import Block, Heading, Listing, Paragraph, document_of


def as_text(reviewed: Reviewed) -> str:
    """Title, facts, what was open, the draft, what was added; parts are parted by an empty line."""
    document = document_of(reviewed)
    head = "\n".join([document.title, *(f"{label}: {value}" for label, value in document.facts)])
    text = head
    under = False
    for block in document.blocks:
        text += ("\n" if under else "\n\n") + "\n".join(_lines(block))
        under = isinstance(block, Heading)
    return text + "\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Paragraph):
        yield f"{block.label} {block.text}".strip()
    elif isinstance(block, Listing):
        yield block.title
        yield from (f"- {mark}: {text}" for mark, text in block.items)
    else:
        for number, text, *by in block.rows:
            yield f"{number}. {text}" + (f" ({by[0]})" if by and by[0] else "")
