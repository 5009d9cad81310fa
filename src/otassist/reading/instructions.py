"""Tells what is said to the assistant from what is said about the student.

An aside of the therapist's is shown to confirm and never printed; pasted text that pretends to command does
nothing but raise a notice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..domain import Notice
from ..language.tables import table

_MESSAGES = {
    "override": "Text in the jot tries to steer the assistant; it was set aside and changed nothing.",
    "falsify": "Text in the jot asks to state something that was not observed; it was set aside and changed nothing.",
    "aside": "This reads as an instruction to you or the assistant; it is kept out of the note. Confirm it.",
}
_KIND_NAMES = {"override": "injection", "falsify": "injection", "aside": "instruction"}


@dataclass(frozen=True, slots=True)
class Instruction:
    """A stretch of the jot that addresses the assistant: whole sentences, from `start` to `end`."""

    kind: str
    start: int
    end: int


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["kind"], re.compile(row["pattern"], re.I)) for row in table("injections"))


_SENTENCE = re.compile(r"[^\n.;!?]+(?:\.(?=\S)[^\n.;!?]*)*[.;!?]*")


def find(jot: str) -> list[Instruction]:
    """Every sentence of the jot that holds an instruction, in order; a comma piece when the rest is observation."""
    found: list[Instruction] = []
    for sentence in _SENTENCE.finditer(jot):
        for kind, pattern in _patterns():
            match = pattern.search(jot, sentence.start(), sentence.end())
            if match and match[0].strip():
                start, end = _reach(jot, sentence, match, kind)
                found.append(Instruction(kind, start, end))
                break
    return found


def _reach(jot: str, sentence: re.Match[str], match: re.Match[str], kind: str) -> tuple[int, int]:
    """From the comma or dash before the match to the end of its sentence; an aside ends at the next comma."""
    opening = match.start() + len(match[0]) - len(match[0].lstrip(" .;:,!?\n(-"))
    before = max(jot.rfind(mark, sentence.start(), opening) for mark in (",", "(", " - ", "—", ">"))
    start = max(before + 1, sentence.start()) if before >= 0 else sentence.start()
    end = sentence.end()
    if kind == "aside":
        comma = jot.find(",", match.end(), end)
        end = comma if comma >= 0 else end
    while start < end and jot[start].isspace():
        start += 1
    while end > start and jot[end - 1].isspace():
        end -= 1
    return start, end


def notices(jot: str, found: list[Instruction]) -> list[Notice]:
    """What the therapist is told about them."""
    return [Notice(_KIND_NAMES[item.kind], _MESSAGES[item.kind], item.start, item.end) for item in found]
