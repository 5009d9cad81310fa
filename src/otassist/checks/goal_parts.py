"""What is missing of a goal's parts, and parts that are there but say too little."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..domain import Finding, Span
from ..goaltext import schedules
from ..goaltext.services import without_services
from .goal_findings import Goal
from .goal_rules import wording


def part_findings(goal: Goal) -> Iterator[Finding]:
    """Criterion, timeframe, condition, method and baseline in turn."""
    yield from _criterion(goal)
    yield from _timeframe(goal)
    yield from _condition(goal)
    yield from _method(goal)
    yield from _baseline(goal)


def _criterion(goal: Goal) -> Iterator[Finding]:
    blank = _blank(goal)
    if goal.span("criterion") is not None:
        return
    remedy = "Write how well, how often or how long, in the task's own unit: 4 of 5 mornings, within 2 minutes."
    vague = wording("vague_criterion").search(goal.text)
    if blank:
        message = "The criterion is still a blank."
        yield goal.finds("blank_criterion", "blocker", message, f"Fill it in. {remedy}", blank, goal.law)
    elif vague:
        place = Span(vague.start(), vague.end())
        yield goal.finds("vague_criterion", "blocker", f"{vague[0]!r} cannot be counted.", remedy, place, goal.law)
    else:
        message = "The goal has no criterion, so nobody can tell when it is met."
        yield goal.finds("no_criterion", "blocker", message, remedy, basis=goal.law)


def _blank(goal: Goal) -> Span | None:
    """A blank outside the timeframe, the baseline and the student's name."""
    held = [goal.span("timeframe"), goal.span("baseline")]
    for match in wording("blank").finditer(goal.text):
        inside = any(span and span.start <= match.start() < span.end for span in held)
        around = goal.text[max(0, match.start() - 22) : match.end() + 12]
        named = re.search(
            r"(?:_{2,}|\])\s+will\b|\bby (?:the )?(?:date )?[_\[(]|baseline\W*[_\[(]|(?:student|name|date|due)\W*_",
            around,
            re.IGNORECASE,
        )
        if not inside and not named:
            return Span(match.start(), match.end())
    return None


def _timeframe(goal: Goal) -> Iterator[Finding]:
    if goal.span("timeframe") is not None:
        return
    remedy = "Add when it is to be met, such as 'By the annual review' or 'Within 36 school weeks'."
    found = schedules(goal.text)
    if found:
        message = "This says when progress is reviewed or reported, not by when the goal is met."
        yield goal.finds("schedule_timeframe", "warning", message, remedy, found[0])
    yield goal.finds("no_timeframe", "warning", "The goal does not say by when it is to be met.", remedy)


def _condition(goal: Goal) -> Iterator[Finding]:
    span = goal.span("condition")
    services = without_services(goal.text)
    if services and not (span and span.start <= services.start < span.end):
        message = "A service or a diagnosis is no condition: nobody can set up a measurement with it."
        remedy = "Name the activity, material, cue or help that is there when the student does it."
        yield goal.finds("service_condition", "warning", message, remedy, services)
    if span is None:
        remedy = "Say in which activity and with what: 'Given a visual checklist at arrival, ...'."
        message = "The goal does not say in which activity or with what support it is measured."
        yield goal.finds("no_condition", "warning", message, remedy)
        return
    words = " ".join(goal.part("condition").split())
    if wording("bare_place").match(words):
        message = "Only a place is named."
        yield goal.finds(
            "bare_place", "info", message, "Add the activity and the material or help that is there.", span
        )
    elif wording("vague_condition").match(words):
        message = f"{words!r} does not say which support, so two people would measure under different conditions."
        remedy = "Name the support: a picture checklist, one spoken reminder, adapted paper, a seat near the board."
        yield goal.finds("vague_condition", "warning", message, remedy, span)


_TOLD = re.compile(
    r"\b(?:parents?|famil(?:y|ies)|team|progress)\b[^.]{0,40}\b(?:inform\w*|notif\w*|report(?:ed|s)?|shared?|discuss\w*|review\w*|sent)\b[^.]*",
    re.IGNORECASE,
)


def _method(goal: Goal) -> Iterator[Finding]:
    if goal.span("method") is not None:
        return
    remedy = "Add who records it and with what: 'as measured by weekly work samples' or 'per the aide's tally'."
    told = _TOLD.search(goal.text)
    if told:
        message = "Telling the family or the team about progress does not say how it is measured."
        yield goal.finds("told_method", "warning", message, remedy, Span(told.start(), told.end()), goal.law)
    else:
        message = "The goal does not say how progress is measured."
        yield goal.finds("no_method", "warning", message, remedy, basis=goal.law)


def _baseline(goal: Goal) -> Iterator[Finding]:
    if goal.span("baseline") is None:
        yield goal.finds(
            "no_baseline",
            "info",
            "The goal does not say where the student is now; the present levels may.",
            "Add the present measure in the criterion's own unit, with its support and date: 'Baseline: 2 of 5, 9/12'.",
        )
