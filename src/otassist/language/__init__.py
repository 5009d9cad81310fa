"""A leaf: what the words of the field mean: shorthand, quantities, levels, parts of speech. No stage is known here."""

from __future__ import annotations

from functools import lru_cache

from .tagging import settle, settle_again
from .words import Word, analyse

__all__ = ["Word", "settle_again", "words_of"]


@lru_cache(maxsize=32)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order, expanded, tagged and with their places; the same for every stage."""
    return settle(analyse(text))
