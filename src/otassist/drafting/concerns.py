"""The needs a jot tells of: one concern for each area that a sentence clearly speaks for, at most four."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..domain import Area, Concern, Observation, Statement
from ..language import Word, areas, within, words_of
from ..language.tables import rules
from .telling import Unit, units

MOST = 4
"""Goals drafted from one jot; a plan with more is unlikely to be taught (good practice, domain.md)."""

_TELLING = 9.0
"""Points (see `areas.support`) from which a sentence speaks for an area of its own: two telling words or more."""
_NAMED = 4.0
"""Points from which a difficulty named in a neighbouring area is a concern of its own."""
_ENOUGH = 2.0
"""Points below which what is left of a jot, without requests outside OT, holds no concern."""


def concerns(observation: Observation) -> tuple[Concern, ...]:
    """The main concern first, then any sentence with a need that is no neighbour of it; empty where none is left.

    Sentences that ask for what belongs to somebody else, that measure only the body, or that put a matter off hold
    no concern.
    """
    told = [unit for unit in units(observation, _eligible(observation), words_of(observation.jot)) if unit]
    told = [unit for unit in told if not _set_aside(observation, unit)]
    scores = _countable(observation, _support(observation, told))
    if not told or max(scores.values(), default=0.0) < _least(observation, told):
        return ()
    main = observation.context.area if observation.context.area in scores else max(scores, key=lambda a: scores[a])
    others: dict[Area, list[Unit]] = {}
    for unit in told:
        area = _own_area(observation, unit, main)
        others.setdefault(area, []).append(unit)
    ordered = sorted(others, key=lambda area: (area != main, observation.jot.find(others[area][0][0].statement.text)))
    return tuple(_concern(observation, f"k{n}", area, others[area]) for n, area in enumerate(ordered[:MOST], 1))


def grade_of(observation: Observation) -> str | None:
    """The grade entered, else the one the jot names, in the words of the contract (`PreK`, `K`, `3`, `18-21`)."""
    if observation.context.grade:
        return observation.context.grade
    for fact in observation.facts:
        text = f"{fact.text} {fact.value}".lower()
        number = re.search(r"\d+", text)
        if fact.kind == "grade":
            if re.search(r"pre-?k|preschool", text):
                return "PreK"
            return number[0] if number else "K" if re.search(r"\bk|kinder", text) else None
        if fact.kind == "age" and number:
            return "18-21" if int(number[0]) >= 18 else None
    return None


def _eligible(observation: Observation) -> list[Statement]:
    roles = ("observation", "report", "judgement", "background", "plan", "question", "advice")
    return [item for item in observation.statements if item.role in roles]


def _set_aside(observation: Observation, unit: Unit) -> bool:
    """Whether the sentence is a request outside OT, a body measure, or a matter put off."""
    start, end = unit[0].statement.start, unit[-1].statement.end
    scope = observation.out_of_scope
    if scope and scope.start < end and start < scope.end:
        first, last = _segment(observation.jot, scope.start, scope.end)
        left = [word for word in _words(observation, unit) if word.end <= first or word.start >= last]
        return max(areas.support(left).values()) < _ENOUGH
    if scope and _denies_school(observation.jot[start:end]):
        return True
    clinic = [(item.start or 0, item.end or 0) for item in observation.notices if item.kind == "clinic"]
    if any(begin < end and start < stop for begin, stop in clinic):
        left = [
            word for word in _words(observation, unit) if not any(a < word.end and word.start < b for a, b in clinic)
        ]
        return max(areas.support(left).values()) < _TELLING or _denies_school(observation.jot[start:end])
    if clinic and _denies_school(observation.jot[start:end]):
        return True
    text = f" {observation.jot[start:end].lower()} "
    return any(f" {phrase} " in re.sub(r"[.,;!]", " ", text) for phrase in rules("concerns")["later"])


def _countable(observation: Observation, scores: Mapping[Area, float]) -> dict[Area, float]:
    """The areas a concern of OT may be in: none that a request for somebody else itself speaks for."""
    scope = observation.out_of_scope
    if scope is None:
        return dict(scores)
    spoken = {area for row in rules("concerns")["outside"] if row["refer"] in scope.refer_to for area in row["areas"]}
    return {area: points for area, points in scores.items() if area not in spoken}


def _least(observation: Observation, told: Sequence[Unit]) -> float:
    """The points a concern needs; beside a request outside OT a result of its own makes it plain enough."""
    words = [word for unit in told for word in _words(observation, unit)]
    measured = any(word.quantity is not None and word.quantity.kind in ("ratio", "percent") for word in words)
    return _BESIDE if observation.out_of_scope and not measured else _ENOUGH


_BESIDE = 6.0
"""Points a concern needs beside a request outside OT, whose own words stray into other areas."""


def _segment(jot: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of the jot between marks that end a sentence around a request."""
    first = max((jot.rfind(mark, 0, start) for mark in ".;!?\n"), default=-1) + 1
    ends = [place for mark in ".;!?\n" if (place := jot.find(mark, end)) >= 0]
    return first, min(ends, default=len(jot))


def _denies_school(text: str) -> bool:
    """`nothing re class or chair`, `no school stuff attached`, beside a measure of the body."""
    return re.search(rules("concerns")["denial"]["pattern"], text, re.IGNORECASE) is not None


def _support(observation: Observation, told: Sequence[Unit]) -> dict[Area, float]:
    words = [word for unit in told for word in _words(observation, unit)]
    return areas.support(words)


def _words(observation: Observation, unit: Unit) -> tuple[Word, ...]:
    return within(words_of(observation.jot), unit[0].statement.start, unit[-1].statement.end)


def _own_area(observation: Observation, unit: Unit, main: Area) -> Area:
    """The area of a sentence that tells of another difficulty; the main one for all that belongs to it.

    A neighbouring area needs its trouble named (`diff scanning the page`): else one goal serves both.
    """
    scores = areas.support(_words(observation, unit))
    best = max(scores, key=lambda area: scores[area])
    if best == main or scores[best] < 2 * scores[main]:
        return main
    text = observation.jot[unit[0].statement.start : unit[-1].statement.end].lower().replace("’", "'")
    said = set(re.findall(r"[\w']+", text))
    named = bool(said & set(rules("concerns")["named"]))
    if best in rules("concerns")["neighbours"][main]:
        return best if named and scores[best] >= _NAMED else main
    troubled = bool(said & set(rules("concerns")["difficulty"])) or any(map(_measures, _words(observation, unit)))
    return best if troubled and scores[best] >= _TELLING else main


def _measures(word: Word) -> bool:
    """A result or an assist level, not a mere number."""
    counted = word.quantity is not None and word.quantity.kind in ("ratio", "percent", "times", "duration")
    return counted or (word.level is not None and word.level.kind == "assist")


def _concern(observation: Observation, identity: str, area: Area, told: Sequence[Unit]) -> Concern:
    statements = tuple(item.statement.id for unit in told for item in unit)
    text = ". ".join(_asked(observation, unit) for unit in told)
    return Concern(identity, area, statements, text)


def _asked(observation: Observation, unit: Unit) -> str:
    """What to search for: the sentence without a request that is not for OT."""
    start, end = unit[0].statement.start, unit[-1].statement.end
    scope = observation.out_of_scope
    if scope and scope.start < end and start < scope.end:
        first, last = _segment(observation.jot, scope.start, scope.end)
        return observation.jot[start : max(start, first)] + observation.jot[min(end, last) : end]
    return observation.jot[start:end]
