"""Each sentence in its section: reports in Subjective, what was seen in Objective, next steps in Plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..domain import Finding
from ..language.tables import rules, table
from .sentences import Sentence


@cache
def _judging_words() -> tuple[re.Pattern[str], dict[str, str]]:
    """All judging words as one pattern, longest first, and what to write instead of each."""
    instead = {row["word"].lower(): row["instead"] for row in table("subjective_words")}
    words = "|".join(re.escape(word) for word in sorted(instead, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.I), instead


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
    pattern, instead = _judging_words()
    for match in pattern.finditer(plain.replace("’", "'")):
        start = sentence.start + match.start()
        yield Finding(
            "", "judging_word", "info", "good practice",
            f"{match[0]!r} judges; Objective says what was seen.", f"Instead: {instead[match[0].lower()]}.",
            sentence.clause, start, start + len(match[0]),
        )  # fmt: skip


def _matches(sentence: Sentence, plain: str, check: str) -> Iterator[Finding]:
    rule = rules("note_rules")["placement"][check]
    if re.search(rule["pattern"], plain, re.I) and not (
        "unless" in rule and re.search(rule["unless"], plain, re.I)
    ):
        yield Finding(
            "", check, rule["severity"], "good practice", rule["message"], rule["remedy"],
            sentence.clause, sentence.start, sentence.end,
        )  # fmt: skip
