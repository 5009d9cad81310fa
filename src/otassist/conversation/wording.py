"""Edits of words: one phrase for another, something taken out, plain words, shorter, the pronoun."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..domain import Goal
from ..language.tables import rules
from .ladders import rank_of
from .leaving_out import without
from .means import Draft, Edited, Means, Outcome, unable
from .measures import quoted
from .messages import Request
from .splicing import of_role, removed, replaced


def reworded(draft: Draft, change: Callable[[str], str], keep: Sequence[str] = ()) -> Draft:
    """The draft with a function over the words of each clause and objective, but for clauses in `keep`."""
    for clause in draft.clauses:
        current = next(each for each in draft.clauses if each.id == clause.id)
        text = change(current.text) if clause.id not in keep else current.text
        if text and text != current.text:
            draft = replaced(draft, current, text)
    if isinstance(draft, Goal):
        steps = tuple(replace(step, text=change(step.text) or step.text) for step in draft.objectives)
        draft = replace(draft, objectives=steps)
    return draft


def replace_words(draft: Draft, request: Request) -> Outcome:
    """Every place of a phrase outside quotations; the practice library's own words stay as they are."""
    old, new = request.text("old").strip(), request.text("new").strip()
    phrase = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)", re.I)
    reasons = [clause.id for clause in draft.clauses if clause.role == "rationale"]

    def change(text: str) -> str:
        return phrase.sub(lambda match: match[0] if quoted(text, match.start()) else _cased(new, match[0]), text)

    if any(char.isdigit() for char in old) and sum(len(phrase.findall(clause.text)) for clause in draft.clauses) > 1:
        return unable("which", *(clause.text for clause in draft.clauses if phrase.search(clause.text)), what=old)
    edited = reworded(draft, change, reasons)
    if edited == draft:
        return unable("not_found", what=old)
    return Edited(edited, f"“{old}” is now “{new}”")


def _cased(new: str, old: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() and not old.isupper() else new


def take_out(draft: Draft, request: Request) -> Outcome:
    """A part of the draft by its name, or a thing named in it."""
    what = re.sub(r"^(?:the|a|an|his|her|their|any) ", "", request.text("what").lower().strip())
    role = next((role for role, names in rules("edits")["parts"].items() if what in names), None)
    if role is None:
        return without(draft, what)
    clauses = of_role(draft, role)
    if not clauses:
        return unable("no_part" if isinstance(draft, Goal) else "not_in_note", part=what)
    for clause in clauses:
        draft = removed(draft, next(each for each in draft.clauses if each.id == clause.id))
    return Edited(draft, f"the {role} is taken out")


def drop_sentence(draft: Draft, request: Request) -> Outcome:
    """A whole sentence of a note, by its own words, its place or what it tells of; a clause of a goal by its words."""
    words, section = request.text("sentence") or request.text("what"), request.text("section").lower()
    exact = bool(request.text("sentence"))
    if not exact and isinstance(draft, Goal):
        return take_out(draft, request)
    held = [
        clause for clause in draft.clauses if not section or clause.role == section or clause in of_role(draft, section)
    ]
    rank = None if exact else rank_of(words)
    told = (clause for clause in held if _says(clause.text, words, exact=exact))
    named = list(told) if rank is None else held[rank:][:1]
    if not named:
        return unable("not_found", what=words)
    if len(named) > 1:
        return unable("which", *(f"drop “{clause.text}”" for clause in named), what=words)
    return Edited(removed(draft, named[0]), f"“{named[0].text}” is taken out")


def _says(text: str, words: str, *, exact: bool) -> bool:
    if exact:
        return " ".join(text.split()).strip(" .") == " ".join(words.split()).strip(" .")
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.I) is not None


def plain_words(draft: Draft, means: Means) -> Outcome:
    """Each term that the checks call jargon in the words they give for it."""

    def change(text: str) -> str:
        if not text.strip():
            return text
        found = [item for item in means.check_goal(text).findings if item.check == "jargon" and item.rewrite]
        for item in sorted(found, key=lambda item: -(item.start or 0)):
            if item.start is not None and item.end is not None and not quoted(text, item.start):
                text = text[: item.start] + _cased(item.rewrite or "", text[item.start : item.end]) + text[item.end :]
        return re.sub(r"\bwith (?=using\b)", "", text) if found else text

    edited = reworded(draft, change, [clause.id for clause in draft.clauses if clause.role == "rationale"])
    return Edited(edited, "jargon is in plain words") if edited != draft else unable("no_jargon")


def shorter(draft: Draft) -> Outcome:
    """Without the reason behind a goal and the advice beside a note, and with long-winded phrases cut."""
    edited = draft
    for clause in draft.clauses:
        if clause.role == "rationale" or clause.origin == "practice":
            edited = removed(edited, next(each for each in edited.clauses if each.id == clause.id))
    phrases = rules("edits")["wordy"]

    def change(text: str) -> str:
        for long, short in phrases.items():
            text = re.sub(rf"(?<!\w){re.escape(long)}(?!\w)|(?<!\w){re.escape(long)}(?<= )", short, text)
        return text

    edited = reworded(edited, change)
    return Edited(edited, "what no fact needs is left out") if edited != draft else unable("not_shorter")


def is_no_support(what: str) -> bool:
    """Whether `add ...` speaks of the draft rather than of a support for the student."""
    words = set(re.findall(r"[a-z]+", what.lower()))
    return bool(words & set(rules("edits")["no_support"]["words"]))
