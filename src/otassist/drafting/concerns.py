"""The needs a jot tells of: one concern for each area that a sentence clearly speaks for, at most four."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..domain import Area, Concern, Observation, Statement
from ..language import areas, words_of
from ..language.tables import rules
from .needs import (
    ENOUGH,
    Kind,
    is_measured,
    is_set_aside,
    is_troubled,
    kind_of,
    segment,
    text_of,
    words_in,
)
from .units import Unit, units

MOST = 4
"""Goals drafted from one jot; a plan with more is unlikely to be taught (good practice, domain.md)."""

_TELLING = 4.0
"""Points (see `areas.support`) from which a need in an area far from the main one is a concern of its own."""
_PLAIN = 9.0
"""Points from which a mere measure in such an area is one too: `ate 2/3 bites` beside copying is a remark."""
_BESIDE = 9.0
"""Points a concern needs beside a request outside OT, whose own words stray into other areas."""


def concerns(observation: Observation) -> tuple[Concern, ...]:
    """The main concern first, then any need of a sentence that is no neighbour of it; empty where none is left.

    Sentences that ask for what belongs to somebody else, that measure only the body, that put a matter off or that
    say what goes well hold no concern.
    """
    told = [unit for unit in units(observation, eligible(observation), words_of(observation.jot)) if unit]
    kinds = {id(unit): kind_of(observation, unit) for unit in told if not is_set_aside(observation, unit)}
    told = [unit for unit in told if kinds.get(id(unit)) in ("need", "around")]
    main = _main(observation, told, kinds)
    if main is None:
        return ()
    others: dict[Area, list[Unit]] = {}
    last: Area | None = None
    for unit in told:
        area = _own_area(observation, unit, main) if kinds[id(unit)] == "need" else main
        last = area if last is None or not _goes_on(observation, unit) else last
        others.setdefault(last, []).append(unit)
    ordered = sorted(others, key=lambda area: (area != main, told.index(others[area][0])))
    return tuple(_concern(observation, f"k{n}", area, others[area]) for n, area in enumerate(ordered[:MOST], 1))


def _main(observation: Observation, told: Sequence[Unit], kinds: Mapping[int, Kind]) -> Area | None:
    """The area the needs speak for most; what stands around them decides where they say nothing of it."""
    scores = _countable(observation, _support(observation, told))
    if not told or max(scores.values(), default=0.0) < _least(observation, told):
        return None
    if observation.context.area in scores:
        return observation.context.area
    needs = _countable(observation, _support(observation, [unit for unit in told if kinds[id(unit)] == "need"]))
    return max(scores, key=lambda area: scores[area] + needs.get(area, 0.0))


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
    opening = re.match(r"\s*(\d{1,2})(?:st|nd|rd|th)\s*[,:;/.–-]", observation.jot)
    return opening[1] if opening and int(opening[1]) <= 12 else None


def eligible(observation: Observation) -> list[Statement]:
    """The statements that may tell of a need."""
    roles = ("observation", "report", "judgement", "background", "plan", "question", "advice")
    return [item for item in observation.statements if item.role in roles]


def _countable(observation: Observation, scores: Mapping[Area, float]) -> dict[Area, float]:
    """The areas a concern of OT may be in: none that a request for somebody else itself speaks for."""
    scope = observation.out_of_scope
    if scope is None:
        return dict(scores)
    spoken = {area for row in rules("concerns")["outside"] if row["refer"] in scope.refer_to for area in row["areas"]}
    return {area: points for area, points in scores.items() if area not in spoken}


def _least(observation: Observation, told: Sequence[Unit]) -> float:
    """The points a concern needs; beside a request outside OT a result of its own makes it plain enough.

    Beside one for a diagnosis or a behaviour plan what the student does is part of the request, unless it is measured
    or placed in the school day.
    """
    scope = observation.out_of_scope
    words = [word for unit in told for word in words_in(observation, unit)]
    if scope is None or any(word.quantity is not None and word.quantity.kind in ("ratio", "percent") for word in words):
        return ENOUGH
    traits = any(row["traits"] for row in rules("concerns")["outside"] if row["refer"] in scope.refer_to)
    placed = any(word.kind in ("setting", "routine", "subject") for word in words)
    return _BESIDE if placed or not traits else float("inf")


def _support(observation: Observation, told: Sequence[Unit]) -> dict[Area, float]:
    return areas.support([word for unit in told for word in words_in(observation, unit)])


def _own_area(observation: Observation, unit: Unit, main: Area) -> Area:
    """The area of a sentence that tells of another difficulty; the main one for all that belongs to it.

    A neighbouring area needs its trouble named (`diff scanning the page`): else one goal serves both.
    """
    words = words_in(observation, unit)
    scores = areas.support(words)
    best = max(scores, key=lambda area: scores[area])
    if best == main or scores[best] < _TELLING or scores[best] < 2 * scores[main]:
        return main
    if best in rules("concerns")["neighbours"][main]:
        said = set(re.findall(r"[\w']+", text_of(observation, unit)))
        shares = any(word.quantity is not None and word.quantity.kind in ("ratio", "percent") for word in words)
        return best if said & set(rules("concerns")["named"]) or (shares and scores[best] >= _PLAIN) else main
    plain = is_measured(observation, unit) and scores[best] >= _PLAIN
    return best if plain or is_troubled(observation, unit) else main


def _goes_on(observation: Observation, unit: Unit) -> bool:
    """`microwave lunch. Rushes, skips steps`: a sentence that opens with its verb is about what was named before."""
    words = words_in(observation, unit)
    return bool(words) and words[0].tag == "z" and not any(word.quantity is not None for word in words)


def _concern(observation: Observation, identity: str, area: Area, told: Sequence[Unit]) -> Concern:
    statements = tuple(item.statement.id for unit in told for item in unit)
    return Concern(identity, area, statements, ". ".join(_asked(observation, unit) for unit in told))


def _asked(observation: Observation, unit: Unit) -> str:
    """What to search for: the sentence without a request that is not for OT."""
    start, end = unit[0].statement.start, unit[-1].statement.end
    scope = observation.out_of_scope
    if scope and scope.start < end and start < scope.end:
        first, last = segment(observation.jot, scope.start, scope.end)
        return observation.jot[start : max(start, first)] + observation.jot[min(end, last) : end]
    return observation.jot[start:end]
