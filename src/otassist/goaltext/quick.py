"""Which of many patterns may match a text, by their literal words, without a call for each pattern or word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from ..language.sieve import holds

Kept = TypeVar("Kept")
Words = tuple[tuple[str, ...], ...]
"""Groups of words; a text that a pattern matches holds one of each (language/sieve.py, `required`)."""


def likely(text: str, patterns: Iterable[tuple[Words, Kept]]) -> Iterator[Kept]:
    """What belongs to the patterns whose words a folded text holds."""
    return (kept for groups, kept in patterns if holds(text, groups))
