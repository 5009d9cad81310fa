"""Whether a draft says what the jot says: `invented`, `supported` and `kept`.

`supported` names its method: the grounding checks of `checks/` on every clause, read as anybody's text. Its error
on sentences labelled by others is what `otassist eval labels` reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...domain import Finding
from ...language.quantities import numbers
from ..cases import Task
from .answered import Answered
from .kept_facts import Told, stands
from .metric import DRAFTS, NOTES, Kind, Measured, settings, share


@dataclass(frozen=True, slots=True)
class Invented:
    """Counts what is in no jot: numbers, levels, dates, quotes, tools, people, trends; targets that are no progress."""

    name: ClassVar[str] = "invented"
    kind: ClassVar[Kind] = "safety"
    tasks: ClassVar[frozenset[Task]] = DRAFTS

    def measure(self, answered: Answered) -> Measured:
        faults = list(_of_goals(answered) if answered.case.task == "goal" else _of_notes(answered))
        return Measured(float(len(faults)), "; ".join(faults) or "Nothing was invented.")


def _of_notes(answered: Answered) -> Iterator[str]:
    for note, finding in answered.note_findings:
        if finding.check in settings("invented")["checks"] and not _is_from_the_library(note, finding, answered):
            yield f"{finding.check}: {finding.message}"


def _is_from_the_library(note: Mapping[str, Any], finding: Finding, answered: Answered) -> bool:
    """Points into a clause whose words stand in a passage it cites."""
    clauses = (clause for clause in note["clauses"] if clause["origin"] in ("practice", "bank"))
    return any(_is_inside(finding, clause) and cites_truly(clause, answered) for clause in clauses)


def _is_inside(finding: Finding, clause: Mapping[str, Any]) -> bool:
    return finding.start is not None and finding.start < clause["end"] and clause["start"] < (finding.end or 0)


def cites_truly(clause: Mapping[str, Any], answered: Answered) -> bool:
    """Whether most words of a clause stand in the passages it cites."""
    cited = [answered.library.get(name, "") for name in clause["evidence"]]
    words, said = set(_WORD.findall(clause["text"].lower())), set(_WORD.findall(" ".join(cited)))
    return bool(cited) and all(cited) and len(words & said) >= CITED * len(words)


_WORD = re.compile(r"[a-z]{4,}")
CITED = 0.7
"""Of the words of a clause taken from the library; the rest introduces it."""


def _of_goals(answered: Answered) -> Iterator[str]:
    for goal, checked in answered.checked_goals:
        yield from (f"{finding.check}: {finding.message}" for finding in observed_findings(answered, goal))
        for part in ("baseline", "timeframe"):
            span = checked.parts.get(part)
            said = numbers(checked.text[span.start : span.end]) if span else []
            yield from (f"{part}: {number} is neither in the jot nor entered." for number in _unknown(said, answered))
        checks = settings("invented")["goal_checks"]
        yield from (f"{item.check}: {item.message}" for item in checked.findings if item.check in checks)


def observed_findings(answered: Answered, goal: Mapping[str, Any]) -> list[Finding]:
    """What the grounding checks say of the clauses a goal calls observed, read as a note's Objective."""
    told = " ".join(clause["text"] for clause in goal["clauses"] if clause["origin"] == "observed")
    if not told:
        return []
    found = answered.findings_on(f"Objective: {told}")
    return [finding for finding in found if finding.check in settings("invented")["checks"]]


def _unknown(said: list[str], answered: Answered) -> list[str]:
    entered = " ".join(map(str, answered.case.entered.values()))
    facts = " ".join(fact.value for fact in answered.observation.facts)
    given = set(numbers(f"{answered.case.text} {entered} {facts}"))
    return [number for number in said if number not in given]


@dataclass(frozen=True, slots=True)
class Supported:
    """The share of clauses that the jot, or the passages they cite, entail; reasoning only where it belongs."""

    name: ClassVar[str] = "supported"
    kind: ClassVar[Kind] = "core"
    tasks: ClassVar[frozenset[Task]] = DRAFTS

    def measure(self, answered: Answered) -> Measured:
        clauses = [
            (draft, clause) for draft in answered.drafts for clause in draft["clauses"] if clause["origin"] != "blank"
        ]
        faults = [fault for draft, clause in clauses if (fault := self._fault(answered, draft, clause))]
        return share(len(clauses) - len(faults), len(clauses), "clauses are supported", faults)

    def _fault(self, answered: Answered, draft: Mapping[str, Any], clause: Mapping[str, Any]) -> str | None:
        unknown = set(clause["evidence"]) - answered.found
        if unknown:
            return f"{clause['text']!r} cites {', '.join(sorted(unknown))}, which was not found"
        if answered.case.task != "goal" and clause["origin"] in ("practice", "bank"):
            return None if cites_truly(clause, answered) else f"{clause['text']!r} is not in what it cites"
        if answered.case.task == "goal":
            wrong = observed_findings(answered, {"clauses": [clause]})
            return wrong[0].message if wrong else None
        if clause["origin"] == "inferred" and clause["role"] not in settings("supported")["reasoned_sections"]:
            return f"{clause['text']!r} is reasoning in {clause['role']}"
        return next(
            (item.message for note, item in answered.note_findings if note is draft and _is_about(item, clause)), None
        )


def _is_about(finding: Finding, clause: Mapping[str, Any]) -> bool:
    return finding.check in settings("supported")["checks"] and _is_inside(finding, clause)


@dataclass(frozen=True, slots=True)
class Kept:
    """The share of must-keep facts that stand in the notes; what is missing of 1 is what the notes omitted."""

    name: ClassVar[str] = "kept"
    kind: ClassVar[Kind] = "core"
    tasks: ClassVar[frozenset[Task]] = NOTES

    def measure(self, answered: Answered) -> Measured:
        told, jot = Told.of(answered.text), answered.case.text
        wanted = answered.case.must_keep
        lost = [repr(text) for text in wanted if not stands(text, jot, told)]
        return share(len(wanted) - len(lost), len(wanted), "must-keep facts stand", lost)
