"""Which statements of a concern tell of its need: by what they are like, and by what is read in them.

The weights in data/focus.toml were fitted (logistic regression) to 250 jots whose statements had been marked as need or
not by readers who knew no rule. On jots left out they are right for 79.5 % of statements (tests/bench/learn_focus.py),
the rules alone for 74 %.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from ..domain import Area, Concern, Observation, OutOfScope, Statement
from ..language import within, words_of
from ..language.tables import rules
from .concerns import eligible
from .needs import is_help, is_praise, is_result, is_set_aside, kind_of
from .recognising import Recognised, Recogniser
from .units import Unit, units

MOST = 3
"""Statements of need that speak for a concern: what a jot says first is what the first goal is to be about."""


@dataclass(frozen=True, slots=True)
class Focus:
    """The statements that tell of the need, the first few of which speak for it; and what each statement is like."""

    need: tuple[Statement, ...]
    seen: Mapping[str, Recognised]

    @property
    def first(self) -> tuple[Statement, ...]:
        """The first few, up to one that says it is about something else."""
        also = next((at for at, item in enumerate(self.need) if at and _opens_another(item)), MOST)
        return self.need[: min(also, MOST)]


def focus(observation: Observation, concern: Concern, recognise: Recogniser) -> Focus:
    """The statements of the concern that likely tell of its need; all of them where none does."""
    told = [item for item in observation.statements if item.id in concern.statements]
    kinds = kinds_of(observation, told)
    seen = dict(zip([item.id for item in told], recognise([item.text for item in told]), strict=True))
    likely = {item.id: need(observation, item, kinds.get(item.id, ""), seen[item.id]) for item in told}
    needs = tuple(item for item in told if likely[item.id] > 0.5)
    return Focus(needs or tuple(told), seen)


def _opens_another(statement: Statement) -> bool:
    text = statement.text.lower()
    return any(re.match(rf"\W*{word}\b", text) for word in rules("focus")["also"]["words"])


def recognised(observation: Observation, recognise: Recogniser, areas: Mapping[str, Area]) -> tuple[Concern, ...]:
    """One concern of the statements that are like jotted needs, for a jot whose own words name no area; `areas` are the
    goals'. Empty where nothing is."""
    if observation.out_of_scope or any(notice.kind == "clinic" for notice in observation.notices):
        return ()
    told = eligible(observation)
    kinds, seen = kinds_of(observation, told), recognise([item.text for item in told])
    if any(like.around.get("care", 0.0) >= _DENIED for like in seen):
        return ()
    likely = [
        (item, like)
        for item, like in zip(told, seen, strict=True)
        if like.need >= _PLAIN
        and need(observation, item, kinds.get(item.id, ""), like) > _LIKELY
        and not (is_praise(item.text.lower()) and not _is_measured(observation, item))
    ]
    if not likely:
        return ()
    nearest = Counter(areas[goal] for _, like in likely[:MOST] for goal in list(like.goals)[:_GOALS])
    statements = tuple(item.id for item, _ in likely)
    return (Concern("k1", nearest.most_common(1)[0][0], statements, ". ".join(item.text for item, _ in likely)),)


_PLAIN, _GOALS = 0.45, 8
"""Cosine from which a statement is like a need at all, and how many of the nearest goals name the area."""
_LIKELY, _DENIED = 0.38, 0.6
"""How likely a statement has to tell of a need where no other words of the jot do; and the cosine from which one says
that school sees no problem."""


def referred(observation: Observation, recognise: Recogniser) -> Observation:
    """The observation with a referral where a sentence is plainly another team member's matter and none was read."""
    if observation.out_of_scope is not None:
        return observation
    named = _named_beside(observation.jot)
    if named is not None:
        return replace(observation, out_of_scope=named)
    told = eligible(observation)
    for item, like in zip(told, recognise([item.text for item in told]), strict=True):
        row = next((row for row in rules("focus")["staff"] if row["jotted"] == like.staff), None)
        likeness = like.around.get("other_staff", 0.0)
        if row and likeness >= row["from"] and likeness > like.need + _MORE:
            return replace(observation, out_of_scope=_scope(row["topic"], item.start, item.end))
    return observation


def _scope(name: str, start: int, end: int) -> OutOfScope:
    topic = next(topic for topic in rules("out_of_scope")["topic"] if topic["id"] == name)
    return OutOfScope(topic["reason"], topic["refer_to"], start, end)


def _named_beside(jot: str) -> OutOfScope | None:
    """`also artic /r/ still, mom asking`: another's matter that a sentence names beside a wish."""
    for sentence in re.finditer(r"[^.;!?\n]+", jot):
        if re.search(rules("focus")["wishes"]["said"], sentence[0].lower()) is None:
            continue
        for row in rules("focus")["beside"]:
            found = re.search(row["said"], sentence[0].lower())
            if found is not None:
                return _scope(row["topic"], sentence.start() + found.start(), sentence.start() + found.end())
    return None


_MORE = 0.03
"""How much more a sentence has to be like another's matter than like a need."""


def need(observation: Observation, statement: Statement, kind: str, seen: Recognised) -> float:
    """How likely a statement tells of a need, 0 to 1; `kind` is what the rules say of its sentence."""
    weights: Mapping[str, float] = rules("focus")["weights"]
    told = told_of(observation, statement, kind, seen)
    points = weights["always"] + sum(weights.get(name, 0.0) * value for name, value in told.items())
    return 1 / (1 + exp(-points))


def told_of(observation: Observation, statement: Statement, kind: str, seen: Recognised) -> dict[str, float]:
    """What is weighed of a statement: cosines, and 1 for what holds of it."""
    words = within(words_of(observation.jot), statement.start, statement.end)
    return {
        "need": seen.need,
        **{str(around): cosine for around, cosine in seen.around.items()},
        "rather_strength": max(0.0, seen.around.get("strength", 0.0) - seen.need),
        "rather_other": max(0.0, seen.other - seen.need),
        f"rule_{kind}": 1.0,
        f"role_{statement.role}": 1.0,
        "measured": float(_is_measured(observation, statement)),
        "helped": float(any(map(is_help, words))),
    }


def _is_measured(observation: Observation, statement: Statement) -> bool:
    words = within(words_of(observation.jot), statement.start, statement.end)
    return any(map(is_result, words))


def kinds_of(observation: Observation, told: Sequence[Statement]) -> dict[str, str]:
    """Statement id -> the kind of its sentence by the rules of needs.py."""
    found: dict[str, str] = {}
    for unit in units(observation, told, words_of(observation.jot)):
        kind = _kind(observation, unit)
        found |= {item.statement.id: kind for item in unit}
    return found


def _kind(observation: Observation, unit: Unit) -> str:
    return "set_aside" if is_set_aside(observation, unit) else kind_of(observation, unit)
