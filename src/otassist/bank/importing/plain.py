"""Plain text -> lines with their indentation, markers and gaps; what one sentence runs over is one line."""

from __future__ import annotations

from .joining import joined
from .limits import within
from .markers import split_marker
from .shapes import Document, Line, Place
from .texts import lines_of


def read(text: str) -> Document:
    lines = lines_of(text)
    within(len(lines), "lines", "lines")
    return Document(tuple(joined(as_lines(list(enumerate(lines, 1))))))


def as_lines(numbered: list[tuple[Place, str]], base: int = 0) -> list[Line]:
    """Each line that holds something, with what stands in front of it taken apart."""
    found: list[Line] = []
    gap = True
    for place, raw in numbered:
        text = raw.expandtabs(4).replace("\u00a0", " ").rstrip()
        if not text.strip():
            gap = True
            continue
        marker, rest = split_marker(text.strip())
        indent = base + len(text) - len(text.lstrip())
        found.append(Line((place,), rest or text.strip(), indent, marker if rest else "", after_gap=gap))
        gap = False
    return found
