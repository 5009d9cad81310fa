"""Finds the present measure inside a goal: a clause with a word of the present or past, or a statement beside the goal.

The words are in data/baselines.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..domain import Span
from .changes import changed_from, until_target
from .cues import words
from .page import TAKEN, Page, trimmed
from .present import has_amount, is_measured, is_past
from .repeats import repeated
from .statements import smaller, stated
from .timeframes import is_a_time
from .tokens import Clause, Token, clauses, is_number, phrase_at
from .turnings import turning_end

__all__ = ["baseline", "is_measured"]


def baseline(page: Page) -> Span | None:
    """The first present measure; a blank is none, and a current that measures nothing is none."""
    for found in (_opened, changed_from, _marked, stated, smaller, repeated):
        for span in found(page):
            if is_measured(page.text[span.start : span.end]):
                return span
    return None


def _opened(page: Page) -> Iterator[Span]:
    """`up from 7 of 20`, `Baseline: 40%`, `currently she reads 2`; a clause that begins with `from 30%`."""
    for clause in _joined(page):
        run = [token.word for token in clause]
        for index in range(len(run)):
            count = phrase_at(run, index, words("baselines", "openers"), 6) or _change(clause, run, index)
            if not count and index == 0:
                count = _clause_opener(run)
            if count and has_amount(clause[index + count :]) and not _is_a_line(run, index):
                held = until_target(clause, index) if "from" in run[index : index + count] else clause
                yield _span(page, held, _back(clause, index))
                break


def _change(clause: Sequence[Token], run: Sequence[str], index: int) -> int:
    """`up from 7`, `an improvement over the present 20 minutes`: the measure stands right behind."""
    count = phrase_at(run, index, words("baselines", "change_openers"), 4)
    if not count:
        return 0
    start = index + count + phrase_at(run, index + count, words("baselines", "from_what"), 4)
    return count if has_amount(clause[start : start + 3]) and not _led_by_place(run, index + count) else 0


def _led_by_place(run: Sequence[str], index: int) -> bool:
    """`starting at the margin in three pieces`: a place and then a number."""
    return run[index : index + 1] in (["the"], ["a"]) and not any(map(is_number, run[index + 1 : index + 3]))


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
    return (
        run[index].startswith("baseline") and index > 0 and run[index - 1] in ("the", "highlighted", "dotted", "bold")
    )


def _back(clause: Sequence[Token], index: int) -> int:
    """Back to the start of a clause that has no act of its own before the opener."""
    before = [token.word for token in clause[:index]]
    return (
        index
        if set(before) & words("baselines", "modals")
        or len(before) > 4
        or not set(before) <= words("baselines", "beside") | _names(clause[:index])
        else 0
    )


def _names(run: Sequence[Token]) -> set[str]:
    return {token.word for token in run if token.capital}


def _marked(page: Page) -> Iterator[Span]:
    """A clause with a measure and a word of the present or the past, and no `will`: `3 of 10 in September`."""
    for clause in _joined(page):
        run = tuple(token.word for token in clause)
        if (
            not set(run) & words("baselines", "modals")
            and is_past(run)
            and has_amount(clause, past=True)
            and run[0] not in words("baselines", "opening")
            and not turning_end(run, 0, 1)
        ):
            yield _span(page, clause, 0)


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
        if run[index].word in ("and", "but") and (
            run[index + 1].word in ("will", "shall", "is") or _to_goal(run, index)
        ):
            yield run[start:index]
            start = index
    yield run[start:]


def _to_goal(run: tuple[Token, ...], index: int) -> bool:
    return any(token.word in ("goal", "target", "aim") for token in run[index + 1 : index + 4])


def _leads_on(clause: Clause, whole: tuple[Token, ...]) -> bool:
    """A short clause of the present or past without a measure, or one before a colon."""
    run = tuple(token.word for token in whole)
    if len(run) > 6:
        return False
    dated = clause.after in ("(", TAKEN) and run[0] in words("baselines", "openers")
    if clause.after not in (",", ":") and not dated:
        return False  # "Baseline (9/15): 12 minutes"
    if set(run) & words("baselines", "modals") or is_a_time(clause):
        return False
    opened = phrase_at(run, 0, words("baselines", "openers"), 6) or phrase_at(
        run, 0, words("baselines", "clause_openers"), 4
    )
    return bool(opened or is_past(run)) and not has_amount(whole, past=True)


def _span(page: Page, run: Sequence[Token], index: int) -> Span:
    return trimmed(page.text, run[index].start, run[-1].end) or Span(run[index].start, run[-1].end)
