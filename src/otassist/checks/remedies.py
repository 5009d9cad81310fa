"""What to do about each finding: a rewritten clause or a question, and the whole goal repaired (data/remedies.toml).

Decided: a repair never holds a number, a date or a present measure that the goal does not hold; these are blanks.
A choice between two acts or two measures is the therapist's and stays a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from ..domain import Change, Finding, Repair
from .goal_findings import Goal
from .goal_rules import goal_rules, jargon


def remedied(findings: Iterable[Finding], text: str) -> Iterator[Finding]:
    """Each finding with its rewritten clause, or with a question in its remedy."""
    for finding in findings:
        rewrite = _rewrite(finding, text)
        asked = _question(finding, text)
        lacks = rewrite is None and asked and "?" not in finding.remedy
        yield replace(finding, rewrite=rewrite, remedy=f"{finding.remedy} {asked}" if lacks else finding.remedy)


def _rule(finding: Finding) -> dict[str, Any]:
    return goal_rules("remedies").get(finding.check, {})  # type: ignore[no-any-return]


def _rewrite(finding: Finding, text: str) -> str | None:
    if finding.check == "jargon":
        plain = {term.lower(): words for term, words in jargon().items()}
        return plain.get(_flagged(finding, text).lower())
    return _rule(finding).get("rewrite")


def _question(finding: Finding, text: str) -> str:
    return str(_rule(finding).get("question", "")).format(words=repr(_flagged(finding, text)))


def _flagged(finding: Finding, text: str) -> str:
    return text[finding.start or 0 : finding.end or 0]


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to put in place of a stretch; an empty stretch is an insertion."""

    start: int
    end: int
    words: str


def repair(goal: Goal, findings: Sequence[Finding]) -> Repair:
    """The goal with every edit that needs no choice, the words that changed, and what is left to ask."""
    edits = _apart([edit for finding in findings for edit in _edits(goal, finding)])
    text = _tidy(_applied(goal.text, edits))
    asked = dict.fromkeys(question for finding in findings if (question := _question(finding, goal.text)))
    return Repair(text, tuple(changes(goal.text, text)), tuple(asked))


def _edits(goal: Goal, finding: Finding) -> Iterator[Edit]:
    insert = _rule(finding).get("insert")
    if finding.rewrite is None or (finding.check == "told_method" and goal.span("method")):
        return
    if insert:
        place = _place(goal, insert)
        yield Edit(place, place, _punctuated(goal, insert, finding.rewrite, place))
    elif finding.start is not None and finding.end is not None:
        yield Edit(finding.start, finding.end, finding.rewrite)


def _place(goal: Goal, insert: str) -> int:
    """Where a missing part goes: time first, then condition, act, criterion, method, and the baseline last."""
    if insert == "timeframe":
        return 0
    if insert == "condition":
        time = goal.span("timeframe")
        return time.end if time and time.start < 5 else 0
    if insert == "baseline":
        return len(goal.text.rstrip())
    before = {"act": (), "criterion": ("behavior",), "method": ("criterion", "behavior")}[insert]
    ends = [span.end for name in before if (span := goal.span(name))]  # type: ignore[arg-type]
    return max(ends, default=len(goal.text.rstrip().rstrip(".")))


def _punctuated(goal: Goal, insert: str, words: str, place: int) -> str:
    opening = goal.text[place : place + 1]
    if insert == "timeframe":
        return f"{words}, "
    if insert == "condition":
        return f", {words}" if place else f"{words[:1].upper()}{words[1:]}, "
    if insert == "baseline":
        return f" {words}" if goal.text.rstrip()[-1:] in ".!?" else f". {words}"
    mark = "," if insert == "method" else ""
    return f"{mark} {words}" + ("" if opening in ("", " ", ",", ".", ";") else " ")


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """In order of place; of two that overlap the first named, which is the graver finding's."""
    kept: list[Edit] = []
    for edit in edits:
        if not any(_overlap(edit, other) for other in kept):
            kept.append(edit)
    return sorted(kept, key=lambda edit: (edit.start, edit.end))


def _overlap(one: Edit, other: Edit) -> bool:
    if one.start == one.end or other.start == other.end:
        return other.start < one.start < other.end or one.start < other.start < one.end
    return one.start < other.end and other.start < one.end


def _applied(text: str, edits: Sequence[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def _tidy(text: str) -> str:
    """One space between words, none before a comma, a small letter behind the time put first."""
    text = re.sub(r"[ \t]{2,}", " ", re.sub(r"(?<!\s)\s+([,.;])", r"\1", text)).strip()
    text = re.sub(r",\s*,", ",", text)
    opened = re.match(r"By ____, (Given|When|With|While|During|After|Provided|Using|Once|In|At|On)\b", text)
    return text[: opened.start(1)] + opened[1].lower() + text[opened.end(1) :] if opened else text


_WORTH_COMPARING = 360_000
"""Words times words; a text beyond it is no goal, and comparing it would take too long."""
_WORD = re.compile(r"\S+\s*")


def changes(before: str, after: str) -> Iterator[Change]:
    """The word diff: what stays, what goes and what comes, in reading order."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) * len(new) > _WORTH_COMPARING:
        yield from (Change("removed", before), Change("added", after))
        return
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Change("same", "".join(old[i:j]))
            continue
        if j > i:
            yield Change("removed", "".join(old[i:j]))
        if m > k:
            yield Change("added", "".join(new[k:m]))
