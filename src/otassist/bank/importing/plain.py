"""Plain text -> lines with their indentation, markers and gaps; what one sentence runs over is one line."""

from __future__ import annotations

import re

from .joining import joined
from .limits import within
from .markers import split_marker
from .shapes import Document, Line, Place
from .texts import lines_of

_RULED = re.compile(r"^(\s*)([-=*~#])\2+\s+(\S.*?)\s+\2{2,}$")
"""A line between rules that are drawn with signs, such as `== Cutting ==`."""
_RULED_AT_MOST = 200
"""Letters of such a line; in a longer one the search would take too long."""


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
        text = _RULED.sub(r"\1\3", text) if len(text) <= _RULED_AT_MOST else text
        marker, rest = split_marker(text.strip())
        indent = base + len(text) - len(text.lstrip())
        found.append(Line((place,), rest or text.strip(), indent, marker if rest else "", after_gap=gap))
        gap = False
    return found
