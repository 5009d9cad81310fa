"""One goal that asks for two things -> two goals, each with one behavior."""

from __future__ import annotations

import re
from dataclasses import replace

from ..domain import Goal
from ..goaltext import second_act
from ..language.lexicon import lexicon
from .means import Draft, Edited, Outcome, unable
from .splicing import of_role, replaced

_JOINT = re.compile(r",?\s+(?:and then|and|then)\s+(?=(?P<verb>[a-z]+)\b)")


def split(draft: Draft) -> Outcome:
    """The first act stays; the second becomes a goal of its own, without the baseline, which is of both."""
    if not isinstance(draft, Goal):
        return unable("not_in_note", part="goal to split")
    behavior = next(iter(of_role(draft, "behavior")), None)
    cut = _second(behavior.text) if behavior else None
    if behavior is None or cut is None:
        return unable("one_act")
    first, second = behavior.text[: cut.start()], behavior.text[cut.end() :]
    other = replaced(draft, behavior, second)
    assert isinstance(other, Goal)
    return Edited(
        replaced(draft, behavior, first),
        f"this goal is to {first}, a second one to {second}",
        others=(_without_measures(other),),
        asks=("second_goal",),
    )


def _second(text: str) -> re.Match[str] | None:
    """Where the second act is joined: as goals are read, or, since the therapist asks for it, before any verb."""
    found = [match for match in _JOINT.finditer(text) if lexicon().verb(match["verb"])]
    at = second_act(text)
    return next((match for match in found if match.end() == at), found[0] if found else None)


def _without_measures(goal: Goal) -> Goal:
    goal = replace(goal, objectives=(), variants={})
    for clause in of_role(goal, "baseline"):
        edited = replaced(goal, clause, "Baseline: ____.", "blank")
        assert isinstance(edited, Goal)
        goal = edited
    return goal
