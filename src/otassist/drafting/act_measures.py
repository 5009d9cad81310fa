"""Which measure of a sentence is one of the named act, and the criterion that lies beyond it.

A measure counts only where the words beside it name no other act, and in the form that the act is measured in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil

from ..domain import Notice, Observation, Statement
from ..language import within, words_of
from ..language.tables import rules
from .measures import Measure, measures
from .named_acts import Named
from .recording import spelt_out
from .school_acts import SchoolAct, matches, touched
from .targets import beyond_time, target
from .tellable import is_of_others, is_strength, told_whole


def act_measure(observation: Observation, named: Named) -> Measure | None:
    """The measure of the act with where better lies, as it stands in the jot; None where all measure else."""
    counts = list(_of_counts(observation, named))
    counted = {item.statement.id for item in counts}
    held = [
        item
        for item in _of_quantities(observation, named)
        if item.statement.id not in counted or item.kind != "duration"
    ]
    best = min([*held, *counts], key=lambda item: _rank(item, named), default=None)
    return replace(best, text=_as_jotted(best)) if best is not None else None


def _as_jotted(measure: Measure) -> str:
    """The measure as jotted where spelling out left letters in quotation marks or guessed; no `but` in front."""
    odd = re.search(r'"\w{1,2}"|complained of', measure.text) is not None or measure.statement.actor == "other_staff"
    text = measure.statement.text if odd else measure.text
    return re.sub(r"^(?:but|so|and|then|also)\b[ ,]*", "", text, flags=re.IGNORECASE)


def criterion(act: SchoolAct, measure: Measure | None) -> str:
    """What is proposed: beyond the measure in its own form, else what is usual for the act."""
    beyond = _beyond(act, measure) if measure is not None else ""
    return beyond or act.usual


def _beyond(act: SchoolAct, measure: Measure) -> str:
    if measure.kind == "duration":
        return beyond_time(measure)
    pace = re.fullmatch(r"(\d+) (?:in )?(.+)", measure.value) if measure.kind == "pace" else None
    if pace is not None:
        time = re.sub(r"^in ", "", pace[2])
        return str(rules("own_goals")["text"]["pace"]).format(count=ceil(int(pace[1]) * 1.5), time=time)
    if measure.kind == "level":
        level = str(rules("own_goals")["levels"]["steps"].get(measure.value, ""))
        return f"with no more than {level}, {_usual_share(act)}" if level else ""
    if measure.unit in (rules("goal_wording")["units"]["without"], "xs") and act.unit:
        measure = replace(measure, unit=act.unit)
    return _as_usual(act, target(measure))


def _usual_share(act: SchoolAct) -> str:
    """`for 4 of 5 buttons`, as the act is usually counted."""
    found = re.search(rf"\b(in|on|for|with|to|after|at) \d+ of \d+ {act.unit}", act.usual)
    led = "on" if act.unit.split()[-1] in rules("goal_wording")["units"]["on"] else "for"
    return found[0] if found else f"{led} 4 of 5 {act.unit}"


def _usual_stretch(act: SchoolAct) -> str:
    """` on a page`, as what should become less is usually counted; else the share of times."""
    found = re.search(r"no more than \d+ .+?( (?:on|in|a|per) .+)", act.usual)
    return found[1] if found else f", {_usual_share(act)}"


def _as_usual(act: SchoolAct, aim: str) -> str:
    """`in 3 of 4 buttons` with the preposition that the act's unit takes."""
    aim = re.sub(rf"^with (\d+% of {act.unit})$", r"in \1", aim)
    counted = re.fullmatch(rf"(?:in|on) (\d+ of \d+ {act.unit})", aim)
    return f"{_usual_share(act).split()[0]} {counted[1]}" if counted else aim


def _rank(measure: Measure, named: Named) -> tuple[bool, int, int, int]:
    """The statement that names most of the act first, one with an adult beside last; a share before a count or help."""
    touches = touched(measure.statement.text, named.act)
    beside = re.search(rules("named_acts")["spans"]["beside"], measure.statement.text.lower()) is not None
    return (beside, -touches, _KINDS.index(measure.kind), measure.statement.start)


