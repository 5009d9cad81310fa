"""A statement's shape -> an English sentence: subject, verb and articles are added, nothing else.

Each frame is a pattern over the shape of a statement (see `chunks`) and a builder. Builders give candidate
sentences, best first; `{S}` stands for the student and is filled in by `subjects`. Only shapes that can be read one
way have a frame: blind readers found frames for bare things and counts (`plain 4/10`, `strip 1-7`) wrong or odd in
two sentences of three. Whatever no frame fits is spelt out by `recording`.
"""

from __future__ import annotations

import re

from .clauses import due, is_so, own_clause, student_clause
from .phrasing import Builder, Parts
from .spelling import spelt
from .support import assisted, consulted, independent_in, level_first

_TAIL = re.compile(r"(?:[PSruqQIACNaegKZ]|n|ob?|,|t[rN]*b|c[vzbgeamx]?|w(?:t?b|[vzxm])?|/|d$)*")
_ADVERBS = r"(?P<adverbs>[rN]*)"
_FINITE = r"(?P<verb>m[rN]*(?:x[rN]*)?b?|x[rN]*[bgev]?|[zv])"
_REST = r"(?P<tail>.*)"


def sentences(parts: Parts) -> list[str]:
    """Candidate sentences without the closing point, best first; empty when no frame fits."""
    if _thinks_aloud(parts):
        return []
    for pattern, build in _FRAMES:
        match = pattern.fullmatch(parts.shape)
        if match and _legal(match):
            candidates = [_with_front(parts, text) for text in build(parts, match) if text]
            if candidates:
                return candidates
    return []


def _thinks_aloud(parts: Parts) -> bool:
    """`no goal needed here I think`: the therapist behind what is said."""
    return any(chunk.words[-1].text == "I" for chunk in parts.main[1:])


def _legal(match: re.Match[str]) -> bool:
    tail = match.groupdict().get("tail")
    if re.fullmatch(r"m[rN]*", match.groupdict().get("verb") or ""):
        return False
    return tail is None or (_TAIL.fullmatch(tail) is not None and not re.search(r"nn|no", tail))


def _with_front(parts: Parts, text: str) -> str:
    """Opening phrases in front, with their comma."""
    if not parts.front:
        return text
    front = " ".join(spelt(chunk, parts.voice) for chunk in parts.front if chunk.tag != ",")
    return f"{front}, {text}"


def _frame(pattern: str, build: Builder) -> tuple[re.Pattern[str], Builder]:
    return re.compile(pattern), build


_FRAMES: tuple[tuple[re.Pattern[str], Builder], ...] = (
    _frame(r"(?P<subject>[noK])" + _ADVERBS + _FINITE + _REST, own_clause),
    _frame(_ADVERBS + _FINITE + _REST, student_clause),
    _frame(r"(?P<subject>n)(?P<adverbs>N?)(?P<verb>tb)" + _REST, due),
    _frame(r"(?P<predicate>[rN]*a(?:ca)*)(?P<tail>(?![aegqK]).*)", is_so),
    _frame(r"(?P<subject>n)[:=]?(?P<level>I)(?P<tail>[PSuZ]*)", independent_in),
    _frame(r"(?P<subject>n)[:=]?(?P<level>[AC])(?P<tail>[PSuZ]*)", assisted),
    _frame(r"(?P<level>[AC])(?P<task>[nK]?)(?P<tail>[PSuZq]*|t[rN]*b.*)", level_first),
    _frame(r"(?P<subject>n)(?P<tail>[PZSu]*)", consulted),
)
