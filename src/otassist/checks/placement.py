"""Each sentence in its section: reports in Subjective, what was seen in Objective, next steps in Plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..domain import Finding
from ..language.sieve import folded
from ..language.tables import rules, table
from .sentences import Sentence

_FIRST = re.compile(r"(?<![\w-])\w+")
_BEHIND = re.compile(r"[\w-]")


@cache
def _judging_words() -> dict[str, list[tuple[str, str]]]:
    """First word -> the judging words and phrases it begins, longest first, each with what to write instead."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in sorted(table("subjective_words"), key=lambda row: -len(row["word"])):
        word = row["word"].lower()
        opening = _FIRST.match(word)
        if opening:
            found.setdefault(opening[0], []).append((word, row["instead"]))
    return found


_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')


def misplaced(sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """Judging words and reports in Objective, plans outside Plan, bare `continue` in Plan."""
    for sentence in sentences:
        if sentence.origin == "blank":
            continue
        plain = _QUOTED.sub(lambda match: " " * len(match[0]), sentence.text)
        if sentence.section == "objective":
            yield from _judging(sentence, plain)
            yield from _matches(sentence, plain, "report_in_objective")
        if sentence.section in ("subjective", "objective", "assessment"):
            yield from _matches(sentence, plain, "plan_elsewhere")
        if sentence.section == "plan":
            yield from _matches(sentence, plain, "bare_continue")
        if sentence.section == "subjective":
            yield from _matches(sentence, plain, "measure_in_subjective")


def _judging(sentence: Sentence, plain: str) -> Iterator[Finding]:
    for place, end, instead in _judged(folded(plain.replace("’", "'"))):
        start, written = sentence.start + place, plain[place:end].replace("’", "'")
        yield Finding(
            "", "judging_word", "info", "good practice",
            f"{written!r} judges; Objective says what was seen.", f"Instead: {instead}.",
            sentence.clause, start, start + len(written),
        )  # fmt: skip


def _judged(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a judging word stands in a folded text, and what to write instead; none inside another."""
    position = 0
    while first := _FIRST.search(text, position):
        position = first.end()
        for word, instead in _judging_words().get(first[0], ()):
            end = first.start() + len(word)
            if text.startswith(word, first.start()) and not _BEHIND.match(text, end):
                yield first.start(), end, instead
                position = end
                break


def _matches(sentence: Sentence, plain: str, check: str) -> Iterator[Finding]:
    rule = rules("note_rules")["placement"][check]
    if re.search(rule["pattern"], plain, re.I) and not ("unless" in rule and re.search(rule["unless"], plain, re.I)):
        yield Finding(
            "", check, rule["severity"], "good practice", rule["message"], rule["remedy"],
            sentence.clause, sentence.start, sentence.end,
        )  # fmt: skip
