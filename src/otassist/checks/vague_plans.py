"""Plans that say nothing a colleague could carry out: `continue to monitor`, `work on fine motor`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..domain import Finding
from ..language import Word
from ..language.tables import rules
from .findings import on_sentence
from .people import STUDENT, THERAPIST, person_of
from .segments import head_of
from .sentences import Sentence

_THINGS = ("tool", "material", "document")


def vague_plan(sentence: Sentence) -> Iterator[Finding]:
    """A warning for a plan that opens vaguely and names no measure, day, tool, person or way of doing it.

    Source: domain.md section 3: specific next steps, never a bare "continue".
    """
    if sentence.section != "plan" or sentence.origin == "blank":
        return
    if re.search(rules("note_rules")["placement"]["bare_continue"]["pattern"], sentence.plain, re.I):
        return  # said by that check
    plain = _pattern("padding").sub(lambda match: " " * len(match[0]), sentence.plain)
    if not _pattern("openings").search(plain) or _is_specific(sentence, plain):
        return
    rule = rules("note_rules")["vague_plan"]
    yield on_sentence("vague_plan", sentence, rule["message"], rule["remedy"], "warning")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rules("note_rules")["vague_plan"][name], re.I)


def _is_specific(sentence: Sentence, plain: str) -> bool:
    if _pattern("dated").search(plain) or _pattern("tied").search(plain) or sentence.quotes:
        return True
    with_tools = not _pattern("exercising").search(plain)
    return any(_names_something(word, with_tools) for word in sentence.words if plain[word.start : word.end].strip())


def _names_something(word: Word, with_tools: bool) -> bool:
    """A quantity, a level, a tool, or somebody besides student and therapist."""
    general = head_of(word) in rules("note_rules")["equipment"]["general"]
    if word.quantity or word.level or (with_tools and word.tag == "n" and word.kind in _THINGS and not general):
        return True
    person = person_of(word)
    return person is not None and person.role not in (STUDENT.role, THERAPIST.role)
