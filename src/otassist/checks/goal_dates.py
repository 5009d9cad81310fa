"""Whether a goal's date lies in the time its plan runs, and whether objectives in it climb to its criterion.

Dates are compared only with those entered (`date`, `start`, `review_date`); today's date is never used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ..domain import Finding, Span
from .goal_findings import Goal
from .goal_measures import Measure, measures
from .goal_rules import wording

_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(?<!\d)(20\d\d)-(\d{1,2})-(\d{1,2})(?!\d)")
_MONTH_YEAR = re.compile(r"(?<![\d/])(\d{1,2})[/-](20\d\d)(?!\d)")
_WORDED = re.compile(r"\b([a-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(?:of\s+)?(20\d\d)\b", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def date_of(text: str) -> date | None:
    """The first date written with its year, American order; a month by itself counts as its last days (the 28th)."""
    readings = (
        (_ISO, (1, 2, 3)),
        (_NUMERIC, (3, 1, 2)),
        (_MONTH_YEAR, (2, 1, None)),
    )
    for pattern, (year, month, day) in readings:
        if match := pattern.search(text):
            return _made(match[year], int(match[month]), match[day] if day else "28")
    match = _WORDED.search(text)
    if match and match[1][:3].lower() in _MONTHS:
        return _made(match[3], _MONTHS.index(match[1][:3].lower()) + 1, match[2] or "28")
    return None


def _made(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year) + (2000 if len(year) < 3 else 0), month, int(day))
    except ValueError:
        return None


def date_findings(goal: Goal) -> Iterator[Finding]:
    """The goal's date is before the plan was written or behind its review."""
    span = goal.span("timeframe")
    due = date_of(goal.part("timeframe"))
    if span is None or due is None:
        return
    today = date_of(goal.context.date or "")
    review = date_of(goal.context.review_date or "")
    if today and due < today:
        message = f"{goal.part('timeframe')!r} lies before {goal.context.date}, the date entered."
        yield goal.finds("past_timeframe", "warning", message, "Correct the date.", span)
    if review and due > review:
        message = f"{goal.part('timeframe')!r} lies behind the review date entered, {goal.context.review_date}."
        yield goal.finds("late_timeframe", "warning", message, "An annual goal is met within the plan year.", span)


def ladder_findings(goal: Goal) -> Iterator[Finding]:
    """Objectives that do not climb, or pass the goal's own criterion (domain.md, arithmetic)."""
    steps = [(match, _first(goal, match)) for match in _objectives(goal.text)]
    rungs = [(match, measure) for match, measure in steps if measure]
    for (_, low), (match, high) in pairwise(rungs):
        if (
            low.unit == high.unit
            and high.value <= low.value
            and high.unit not in ("prompt", "cue", "reminder", "error")
        ):
            message = f"{goal.text[high.start : high.end]!r} is no step beyond {goal.text[low.start : low.end]!r}."
            remedy = "Let the objectives climb from the present measure to the goal."
            yield goal.finds("no_ladder", "warning", message, remedy, Span(match.start(), high.end))


_LIST = re.compile(
    r"(?:^|\n)[ \t]*(?:short[- ]term )?(?:objectives|benchmarks|stos?|steps)(?: are)?[ \t]*:?[ \t]*(?=\n)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\n[ \t]*(?:[-*•–]|\(?[a-z0-9]{1,2}[.)])?[ \t]*(?=\w)", re.IGNORECASE)


def _objectives(text: str) -> list[re.Match[str]]:
    """Where each objective begins: by its number, or as an item of a list with a heading."""
    numbered = list(wording("objective").finditer(text))
    heading = _LIST.search(text)
    if len(numbered) > 1 or heading is None:
        return numbered
    return list(_ITEM.finditer(text, heading.end()))


def _first(goal: Goal, match: re.Match[str]) -> Measure | None:
    """The first measure of an objective."""
    following = next((item for item in _objectives(goal.text) if item.start() >= match.end()), None)
    end = following.start() if following else len(goal.text)
    return next(iter(measures(goal.text[match.end() : end], match.end())), None)
