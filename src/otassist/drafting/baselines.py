"""Which measure of a jot is a goal's baseline: one of the goal's own act, never of another.

The act is the student's; a session's length, somebody else's count or a measure of the body is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from ..domain import BankGoal, Notice, Observation, Statement
from ..language import Word, within, words_of
from .events import events, instead_of_event
from .measures import KINDS, Measure, clause_of, failures, measures
from .own_acts import act_of
from .recognising import Recognised
from .tellable import is_of_others, is_strength, told_whole

_SAME_ACT = 0.1
"""Share of its telling words that a measure must have in common with a goal to be its baseline."""

Shared = Callable[[BankGoal, str], float]


def candidates(
    observation: Observation, told: Sequence[Statement], seen: Mapping[str, Recognised] = MappingProxyType({})
) -> list[Measure]:
    """The measures of a concern that may be a baseline, the most telling first.

    `seen` says what the statements are like: whether a time is how long a needed act lasts or takes.
    """
    clinic = [notice for notice in observation.notices if notice.kind == "clinic"]
    words = words_of(observation.jot)
    counted = [item for item in events(observation, told, words) if not _within(item, clinic)]
    times = {item.statement.id for item in counted}
    held = [
        told_whole(observation, _of_failure(observation, item))
        for item in (_timed(item, seen) for item in measures(observation, told, words))
        if item.statement.actor in ("student", "environment") and not _within(item, clinic) and _tells(item)
    ]
    held = [item for item in held if not (item.statement.id in times or is_strength(item, told) or is_of_others(item))]
    return sorted([*held, *counted], key=lambda item: KINDS.index(item.kind))


def _timed(measure: Measure, seen: Mapping[str, Recognised]) -> Measure:
    """The measure with where better lies of a time, by the jotted needs it is like."""
    like = seen.get(measure.statement.id)
    acts = any(word.tag in "vzbgei" for word in measure.body) and not _is_span(measure)
    if measure.kind != "duration" or not acts or like is None or like.counted_near < _LIKE:
        return measure
    counts = like.counts()
    return replace(measure, course=_COURSE[counts]) if counts in _COURSE else measure


def _is_span(measure: Measure) -> bool:
    """`in 20 min of centers`: the stretch in which something was counted."""
    before = measure.body[measure.index - 1] if measure.index else None
    return before is not None and before.text.lower() in ("in", "per", "every", "out of")


_COURSE: Mapping[str, Literal["longer", "sooner"]] = {"lasting": "longer", "until": "sooner"}
_LIKE = 0.45
"""Cosine with a jotted need that holds a number from which what its number counts is taken over (25 of 28 right)."""


def measured_act(observation: Observation, measure: Measure) -> str:
    """The measured act in the jot's words, its object perhaps named just before; empty where none is plain."""
    before = _before(observation, measure.statement)
    return act_of(measure, [word for word in before if word.tag not in ",:;-/"])


def _of_failure(observation: Observation, measure: Measure) -> Measure:
    """`flips board, 3 of 4 games`: what was counted is the failure just before, where the measure names no act."""
    clause = clause_of(measure.body, measure.index)
    if measure.fewer or any(word.tag in "vzbeaI" for word in clause):
        return measure
    start = observation.jot.find(_sentence(observation.jot, measure.statement))
    words = within(words_of(observation.jot), start, clause[0].start)
    fails = any(word.tag in "vzbeg" and word.lemma.lower() in failures() for word in words)
    return replace(measure, fewer=True) if fails else measure


def fitting(
    held: Sequence[Measure],
    bank: BankGoal,
    jot: str,
    shared: Shared,
    seen: Mapping[str, Recognised] = MappingProxyType({}),
) -> Measure | None:
    """The measure that speaks most of what the bank goal is for; None where all measure else.

    A statement that is like a jotted need of the goal measures the goal's act, whatever its words.
    """
    fits = [(max(_fit(bank, jot, item, shared), _meant(bank, item, seen)), item) for item in held]
    best = max((fit for fit, _ in fits), default=0.0)
    near = [item for fit, item in fits if fit >= best * _AS_WELL]
    return near[0] if best >= _SAME_ACT else None  # `held` has the most telling kind first


_AS_WELL = 0.75
"""Share of the best fit from which a more telling measure is the better one: `zips 0/5` before `pin in with min A`."""


def _meant(bank: BankGoal, measure: Measure, seen: Mapping[str, Recognised]) -> float:
    like = seen.get(measure.statement.id)
    cosine = like.goals.get(bank.id, 0.0) if like is not None else 0.0
    return cosine if cosine >= _LIKE else 0.0


def _fit(bank: BankGoal, jot: str, measure: Measure, shared: Shared) -> float:
    """How surely the measure is of the goal's act; words beside it count half, and only where it names no act.

    `copied 2/5 words` beside a refused slant board is no baseline for setting up the board.
    """
    own = shared(bank, measure.statement.text)
    if measure.kind == "events":
        return max(own, shared(bank, instead_of_event(measure)), shared(bank, _sentence(jot, measure.statement)) / 2)
    if " – " in measure.text:
        return max(own, shared(bank, measure.text) / 2)
    if measure.names_act or measure.kind in ("number", "times"):
        return own
    return max(own, shared(bank, _sentence(jot, measure.statement)) / 2)


def _tells(measure: Measure) -> bool:
    """Whether it says how well an act goes.

    `lunch bunch 30 min` is how long a thing lasts, `gets there 2 min after line` a lateness, `cries if HOH` no help
    with the act, and what is done independently no need.
    """
    if measure.kind == "duration":
        return bool(measure.course or act_of(measure))
    if measure.kind == "level":
        fails = any(word.tag in "vz" and word.lemma.lower() in failures() for word in measure.body)
        return not fails and "independent" not in measure.value
    return True


def _within(measure: Measure, notices: Sequence[Notice]) -> bool:
    """Whether the measure is one of the body."""
    start, end = measure.statement.start, measure.statement.end
    return any((notice.start or 0) < end and start < (notice.end or 0) for notice in notices)


def _before(observation: Observation, statement: Statement) -> list[Word]:
    """The words of the statement just before, in the same sentence of the jot."""
    earlier = [item for item in observation.statements if item.end <= statement.start]
    if not earlier or re.search(r"[.;!?\n]", observation.jot[earlier[-1].end : statement.start]):
        return []
    return list(within(words_of(observation.jot), earlier[-1].start, earlier[-1].end))


def _sentence(jot: str, statement: Statement) -> str:
    """The jot's sentence around a statement: what is measured may be named beside the measure."""
    start = max((jot.rfind(mark, 0, statement.start) for mark in ".;!?\n"), default=-1) + 1
    ends = [end for mark in ".;!?\n" if (end := jot.find(mark, statement.end)) >= 0]
    return jot[start : min(ends, default=len(jot))]
