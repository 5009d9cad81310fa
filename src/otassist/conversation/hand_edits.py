"""What a therapist changes by hand in the review: a clause in other words, a blank filled in, a remedy taken.

Every word typed has the origin `therapist`, or stays `blank` while a blank is left in it.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..domain import Clause, Finding, Goal
from ..errors import UsageError
from .means import Draft
from .splicing import put_first, put_last, removed, replaced

BLANK = "____"


def edited(draft: Draft, words: Mapping[str, str]) -> Draft:
    """The draft with other words in some clauses, by their ids; no words take a clause out.

    Raises UsageError for a clause the draft has not, and for an edit that would leave nothing.
    """
    for identity, text in words.items():
        clause, plain = clause_of(draft, identity), tidied(text)
        if plain != clause.text:
            draft = _with(draft, clause, plain)
    if not any(char.isalnum() for char in draft.text):
        raise UsageError("Nothing would be left of the draft.", "Delete the draft instead, or keep a clause.")
    return draft


def filled(draft: Draft, identity: str, text: str, blank: int = 0) -> Draft:
    """The draft with what was typed in the place of a clause's blank, the first being 0.

    A clause that is a question gives way to the answer as a whole. Raises UsageError where there is no such blank.
    """
    clause, plain = clause_of(draft, identity), tidied(text)
    pieces = clause.text.split(BLANK)
    if not plain or not 0 <= blank < len(pieces) - 1:
        raise UsageError(f"Clause {identity!r} has no blank {blank!r} to fill.", "Reload the draft and try again.")
    if "?" in clause.text:
        return edited(draft, {identity: _sentence(plain)})
    before, after = BLANK.join(pieces[: blank + 1]), BLANK.join(pieces[blank + 1 :])
    return edited(draft, {identity: f"{before}{plain}{after}"})


def mended(draft: Draft, finding: Finding) -> Draft:
    """The draft with a finding's rewrite in the place it names. Raises UsageError where it has none."""
    if finding.rewrite is None:
        raise UsageError("This finding has nothing to put in its place.", "Answer its question in the clause.")
    lacking = finding.check.removeprefix("no_") if finding.check.startswith("no_") else ""
    if isinstance(draft, Goal) and lacking == "timeframe":
        return put_first(draft, lacking, finding.rewrite)
    if isinstance(draft, Goal) and lacking == "baseline":
        return put_last(draft, lacking, finding.rewrite)
    if isinstance(draft, Goal) and lacking in ("condition", "criterion", "method"):
        act = next((clause for clause in draft.clauses if clause.role in ("behavior", "criterion")), draft.clauses[0])
        return edited(draft, {act.id: f"{act.text} {finding.rewrite}"})
    start, end = finding.start, finding.end
    held = [clause for clause in draft.clauses if clause.id == finding.clause] or [
        clause for clause in draft.clauses if start is not None and clause.start <= start < clause.end
    ]
    if not held:
        raise UsageError("This finding is about no clause of its own.", "Change the words in the clause they stand in.")
    (clause, *_) = held
    if start is None or end is None or start < clause.start or end > clause.end:
        return edited(draft, {clause.id: finding.rewrite})
    first, last = clause.text[: start - clause.start], clause.text[end - clause.start :]
    return edited(draft, {clause.id: f"{first}{finding.rewrite}{last}"})


def clause_of(draft: Draft, identity: str) -> Clause:
    """Raises UsageError for an id the draft has not."""
    found = next((clause for clause in draft.clauses if clause.id == identity), None)
    if found is None:
        raise UsageError(f"The draft has no clause {identity!r}.", "Reload the draft and try again.")
    return found


def tidied(text: str) -> str:
    """Typed words without the spaces around them and without characters that no page prints."""
    plain = "".join(char for char in text.replace("\r\n", "\n") if char.isprintable() or char in "\n\t")
    return plain.strip()


def _with(draft: Draft, clause: Clause, text: str) -> Draft:
    if not text:
        return removed(draft, clause)
    return replaced(draft, clause, text, "blank" if BLANK in text and clause.origin == "blank" else "therapist")


def _sentence(text: str) -> str:
    return text if text[-1] in '.!?"”' else f"{text}."
