"""What a word can be, and what its neighbours are: the questions that tagging asks again and again."""

from __future__ import annotations

from .tables import rules
from .word import Word

BREAKS = ",.;:()?!>=*-/¶|"
"""Tags that part clauses."""

PARTICLES = frozenset(rules("grammar")["particles"])


def followed_by(after: Word | None, tags: str) -> bool:
    return (after is not None and any(entry.tag in tags for entry in after.entries or ())) or bool(
        after and after.tag in tags
    )


def options_of(word: Word) -> set[str]:
    return {entry.tag for entry in word.entries}


def flagged(word: Word, flag: str) -> bool:
    return any(flag in entry.also for entry in word.entries)


def object_follows(after: Word | None) -> bool:
    return after is not None and (after.tag in "doqQ" or after.tag == "t")
