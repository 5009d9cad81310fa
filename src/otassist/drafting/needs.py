"""What a sentence of a jot tells of: a need, a strength, somebody else's matter, or what surrounds a need.

Points are those of `areas.support`: a telling word gives about 5, a passing one 1.
"""

from __future__ import annotations

import re
from typing import Literal

from ..domain import Observation
from ..language import Word, areas, within, words_of
from ..language.tables import rules
from .measures import failures
from .units import Unit

Kind = Literal["need", "strength", "aside", "around"]

ENOUGH = 2.0
"""Points below which what is left of a sentence, without a request outside OT or a body measure, holds no concern."""
_SCHOOL = 9.0
"""Points from which a sentence with a body measure speaks of school all the same: two telling words or more."""


def kind_of(observation: Observation, unit: Unit) -> Kind:
    """A difficulty or a measure makes a need; praise, or what other people want, does not."""
    text = text_of(observation, unit)
    if is_measured(observation, unit) or is_troubled(observation, unit, _unpraised(text)):
        return "need"
    if is_praise(text):
        return "strength"
    return "aside" if re.search(rules("concerns")["aside"]["pattern"], text) else "around"


def is_set_aside(observation: Observation, unit: Unit) -> bool:
    """Whether the sentence is a request outside OT, a body measure, or a matter put off."""
    start, end = unit[0].statement.start, unit[-1].statement.end
    scope = observation.out_of_scope
    if scope and scope.start < end and start < scope.end:
        first, last = segment(observation.jot, scope.start, scope.end)
        left = [word for word in words_in(observation, unit) if word.end <= first or word.start >= last]
        return max(areas.support(left).values()) < ENOUGH
    if re.search(rules("concerns")["not_ot"]["pattern"], text_of(observation, unit)):
        return True
    if scope and _denies_school(observation.jot[start:end]):
        return True
    return _is_of_body(observation, unit, start, end) or _is_put_off(observation.jot[start:end])


def _is_of_body(observation: Observation, unit: Unit, start: int, end: int) -> bool:
    clinic = [(item.start or 0, item.end or 0) for item in observation.notices if item.kind == "clinic"]
    if any(begin < end and start < stop for begin, stop in clinic):
        left = [
            word for word in words_in(observation, unit) if not any(a < word.end and word.start < b for a, b in clinic)
        ]
        return max(areas.support(left).values()) < _SCHOOL or _denies_school(observation.jot[start:end])
    return bool(clinic) and _denies_school(observation.jot[start:end])


def _is_put_off(text: str) -> bool:
    said = re.sub(r"[.,;:!]|\b(?:min\w*|hours?|hrs?|days?|weeks?|wks?) later\b", " ", f" {text.lower()} ")
    return any(f" {phrase} " in said for phrase in rules("concerns")["later"])


def segment(jot: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of the jot between marks that end a sentence around a request."""
    first = max((jot.rfind(mark, 0, start) for mark in ".;!?\n"), default=-1) + 1
    ends = [place for mark in ".;!?\n" if (place := jot.find(mark, end)) >= 0]
    return first, min(ends, default=len(jot))


def _denies_school(text: str) -> bool:
    """`nothing re class or chair`, `no school stuff attached`, beside a measure of the body."""
    return re.search(rules("concerns")["denial"]["pattern"], text, re.IGNORECASE) is not None


def text_of(observation: Observation, unit: Unit) -> str:
    """The sentence in lower case."""
    return observation.jot[unit[0].statement.start : unit[-1].statement.end].lower().replace("’", "'")


def words_in(observation: Observation, unit: Unit) -> tuple[Word, ...]:
    """The words of the sentence."""
    return within(words_of(observation.jot), unit[0].statement.start, unit[-1].statement.end)


def is_praise(text: str) -> bool:
    """Whether a sentence, in lower case, calls something no difficulty."""
    return re.search(rules("concerns")["strength"]["pattern"], text) is not None


def _unpraised(text: str) -> str:
    """Without the words of praise themselves: `no trouble` is no trouble."""
    return re.sub(rules("concerns")["strength"]["pattern"], " ", text)


def is_troubled(observation: Observation, unit: Unit, text: str | None = None) -> bool:
    """Whether the sentence tells of a difficulty or of a wish to change something."""
    text = text_of(observation, unit) if text is None else text
    said = " ".join(["", *re.findall(r"[a-z'-]+", text), ""])
    phrases = rules("concerns")["difficulty"]
    fails = any(word.tag in "vzg" and word.lemma.lower() in failures() for word in words_in(observation, unit))
    return fails or any(f" {phrase} " in said for phrase in phrases)


def is_measured(observation: Observation, unit: Unit) -> bool:
    """A result or an assist level, not a mere number."""
    return any(map(_measures, words_in(observation, unit)))


def is_result(word: Word) -> bool:
    """A share, a count of times or a time, not a mere number."""
    return word.quantity is not None and word.quantity.kind in ("ratio", "percent", "times", "duration")


def is_help(word: Word) -> bool:
    """An assist level."""
    return word.level is not None and word.level.kind == "assist"


def _measures(word: Word) -> bool:
    return is_result(word) or is_help(word)
