"""A case beside what the product answered, and what the checks say of that answer: what every metric looks at.

Only the printed text and the wire JSON are read, so that stored answers can be measured again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ...assistant import Assistant
from ...domain import CheckedGoal, Finding, Observation
from ..cases import Case


@dataclass(frozen=True)
class Answered:
    """`draft` is the wire JSON of `draft` or of `search`; the checks read the texts in it, never its own verdicts."""

    case: Case
    draft: Mapping[str, Any]
    assistant: Assistant
    library: Mapping[str, str] = field(default_factory=dict)
    """What may be cited: the whole text of each goal and practice passage, by id, in lower case."""

    @cached_property
    def drafts(self) -> Sequence[Mapping[str, Any]]:
        return list(self.draft.get("drafts", ()))

    @cached_property
    def goals(self) -> Sequence[Mapping[str, Any]]:
        """The drafted goals without accommodations, which are no goals."""
        return [item for item in self.drafts if item["type"] in ("goal", "intervention_target")]

    @cached_property
    def text(self) -> str:
        """All drafts one after another."""
        return "\n\n".join(item["text"] for item in self.drafts)

    @cached_property
    def observation(self) -> Observation:
        return self.assistant.read(self.case.text, self.case.context)

    @cached_property
    def note_findings(self) -> Sequence[tuple[Mapping[str, Any], Finding]]:
        """What the checks find in each note as a text that anybody might have written."""
        return [(item, finding) for item in self.drafts for finding in self.findings_on(item["text"])]

    def findings_on(self, text: str) -> Sequence[Finding]:
        """What the note checks find in any text, grounded on the jot."""
        return self.assistant.text_checker(text, self.observation, self.case.context, ()).findings

    @cached_property
    def found(self) -> frozenset[str]:
        """The ids of the passages that were found for this answer."""
        return frozenset(item["id"] for item in self.draft.get("evidence", ()))

    @cached_property
    def checked_goals(self) -> Sequence[tuple[Mapping[str, Any], CheckedGoal]]:
        """Each goal with what the checks make of its own words, without the reason behind it."""
        return [(item, self.assistant.check_goal(statement_of(item), self.case.context)) for item in self.goals]


def statement_of(goal: Mapping[str, Any]) -> str:
    """The goal up to its reason, which a drafter adds for the reader."""
    reason = next((clause["start"] for clause in goal["clauses"] if clause["role"] == "rationale"), None)
    return str(goal["text"][:reason]).rstrip()
