"""The parts of a bank goal as they stand in this student's goal, what was changed, and its variants."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..domain import BankGoal, GoalPart, Observation, Statement
from ..language import words_of
from .adapting import Part, assembled, change, with_supports, wording
from .measures import Measure
from .supports import setting_of, supports_of
from .targets import target


def timeframe_of(observation: Observation) -> Part:
    """The review date that was entered, or a blank."""
    review = observation.context.review_date
    text = wording("timeframe", date=review or wording("blank_date"))
    return Part(text, "therapist" if review else "blank")


def parts_of(
    observation: Observation, bank: BankGoal, told: Sequence[Statement], measure: Measure | None
) -> tuple[dict[GoalPart, Part], list[str]]:
    """Each part as it stands in this student's goal, and what was changed."""
    source = (bank.id,)
    timeframe = timeframe_of(observation)
    parts: dict[GoalPart, Part] = {
        "timeframe": timeframe,
        "condition": _condition(observation, bank, told),
        "behavior": Part(bank.behavior, "bank", evidence=source),
        "criterion": _criterion(bank, measure),
        "method": Part(bank.method, "bank", evidence=source),
    }
    changes = [change("timeframe" if timeframe.origin == "therapist" else "timeframe_blank")]
    added = parts["condition"].text.removeprefix(bank.condition).strip(" ,")
    if added:
        changes.append(change("supports", supports=added))
    if measure and parts["criterion"].facts:
        changes.append(change("criterion", baseline=measure.text))
    if measure:
        changes.append(change("baseline"))
    return parts, changes


def _condition(observation: Observation, bank: BankGoal, told: Sequence[Statement]) -> Part:
    """The bank's condition with the supports and the setting of the jot that it does not hold yet."""
    supports = [name for name in supports_of(observation, told, words_of(observation.jot)) if not _holds(bank, name)]
    setting = setting_of(observation, told)
    setting = "" if not setting or _holds(bank, setting) or _is_placed(bank.condition) else setting
    text = with_supports(bank.condition, supports, setting)
    ids = tuple(item.id for item in told) if text != bank.condition else ()
    return Part(text, "bank", ids, evidence=(bank.id,))


def _criterion(bank: BankGoal, measure: Measure | None) -> Part:
    beyond = target(measure) if measure else ""
    if measure and beyond:
        return Part(beyond, "proposed", (measure.statement.id,), measure.facts)
    return Part(bank.criterion, "proposed", evidence=(bank.id,))


def _is_placed(condition: str) -> bool:
    """Whether the bank's condition says already where or when it holds; a second place would contradict it."""
    return (
        re.search(r"\b(?:in|at|during|on|from|before|after|between|outside|beside|when)\b", condition, re.I) is not None
    )


def _holds(bank: BankGoal, phrase: str) -> bool:
    """Whether the goal speaks of it already: its last word, in any number."""
    return phrase.lower().split()[-1].rstrip("s") in bank.text.lower()


def variants_of(bank: BankGoal, parts: dict[GoalPart, Part]) -> dict[str, str]:
    """The same goal with more support, and as a stretch."""
    added = parts["condition"].text.removeprefix(bank.condition)
    more = Part(bank.more_support + added, "bank")
    stretch = parts["criterion"] if parts["criterion"].facts else Part(bank.stretch, "proposed")
    return {
        "more_support": assembled(bank, {**parts, "condition": more})[0],
        "stretch": assembled(bank, {**parts, "criterion": stretch})[0],
    }
