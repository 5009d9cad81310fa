"""Edits of numbers: the criterion (`make it 4/5`, `for 4 weeks`), an objective's, a measure in a note; the baseline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..domain import Clause, Goal, Objective
from ..language.quantities import Quantity, find
from .means import Draft, Edited, Outcome, unable
from .messages import Request
from .splicing import of_role, put_last, replaced

_CORE = re.compile(
    r"(?P<ratio>\b[\w.]+ ?/ ?[\w.]+|\b[\w.]+ (?:out )?of (?:the )?[\w.]+)|(?P<percent>\d[\d.]* ?(?:%|percent\b|pct\b))",
    re.I,
)
_NO_NOUN = "for|on|in|at|with|by|over|across|and|as|during|per|when|this|that|his|her|their|was|were|independent"
_NOUN = re.compile(rf"(?: of)?(?: the)?(?: (?!{_NO_NOUN})[a-z-]+){{1,2}}", re.I)
_FAMILY = {"ratio": "accuracy", "percent": "accuracy"}
_SPANS = {"second": "clock", "minute": "clock", "hour": "clock"}
"""Minutes and weeks never stand for one another."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A number in a clause that another may replace: `clause.text[start:end]`, with the noun behind it."""

    clause: Clause
    start: int
    end: int
    form: str


def criterion(draft: Draft, request: Request) -> Outcome:
    """Another number in the criterion's place; in a note, in the place of the one measure it has."""
    value = request.text("value")
    held = of_role(draft, "criterion") if isinstance(draft, Goal) else _told(draft)
    part = "criterion" if isinstance(draft, Goal) else "note"
    if isinstance(draft, Goal) and not held:
        return unable("no_part", part="criterion")
    places = _places(held, value)
    old = request.text("old")
    if len(places) > 1:
        places = [place for place in places if old and old.lower() in place.clause.text.lower()] or places
    if not places:
        return unable("no_measure", part=part, what=value, example=f"change {held[0].text if held else 3} to ____")
    if len(places) > 1:
        return unable("which", *(place.clause.text for place in places), what=value)
    place = places[0]
    text = _with(place, value)
    if text == place.clause.text:
        return unable("same")
    return Edited(replaced(draft, place.clause, text), f"“{place.clause.text}” is now “{text}”")


def objective_measure(draft: Draft, request: Request, index: int) -> Outcome:
    """Another number in an objective."""
    if not isinstance(draft, Goal):
        return unable("not_in_note", part="objectives")
    step, value = draft.objectives[index], request.text("value")
    places = _places([Clause("", "objective", step.text, "bank")], value)
    if len(places) != 1:
        return unable("no_measure", part="objective", what=value, example=f"change {step.text} to ____")
    text = _with(places[0], value)
    return Edited(with_objective(draft, index, replace(step, text=text)), f"objective {index + 1} is now “{text}”")


def with_objective(goal: Goal, index: int, step: Objective) -> Goal:
    """The goal with another objective in that place."""
    return replace(goal, objectives=(*goal.objectives[:index], step, *goal.objectives[index + 1 :]))


def baseline(draft: Draft, request: Request) -> Outcome:
    """The measure the therapist gives, in the therapist's words; its date stays a blank unless it is said."""
    if not isinstance(draft, Goal):
        return unable("not_in_note", part="baseline")
    said = request.text("value").strip(" .:")
    if not find(said):
        return unable("needs_model")
    dated = any(quantity.kind == "date" for quantity in find(said)) or "date" in said.lower()
    text = f"Baseline: {said}." if dated else f"Baseline: {said} (date: ____)."
    held = of_role(draft, "baseline")
    asks = () if dated else ("another_date",)
    edited = replaced(draft, held[0], text) if held else put_last(draft, "baseline", text)
    if edited == draft:
        return unable("same")
    return Edited(edited, f"the baseline is “{said}”, in your words", asks=asks)


def _told(draft: Draft) -> tuple[Clause, ...]:
    return tuple(clause for clause in draft.clauses if clause.origin not in ("blank", "practice"))


def _places(clauses: Sequence[Clause], value: str) -> list[_Place]:
    """Numbers of the same family as the value, outside quotations."""
    wanted = {_family(quantity) for quantity in find(value)} - {None}
    return [
        _Place(clause, quantity.start, quantity.end, quantity.kind)
        for clause in clauses
        for quantity in find(clause.text)
        if _family(quantity) in wanted and not quoted(clause.text, quantity.start)
    ]


def _family(quantity: Quantity) -> str | None:
    """Which numbers one may take the place of; None for one that is no criterion."""
    if quantity.kind == "duration":
        return _SPANS.get(quantity.value.split()[-1], "calendar")
    return _FAMILY.get(quantity.kind)


def quoted(text: str, at: int) -> bool:
    """Whether a place lies within quotation marks: what somebody said stays as it was said."""
    return any(match.start() < at < match.end() for match in re.finditer(r"[\"“][^\"”]*[\"”]", text))


def _with(place: _Place, value: str) -> str:
    """The clause with the value in its place: the unit stays unless the value brings its own."""
    text = place.clause.text
    if place.form == "duration":
        return text[: place.start] + value + text[place.end :]
    core = _CORE.match(text, place.start)
    end = core.end() if core else place.end
    noun = _NOUN.match(text, end)
    if core and noun and place.end > core.end():
        noun = re.compile(".*").match(text, end, place.end)
    new = _CORE.match(value)
    if new is None:
        return text[: place.start] + value + text[place.end :]
    if new.end() < len(value):
        return text[: place.start] + value + text[noun.end() if noun else end :]
    rest = text[end:]
    joint = " of" if new["percent"] and place.form == "ratio" and noun and not rest.startswith(" of") else ""
    return text[: place.start] + value + joint + rest
