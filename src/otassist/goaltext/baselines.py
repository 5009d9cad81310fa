"""Finds the present measure inside a goal: a clause with a word of the present or past, or a statement beside the goal.

The words are in data/baselines.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..domain import Span
from ..language.lexicon import lexicon
from .cues import words
from .page import Page, trimmed
from .records import is_record
from .timeframes import is_a_time, is_dated
from .tokens import Clause, Token, clauses, is_number, phrase_at

_BLANK = re.compile(r"_{2,}|\[[^\]]*\]|\b(?:tbd|to be determined|n/a)\b", re.IGNORECASE)
_MODALS = frozenset(("will", "shall", "should", "must", "can", "would", "he'll", "she'll", "they'll"))
_BESIDE = frozenset(("and", "but", "where", "which", "with", "while", "as", "whereas", "that", "although", "this", "is", "it's", "it", "he", "she", "he's", "she's", "his", "her"))


def baseline(page: Page) -> Span | None:
    """The first present measure; a blank is none, and a current that measures nothing is none."""
    for found in (_opened, _marked, _stated, _smaller):
        for span in found(page):
            if is_measured(page.text[span.start : span.end]):
                return span
    return None


def is_measured(content: str) -> bool:
    """Whether words give a measure or a level; a blank to fill in does not."""
    told = _BLANK.sub(" ", content)
    if _BLANK.search(content) and not re.search(r"\d", told):
        return False
    run = re.findall(r"[^\W_][\w'’/.%+-]*", told.lower())
    return any(is_number(word.rstrip(".")) or _is_amount(run, index) for index, word in enumerate(run))


def _opened(page: Page) -> Iterator[Span]:
    """`up from 7 of 20`, `Baseline: 40%`, `currently she reads 2`; a clause that begins with `from 30%`."""
    for clause in _joined(page):
        run = [token.word for token in clause]
        for index in range(len(run)):
            count = phrase_at(run, index, words("baselines", "openers"), 6)
            if not count and index == 0:
                count = _clause_opener(run)
            if count and _has_amount(clause[index + count :]) and not _is_a_line(run, index):
                yield _span(page, clause, _back(clause, index))
                break


def _clause_opener(run: Sequence[str]) -> int:
    count = phrase_at(run, 0, words("baselines", "clause_openers"), 4)
    return count if count and (run[0] != "from" or _from_measure(run)) else 0


def _from_measure(run: Sequence[str]) -> bool:
    """`from 4 of 10 entries`, `from a level of zero`: no `from a list of 20`, no `from 3 choices`."""
    start = 1 + phrase_at(run, 1, words("baselines", "from_what"), 4)
    if start >= len(run) or not is_number(run[start]):
        return False
    rest = run[start + 1 :]
    share = run[start].endswith("%") or "/" in run[start] or any(word in ("of", "percent", "%") for word in rest[:3])
    return share or not rest or start > 2 or rest[0] in words("baselines", "from_units")


def _is_a_line(run: Sequence[str], index: int) -> bool:
    """`letters on the baseline`: the line on the paper."""
    return run[index].startswith("baseline") and index > 0 and run[index - 1] in ("the", "highlighted", "dotted", "bold")


def _back(clause: Sequence[Token], index: int) -> int:
    """Back to the start of a clause that has no act of its own before the opener."""
    before = [token.word for token in clause[:index]]
    return index if set(before) & _MODALS or len(before) > 4 or not set(before) <= _BESIDE | _names(clause[:index]) else 0


def _names(run: Sequence[Token]) -> set[str]:
    return {token.word for token in run if token.capital}


def _marked(page: Page) -> Iterator[Span]:
    """A clause with a measure and a word of the present or the past, and no `will`: `3 of 10 in September`."""
    for clause in _joined(page):
        run = tuple(token.word for token in clause)
        if not set(run) & _MODALS and _is_past(run) and _has_amount(clause, past=True) and run[0] not in _OPENING:
            yield _span(page, clause, 0)


_OPENING = frozenset(("given", "when", "whenever", "provided", "by", "using", "if", "during", "while", "after"))


def _is_past(run: tuple[str, ...]) -> bool:
    for index, word in enumerate(run):
        if phrase_at(run, index, words("baselines", "markers"), 5) and run[max(0, index - 1)] not in ("from", "until"):
            return True
        if word in words("baselines", "past") and index + 1 < len(run) and is_dated(run, index + 1):
            return True
    return is_dated(run, 0) and not run[0][:1].isdigit() and run[0] not in ("the", "a", "this", "may")


def _has_amount(run: Sequence[Token], past: bool = False) -> bool:
    """A number that is no date, or words such as `half` and `never`."""
    held = [token.word for token in run]
    for index, word in enumerate(held):
        near = index > 0 and run[index].start - run[index - 1].end == 1
        if _is_amount(held, index) or (is_number(word) and not (near and _is_a_date(held, index, past))):
            return True
    return False


def _is_amount(run: Sequence[str], index: int) -> bool:
    """`half`, `never`, `an inch`, `a prompt`."""
    led = index > 0 and run[index - 1] in ("a", "an") and run[index] in words("baselines", "units")
    return led or run[index] in words("baselines", "amounts")


def _is_a_date(run: Sequence[str], index: int, past: bool) -> bool:
    """`on 9/8`, `Oct 2`."""
    led = index > 0 and (run[index - 1] in words("baselines", "past") or is_dated((run[index - 1],), 0))
    return past and led and is_dated(tuple(run), index - (run[index - 1] not in words("baselines", "past")))


def _joined(page: Page) -> Iterator[tuple[Token, ...]]:
    """Clauses, cut before `and will`; a time or name before a colon and `In the fall,` go with what follows."""
    held: tuple[Token, ...] = ()
    for clause in clauses(page):
        for part in _cut(clause.tokens):
            whole = (*held, *part) if held and held[-1].end < part[0].start else part
            held = ()
            if part[-1] is clause.tokens[-1] and _leads_on(clause, whole):
                held = whole
            else:
                yield whole
    if held:
        yield held


def _cut(run: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    start = 0
    for index in range(1, len(run) - 1):
        if run[index].word in ("and", "but") and (run[index + 1].word in ("will", "shall", "is") or _to_goal(run, index)):
            yield run[start:index]
            start = index
    yield run[start:]


def _to_goal(run: tuple[Token, ...], index: int) -> bool:
    return any(token.word in ("goal", "target", "aim") for token in run[index + 1 : index + 4])


def _leads_on(clause: Clause, whole: tuple[Token, ...]) -> bool:
    """A short clause of the present or past without a measure, or one before a colon."""
    run = tuple(token.word for token in whole)
    if len(run) > 6 or set(run) & _MODALS or clause.after not in (",", ":") or is_a_time(clause):
        return False
    opened = phrase_at(run, 0, words("baselines", "openers"), 6) or phrase_at(run, 0, words("baselines", "clause_openers"), 4)
    return bool(opened or _is_past(run)) and not _has_amount(whole, past=True)


def _stated(page: Page) -> Iterator[Span]:
    """`He managed it on 1 of 10 afternoons`, `averages 6 minutes`: beside the goal's own act."""
    every = clauses(page)
    acted = any(set(clause.words) & _MODALS for clause in every)
    for position, clause in enumerate(every):
        run = clause.words
        own = acted and not set(run) & _MODALS
        if (own or (position > 0 and clause.before in ".;(\n")) and _is_statement(clause) and not is_record(clause):
            yield Span(clause.start, clause.end)


