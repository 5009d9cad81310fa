"""A thing taken out of a draft: the phrase that names it, with the joint that only it needed."""

from __future__ import annotations

import re
from dataclasses import replace

from ..domain import Goal
from .means import Draft, Edited, Outcome, unable
from .splicing import removed, replaced

_JOINT = r"(?:with|without|using|wearing|given|and|or|for|in|at|on|of|to|by|during|used|has|had|wore)"
_ARTICLE = r"(?:(?:a|an|the|his|her|their|some|use of|access to)\s+)*"


def without(draft: Draft, what: str) -> Outcome:
    """The draft without a thing; what the student does and how it is measured is never guessed anew."""
    named = [clause for clause in draft.clauses if _named(clause.text, what) and clause.role != "rationale"]
    steps = [step for step in draft.objectives if _named(step.text, what)] if isinstance(draft, Goal) else []
    if not named and not steps:
        return unable("not_found", what=what)
    if isinstance(draft, Goal) and any(clause.role in ("behavior", "criterion") for clause in named):
        return unable("part_of_goal", what=what)
    edited: Draft = draft
    for clause in named:
        text = cut_out(clause.text, what)
        if text is None:
            return unable("whole_sentence", f"drop “{clause.text}”", what=what)
        current = next(each for each in edited.clauses if each.id == clause.id)
        edited = replaced(edited, current, text) if text else removed(edited, current)
    if isinstance(edited, Goal):
        kept = tuple(replace(step, text=cut_out(step.text, what) or step.text) for step in edited.objectives)
        edited = replace(edited, objectives=kept)
    return Edited(edited, f"“{what}” is taken out")


def _named(text: str, what: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(what)}(?!\w)", text, re.I)


def cut_out(text: str, what: str) -> str | None:
    """The text without the thing; None where its sentence would not stand, empty where nothing else is in it."""
    thing = rf"{_ARTICLE}(?:(?!{_JOINT}\b)[\w-]+\s){{0,2}}?{re.escape(what)}(?!\w)"
    for pattern, joint in _FORMS:
        match = re.search(pattern.replace("THING", thing), text, re.I)
        if match:
            kept = (text[: match.start()] + joint(match) + text[match.end() :]).strip(" ,")
            kept = re.sub(r"\s+([,.])", r"\1", re.sub(r"\s{2,}", " ", kept))
            return kept[:1].upper() + kept[1:] if text[:1].isupper() else kept
    return None


def _lead(match: re.Match[str]) -> str:
    return match["lead"]


def _none(match: re.Match[str]) -> str:
    return ""


_FORMS = (
    (
        r"(?P<lead>(?:^|\b(?:with|using|wearing|given|used|wore|has|had)\s+))THING"
        rf"\s*(?:,\s*(?:and\s+)?|\s+and\s+)(?!\s|(?:then|when|while|{_JOINT})\b)",
        _lead,
    ),
    (r"(?:,\s*|\s+)and\s+THING", _none),
    (r",\s*THING(?=,|\s+and\b)", _none),
    (r",?\s*(?<!\w)(?:with|using|wearing|given)\s+THING", _none),
    (r"^(?:with|using|wearing|given)?\s*THING$", _none),
)
