"""A goal on the act that the jot itself measured, in the therapist's words, where no bank goal is for that act.

A therapist rather takes a plain goal on her own concern than a well-made one on another. Behaviour and baseline are
the jot's; criterion and method are proposals, from data/own_goals.toml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from ..domain import Area, Clause, GoalPart, Observation, Statement
from ..language import words_of
from ..language.tables import rules
from .adapting import Part
from .bank_parts import timeframe_of
from .english import in_english
from .measures import Measure
from .supports import setting_of, subject_of, supports_of, topic_of
from .targets import beyond_time, target


@dataclass(frozen=True, slots=True)
class OwnAct:
    """An act in the jot's words, the statement it was read from, and its measure where it has one."""

    text: str
    statement: Statement
    measure: Measure | None = None
    failing: bool = False  # a difficulty with it was named or seen


@dataclass(frozen=True, slots=True)
class OwnGoal:
    """The sentence with its clauses, the same with more support and as a stretch, and the reason behind it."""

    text: str
    clauses: tuple[Clause, ...]
    variants: dict[str, str]
    reason: str


def own_goal(observation: Observation, told: Sequence[Statement], area: Area, act: OwnAct) -> OwnGoal | None:
    """The goal on the act; None where only the therapist can say what lies beyond the measure."""
    act = replace(act, text=in_english(_of_topic(observation, told, act.text)))
    criterion = _beyond(act.measure, act.text) if act.measure else str(rules("own_goals")["levels"]["unmeasured"])
    if not criterion or not act.text:
        return None
    ids, facts = (act.statement.id,), act.measure.facts if act.measure else ()
    parts: dict[GoalPart, Part] = {
        "timeframe": timeframe_of(observation),
        "condition": _condition(observation, told, area, act),
        "behavior": Part(act.text, "inferred", ids, facts),
        "criterion": Part(criterion, "proposed", ids if facts else (), facts),
        "method": Part(_method(act.text, criterion, observation), "proposed"),
    }
    text, clauses = sentence(parts)
    variants = {
        "more_support": sentence({**parts, "condition": with_more_support(parts["condition"])})[0],
        "stretch": sentence({**parts, "criterion": Part(stretched(criterion), "proposed")})[0],
    }
    return OwnGoal(text, clauses, variants, rules("own_goals")["reasons"][area])


def with_more_support(condition: Part) -> Part:
    """The condition with a model by an adult first."""
    return Part(", ".join(filter(None, [condition.text, _text("more_support")])), "proposed")


def _of_topic(observation: Observation, told: Sequence[Statement], act: str) -> str:
    """`complete the steps` says nothing without of what; empty where the jot does not say it either."""
    if not re.fullmatch(r"complete the (?:steps|tasks|items|parts)", act):
        return act
    topic = _before_equals(told) or subject_of(observation, told, words_of(observation.jot))
    return f"{act} of {topic}" if topic else act if place_of(observation, told) else ""


def _before_equals(told: Sequence[Statement]) -> str:
    """`Menstrual care = 9 steps`: what the steps are of."""
    named = re.match(r"([A-Za-z][a-z]+(?: [a-z]+)?) = \d", told[0].text) if told else None
    return named[1].lower() if named else ""


def _text(name: str, **values: str) -> str:
    text: str = rules("own_goals")["text"][name]
    return text.format(**values)


def sentence(parts: dict[GoalPart, Part]) -> tuple[str, tuple[Clause, ...]]:
    """`By ____, during math, the student will ..., in 4 of 5 steps, as tallied ...`."""
    text, clauses = "", []
    for name in ("timeframe", "condition", "behavior", "criterion", "method"):
        part = parts[name]
        if not part.text:
            continue
        text += "" if not text else ", the student will " if name == "behavior" else ", "
        said = part.text if text else part.text[:1].upper() + part.text[1:]
        clauses.append(
            Clause("", name, said, part.origin, part.statements, part.facts, (), len(text), len(text) + len(part.text))
        )
        text += said
    return f"{text}.", tuple(clauses)


