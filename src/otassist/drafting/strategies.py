"""Strategies from the practice library beside what was advised in a consultation, each cited, none of it observed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..domain import Clause, Evidence, Note, PracticePassage
from .adapting import wording
from .composer import laid_out

_MOST = 2
_TOPICS = ("strategy", "classroom", "accommodation", "collaboration", "transition")


def with_strategies(
    note: Note, found: Sequence[Evidence], practice: Mapping[str, PracticePassage]
) -> tuple[Note, tuple[Evidence, ...]]:
    """The consultation note with strategies to consider at the end of its plan, and the passages cited.

    They stand last, so that no place in the note moves; their origin is `practice`: the therapist takes or drops them.
    """
    offered = [(item, clause) for item in found if (clause := _clause(practice.get(item.passage.id)))][:_MOST]
    plan = (*note.sections["plan"], *(clause for _, clause in offered))
    return laid_out(replace(note, sections={**note.sections, "plan": plan})), tuple(item for item, _ in offered)


def _clause(passage: PracticePassage | None) -> Clause | None:
    """One strategy of the passage; without a number, since every number of a note is the jot's."""
    if passage is None or passage.topic not in _TOPICS:
        return None
    said = [wording("strategy", strategy=each, title=passage.title) for each in passage.strategies]
    text = next((text for text in said if not re.search(r"\d", text)), None)
    return Clause("", "plan", text, "practice", evidence=(passage.id,)) if text else None
