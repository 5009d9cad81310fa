"""A sentence that runs over several lines becomes one line again, with all its places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from .labels import label_of
from .limits import limit
from .saying import begins_a_goal, is_an_aside, is_an_ending
from .shapes import Line

_LONG = 50
"""Letters from which a line may have been broken because the page was full."""


def joined(lines: Iterable[Line]) -> list[Line]:
    """The same lines with each continuation put behind what it continues."""
    found: list[Line] = []
    for line in lines:
        if found and _continues(found[-1], line):
            last = found[-1]
            found[-1] = replace(last, places=(*last.places, *line.places), text=f"{last.text} {line.text}")
        else:
            found.append(line)
    return found


def _continues(last: Line, line: Line) -> bool:
    if (
        len(last.text) > limit("goal_letters")
        or line.after_gap
        or line.marker
        or line.heading
        or last.heading
        or label_of(line.text)
        or is_an_aside(line.text)
    ):
        return False
    if begins_a_goal(line.text) or is_an_ending(last.text):
        return False
    if line.indent > last.indent and last.text.rstrip().endswith(":") and _is_a_series(line.text):
        return True
    hanging = line.indent > last.indent and bool(last.marker or label_of(last.text))
    if hanging and not last.text.rstrip().endswith(":"):
        return True
    if re.match(r"[a-zà-ÿ(\d%]", line.text):
        return line.indent >= last.indent - 1 and not last.text.rstrip().endswith(":")
    return len(last.text) >= _LONG and line.indent >= last.indent and line.text[:1].isalnum()


_SERIES = re.compile(r"[a-z0-9][\w'-]*(?: [\w'-]+){0,2}(?:, [\w'-]+(?: [\w'-]+){0,3}){2,}\.?")


def _is_a_series(text: str) -> bool:
    """Whether a line is the list that a colon promised, `circle, cross, square`, and not the first of several."""
    return _SERIES.fullmatch(text) is not None
