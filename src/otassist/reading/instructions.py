"""Tells what is said to the assistant from what is said about the student.

An aside of the therapist's is shown to confirm and never printed; pasted text that pretends to command does
nothing but raise a notice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..domain import Notice
from ..language.sieve import Sieved, folded
from ..language.tables import table

_MESSAGES = {
    "override": "Text in the jot tries to steer the assistant; it was set aside and changed nothing.",
    "falsify": "Text in the jot asks to state what was not observed; it was set aside and changed nothing.",
    "aside": "This reads as an instruction to you or the assistant; it is kept out of the note. Confirm it.",
}
_KIND_NAMES = {"override": "injection", "falsify": "injection", "aside": "instruction"}


@dataclass(frozen=True, slots=True)
class Instruction:
    """A stretch of the jot that addresses the assistant: whole sentences, from `start` to `end`."""

    kind: str
    start: int
    end: int


_Pattern = tuple[str, re.Pattern[str]]
_RANK = {"falsify": 0, "override": 1, "aside": 2}
_SENTENCE = re.compile(r"[^\n.;!?]+(?:\.(?=\S)[^\n.;!?]*)*[.;!?]*")
_SPEAKS = re.compile(r"\b(?:said|says|sez|told|tells|asked|asks|yelled|wrote|reads)\b", re.I)


@cache
def _patterns() -> tuple[tuple[str, Sieved], ...]:
    """The gravest first: what asks to state the unobserved is never taken for an aside."""
    rows = sorted(table("injections"), key=lambda row: _RANK[row["kind"]])
    return tuple((row["kind"], Sieved(row["pattern"])) for row in rows)


def find(jot: str) -> list[Instruction]:
    """Every sentence that holds an instruction, in order; a comma piece when the rest is observation."""
    plain = folded(jot)
    possible = [(kind, pattern.regex) for kind, pattern in _patterns() if pattern.may_match(plain)]
    found: list[Instruction] = []
    for sentence in _SENTENCE.finditer(jot):
        lead = len(sentence[0]) - len(sentence[0].lstrip())
        hit = _first(sentence[0].lstrip(), possible)
        if hit:
            kind, (start, end) = hit
            opening = sentence.start() + lead
            found.append(Instruction(kind, *_reach(jot, sentence, opening + start, opening + end, kind)))
    return found


def _first(sentence: str, possible: Sequence[_Pattern]) -> tuple[str, tuple[int, int]] | None:
    """The gravest instruction in a sentence; `mom said don't put it in` is her aside, not the therapist's."""
    for kind, pattern in possible:
        match = pattern.search(sentence)
        if match is None or not match[0].strip():
            continue
        if kind != "aside" or not _SPEAKS.search(sentence, 0, match.start()):
            return kind, match.span()
    return None


def _reach(jot: str, sentence: re.Match[str], found: int, until: int, kind: str) -> tuple[int, int]:
    """From the comma or dash before the match to the end of its sentence; an aside ends at the next comma."""
    opening = until - len(jot[found:until].lstrip(" .;:,!?\n(-"))
    before = max(jot.rfind(mark, sentence.start(), opening) for mark in (",", "(", " - ", "—", ">"))
    start = max(before + 1, sentence.start()) if before >= 0 else sentence.start()
    end = sentence.end()
    if kind == "aside" and before >= 0 and jot[before] == "(":
        closing = jot.find(")", until, sentence.end() + 1)
        end = closing if closing >= 0 else end
    elif kind == "aside":
        comma = jot.find(",", until, end)
        end = comma if comma >= 0 else end
    while start < end and jot[start].isspace():
        start += 1
    while end > start and jot[end - 1].isspace():
        end -= 1
    return start, end


def notices(jot: str, found: list[Instruction]) -> list[Notice]:
    """What the therapist is told about them."""
    return [Notice(_KIND_NAMES[item.kind], _MESSAGES[item.kind], item.start, item.end) for item in found]
