"""How a measure is told as a baseline: with the act it is of, where its own words leave that out.

`flips board, 3 of 4 games` counts the flipping, `gets it seated 1/6` is about the zipper named before, and of
`9 steps, does 3 alone` the share is 3 of 9.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..domain import Observation, Statement
from ..language import Word, within, words_of
from ..language.tables import rules
from .measures import Measure
from .recording import spelt_out


def told_whole(observation: Observation, measure: Measure) -> Measure:
    """The measure with the words around it that it needs."""
    share = _of_whole(observation, measure)
    if share is not None:
        return share
    if _is_bare(measure) or _points_back(measure):
        before = _before(observation, measure.statement)
        text = spelt_out(before).strip(" ,;:-–")
        if text and text.lower() not in measure.text.lower():
            joined = observation.jot[: measure.statement.start].rstrip()[-1:].isalnum()
            fails = measure.fewer or re.search(rules("own_goals")["trouble"]["counted"], text.lower()) is not None
            return replace(measure, text=f"{text}{' ' if joined else ' – '}{measure.text}", fewer=fails)
    return replace(measure, text=_tidied(measure.text))


def _tidied(text: str) -> str:
    """`w/c <-> toilet mod A x1`: both ways, with one person."""
    text = text.replace(" < – ", " to and from ").replace(" <– ", " to and from ")
    return re.sub(r'(assistance) "?(?:x ?)?([12])"?(?: times?)?$', r"\1 of \2", text)


def is_strength(measure: Measure, told: Sequence[Statement]) -> bool:
    """Whether it measures what goes well, behind another need of the jot or beside one that tells of trouble."""
    parts = re.match(r"(\d+)/(\d+)", measure.value)
    share = int(parts[1]) / max(1, int(parts[2])) if parts else 0.0
    if measure.kind == "percent":
        share = float(re.sub(r"[^\d.]", "", measure.value) or 0) / 100
    if measure.fewer or share < _WELL:
        return False
    others = [item for item in told if item.id != measure.statement.id]
    said = " ".join(item.text.lower() for item in others)
    if any(item.start < measure.statement.start for item in others) or (others and share >= _VERY_WELL):
        return True
    return re.search(rules("own_goals")["trouble"]["said"], said) is not None


_WELL, _VERY_WELL = 0.75, 0.8
"""Shares from which an act goes well, and so well that any other need of the jot comes first."""


def is_of_others(measure: Measure) -> bool:
    """Whether it is of reading or speech, which is no measure of OT."""
    return re.search(rules("concerns")["not_ot"]["pattern"], measure.text.lower()) is not None


def _is_bare(measure: Measure) -> bool:
    """`3 of 5 periods`: nothing but the count and what it is counted in."""
    said = [word for word in measure.body if word.quantity is None and word.tag not in "pdc,;:-()/"]
    counted = {*rules("own_goals")["occasions"]["words"], "period", "game", "class", "lesson", "group"}
    return measure.kind == "ratio" and all(word.lemma.lower() in counted for word in said)


def _points_back(measure: Measure) -> bool:
    """`gets it seated`, `she is asked for`: a pronoun for what was named before."""
    return any(word.tag == "o" and word.text.lower() in ("it", "them", "she", "he") for word in measure.body)


def _before(observation: Observation, statement: Statement) -> list[Word]:
    """The words of the sentence before the statement, from the jot's last full stop."""
    start = max((observation.jot.rfind(mark, 0, statement.start) for mark in ".;!?\n"), default=-1) + 1
    ids = [item for item in observation.statements if start <= item.start < statement.start and item.role != "header"]
    return list(within(words_of(observation.jot), ids[0].start, statement.start)) if ids else []


def _of_whole(observation: Observation, measure: Measure) -> Measure | None:
    """`9 steps, does 3 alone`: three of nine steps."""
    whole = re.fullmatch(r"(\d+)(?: (?:step|item|part|problem|task)s?)?", measure.value)
    if measure.kind != "number" or whole is None or measure.unit.rstrip("s") not in _PARTS:
        return None
    after = next((item for item in observation.statements if item.start >= measure.statement.end), None)
    done = (
        re.match(r"(?:only )?(?:does|did|completes|gets|finishes) (\d+)\b(?! ?(?:/|of|min|x\b))", after.text)
        if after
        else None
    )
    if after is None or done is None or int(done[1]) >= int(whole[1]):
        return None
    text = f"{measure.text}, {spelt_out(list(within(words_of(observation.jot), after.start, after.end)))}"
    return replace(measure, kind="ratio", value=f"{done[1]}/{whole[1]}", text=text)


_PARTS = ("step", "item", "part", "problem", "task")
