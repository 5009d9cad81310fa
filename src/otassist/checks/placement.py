"""Each sentence in its section: reports in Subjective, what was seen in Objective, next steps in Plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from ..domain import Finding, Severity
from ..language import Word
from ..language.sieve import folded
from ..language.tables import rules, table
from .grounds import Grounds
from .sentences import Sentence

_FIRST = re.compile(r"(?<![\w-])\w+")
_BEHIND = re.compile(r"[\w-]")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')


@cache
def _judging_words() -> dict[str, list[tuple[str, str, Severity]]]:
    """First word -> the judging words and phrases it begins, longest first, with what to write instead."""
    found: dict[str, list[tuple[str, str, Severity]]] = {}
    for row in sorted(table("subjective_words"), key=lambda row: -len(row["word"])):
        word = row["word"].lower()
        opening = _FIRST.match(word)
        if opening:
            severity: Severity = "warning" if row["severity"] == "warning" else "info"
            found.setdefault(opening[0], []).append((word, row["instead"], severity))
    return found


def misplaced(sentences: Sequence[Sentence], given: Grounds | None) -> Iterator[Finding]:
    """Judging words and reports in Objective, plans outside Plan, measures outside Objective, vague plans."""
    for sentence in sentences:
        if sentence.origin == "blank":
            continue
        plain = _QUOTED.sub(lambda match: " " * len(match[0]), sentence.text)
        if sentence.section == "objective":
            yield from _judging(sentence, plain, given)
        for check, rule in rules("note_rules")["placement"].items():
            if sentence.section in rule["sections"]:
                yield from _matches(sentence, plain, check, rule)


def _judging(sentence: Sentence, plain: str, given: Grounds | None) -> Iterator[Finding]:
    """A warning; where it is the jot's own word, or may be no judgement, for the eye only."""
    for place, end, instead, severity in _judged(folded(plain.replace("’", "'"))):
        start, written = sentence.start + place, plain[place:end].replace("’", "'")
        jotted = given is not None and written.lower() in given.text
        yield Finding(
            "", "judging_word", "info" if jotted else severity, "good practice",
            f"{written!r} judges; Objective says what was seen.", f"Instead: {instead}.",
            sentence.clause, start, start + len(written),
        )  # fmt: skip


def _judged(text: str) -> Iterator[tuple[int, int, str, Severity]]:
    """Where a judging word stands in a folded text, and what to write instead; none inside another."""
    position = 0
    while first := _FIRST.search(text, position):
        position = first.end()
        for word, instead, severity in _judging_words().get(first[0], ()):
            end = first.start() + len(word)
            if text.startswith(word, first.start()) and not _BEHIND.match(text, end):
                yield first.start(), end, instead, severity
                position = end
                break


def _matches(sentence: Sentence, plain: str, check: str, rule: dict[str, Any]) -> Iterator[Finding]:
    if rule.get("measured") and not any(is_measure(word) for word in sentence.words):
        return
    if re.search(rule["pattern"], plain, re.I) and not (
        "unless" in rule and re.search(rule["unless"], sentence.text, re.I)
    ):
        yield Finding(
            "", check, rule["severity"], "good practice", rule["message"], rule["remedy"],
            sentence.clause, sentence.start, sentence.end,
        )  # fmt: skip


def is_measure(word: Word) -> bool:
    """A level, a count of trials, a share or a rate: what only somebody who watched can tell."""
    return bool(word.level) or bool(word.quantity and word.quantity.kind in ("ratio", "percent", "rate", "measure"))