_KINDS = ("ratio", "percent", "pace", "rate", "measure", "duration", "events", "level")


def _of_quantities(observation: Observation, named: Named) -> Iterator[Measure]:
    """The shares, times, paces and levels that the act takes."""
    clinic = [item for item in observation.notices if item.kind == "clinic"]
    for item in measures(observation, named.told, words_of(observation.jot)):
        statement = item.statement
        if _is_of_another(statement, named.act) or not _is_students(statement, named.act):
            continue
        item = _of_steps(told_whole(observation, item))
        if is_of_others(item) or _within(statement, clinic):
            continue
        read = _read(item, named.act)
        if read is not None and not is_strength(read, named.told):
            yield read


def _is_students(statement: Statement, act: SchoolAct) -> bool:
    """Whether the student did it; one who was read as somebody else by an abbreviation names the act all the same."""
    return statement.actor in ("student", "environment") or (
        statement.actor in ("other_staff", "therapist") and touched(statement.text, act) > 1
    )


def _of_steps(measure: Measure) -> Measure:
    """`8 steps: does 3` is three of eight."""
    found = re.search(rules("named_acts")["counted"]["steps"], measure.statement.text.lower())
    if measure.kind != "number" or found is None or int(found["done"]) >= int(found["n"]):
        return measure
    return replace(measure, kind="ratio", value=f"{found['done']}/{found['n']}", unit=found["what"])


def _within(statement: Statement, notices: Sequence[Notice]) -> bool:
    """Whether the statement is one of the body."""
    return any((item.start or 0) < statement.end and statement.start < (item.end or 0) for item in notices)


def _is_of_another(statement: Statement, act: SchoolAct) -> bool:
    """Whether the statement by itself names another act and not this one: `zip c set-up` beside buttons."""
    own = touched(statement.text, act)
    general = rules("named_acts")["general"]["acts"]
    others = [match for match in matches(statement.text) if match.act != act and match.act.act not in general]
    return any(match.groups > own for match in others)


def _read(measure: Measure, act: SchoolAct) -> Measure | None:
    """The measure as one of the act; None where the act is not measured so."""
    minutes = re.search(r"\b(?:minute|second|hour)", measure.value) is not None
    if measure.kind in ("ratio", "percent"):
        return _share(measure, act, minutes=minutes)
    if measure.kind == "duration":
        return _time(measure, act)
    if measure.kind in ("pace", "rate", "measure"):
        paced = "p" in act.takes and not measure.fewer
        return measure if paced and _beyond(act, measure) else None
    if measure.kind == "level" and "a" in act.takes:
        refused = re.search(rules("named_acts")["spans"]["refused"], measure.statement.text.lower()) is not None
        return measure if _beyond(act, measure) and not refused else None
    return None


def _share(measure: Measure, act: SchoolAct, *, minutes: bool) -> Measure | None:
    text = measure.text.lower()
    said = rules("named_acts")
    if minutes and ("l" not in act.takes or re.search(said["elsewhere"]["pattern"], text)):
        return None
    if not minutes and "s" not in act.takes:
        return None
    failing = measure.fewer or re.search(said["failing"]["pattern"], text) is not None
    found = replace(measure, fewer=failing and not _is_good(text))
    if found.kind == "percent" and found.fewer:
        return None if not _beyond(act, found) else found
    return found if _beyond(act, found) else None


def _is_good(text: str) -> bool:
    """`joins 1 of 5 without help`: what was counted went well."""
    return (
        re.search(r"\b(?:without|w/o|no) (?:\w+ )?(?:error|help|prompt|cue|spill|adult|loss|a\b|falling|bump)", text)
        is not None
    )


