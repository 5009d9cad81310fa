"""Short-term objectives, where they are asked for: steps from the baseline to the criterion."""

from __future__ import annotations

from ..domain import BankGoal, Objective, Observation
from .measures import Measure
from .targets import target

_YES = frozenset({"yes", "y", "true", "1", "on"})


def asked_for(observation: Observation) -> bool:
    """Whether short-term objectives are wanted."""
    return (observation.context.objectives or "").strip().lower() in _YES


def objectives_of(observation: Observation, bank: BankGoal, measure: Measure | None) -> tuple[Objective, ...]:
    """The bank's ladder; off unless asked for, since federal law asks for them only with alternate assessments.

    A ladder that climbs to the bank's criterion would not climb to one set in the jot's own measure, so that then
    only the steps that name a support are kept. Source: 34 CFR 300.320(a)(2)(ii).
    """
    if not asked_for(observation):
        return ()
    steps = bank.objectives
    if measure is not None and target(measure):
        steps = tuple(step for step in steps if not any(char.isdigit() for char in step)) or steps[:0]
    return tuple(Objective(step) for step in steps)
