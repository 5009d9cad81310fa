"""A document as Markdown in which no word of a jot can become markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..domain import Reviewed
from .documents import Block, Heading, Listing, Paragraph, Table, document_of

_ANYWHERE = re.compile(r"[\\`*_\[\]<>&|~#$@^!{}]")
_LINKS = re.compile(r"(?i)(?<=www)\.|:(?=//)|:(?=[\w+-]+:)")  # what some readers make links or pictures of
_LINE_START = re.compile(r"(?m)^([ \t]*)([-+=:]|\d{1,9}(?=[.)]))")


def as_markdown(reviewed: Reviewed) -> str:
    """CommonMark with GitHub's tables: one `#` title, `##` parts, a list of what was open."""
    document = document_of(reviewed)
    parts = [f"# {escaped(document.title)}"]
    parts += ["\\\n".join(f"**{label}:** {escaped(value)}" for label, value in document.facts)]
    parts += ["\n".join(_lines(block)) for block in document.blocks]
    return "\n\n".join(filter(None, parts)) + "\n"


def escaped(text: str) -> str:
    """Text that a Markdown reader shows as it is; its line breaks are kept, empty lines part paragraphs."""
    text = _LINKS.sub(r"\\\g<0>", _ANYWHERE.sub(r"\\\g<0>", text))
    text = _LINE_START.sub(_opened, text)
    stripped = (one.strip() for one in text.split("\n"))
    return re.sub(r"(?<!\n)\n(?!\n)", "\\\\\n", re.sub(r"\n{3,}", "\n\n", "\n".join(stripped).strip("\n")))


def _opened(match: re.Match[str]) -> str:
    """A sign is escaped; of a number the sign behind it, since a digit cannot be."""
    space, sign = match.groups()
    return f"{space}\\{sign}" if not sign.isdigit() else f"{space}{sign}\\"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"## {escaped(block.text)}"
    elif isinstance(block, Paragraph):
        yield (f"**{escaped(block.label)}** " if block.label else "") + escaped(block.text)
    elif isinstance(block, Listing):
        yield f"## {escaped(block.title)}\n"
        yield from (f"- **{mark}:** {escaped(text)}" for mark, text in block.items)
    else:
        yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(map(escaped, table.heads))} |"
    yield "|" + " --- |" * len(table.heads)
    for row in table.rows:
        yield f"| {' | '.join(escaped(' '.join(cell.split())) for cell in row)} |"
