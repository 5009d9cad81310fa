"""Statements beside a goal that say what the student does at present, and measures that are less than the goal's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from ..domain import Span
from ..language.lexicon import lexicon
from .cues import words
from .page import Page
from .present import has_amount, is_past
from .recorders import tells_of_a_record
from .tokens import Clause, Token, clauses, is_number, phrase_at


def stated(page: Page) -> Iterator[Span]:
    """`He managed it on 1 of 10 afternoons`, `averages 6 minutes`: beside the goal's own act."""
    every = clauses(page)
    acted = any(set(clause.words) & words("baselines", "modals") for clause in every)
    for position, clause in enumerate(every):
        run = clause.words
        own = acted and not set(run) & words("baselines", "modals")
        if (
            (own or (position > 0 and clause.before in ".;(\n"))
            and _is_statement(clause)
            and not tells_of_a_record(clause)
        ):
            yield Span(clause.start, clause.end)


def _is_statement(clause: Clause) -> bool:
    run = clause.words
    if (
        run[0] in words("acts", "stops") - {"at", "in", "from"}
        or (run[0] in ("at", "in", "from") and not is_past(run))
        or set(run) & words("baselines", "modals")
        or not has_amount(_without_bare_help(clause.tokens), past=True)
    ):
        return False
    if any(phrase_at(run, index, words("baselines", "tells_else"), 3) for index in range(len(run))):
        return False
    if clause.before == "," and run[0] not in words("baselines", "subjects") and not (_is_be(run) or _is_third(run[0])):
        return False
    return _finite(clause) >= 0


def _without_bare_help(run: Sequence[Token]) -> Sequence[Token]:
    """`needs help` measures nothing; `needs moderate assistance` does."""
    return [token for token in run if token.word not in words("baselines", "helps")]


@cache
def _is_third(word: str) -> bool:
    """`completes`, `needs`: a verb in the third person that is no noun."""
    entries = lexicon().lookup(word)
    return bool(entries) and all(entry.tag == "z" for entry in entries)


def _is_be(run: Sequence[str]) -> bool:
    return bool({"was", "were", "is"} & set(run[:8]))


def _finite(clause: Clause) -> int:
    """Where a verb in the present or past stands within the first words; -1 for none."""
    for index, token in enumerate(clause.tokens[:8]):
        word = token.word
        if word in (
            "is",
            "was",
            "were",
            "had",
            "has",
            "did",
            "it's",
            "he's",
            "she's",
            "gets",
            "got",
            "can",
            "runs",
            "run",
        ):
            return index
        tags = {entry.tag for entry in lexicon().lookup(word)}
        noun = index and "n" in tags and clause.tokens[index - 1].word not in words("baselines", "subjects")
        if "z" in tags and not noun and (not index or _has_subject(clause.tokens[:index])):
            return index
        if "v" in tags and index and "b" not in tags and _has_subject(clause.tokens[:index]):
            return index
        if word in words("acts", "stops") and index and word not in ("at", "in", "of", "per", "this", "last"):
            return -1
    return -1


def _has_subject(before: Sequence[Token]) -> bool:
    """`Tavi decoded`, `the last draft scored`; no `8 of 10 flagged classes`."""
    last = before[-1]
    return (
        last.word in words("baselines", "subjects")
        or last.capital
        or not (any(is_number(token.word) for token in before) or last.word in words("acts", "stops"))
    )


_SHARE = re.compile(
    r"(\d+)\s?(?:/|(?:(?:\s[\w'-]+){0,2}\s(?:out\s)?of|\sin)(?:\s(?:every|the|his|her|their))?"
    r"(?:\s(?:last|past|first|previous))?\s)\s?(\d+)|(\d+)\s?%"
)


def smaller(page: Page) -> Iterator[Span]:
    """A share by itself that is less than another of the same whole: `8 of 9 steps; 2 of 9 on first try`."""
    found = [(clause, share) for clause in clauses(page) for share in _shares(page.text[clause.start : clause.end])]
    most: dict[int, int] = {}
    for _, (part, whole) in found:
        most[whole] = max(part, most.get(whole, 0))
    for clause, (part, whole) in found:
        run = set(clause.words)
        if (
            part < most[whole]
            and not run & words("baselines", "modals")
            and clause.before in (".;(|" if whole == 100 else ",;.(|-–—")
            and _finite(clause) < 0
        ):
            yield Span(clause.start, clause.end)
    yield from _arrow(page)


def _shares(text: str) -> list[tuple[int, int]]:
    return [(int(m[1] or m[3]), int(m[2] or 100)) for m in _SHARE.finditer(text.lower()) if len(m[0]) < 40]


_RANGE = re.compile(
    r"\bfrom\s+(?:about |approximately |an average of |at most )?[\d.]+\s?[x%]?"
    r"(?:/\d+|(?:\s(?!to\b)[\w-]+){0,5}?)(?=\s+to\s)",
    re.IGNORECASE,
)


def _arrow(page: Page) -> Iterator[Span]:
    """`40 wpm -> 70 wpm`, `reduce hitting from 10x to 2x`; no range such as `numbers from 1 to 20`."""
    every = clauses(page)
    for clause, behind in pairwise(every):
        if clause.after == ">" and has_amount(clause.tokens[-2:]) and has_amount(behind.tokens[:2]):
            yield Span(clause.start, clause.end)
    for clause in every:
        if set(clause.words) & words("baselines", "changes"):
            for match in _RANGE.finditer(page.left, clause.start, clause.end):
                yield Span(match.start(), match.end())
