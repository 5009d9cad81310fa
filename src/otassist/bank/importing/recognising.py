"""A document's lines and tables, recognised in their order -> the goals of the file, each with its area."""

from __future__ import annotations

from ...domain import Area
from ...language import words_of
from ...language.areas import support
from ...language.tables import rules
from .gathering import Gathered, Gatherer
from .limits import limit
from .outline import outline
from .results import Imported, ImportedGoal
from .shapes import Document, Line
from .tables import table


def gathered(file: str, digest: str, document: Document) -> Imported:
    """Every block of a document, recognised."""
    to = Gatherer(file)
    to.skipped += document.left_out
    lines: list[Line] = []
    for block in document.blocks:
        if isinstance(block, Line) and len(block.text) > limit("goal_letters"):
            to.skip(block.places, block.text, "is too long for a goal")
            continue
        if isinstance(block, Line):
            lines.append(block)
            continue
        outline(lines, to, before_table=True)
        lines = []
        table(block, to)
    outline(lines, to)
    goals = tuple(map(_made, to.goals))
    return Imported(file, digest, goals, tuple(to.skipped), tuple(to.headings), tuple(to.columns))


def _made(goal: Gathered) -> ImportedGoal:
    area, why = _area(goal)
    sure = rules("bank_import")["confidence"][goal.how]
    steps = tuple(goal.objectives)
    return ImportedGoal(goal.text, area, goal.topic.bands, goal.places, steps, sure, goal.why, why)


def _area(goal: Gathered) -> tuple[Area | None, str]:
    """The heading's area; where it names several, the one the goal's words speak for most; without one, the words'."""
    named = goal.topic.areas
    if len(named) == 1:
        return named[0], goal.topic_why
    told = support(words_of(goal.text))
    if not any(told.values()):
        told = support(words_of(" ".join(item.text for item in goal.objectives)[:2_000]))
    if named:
        return max(named, key=lambda area: told[area]), f"{goal.topic_why}, and its words speak for it"
    best = max(told, key=lambda area: told[area])
    return (best, "its words speak for it") if told[best] else (None, "neither a heading nor its words say")
