"""Reads goals whose parts are marked in place: `mr {T By May}, Maya will {B zip} ...` (goals.txt, held_out.txt)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from otassist.domain import GOAL_PARTS, GoalPart
from otassist.goaltext import read

MARKS: dict[str, GoalPart] = dict(zip("TCBKML", GOAL_PARTS, strict=True))
_PIECE = re.compile(r"\{([TCBKML]) ([^}]*)\}|([^{]+)")


@dataclass(frozen=True)
class Marked:
    """`parts` are the stretches marked for each part; most parts have one."""

    text: str
    parts: dict[GoalPart, list[tuple[int, int]]]
    measurable: bool
    relevant: bool


def marked(name: str) -> list[Marked]:
    """The goals of a file of this folder."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [_parsed(line) for line in lines if line and not line.startswith("#")]


def _parsed(line: str) -> Marked:
    flags, rest = line.split(" ", 1)
    text, parts = "", dict.fromkeys(GOAL_PARTS)
    found: dict[GoalPart, list[tuple[int, int]]] = {part: [] for part in parts}
    for mark, inside, plain in _PIECE.findall(rest):
        if mark:
            found[MARKS[mark]].append((len(text), len(text) + len(inside)))
        text += inside or plain
    return Marked(text, found, flags[0] == "m", flags[1] == "r")


def wrong(goal: Marked) -> list[str]:
    """Parts found where none is marked, not found, or found elsewhere."""
    reading = read(goal.text)
    return [
        f"{part}: {reading.part(part)!r}" for part, spans in goal.parts.items() if not _agrees(reading, part, spans)
    ]


def _agrees(reading: object, part: GoalPart, spans: list[tuple[int, int]]) -> bool:
    span = reading.parts[part]  # type: ignore[attr-defined]
    if span is None or not spans:
        return span is None and not spans
    return any(span.start < end and start < span.end for start, end in spans)
