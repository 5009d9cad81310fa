"""A goal on an act of the school day that the jot itself names: its words, its measure, its place.

What the jot is silent on, the usual place, criterion and method of the act fill in; they are proposals.
"""

from __future__ import annotations

import re

from ..domain import Goal, GoalPart, Objective, Observation, PracticePassage
from ..language import words_of
from ..language.tables import rules
from .act_measures import criterion
from .adapting import Part
from .bank_parts import timeframe_of
from .concerns import eligible
from .finishing import finished
from .measures import Measure
from .named_acts import Named
from .objectives import asked_for
from .own_goals import at_work, place_of, sentence, stretched, with_more_support
from .school_acts import SchoolAct
from .supports import setting_of, supports_of
from .whole_goals import type_of


def named_goal(
    observation: Observation, named: Named, measure: Measure | None, passage: PracticePassage | None
) -> Goal:
    """The goal on a named act, with the measure of that act as its baseline or a blank."""
    act = named.act
    ids = tuple(item.id for item in named.told)
    aim = criterion(act, measure)
    beyond = measure if measure is not None and aim != act.usual else None
    parts: dict[GoalPart, Part] = {
        "timeframe": timeframe_of(observation),
        "condition": _condition(observation, named),
        "behavior": Part(act.act, "inferred", ids),
        "criterion": Part(aim, "proposed", (beyond.statement.id,) if beyond else (), beyond.facts if beyond else ()),
        "method": Part(_method(act, aim), "proposed"),
    }
    reason = rules("own_goals")["reasons"][act.area]
    text, clauses = finished(sentence(parts), observation, measure, (reason, ""), passage)
    variants = {
        "more_support": sentence({**parts, "condition": with_more_support(parts["condition"])})[0],
        "stretch": sentence({**parts, "criterion": Part(stretched(aim), "proposed")})[0],
    }
    change = (rules("own_goals")["text"]["change"],)
    steps = rules("named_acts")["objectives"]["steps"] if asked_for(observation) else ()
    objectives = tuple(Objective(step.format(act=act.act)) for step in steps)
    return Goal(type_of(observation), act.area, text, clauses, variants, objectives, None, change)


def _condition(observation: Observation, named: Named) -> Part:
    """Where the jot places the act, else where it usually is done, with what the jot says helps."""
    act, words = named.act, words_of(observation.jot)
    usual = act.place.removeprefix("~")
    if act.place.startswith("~") and at_work(observation) and usual in rules("named_acts")["places"]["of_class"]:
        usual = rules("own_goals")["text"]["at_work"]
    said = _said_place(observation, named) if act.place.startswith("~") else ""
    bare = said.endswith("classroom") and usual.startswith(("during", "when"))
    place = f"{usual} {said}" if bare and " in the " not in usual else said or usual
    vague = rules("named_acts")["supports"]["vague"]
    held = f"{act.act} {place}".lower()
    supports = [
        name
        for name in supports_of(observation, eligible(observation), words)
        if name.lower() not in vague and name.lower().split()[-1].rstrip("s") not in held
    ]
    *first, last = supports or [""]
    listed = f"with {', '.join(first)} and {last}" if first else f"with {last}" if last else ""
    known = bool(said or supports)
    ids = tuple(item.id for item in named.told) if known else ()
    return Part(", ".join(filter(None, [place, listed])), "observed" if known else "proposed", ids)


def _said_place(observation: Observation, named: Named) -> str:
    """The place that the sentence names, else the jot; none at home or elsewhere than at school."""
    usual = named.act.place.removeprefix("~")
    anywhere = usual in rules("named_acts")["places"]["of_class"]
    for said in (place_of(observation, named.told), setting_of(observation, eligible(observation)) if anywhere else ""):
        if said and _is_place(said):
            return said
    return ""


def _is_place(said: str) -> bool:
    """Whether the phrase names a part of the school day: `during bus coat` does not."""
    nouns = [word for word in words_of(said) if word.tag == "n"]
    kinds = rules("named_acts")["places"]["kinds"]
    plain = bool(nouns) and all(word.kind in kinds for word in nouns)
    return plain and re.search(rules("named_acts")["places"]["never"], said) is None


def _method(act: SchoolAct, aim: str) -> str:
    who = rules("named_acts")["who"]
    timed = re.search(r"\b(?:minute|second|hour)s?\b", aim) is not None and act.who != "j"
    return str(who["m" if timed else "tally" if act.who == "m" else act.who])