def _beyond(measure: Measure, act: str) -> str:
    """A criterion beyond the measure: more of a share or pace, longer or sooner by what the act is."""
    count = re.match(r"(\d+)(?:-\d+)? (.+)", measure.value)
    if measure.kind == "percent" and re.search(r"accura|correct", measure.text):
        share = re.search(r"\d+", target(measure))
        return _text("accuracy", percent=share[0]) if share else ""
    if measure.kind == "pace" and count:
        time = re.sub(r"^in ", "", count[2])
        return _text("pace", count=f"{ceil(int(count[1]) * 1.5)}", time=time)
    if measure.kind == "level":
        return _less_help(measure)
    if measure.kind == "duration":
        return beyond_time(replace(measure, course=_course(act) or measure.course))
    return target(measure)


def _less_help(measure: Measure) -> str:
    """One step less of the help that was needed; half as many cues."""
    levels = rules("own_goals")["levels"]
    cues = re.fullmatch(r"(\d+)(?:-\d+)? (.*?)s?", measure.value)
    if cues:
        left = int(cues[1]) // 2
        level = f"{left} {cues[2]}{'' if left == 1 else 's'}" if left else ""
    else:
        level = levels["steps"].get(measure.value, "")
    return str(levels["text"].format(level=level)) if level else ""


def _course(act: str) -> Literal["", "longer", "sooner"]:
    """Whether the act should last or be done with, by its verb."""
    verbs = rules("own_goals")["verbs"]
    first = act.split()[0]
    return "longer" if first in verbs["longer"] else "sooner" if first in verbs["sooner"] else ""


def place_of(observation: Observation, told: Sequence[Statement]) -> str:
    """Where or in which activity the jot places the concern; empty where it does not say."""
    return topic_of(observation, told, words_of(observation.jot)) or setting_of(observation, told)


_PLACES = ("setting", "routine", "activity", "subject", "event")
"""Kinds of noun (nouns.csv) that place the work themselves: `sit with the class` still needs to be told where."""


def _condition(observation: Observation, told: Sequence[Statement], area: Area, act: OwnAct) -> Part:
    """Where the jot places the work, with what helps there, and without what the measure was without."""
    words = words_of(observation.jot)
    place = place_of(observation, told)
    said = any(len(word) > 3 and word in act.text for word in place.split())
    said = said or (not place and any(word.kind in _PLACES for word in words_of(act.text)))
    usual = _text("at_work") if at_work(observation) else str(rules("own_goals")["places"][area])
    bare = place.endswith("classroom") and usual.startswith("during")  # a room alone names no work
    setting = "" if said else f"{usual} {place}" if bare else place or usual
    supports = [name for name in supports_of(observation, told, words) if name not in act.text]
    *first, last = supports or [""]
    listed = f"with {', '.join(first)} and {last}" if first else f"with {last}" if last else ""
    without = re.search(
        r"\bwithout [\w' -]+?(?= (?:on|in|at|during|from)\b|[,;.]|$)", act.measure.text if act.measure else ""
    )
    text = ", ".join(filter(None, [setting, listed, without[0] if without else ""]))
    known = bool(place or supports or without)
    return Part(text, "observed" if known else "proposed", tuple(item.id for item in told) if known else ())


def at_work(observation: Observation) -> bool:
    """Whether the jot tells of a worksite."""
    words = next(row["words"] for row in rules("own_goals")["method"] if row["by"] == "jot")
    return any(re.search(rf"\b{re.escape(word)}s?\b", observation.jot.lower()) for word in words)


def _method(act: str, criterion: str, observation: Observation) -> str:
    """Who counts, by the place of the work, by what is counted or by the verb."""
    texts = {"jot": observation.jot.lower(), "criterion": criterion, "verb": act.split()[0]}
    for row in rules("own_goals")["method"]:
        words = [rf"\b{re.escape(word)}(?:s|es)?\b" for word in row["words"]]
        if not words or any(re.search(word, texts[row["by"]]) for word in words):
            return str(row["text"])
    return ""


def stretched(criterion: str) -> str:
    """The whole of the share; longer or sooner stays as it is."""
    share = re.search(r"(\d+) of (\d+)", criterion)
    return criterion.replace(share[0], f"{share[2]} of {share[2]}") if share else criterion
