"""The checkable things in a statement, each with its exact place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..domain import Fact, FactKind, Statement
from ..language import Word
from ..language.tables import rules
from .attribution import is_negated

_QUANTITY_KINDS: dict[str, FactKind] = {
    "ratio": "measure", "percent": "measure", "rate": "measure", "measure": "measure", "number": "count",
    "times": "count", "ordinal": "count", "frequency": "count", "duration": "duration", "clock_time": "clock_time",
    "distance": "distance", "date": "date", "age": "age", "grade": "grade", "service": "service",
    "ratio_support": "support", "money": "measure",
}  # fmt: skip
_NOUN_KINDS: dict[str, FactKind] = {"tool": "tool", "setting": "setting", "behaviour": "behavior"}


def facts_of(statement: Statement, words: Sequence[Word]) -> Iterator[Fact]:
    """The facts of one statement; ids are given by the reader, in the order of the jot."""
    for index, word in enumerate(words):
        kind = _kind(word) or ("setting" if statement.role == "header" and word.kind == "activity" else None)
        taken_back = any(start <= word.start < end for start, end in statement.replaced)
        if kind and not (taken_back and word.tag in "vzbge"):
            yield Fact(
                "", kind, word.source, _value(word, words, index), word.start, word.end, statement.id,
                _denied(words, index, statement), _hedged(words, index),
            )  # fmt: skip
    whole = _whole(statement)
    if whole and statement.text:
        yield Fact(
            "", whole, statement.text, statement.text, statement.start, statement.end, statement.id, statement.negated
        )


def _kind(word: Word) -> FactKind | None:
    if word.quantity:
        return _QUANTITY_KINDS[word.quantity.kind]
    if word.level:
        return "cue" if word.level.kind == "cue" else "assist"
    if word.tag == "Q":
        return "quote"
    delivery = rules("deliveries")["forms"].get(word.source.lower()) or rules("deliveries")["forms"].get(
        word.text.lower()
    )
    if delivery:
        return "delivery"
    if word.source.lower() in rules("deliveries")["grades"]:
        return "grade"
    if word.entry and word.tag == "n":
        if word.entry.number == "test" or word.kind == "test":
            return "test"
        return _NOUN_KINDS.get(word.kind)
    if word.tag in "vzbge" and word.entry:
        return "intervention" if word.entry.actor == "therapist" else "behavior"
    return None


def _value(word: Word, words: Sequence[Word], index: int) -> str:
    if word.quantity:
        counted = words[index + 1] if index + 1 < len(words) else None
        unit = (
            f" {counted.lemma}"
            if counted is not None and counted.tag == "n" and word.quantity.kind in ("ratio", "number")
            else ""
        )
        return word.quantity.value + unit
    if word.level:
        return word.level.value
    if word.tag == "Q":
        return word.source[1:-1]
    if word.tag in "vzbge":
        return word.lemma
    forms = rules("deliveries")
    return str(forms["forms"].get(word.source.lower()) or forms["grades"].get(word.source.lower()) or word.text)


def _denied(words: Sequence[Word], index: int, statement: Statement) -> bool:
    """A denial up to three words before, within the same phrase; the `no` of a self-correction is none."""
    before = [
        word
        for word in words[max(0, index - 3) : index]
        if not any(start <= word.start < end for start, end in statement.replaced)
    ]
    for position in range(len(before) - 1, -1, -1):
        if before[position].tag in ",c:;>":
            return is_negated(before[position + 1 :])
    return is_negated(before)


def _hedged(words: Sequence[Word], index: int) -> str | None:
    word = words[index]
    if word.source[0] == "~":
        return "~"
    before = words[index - 1] if index else None
    hedges = rules("markers")["hedge"]["forms"]
    if before is not None and (before.source.lower() in hedges or before.text.lower() in hedges):
        return before.source
    return None


def _whole(statement: Statement) -> FactKind | None:
    if statement.role == "plan":
        return "plan"
    if statement.role == "question":
        return "question"
    if re.search(r"\b(?:concern|concerns|concerned|worried|worry|worries)\b", statement.text, re.I):
        return "concern"
    if re.search(
        r"\b(?:strength|strengths|strong|loves|enjoys|motivated by|good at|interested in)\b", statement.text, re.I
    ):
        return "strength"
    if re.search(
        r"\b(?:difficulty|diff|trouble|struggles?|struggled|struggling|hard time|unable|can'?t|cannot)\b",
        statement.text,
        re.I,
    ):
        return "barrier"
    return None
