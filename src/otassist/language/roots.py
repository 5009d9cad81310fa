"""Roots: forms in which a jot's word meets the forms and the synonyms a note has for it."""

from __future__ import annotations

from functools import cache

from .stems import stem
from .tables import rules


@cache
def root(text: str) -> str:
    """`picked`, `chose` and `selection` share one (data/note_synonyms.toml); not a word."""
    return _meanings().get(stem(text), stem(text))


@cache
def _meanings() -> dict[str, str]:
    """Each stem of a group -> the stem of the word that stands first in it."""
    groups = rules("note_synonyms")["same"]["groups"]
    return {stem(word): stem(group[0]) for group in groups for word in group}
