"""Changes that a model proposes -> the draft with them, each in its clause's place; nothing else is touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..domain import Clause, Goal, Note, Objective, Proposed
from .means import Draft
from .splicing import put_behind, removed, replaced


def applied(draft: Draft, changes: Sequence[Proposed], addition: str) -> Draft:
    """The draft with the changes; `addition` is the id that words of the message go under.

    A change of a clause that is not there changes nothing.
    """
    steps = list(draft.objectives) if isinstance(draft, Goal) else []
    for change in changes:
        clause = next((each for each in draft.clauses if each.id == change.clause), None)
        if clause is not None:
            draft = _changed(draft, clause, change, addition)
    if not isinstance(draft, Goal):
        return draft
    objectives = _objectives(steps, changes)
    return replace(draft, objectives=objectives) if objectives != draft.objectives else draft


def _changed(draft: Draft, clause: Clause, change: Proposed, addition: str) -> Draft:
    if change.action == "remove":
        return removed(draft, clause)
    sources = (*change.statements, addition) if change.said else change.statements
    origin = "therapist" if change.said else "observed" if change.action == "add" else clause.origin
    if change.action == "replace":
        new = replace(clause, statements=tuple(dict.fromkeys((*clause.statements, *sources))))
        return _resting(replaced(draft, clause, _fitted(change.text, clause.text), origin), new)
    if isinstance(draft, Note):
        return put_behind(draft, clause, _fitted(change.text, "A sentence."), origin, sources)
    return draft


def _resting(draft: Draft, new: Clause) -> Draft:
    """The draft with the statements that a clause rests on."""

    def told(clause: Clause) -> Clause:
        return replace(clause, statements=new.statements) if clause.id == new.id else clause

    if isinstance(draft, Goal):
        return replace(draft, clauses=tuple(map(told, draft.clauses)))
    return replace(draft, sections={name: tuple(map(told, held)) for name, held in draft.sections.items()})


def _fitted(text: str, like: str) -> str:
    """The text with the capital and the full stop of the one it stands for."""
    text = text.strip() if like.endswith((".", "?", "_", '"', "”", "!")) else text.strip().rstrip(".")
    if like.endswith(".") and text[-1:] not in '.!?_"”':
        text += "."
    first = text.split(" ", 1)[0]
    if not like[:1].isupper() and first[1:].islower():
        return text[:1].lower() + text[1:]
    return text[:1].upper() + text[1:] if like[:1].isupper() else text


def _objectives(steps: Sequence[Objective], changes: Sequence[Proposed]) -> tuple[Objective, ...]:
    """The objectives with the changes; `o1` is the first of them as they were."""
    made: list[Objective] = [Objective(each.text) for each in changes if each.action == "add" and not each.clause]
    for number, step in enumerate(steps, 1):
        own = [each for each in changes if each.clause == f"o{number}"]
        made += [_step(step, own)] if not any(each.action == "remove" for each in own) else []
        made += [Objective(_fitted(each.text, step.text)) for each in own if each.action == "add"]
    return tuple(made)


def _step(step: Objective, own: Sequence[Proposed]) -> Objective:
    text = next((each.text for each in own if each.action == "replace"), None)
    return replace(step, text=_fitted(text, step.text)) if text is not None else step
