"""Edits of objectives: one dropped, some added from the bank's ladder or climbed from baseline to criterion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from ..domain import Goal, Objective
from ..language.numerals import number
from .means import Draft, Edited, FindGoal, Outcome, reply_text, unable
from .messages import Request
from .splicing import of_role, removed, replaced

_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_USUAL = 2


def place_of(draft: Draft, request: Request, name: str = "which") -> int | None:
    """Which objective is meant, counted from 0; None where there is no such one."""
    index, count = rank_of(request.text(name)), len(draft.objectives) if isinstance(draft, Goal) else 0
    return index % count if index is not None and -count <= index < count else None


def rank_of(said: str) -> int | None:
    """`2nd`, `#3` or `two`, counted from 0, and -1 for `last`; None where words name no place in a row."""
    said = said.lower().strip("# ")
    if said == "last":
        return -1
    digits = re.match(r"\d+", said)
    value = int(digits[0]) if digits else _ORDINALS.index(said) + 1 if said in _ORDINALS else _counted(said)
    return value - 1 if value > 0 else None


def _counted(said: str) -> int:
    value = number(said) if said else None
    return int(value) if value else 0


def drop_objective(draft: Draft, request: Request) -> Outcome:
    """The goal without one objective, or without any."""
    if not isinstance(draft, Goal):
        return unable("not_in_note", part="objectives")
    if not draft.objectives:
        return unable("no_part", part="objectives")
    if request.text("keep"):
        return _kept(draft, place_of(draft, request, "keep"))
    if not request.text("which"):
        return Edited(replace(draft, objectives=()), "the objectives are dropped")
    index = place_of(draft, request)
    if index is None:
        return unable("no_objective", count=len(draft.objectives))
    kept = (*draft.objectives[:index], *draft.objectives[index + 1 :])
    return Edited(replace(draft, objectives=kept), f"objective {index + 1} is dropped")


def _kept(goal: Goal, index: int | None) -> Outcome:
    """The goal with one of its objectives alone."""
    if index is None:
        return unable("no_objective", count=len(goal.objectives))
    if len(goal.objectives) == 1:
        return unable("same")
    return Edited(replace(goal, objectives=(goal.objectives[index],)), f"only objective {index + 1} is kept")


def add_objectives(draft: Draft, request: Request, bank: FindGoal) -> Outcome:
    """As many objectives as were asked for, two unless said otherwise; never one with an invented number."""
    if not isinstance(draft, Goal):
        return unable("not_in_note", part="objectives")
    count = _asked(request.text("count"))
    held = {step.text for step in draft.objectives}
    steps = [step for step in _ladder(draft, bank, count) if step not in held][:count]
    if not steps:
        return unable("no_ladder")
    added = replace(draft, objectives=(*draft.objectives, *map(Objective, steps)))
    said = (reply_text("fewer", count=len(steps)),) if len(steps) < count and request.text("count") else ()
    what = "1 objective is" if len(steps) == 1 else f"{len(steps)} objectives are"
    return Edited(added, f"{what} added, to confirm", said=said)


def _asked(said: str) -> int:
    plain = said.lower().strip()
    if plain in ("a", "an", "another"):
        return 1
    return _counted(plain) or _USUAL


def _ladder(goal: Goal, bank: FindGoal, count: int) -> Sequence[str]:
    """The bank's own steps while they climb to its criterion, else steps between baseline and criterion."""
    source = bank(goal.bank_goal or "")
    criterion = of_role(goal, "criterion")
    own = list(_climbed(goal, count))
    if own:
        return own
    if source is None:
        return ()
    unchanged = bool(criterion) and criterion[0].text in source.text
    return [step for step in source.objectives if unchanged or not any(char.isdigit() for char in step)]


_MEASURE = re.compile(r"(?P<n>\d+) ?(?P<by>/|(?:out )?of) ?(?P<of>\d+)|(?P<percent>\d+) ?%")


def _climbed(goal: Goal, count: int) -> Iterator[str]:
    """The goal's sentence with criteria that climb in its own form from the baseline; none where either is missing."""
    held, base = of_role(goal, "criterion"), of_role(goal, "baseline")
    top = _MEASURE.search(held[0].text) if held else None
    start = _MEASURE.search(base[0].text) if base else None
    if top is None or start is None or (top["of"] or "%") != (start["of"] or "%"):
        return
    low, high = int(start["n"] or start["percent"]), int(top["n"] or top["percent"])
    steps = [int(low + Fraction((high - low) * step, count + 1)) for step in range(1, count + 1)]
    for value in dict.fromkeys(steps):
        if low < value < high:
            said = top[0].replace(top["n"] or top["percent"], str(value), 1)
            text = held[0].text[: top.start()] + said + held[0].text[top.end() :]
            yield _sentence(goal, text)


def _sentence(goal: Goal, criterion: str) -> str:
    """The goal with another criterion and without what an objective leaves to its goal."""
    step: Draft = goal
    for role in ("baseline", "rationale", "timeframe", "method"):
        for clause in of_role(step, role):
            step = removed(step, next(each for each in step.clauses if each.id == clause.id))
    return replaced(step, of_role(step, "criterion")[0], criterion).text.strip()
