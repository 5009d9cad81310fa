"""Which act of a concern a goal in the jot's own words would be on: the measured one, else one wished for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..domain import Area, Concern, Observation, Statement
from ..language import words_of
from ..language.areas import support
from ..language.lexicon import lexicon
from ..language.tables import rules
from .baselines import measured_act
from .measures import Measure
from .needs import ENOUGH
from .own_goals import OwnAct
from .wishes import wished


def own_act(
    observation: Observation, concern: Concern, told: Sequence[Statement], held: Sequence[Measure]
) -> OwnAct | None:
    """The first act of the concern that its words name plainly; None where they name none."""
    ordered = sorted(held, key=lambda item: (item.kind == "level", "alone" not in item.text, item.statement.start))
    measured = (OwnAct(act, item.statement, item) for item in ordered if (act := _act(observation, concern, item)))
    wishes = (
        OwnAct(wish.act, wish.statement, failing=wish.failing)
        for wish in wished(observation, told, words_of(observation.jot))
    )
    told_of = (replace(act, text=sound(act.text)) for act in (*measured, *wishes))
    return next((act for act in told_of if act.text and _is_of(concern, act)), None)


def sound(act: str) -> str:
    """The act without a stretch of time and words that lead nowhere; empty where it does not begin as an act does."""
    text = re.sub(rules("own_goals")["act"]["times"], "", act)
    words = list(words_of(text))
    while words and words[-1].tag in "pdsc":
        words.pop()
    entries = lexicon().lookup(words[0].source) if words else ()
    if not words or (entries and not any(entry.tag == "b" for entry in entries)):
        return ""
    if len(words) == 1 and len(words_of(text)) > 1:
        return ""
    broken = any(word.tag == "d" and after.tag in "ps" for word, after in pairwise(words))
    bare = words[-1].source.lower() in rules("own_goals")["act"]["bare"]
    return "" if broken or bare else text[: words[-1].end].strip()


def _act(observation: Observation, concern: Concern, measure: Measure) -> str:
    """The measured act; of a body part alone, what is done with the instrument that the concern names."""
    act = measured_act(observation, measure)
    nouns = [word for word in measure.body if word.tag == "n" and word.kind != "time"]
    if act or measure.kind != "ratio" or not nouns or any(word.kind != "body" for word in nouns):
        return act
    tools = rules("own_goals")["instruments"]
    return next((str(said) for tool, said in tools.items() if tool in concern.query.lower()), "")


def _is_of(concern: Concern, act: OwnAct) -> bool:
    """Whether the act is of the concern: its words speak for an area that the rest speaks for too, or for none."""
    if act.text.split()[0] in rules("own_goals")["staying"]["verbs"]:
        return True  # where one stays is named by the place, whatever its area
    scores = support(words_of(act.text))
    best = max(scores, key=lambda area: scores[area])
    near = (concern.area, *rules("concerns")["neighbours"][concern.area])
    others = concern.query.replace(act.statement.text, " ").strip(" .,;")
    rest = support(words_of(others))
    return not others or scores[best] < ENOUGH or rest[best] > 0 or any(scores[area] for area in near)


def area_of(act: str, main: Area) -> Area:
    """The area that the words of an act plainly speak for; to stay or sit is attention, unless a near area is meant."""
    scores = support(words_of(act))
    best = max(scores, key=lambda area: scores[area])
    staying = rules("own_goals")["staying"]
    if act.split()[0] in staying["entering"]:
        return main if main in staying["areas"] else "access"
    if act.split()[0] in staying["verbs"]:
        return main if main in staying["areas"] else "attention"
    return main if scores[main] or scores[best] < ENOUGH else best
