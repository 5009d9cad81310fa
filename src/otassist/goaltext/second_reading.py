"""Weighs the parts that the rules found against what the second reader says; each of the two corrects the other.

Decided: the rules' part adds to the learnt scores of its words (TRUST), and the best row of labels is taken. Where both
see a part in the same words, the rules' stretch stands.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from ..domain import GOAL_PARTS, GoalPart, Span
from .labelling import LABELS, MARKS, Scores, best, scores
from .page import trimmed
from .pieces import Piece

TRUST: Mapping[GoalPart, float] = {
    **dict.fromkeys(GOAL_PARTS, 0.6),
    "timeframe": 3.0,
    "condition": 0.6,
    "behavior": 1.2,
    "method": 0.3,
}
NONE = 0.25
"""What a word of a part that the rules found adds to its label, and a word of no part to none."""
FIRM = 12.0
"""The same for a part that a label names (`Condition: ...`)."""
ALONE: Mapping[GoalPart, float] = {"timeframe": 1.5, "baseline": 4.5}
"""What it costs to begin a part that the rules have not found at all."""
_PLACE = {label: index for index, label in enumerate(LABELS)}


def second_reading(
    text: str, first: Mapping[GoalPart, Span | None], named: Collection[GoalPart] = ()
) -> dict[GoalPart, Span | None]:
    """The parts of a goal, `first` as the rules found them, `named` those that a label names; no two overlap."""
    cut, found = scores(text)
    _add_first(cut, found, first, named)
    told = _told(text, cut, best(found))
    return _agreed(first, told)


def _add_first(
    cut: Sequence[Piece], found: Scores, first: Mapping[GoalPart, Span | None], named: Collection[GoalPart]
) -> None:
    ends, starts = [piece.end for piece in cut], [piece.start for piece in cut]
    found[:, 0] += NONE
    for part, span in first.items():
        begin, inside = _PLACE["B" + MARKS[part]], _PLACE["I" + MARKS[part]]
        if span is None:
            found[:, begin] -= ALONE.get(part, 0)
            continue
        place = slice(bisect_right(ends, span.start), bisect_left(starts, span.end))
        trust = FIRM if part in named else TRUST[part]
        found[place, begin] += trust
        found[place, inside] += trust
        found[place, 0] -= NONE


def _told(text: str, cut: Sequence[Piece], labels: Sequence[int]) -> Mapping[GoalPart, Sequence[Span]]:
    """Every stretch of each part that the labels make."""
    told: dict[GoalPart, list[Span]] = {part: [] for part in GOAL_PARTS}
    names = {mark: part for part, mark in MARKS.items()}
    for mark, start, end in _runs(cut, labels):
        span = trimmed(text, start, end)
        if span:
            told[names[mark]].append(span)
    return told


def _runs(cut: Sequence[Piece], labels: Sequence[int]) -> Iterator[tuple[str, int, int]]:
    mark, start, end = "", 0, 0
    for piece, index in zip(cut, labels, strict=True):
        label = LABELS[index]
        if label[-1] != mark or label[0] == "B" or label == "O":
            if mark:
                yield mark, start, end
            mark, start = ("" if label == "O" else label[-1]), piece.start
        end = piece.end
    if mark:
        yield mark, start, end


def _agreed(
    first: Mapping[GoalPart, Span | None], told: Mapping[GoalPart, Sequence[Span]]
) -> dict[GoalPart, Span | None]:
    """The rules' stretch where both readers see the part, else the longest of the second reader's."""
    both = {part: span for part, span in first.items() if span and any(_meet(span, other) for other in told[part])}
    own = {part: max(told[part], key=lambda span: span.end - span.start, default=None) for part in GOAL_PARTS}
    alone = [span for part, span in own.items() if span and part not in both]
    for part, span in both.items():
        if not any(_meet(span, other) for other in alone):
            own[part] = span
        else:
            own[part] = next(other for other in told[part] if _meet(span, other))
    return _apart(own, both)


def _apart(own: dict[GoalPart, Span | None], both: Mapping[GoalPart, Span]) -> dict[GoalPart, Span | None]:
    """The parts without overlap: the second reader's stretch gives way to the rules'."""
    for part, span in own.items():
        if span and both.get(part) != span:
            for other in (held for name, held in own.items() if name != part and held == both.get(name)):
                span = _cut(span, other) if span and other else span
            own[part] = span
    return own


def _cut(span: Span, other: Span) -> Span | None:
    """What is left of a stretch beside another."""
    if not _meet(span, other):
        return span
    if span.start < other.start:
        return Span(span.start, other.start)
    return Span(other.end, span.end) if other.end < span.end else None


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
