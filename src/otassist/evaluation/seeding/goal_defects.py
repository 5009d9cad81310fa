"""The kinds of defect that can be seeded into a drafted goal."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..cases import Case
from .editing import Draft, choice, clause_of, edited, first_that, replaced, without

Goal = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Around:
    """What a defect may draw on: the case, and a goal drafted for a case of other areas."""

    case: Case
    other: Goal | None = None


Spoil = Callable[[Goal, Around], Draft | None]


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    text = (files("otassist.evaluation") / "data" / "defects.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _dropped(role: str) -> Spoil:
    def spoil(goal: Goal, around: Around) -> Draft | None:
        clause = clause_of(goal, role)
        return without(goal, clause) if clause and clause["text"] else None

    return spoil


def _no_condition(goal: Goal, around: Around) -> Draft | None:
    """Every condition goes, with a word that only led to it."""
    changed = dict(goal)
    while clause := clause_of(changed, "condition"):
        changed = without(changed, clause)
    found = re.search(r"\b(?:given|when|during|after|while),? (?=the student)", changed["text"], re.IGNORECASE)
    if found:
        changed = _outside(changed, found.start(), found[0], "")
    return changed if changed["text"] != goal["text"] else None


def _instead(role: str, kind: str) -> Spoil:
    def spoil(goal: Goal, around: Around) -> Draft | None:
        clause = clause_of(goal, role)
        return replaced(goal, clause, choice(_words()[role][kind], around.case.id)) if clause else None

    return spoil


def _clinic_only(goal: Goal, around: Around) -> Draft | None:
    """Another goal altogether, in one clause; its baseline and reason go."""
    text = choice(_words()["whole"]["clinic_only"], around.case.id)
    whole = {**goal["clauses"][0], "id": "c1", "role": "behavior", "start": 0, "end": len(text), "text": text}
    return {**goal, "text": text, "clauses": [{**whole, "origin": "proposed", "evidence": []}]}


def _adult_actor(goal: Goal, around: Around) -> Draft | None:
    behavior = clause_of(goal, "behavior")
    found = re.search(r"\b[Tt]he student(?= will )", goal["text"])
    if not behavior or not found:
        return None
    adult = choice(_words()["words"]["adults"], around.case.id)
    now = adult[0].upper() + adult[1:] if found[0][0] == "T" else adult
    return _outside(goal, found.start(), found[0], now)


def _outside(goal: Goal, place: int, was: str, now: str) -> Draft:
    """An edit between clauses: everything behind it moves."""
    shift = len(now) - len(was)
    clauses = [
        {**item, "start": item["start"] + shift, "end": item["end"] + shift} if item["start"] > place else dict(item)
        for item in goal["clauses"]
    ]
    text = goal["text"]
    return {**goal, "text": text[:place] + now + text[place + len(was) :], "clauses": clauses}


def _invented_baseline(goal: Goal, around: Around) -> Draft | None:
    clause = clause_of(goal, "baseline")
    fresh = first_that(
        lambda text: not _shares_number(text, around.case), _words()["baseline"]["invented"], goal["text"]
    )
    return replaced(goal, clause, f"Baseline: {fresh} (date: ____).") if clause and fresh else None


def _shares_number(text: str, case: Case) -> bool:
    return bool(set(re.findall(r"\d+", text)) & set(re.findall(r"\d+", case.text)))


def _changed_baseline(goal: Goal, around: Around) -> Draft | None:
    clause = clause_of(goal, "baseline")
    found = re.search(r"(?<![\w./])\d+", clause["text"]) if clause else None
    if not clause or not found or clause["origin"] == "blank":
        return None
    held = set(re.findall(r"\d+", around.case.text))
    now = next(str(int(found[0]) + step) for step in range(1, 99) if str(int(found[0]) + step) not in held)
    return edited(goal, clause["id"], found.start(), found[0], now)


def _added_to_baseline(kind: str) -> Spoil:
    def spoil(goal: Goal, around: Around) -> Draft | None:
        clause = clause_of(goal, "baseline")
        end = clause["text"].find(" (date") if clause else -1
        if not clause or end < 0 or clause["origin"] == "blank":
            return None
        return edited(goal, clause["id"], end, "", f", {choice(_words()['baseline'][kind], around.case.id)}")

    return spoil


def _no_progress(goal: Goal, around: Around) -> Draft | None:
    """The target falls below what the student does now; for shares that are to grow."""
    criterion, baseline = clause_of(goal, "criterion"), clause_of(goal, "baseline")
    share = re.compile(r"(\d+) ?(?:of|/) ?(\d+)")
    now = share.search(baseline["text"]) if baseline else None
    aimed = share.search(criterion["text"]) if criterion else None
    if not criterion or not now or not aimed or int(now[1]) < 2 or now[2] == "0":
        return None
    if int(now[1]) / int(now[2]) >= int(aimed[1]) / max(1, int(aimed[2])):
        return None
    return edited(goal, criterion["id"], aimed.start(), aimed[0], f"{int(now[1]) - 1} of {now[2]}")


def _off_target(goal: Goal, around: Around) -> Draft | None:
    """A good goal of the bank, for somebody else."""
    return {**around.other} if around.other and around.other["area"] not in around.case.area else None


def _two_acts(goal: Goal, around: Around) -> Draft | None:
    clause = clause_of(goal, "behavior")
    if not clause:
        return None
    second = choice(_words()["words"]["second_acts"], around.case.id)
    return edited(goal, clause["id"], len(clause["text"]), "", f" and {second}")


def _dated(goal: Goal, around: Around) -> Draft | None:
    clause = clause_of(goal, "timeframe")
    return replaced(goal, clause, choice(_words()["words"]["timeframes"], around.case.id)) if clause else None


def _jargon(goal: Goal, around: Around) -> Draft | None:
    clause = clause_of(goal, "behavior")
    if not clause:
        return None
    return edited(
        goal, clause["id"], len(clause["text"]), "", f" {choice(_words()['words']['jargon'], around.case.id)}"
    )


def _false_citation(goal: Goal, around: Around) -> Draft | None:
    """The reason cites a passage nobody found."""
    cited = [item for item in goal["clauses"] if item["evidence"]]
    if not cited:
        return None
    clauses = [{**item, "evidence": ["no-such-passage"]} if item is cited[-1] else item for item in goal["clauses"]]
    return {**goal, "clauses": clauses}


KINDS: dict[str, Spoil] = {
    "goal_no_criterion": _dropped("criterion"),
    "goal_no_condition": _no_condition,
    "goal_no_timeframe": _dropped("timeframe"),
    "goal_no_method": _dropped("method"),
    "goal_blank_criterion": _instead("criterion", "blank_criterion"),
    "goal_vague_criterion": _instead("criterion", "vague_criterion"),
    "goal_stacked_measure": _instead("criterion", "stacked_measure"),
    "goal_impossible_share": _instead("criterion", "impossible_share"),
    "goal_vague_behavior": _instead("behavior", "vague_behavior"),
    "goal_service": _instead("behavior", "service_goal"),
    "goal_not_doing": _instead("behavior", "not_doing"),
    "goal_body_measure": _instead("behavior", "passive_body"),
    "goal_clinic_only": _clinic_only,
    "goal_adult_actor": _adult_actor,
    "goal_invented_baseline": _invented_baseline,
    "goal_changed_baseline": _changed_baseline,
    "goal_added_level": _added_to_baseline("added_level"),
    "goal_added_quote": _added_to_baseline("added_quote"),
    "goal_no_progress": _no_progress,
    "goal_off_target": _off_target,
    "goal_two_acts": _two_acts,
    "goal_invented_date": _dated,
    "goal_jargon": _jargon,
    "goal_false_citation": _false_citation,
}
