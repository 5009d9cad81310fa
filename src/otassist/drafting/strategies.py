"""Strategies from the practice library beside what was advised in a consultation, each cited, none of it observed."""

from __future__ import annotations

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
    cited = [item for item in found if item.passage.id in practice and practice[item.passage.id].topic in _TOPICS]
    cited = cited[:_MOST]
    offered = tuple(_clause(practice[item.passage.id]) for item in cited if practice[item.passage.id].strategies)
    plan = (*note.sections["plan"], *offered)
    return replace(laid_out(replace(note, sections={**note.sections, "plan": plan})), findings=note.findings), tuple(
        cited
    )


def _clause(passage: PracticePassage) -> Clause:
    text = wording("strategy", strategy=passage.strategies[0], title=passage.title)
    return Clause("", "plan", text, "practice", evidence=(passage.id,))