def _is_statement(clause: Clause) -> bool:
    run = clause.words
    if run[0] in words("acts", "stops") - {"at", "in", "from"} or set(run) & _MODALS or not _has_amount(clause.tokens, past=True):
        return False
    if any(phrase_at(run, index, words("baselines", "tells_else"), 3) for index in range(len(run))):
        return False
    if clause.before == "," and run[0] not in words("baselines", "subjects") and not (_is_be(run) or _is_third(run[0])):
        return False
    return _finite(clause) >= 0


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
        if word in ("is", "was", "were", "had", "has", "did", "it's", "he's", "she's", "gets", "got", "runs", "run"):
            return index
        tags = {entry.tag for entry in lexicon().lookup(word)}
        if "z" in tags and not (index and "n" in tags and clause.tokens[index - 1].word not in words("baselines", "subjects")):
            return index
        if "v" in tags and index and "b" not in tags:
            return index
        if word in words("acts", "stops") and index and word not in ("at", "in", "of", "per", "this", "last"):
            return -1
    return -1


_SHARE = re.compile(r"(\d+)\s?(?:/|(?:\s[\w'-]+){0,2}\s(?:out\s)?of(?:\s(?:every|the|his|her))?\s)\s?(\d+)|(\d+)\s?%")


def _smaller(page: Page) -> Iterator[Span]:
    """A share by itself that is less than another of the same whole: `8 of 9 steps; 2 of 9 on first try`."""
    found = [(clause, share) for clause in clauses(page) for share in _shares(page.text[clause.start : clause.end])]
    for clause, (part, whole) in found:
        more = any(other is not clause and size == whole and part < number for other, (number, size) in found)
        run = set(clause.words)
        if more and not run & _MODALS and clause.before in (".;(|" if whole == 100 else ",;.(|-–—") and _finite(clause) < 0:
            yield Span(clause.start, clause.end)
    yield from _arrow(page)


def _shares(text: str) -> list[tuple[int, int]]:
    return [(int(m[1] or m[3]), int(m[2] or 100)) for m in _SHARE.finditer(text.lower()) if len(m[0]) < 40]


_RANGE = re.compile(r"\bfrom\s+(?:about |approximately |an average of |at most )?[\d.]+\s?[x%]?(?:/\d+|(?:\s(?!to\b)[\w-]+){0,5}?)(?=\s+to\s)", re.IGNORECASE)


def _arrow(page: Page) -> Iterator[Span]:
    """`40 wpm -> 70 wpm`, `reduce hitting from 10x to 2x`; no range such as `numbers from 1 to 20`."""
    for clause in clauses(page):
        if clause.after == ">" and _has_amount(clause.tokens):
            yield Span(clause.start, clause.end)
        if set(clause.words) & words("baselines", "changes"):
            for match in _RANGE.finditer(page.left, clause.start, clause.end):
                yield Span(match.start(), match.end())


def _span(page: Page, run: Sequence[Token], index: int) -> Span:
    return trimmed(page.text, run[index].start, run[-1].end) or Span(run[index].start, run[-1].end)
