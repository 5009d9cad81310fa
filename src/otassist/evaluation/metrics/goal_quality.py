"""Whether a goal can be measured, is about school, and is about the concern the jot tells of; two rubrics."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from ...checks.segments import all_stems
from ...domain import GOAL_PARTS, CheckedGoal
from ...goaltext import second_act
from ...language import words_of
from ..cases import Case, Task
from .answered import Answered
from .metric import GOALS, Kind, Measured, settings, share


@dataclass(frozen=True, slots=True)
class Measurable:
    """The share of goals a stranger could score: act, condition, criterion, method, and a timeframe or its blank."""

    name: ClassVar[str] = "measurable"
    kind: ClassVar[Kind] = "core"
    tasks: ClassVar[frozenset[Task]] = GOALS

    def measure(self, answered: Answered) -> Measured:
        goals = answered.checked_goals
        faults = [f"{checked.text[:60]!r}: {fault}" for _, checked in goals if (fault := _unmeasurable(checked))]
        return share(len(goals) - len(faults), len(goals), "goals are measurable", faults)


_OPEN = re.compile(r"\bby _{2,}", re.IGNORECASE)
"""A timeframe the therapist still has to fill in."""


def _unmeasurable(checked: CheckedGoal) -> str | None:
    rules = settings("measurable")
    found = [item.check for item in checked.findings if item.check in rules["checks"]]
    found += [f"no {part}" for part in rules["parts"] if checked.parts.get(part) is None]
    if checked.parts.get("timeframe") is None and not _OPEN.search(checked.text):
        found.append("no timeframe")
    if _has_second_act(checked):
        found.append("several_behaviors")
    if not checked.measurable:
        found.append("two strangers would not score it alike")
    return ", ".join(dict.fromkeys(found)) or None


def _has_second_act(checked: CheckedGoal) -> bool:
    """A second verb behind one the goal reader does not know: it is looked for behind a known one."""
    span = checked.parts.get("behavior")
    _, _, rest = checked.text[span.start : span.end].partition(" ") if span else ("", "", "")
    return bool(rest) and second_act(f"use {rest}") is not None


@dataclass(frozen=True, slots=True)
class Parts:
    """The share of the six parts that the goals declare as clauses of their own, with words or a blank in each.

    A draft whose condition is hidden in its act can be measured all the same, but not reviewed part by part.
    """

    name: ClassVar[str] = "parts"
    kind: ClassVar[Kind] = "other"
    tasks: ClassVar[frozenset[Task]] = GOALS

    def measure(self, answered: Answered) -> Measured:
        missing = [
            f"no {part}"
            for goal in answered.goals
            for part in GOAL_PARTS
            if not any(clause["role"] == part and clause["text"].strip() for clause in goal["clauses"])
        ]
        of = len(GOAL_PARTS) * len(answered.goals)
        return share(of - len(missing), of, "parts are there", missing)


@dataclass(frozen=True, slots=True)
class EducationallyRelevant:
    """The share of goals about taking part in school, without jargon; 0 for all when one is impairment-only."""

    name: ClassVar[str] = "edu_relevant"
    kind: ClassVar[Kind] = "core"
    tasks: ClassVar[frozenset[Task]] = GOALS

    def measure(self, answered: Answered) -> Measured:
        goals = answered.checked_goals
        if hard := hard_fails(answered):
            return Measured(0.0, "Impairment-only: " + "; ".join(hard))
        faults = [f"{checked.text[:60]!r}: {fault}" for _, checked in goals if (fault := _irrelevant(checked))]
        return share(len(goals) - len(faults), len(goals), "goals are about school", faults)


def hard_fails(answered: Answered) -> list[str]:
    """Goals about a body function alone."""
    return [
        repr(checked.text)
        for _, checked in answered.checked_goals
        if any(item.check in settings("edu_relevant")["hard_fail"] for item in checked.findings)
    ]


def _irrelevant(checked: CheckedGoal) -> str | None:
    found = [item.check for item in checked.findings if item.check in settings("edu_relevant")["checks"]]
    return ", ".join(found) or (None if checked.educationally_relevant else "no school task or routine")


@dataclass(frozen=True, slots=True)
class OnTarget:
    """Whether the best goal is of the concern's area, names its occupation, and its setting where one is told.

    The words of the expert's `concern` and `setting` are compared with the goal without its baseline, which only
    repeats the jot. One third each; two halves where no setting is told.
    """

    name: ClassVar[str] = "on_target"
    kind: ClassVar[Kind] = "other"
    tasks: ClassVar[frozenset[Task]] = GOALS

    def measure(self, answered: Answered) -> Measured:
        case = answered.case
        if case.expect_refusal or not case.concern or not answered.drafts:
            return Measured(None, "No goal is expected, or none was drafted.")
        scored = []
        for goal in answered.drafts:
            told = " ".join(
                clause["text"] for clause in goal["clauses"] if clause["role"] not in ("baseline", "rationale")
            )
            scored.append(_aim(case, str(goal["area"]), told))
        return max(scored, key=lambda measured: measured.value or 0.0)


def _aim(case: Case, area: str, told: str) -> Measured:
    general, said = _stems(" ".join(settings("on_target")["general"])), _stems(told)
    hits = {"area": area in case.area, "occupation": bool((_stems(case.concern or "") - general) & said)}
    if case.setting:
        hits["setting"] = bool(_settings_of(case.setting) & said)
    missed = [name for name, hit in hits.items() if not hit]
    return Measured(
        sum(hits.values()) / len(hits), f"{told[:80]!r}: " + (f"not {', '.join(missed)}" if missed else "all")
    )


def _settings_of(setting: str) -> frozenset[str]:
    """The words of a setting with others that say the same (data/metrics.toml)."""
    others = settings("on_target")["settings"]
    return _stems(setting).union(*(_stems(" ".join([name, *others.get(name, ())])) for name in setting.lower().split()))


def _stems(text: str) -> frozenset[str]:
    return all_stems(words_of(text))


@dataclass(frozen=True, slots=True)
class RubricTotal:
    """The mean total of a rubric over the goals, as a share of the most it gives."""

    name: str
    kind: ClassVar[Kind] = "other"
    tasks: ClassVar[frozenset[Task]] = GOALS

    def measure(self, answered: Answered) -> Measured:
        rubrics = [checked.rubrics[self.name] for _, checked in answered.checked_goals]
        if not rubrics:
            return Measured(None, "There are no goals.")
        mean = sum(rubric.total for rubric in rubrics) / len(rubrics)
        low = {item.name for rubric in rubrics for item in rubric.items if item.score < item.most}
        most = rubrics[0].most
        return Measured(mean / most, f"{mean:.1f} of {most}" + (f"; short on {', '.join(sorted(low))}" if low else "."))
