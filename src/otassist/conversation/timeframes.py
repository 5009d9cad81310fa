"""Edits of time: by when the goal, or one of its objectives, is to be met."""

from __future__ import annotations

import re
from dataclasses import replace

from ..domain import Goal
from .means import Draft, Edited, Outcome, unable
from .measures import with_objective
from .messages import Request
from .splicing import of_role, put_first, replaced

_BARE = re.compile(r"(?:\d(?:st|nd|rd|th)|first|second|third|fourth|fall|spring|winter|annual|end|next|final)\b", re.I)


def timeframe(draft: Draft, request: Request) -> Outcome:
    """The time as the message has it, led by `by` where it has no lead of its own."""
    if not isinstance(draft, Goal):
        return unable("not_in_note", part="timeframe")
    text = request.text("whole") or f"by {_named(request.text('value'), led=bool(request.text('lead')))}"
    held = of_role(draft, "timeframe")
    if not held:
        return Edited(put_first(draft, "timeframe", text), f"the timeframe is “{text}”")
    clause = held[0]
    opens = not draft.text[: clause.start].strip() or clause.text[:1].isupper()
    text = text[0].upper() + text[1:] if opens else text[0].lower() + text[1:]
    if text == clause.text:
        return unable("same")
    return Edited(replaced(draft, clause, text), f"the timeframe is “{text}”")


def _named(when: str, *, led: bool) -> str:
    """`2nd trimester` needs its article; what was typed behind `by` is taken as it is."""
    if re.match(r"(?:in|within)\b|\d+ ", when):
        return when
    return f"the {when}" if not led and _BARE.match(when) and not re.search(r"\d{4}|/", when) else when


def objective_by(draft: Draft, request: Request, index: int) -> Outcome:
    """When an objective is due."""
    if not isinstance(draft, Goal):
        return unable("not_in_note", part="objectives")
    when = request.text("when")
    step = replace(draft.objectives[index], by=when)
    return Edited(with_objective(draft, index, step), f"objective {index + 1} is due by {when}")
