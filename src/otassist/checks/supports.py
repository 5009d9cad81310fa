"""Assist and cue levels in a form in which jot and note can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ..language import Word
from ..language.tables import rules

_CUES = frozenset(["cue", "prompt", "reminder"])
_COUNT = re.compile(r"(\d+(?:\s?(?:-|to|or)\s?\d+)?|one|two|three|four|five|six)\+?\s")


@dataclass(frozen=True, slots=True)
class Support:
    """`minimal to moderate verbal cue` -> cue, grades minimal and moderate, words verbal and cue."""

    kind: str
    grades: tuple[str, ...]
    words: frozenset[str]

    @property
    def denied(self) -> bool:
        """`no assistance`, `no reminders`."""
        return bool({"no", "zero"} & set(self.grades))


@cache
def _grades() -> re.Pattern[str]:
    names = sorted(set(rules("levels")["grade"].values()), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, names))})\b")


def grades_in(text: str) -> list[str]:
    """Every grade in full words: `moderate`, `minimal`."""
    return _grades().findall(text.lower())


def support_of(word: Word) -> Support:
    """The word's level without its count, in one wording: help and support count as assistance."""
    assert word.level
    return _support(word.level.kind, word.level.value.lower())


@lru_cache(maxsize=1024)
def _support(kind: str, level: str) -> Support:
    value = _COUNT.sub("", level, count=1)
    same = rules("note_rules")["levels"]["same"]
    parts = {same.get(part, part) for part in re.findall(r"[a-z]+(?:-[a-z]+)*", _grades().sub(" ", value))}
    return Support(kind, tuple(_grades().findall(value)), frozenset(parts - {"to", "and", "or", "then", "of"}))


def stands_on(said: Support, held: Support) -> bool:
    """Whether `held` gives ground for `said`: the same grades, and nothing more exact than the jot has it."""
    if said.kind != held.kind:
        return False
    if said.kind == "independence":
        return said.words == held.words
    if said.grades != held.grades and (said.grades or held.denied):
        return False
    if said.kind == "cue" and said.words - _CUES:  # a verbal reminder is a verbal cue
        return said.words - _CUES <= held.words - _CUES
    return said.words <= held.words
