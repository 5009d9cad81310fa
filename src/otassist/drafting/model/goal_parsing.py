"""A model's answer -> goals, each the composer's with other words in the places of its clauses.

The sentence around the clauses, the baseline, the timeframe and the reason stay the composer's. A goal the model leaves
out stays as it was proposed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...domain import Clause, Finding, Goal, Observation, Origin
from ...language.tables import rules
from ..schemas import GOAL_ROLES
from .answered import Given, goals_of
from .failures import failure
from .findings import Fault, findings
from .grounding import foreign_numbers, foreign_words, same_numbers

_ORIGINS: dict[str, Origin] = {"observed": "observed", "bank": "bank", "practice": "practice", "inferred": "inferred"}


@dataclass(frozen=True, slots=True)
class GoalGrounds:
    """What goals may rest on: the composer's goals by proposal id, the jot, and the passages offered by id."""

    proposals: Mapping[str, Goal]
    observation: Observation
    passages: Mapping[str, str]

    @property
    def statements(self) -> set[str]:
        return {item.id for item in self.observation.statements if item.role not in ("instruction", "header")}

    @property
    def facts(self) -> set[str]:
        return {item.id for item in self.observation.facts if item.statement in self.statements}

    def passage(self, identity: str, goal: Goal) -> str | None:
        """A passage that may be cited: one that was offered, or one that the proposal rests on."""
        cited = {item for clause in goal.clauses for item in clause.evidence}
        return self.passages.get(identity, "" if identity in cited else None)


def goals_from(answer: Mapping[str, Any], grounds: GoalGrounds) -> dict[str, tuple[Goal, tuple[Finding, ...]]]:
    """Proposal id -> the goal in the model's words with what is invented in it. Raises ModelFailure."""
    found: dict[str, tuple[Goal, tuple[Finding, ...]]] = {}
    for identity, given in goals_of(answer, GOAL_ROLES):
        if identity not in grounds.proposals or identity in found:
            raise failure("wrong_shape")
        if given:
            found[identity] = _goal(grounds.proposals[identity], given, grounds)
    return found


def _goal(proposed: Goal, given: Sequence[Given], grounds: GoalGrounds) -> tuple[Goal, tuple[Finding, ...]]:
    changed: dict[str, Clause] = {}
    faulty: dict[str, list[Fault]] = {}
    extra: list[Fault] = []
    for item in given:
        slot = next((c for c in proposed.clauses if c.role == item.place and c.id not in faulty), None)
        if slot is None:
            extra.append(("no_place", item.place))
            continue
        clause = _clause(item, slot, proposed, grounds)
        faulty[slot.id] = [] if clause == slot else list(_faults(item, clause, slot, proposed, grounds))
        if clause != slot:
            changed[slot.id] = clause
    goal = _reworded(proposed, changed) if changed else proposed
    placed = {clause.id: clause for clause in goal.clauses}
    told = [(placed[identity], faults) for identity, faults in faulty.items()]
    return goal, findings([*told, (goal.clauses[0], extra)] if goal.clauses else told)


def _clause(given: Given, slot: Clause, proposed: Goal, grounds: GoalGrounds) -> Clause:
    """The clause in its slot, with the slot's capital and full stop and the ids that exist; a blank stays one."""
    text = given.text.rstrip(". ") if not slot.text.endswith(".") else f"{given.text.rstrip('. ')}."
    if text:
        text = (text[0].upper() if slot.text[:1].isupper() else text[0].lower()) + text[1:]
    if slot.origin == "blank" or text.lower() == slot.text.lower() or not text.strip(". "):
        return slot
    return replace(
        slot,
        text=text,
        origin=_origin(given, text, slot, grounds),
        statements=tuple(item for item in given.statements if item in grounds.statements),
        facts=tuple(item for item in given.facts if item in grounds.facts),
        evidence=tuple(item for item in given.evidence if grounds.passage(item, proposed) is not None),
    )


def _origin(given: Given, text: str, slot: Clause, grounds: GoalGrounds) -> Origin:
    """What the model says it is, but for a criterion; observed is only what the statements it cites say.

    Words of the bank beside the jot's stay the bank's: a number among them is not the student's.
    """
    if slot.role == "criterion":
        return "proposed"
    claimed = _ORIGINS.get(given.origin, "proposed")
    told = [item.text for item in grounds.observation.statements if item.id in given.statements]
    borne = not (list(foreign_words(text, told, "goal", levels=True)) or foreign_numbers(text, told))
    return claimed if claimed != "observed" or borne else slot.origin


def _faults(given: Given, clause: Clause, slot: Clause, proposed: Goal, grounds: GoalGrounds) -> Iterator[Fault]:
    yield from (("unknown_source", item) for item in given.statements if item not in grounds.statements)
    yield from (("unknown_source", item) for item in given.facts if item not in grounds.facts)
    yield from (("unknown_source", item) for item in given.evidence if grounds.passage(item, proposed) is None)
    if not (clause.statements or clause.evidence):
        yield "no_source", ""
    cited = [grounds.passage(item, proposed) or "" for item in clause.evidence]
    sources = [grounds.observation.jot, *(item.text for item in proposed.clauses), *cited]
    yield from (("foreign_words", word.source) for word in foreign_words(clause.text, sources, "goal", levels=True))
    if clause.role == "criterion":
        if not same_numbers(clause.text, slot.text):
            yield "changed_target", clause.text
    else:
        yield from (("invented_number", number) for number in foreign_numbers(clause.text, sources))


def _reworded(proposed: Goal, changed: Mapping[str, Clause]) -> Goal:
    """The goal with the clauses in their places, and the same words in the variants that have them."""
    text, moved, clauses = proposed.text, 0, list[Clause]()
    variants = dict(proposed.variants)
    for clause in sorted(proposed.clauses, key=lambda item: item.start):
        new = changed.get(clause.id, clause)
        start, end = clause.start + moved, clause.end + moved
        if new is not clause:
            text = text[:start] + new.text + text[end:]
            moved += len(new.text) - (clause.end - clause.start)
            variants = {name: said.replace(clause.text, new.text, 1) for name, said in variants.items()}
        clauses.append(replace(new, start=start, end=start + len(new.text)))
    in_order = {clause.id: clause for clause in clauses}
    return replace(
        proposed,
        text=text,
        clauses=tuple(in_order[clause.id] for clause in proposed.clauses),
        variants=variants,
        changes=(*proposed.changes, rules("model")["notices"]["reworded"]),
        findings=(),
    )