def _time(measure: Measure, act: SchoolAct) -> Measure | None:
    """The time with where better lies: by the words beside it, else by what the act takes first."""
    text, said = measure.text.lower(), rules("named_acts")
    takes = [letter for letter in act.takes if letter in "lu"]
    if not takes or re.search(said["spans"]["pattern"], measure.statement.text.lower()):
        return None
    until, lasts = (re.search(said[name]["pattern"], text) is not None for name in ("until", "lasting"))
    first = "u" if until and not lasts else "l" if lasts and not until else takes[0]
    if first not in takes:
        first = takes[0]  # `for recess = 9 min` lasts only by its words
    return replace(measure, course="longer" if first == "l" else "sooner", fewer=False)


def _of_counts(observation: Observation, named: Named) -> Iterator[Measure]:
    """`5-6x/d`, `6 redirs/10 min carpet`: a count of what should become less, at most half of which is proposed."""
    for statement in named.told:
        if _is_of_another(statement, named.act) or not _is_students(statement, named.act):
            continue
        value = _fewer(statement.text, named.act) if "e" in named.act.takes else ""
        value = value or _more(statement.text, named.act)
        if value:
            text = spelt_out(list(within(words_of(observation.jot), statement.start, statement.end)))
            kinds = ("measure", "count", "duration", "cue")
            facts = tuple(fact.id for fact in observation.facts_of(statement) if fact.kind in kinds)
            yield Measure(text, statement, facts, "events", value, "", value.startswith("with no"))


def _fewer(text: str, act: SchoolAct) -> str:
    """`with no more than 2 bumps a day`; empty where nothing of the kind was counted."""
    counted = rules("named_acts")["counted"]
    for name in ("bare", "per", "pattern", "leading"):
        found = re.search(counted[name], text.lower())
        if found is None or re.match(r"\d*\s*/\s*\d", text[found.end("n") :]):
            continue
        groups = found.groupdict()
        noun = _noun(groups.get("what") or "", act, counted["nouns"])
        most = int(found["n"]) // 2
        if not noun or most < 1:
            return ""
        stretch = _stretch(groups.get("per") or "", groups.get("short") or "", counted["stretches"])
        return f"with no more than {most} {_number(noun, most)}{_usual_stretch(act) if not stretch else f' {stretch}'}"
    return ""


def _more(text: str, act: SchoolAct) -> str:
    """`12/hr`, `60 ft`: a pace or a way that is to become more."""
    counted, said = rules("named_acts")["counted"], text.lower()
    hourly = re.search(counted["hourly"], said) if "p" in act.takes else None
    if hourly:
        return f"at {ceil(int(hourly['n']) * 1.5)} an hour"
    feet = re.search(counted["feet"], said) if "d" in act.takes else None
    return f"for at least {int(feet['n']) * 2} feet" if feet else ""


def _noun(what: str, act: SchoolAct, nouns: Mapping[str, str]) -> str:
    said = what.strip().rstrip("s")
    named = next((noun for short, noun in nouns.items() if said.startswith(short)), "")
    if named or not said or said in ("x", "time"):
        return named or act.event
    return f"{said}s"


def _number(noun: str, count: int) -> str:
    if count != 1:
        return noun
    first, *rest = noun.split(" or ")
    return " or ".join(
        re.sub(r"^(\w+?)s\b", r"\1", part) if " of " in part else part.removesuffix("s") for part in (first, *rest)
    )


def _stretch(per: str, short: str, stretches: Mapping[str, str]) -> str:
    """`/d` -> a day; `in 20 min seatwork` -> in 20 minutes."""
    said = short or re.sub(r"^(?:/|per|an?|each|every)\s*", "", per.strip())
    minutes = re.match(r"(?:in\s*)?(\d+)[ -]?(?:min\w*|m\b)", said)
    if minutes:
        return f"in {minutes[1]} minutes"
    for name in sorted(stretches, key=len, reverse=True):
        if re.match(rf"(?:in |during )?{name}s?\b", said):
            return stretches[name]
    return ""
