"""A whole goal: a bank goal adapted to this student, or one in the jot's own words, with baseline and reason."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain import BankGoal, Concern, Goal, GoalType, Observation, PracticePassage, Statement
from ..language.tables import rules
from .adapting import assembled
from .bank_parts import parts_of, variants_of
from .finishing import finished
from .measures import Measure
from .objectives import objectives_of
from .own_goals import OwnAct, own_goal
from .telling_acts import area_of


def adapted(
    observation: Observation,
    bank: BankGoal,
    told: Sequence[Statement],
    measure: Measure | None,
    passage: PracticePassage | None,
) -> Goal:
    """The bank's goal with what the jot and the therapist change in it."""
    parts, changes = parts_of(observation, bank, told, measure)
    text, clauses = finished(assembled(bank, parts), observation, measure, (bank.reason, bank.id), passage)
    return Goal(
        type=type_of(observation),
        area=bank.area,
        text=text,
        clauses=clauses,
        variants=variants_of(bank, parts),
        objectives=objectives_of(observation, bank, measure),
        bank_goal=bank.id,
        changes=tuple(changes),
    )


def in_own_words(
    observation: Observation,
    concern: Concern,
    told: Sequence[Statement],
    act: OwnAct,
    passage: PracticePassage | None,
) -> Goal | None:
    """The goal on the jot's own act; None where only the therapist can say what lies beyond its measure."""
    area = area_of(act.text, concern.area)
    own = own_goal(observation, told, area, act)
    if own is None:
        return None
    text, clauses = finished((own.text, own.clauses), observation, act.measure, (own.reason, ""), passage)
    changes = (rules("own_goals")["text"]["change"],)
    return Goal(type_of(observation), area, text, clauses, own.variants, (), None, changes)


def type_of(observation: Observation) -> GoalType:
    """An intervention target for RTI and MTSS, else a goal."""
    plan = (observation.context.plan or "").upper()
    return "intervention_target" if plan in ("RTI", "MTSS", "RTI/MTSS") else "goal"
