"""Finds clauses that are a record by themselves, and asides that are no part of a goal (data/records.toml)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..domain import Span
from .criteria import cores
from .cues import words
from .page import Page
from .recorders import is_person, is_record, is_source_phrase, names_a_person
from .timeframes import is_dated
from .tokens import Clause, clauses, is_number


def record(page: Page) -> Span | None:
    """The first clause behind the goal's own that is a record by itself; `as measured by ...` goes before it."""
    every = clauses(page)
    if any(_is_led(clause.words) for clause in every):
        return None
    for clause in every:
        start = 1 if clause.words[0] in words("records", "leads") and len(clause.words) > 1 else 0
        if clause.words[0] == "as" and not set(clause.words) & words("cues", "method", "recording"):
            continue  # "as the teacher dictates"
        if not (start or clause is not every[0]) or not is_record(replace(clause, tokens=clause.tokens[start:])):
            continue
        if (
            start == 0
            or clause.words[0] == "per"
            or names_a_person(clause.words)
            or set(clause.words) & words("records", "tested")
        ):
            return _before_a_measure(page, Span(clause.start, clause.end))
    return next(_at_end(every), None)


def _before_a_measure(page: Page, span: Span) -> Span:
    """`the snapshot should show the light on for five days in a row`: how long belongs to the criterion."""
    firm = [
        core.start
        for core in cores(page.text[span.start : span.end])
        if core.weight >= 3 and core.start > 8 and core.kind not in ("times", "rate")
    ]
    return Span(span.start, span.start + firm[0]) if firm else span


def _at_end(every: Sequence[Clause]) -> Iterator[Span]:
    """`3/5 times on teacher chart`, `8/10 times teacher data`: a person's record at the end of a clause."""
    for clause in every:
        run = clause.words
        for index in range(max(1, len(run) - 6), len(run) - 1):
            if _is_led_source(run, index) or _is_added_source(run, index):
                yield Span(clause.tokens[index].start, clause.end)


_TESTS = frozenset((word,) for word in ("quizzes", "tests", "probes", "assessments", "exams", "checks", "worksheets"))
"""`80% accuracy on quizzes`."""


def _is_led_source(run: Sequence[str], index: int) -> bool:
    rest = run[index + 1 :]
    if run[index] == "on" and tuple(rest) in _TESTS and run[index - 1] in ("accuracy", "correct", "percent", "score"):
        return True
    if run[index] not in ("on", "per", "via", "using") or any(map(is_number, rest)) or not is_source_phrase(rest):
        return False
    return names_a_person(rest[:-1]) or bool(set(rest[:-1]) & words("records", "tested"))


def _is_added_source(run: Sequence[str], index: int) -> bool:
    """Behind a measure, with nothing between."""
    counted = any(map(is_number, run[:index])) and run[index - 1] in words("records", "counted")
    return counted and is_person(run[index]) and is_source_phrase(run[index:])


def _is_led(run: Sequence[str]) -> bool:
    """Whether the clause says `as measured by`, or is led by `per`."""
    return run[0] == "according" or any(
        first in ("as", "be", "and")
        and second in words("records", "as_recorded")
        and third in ("by", "on", "in", "through", "from")
        for first, second, third in zip(run, run[1:], run[2:], strict=False)
    )


def asides(page: Page) -> Iterator[Span]:
    """News for the family, meetings of the team, and dates in brackets: no part of the goal."""
    every = clauses(page)
    for clause in every if len(every) > 1 else ():
        run = clause.words
        told = run[0] in words("records", "tellers") or (
            run[0] in words("records", "articles") and run[1:2] and run[1] in words("records", "tellers")
        )
        if (
            told
            and not set(run[1:]) & words("acts", "students") - {"it", "he", "she", "they"}
            and set(run[1:]) & words("records", "telling")
        ) or (
            clause.before == "(" and clause.after == ")" and len(run) == 1 and (is_dated(run, 0) or _is_late(run[0]))
        ):
            yield Span(clause.start, clause.end)


def _is_late(word: str) -> bool:
    """`11/3`: no share has more than its whole."""
    part, _, whole = word.partition("/")
    return part.isdigit() and whole.isdigit() and 12 >= int(part) > int(whole) > 0
