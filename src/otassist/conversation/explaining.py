"""Questions about the draft itself: why the checks say what they say, what is left to do, where a goal came from."""

from __future__ import annotations

import re

from ..domain import Finding, Goal
from .means import Draft, Means, reply_text
from .messages import Request


def why(draft: Draft, request: Request, means: Means) -> str:
    """What the checks say about its relevance or its being measurable, in their own words."""
    if not isinstance(draft, Goal):
        return findings(draft)
    checked = means.check_goal(sentence_of(draft))
    if "measurable" in request.text("about").lower():
        if checked.measurable:
            return reply_text("measurable")
        return reply_text("not_measurable", reason=_told(checked.findings, _MEASURING))
    reason = checked.relevance.reason if checked.relevance else ""
    if checked.educationally_relevant:
        return reply_text("relevant", reason=reason)
    return reply_text("not_relevant", reason=reason, remedy=_told(checked.findings, _RELEVANCE)).strip()


_MEASURING = re.compile(r"criterion|behavior|measur|stranger|vague|observ")
_RELEVANCE = re.compile(r"relevan|impairment|body|clinic|school|service|context")


def _told(found: tuple[Finding, ...], about: re.Pattern[str]) -> str:
    """What the findings on a matter say; those of any matter where none is."""
    chosen = [item for item in found if about.search(item.check)] or [item for item in found if item.severity != "info"]
    return " ".join(dict.fromkeys(f"{item.message} {item.remedy}" for item in chosen[:3]))


def findings(draft: Draft) -> str:
    """What is open, the gravest first."""
    if not draft.findings:
        return reply_text("clean")
    text = " ".join(f"{item.message} {item.remedy}" for item in draft.findings[:5])
    return reply_text("findings", count=len(draft.findings), text=text)


def bank_source(draft: Draft, means: Means) -> str:
    """The bank goal a goal was adapted from, and how."""
    if not isinstance(draft, Goal):
        return reply_text("note_source")
    if not draft.bank_goal:
        return reply_text("no_bank_goal")
    changes = "; ".join(draft.changes) or "nothing"
    source = means.bank_goal(draft.bank_goal)
    if source is None:
        return reply_text("bank_id", id=draft.bank_goal, changes=changes)
    return reply_text("bank_goal", id=source.id, source=source.source, text=source.text, changes=changes)


def sentence_of(goal: Goal) -> str:
    """The goal's own words, without the reason behind it."""
    reason = next((clause.start for clause in goal.clauses if clause.role == "rationale"), len(goal.text))
    return goal.text[:reason].rstrip()
