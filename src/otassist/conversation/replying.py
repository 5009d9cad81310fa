"""A message about a draft -> a reply: what the message was, the draft as asked for, and what changed in it.

Nothing changes that the message did not ask for, and the message is in the reply whatever comes of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..domain import Goal, Question, Reply
from . import explaining
from .additions import additions_of, grounded
from .changes import changed
from .means import Draft, Edited, Means, Unable, reply_text, unable
from .messages import Request, requests
from .modelled import by_model
from .outcomes import outcome
from .unplaced import unplaced


def reply(
    message: str, draft: Draft | None, means: Means, history: Sequence[Draft] = (), said_before: int = 0
) -> Reply:
    """What to do with a message; `history` holds the drafts before this one, the first at its head.

    `said_before` counts the additions of earlier messages, so that each has an id of its own.
    """
    asked = requests(message)
    if not any(char.isalnum() for char in message):
        return Reply(message, "command", "nothing", False, reply_text("nothing"), draft)
    if len({request.kind for request in asked}) != 1:
        return unplaced(message, draft, means, history, said_before)
    first = asked[0]
    bare = Reply(message, first.kind, first.action, False, "", draft)
    if first.kind == "command":
        return _commanded(bare, history)
    if draft is None:
        return replace(bare, action="no_draft", said=reply_text("no_draft"))
    if first.kind == "question":
        return replace(bare, done=True, said=_explained(draft, first, means))
    return _edited(bare, draft, asked, means, said_before)


def _edited(bare: Reply, draft: Draft, asked: Sequence[Request], means: Means, said_before: int) -> Reply:
    """Each request in turn on what the one before left; one that cannot be done stops none of the others."""
    current, told, failed, asks = draft, list[str](), list[Unable](), list[Question]()
    others, wishes = tuple[Goal, ...](), list[str]()
    for request in asked:
        done = outcome(current, request, means)
        if isinstance(done, Edited) and not any(char.isalnum() for char in done.draft.text):
            done = unable("nothing_left")
        if isinstance(done, Unable):
            failed.append(done)
            wishes += [bare.message[request.start : request.end]] if done.needs_model else []
            asks += [Question(done.why, request.action, done.options)] if done.options else []
            continue
        current, others = done.draft, (*others, *done.others)
        told += [reply_text("done", what=done.what), *done.said]
        asks += [Question(reply_text(name), request.action) for name in done.asks]
    model, left = means.model, [failure for failure in failed if failure.needs_model]
    told += [failure.why for failure in failed if not (model and failure in left)]
    made = _made(bare, draft, current, asked, means, said_before)
    made = replace(made, done=not failed, said=" ".join(told), questions=tuple(asks), needs_model=bool(left))
    made = replace(made, others=tuple(each for other in others if isinstance(each := means.recheck(other), Goal)))
    if model is None or not left:
        return made
    wish = "; ".join(wishes) if made.changes else bare.message
    return by_model(model, made, wish, draft, means, said_before, len(left) < len(failed))


def _made(bare: Reply, draft: Draft, current: Draft, asked: Sequence[Request], means: Means, said_before: int) -> Reply:
    """The reply with the draft as the requests changed it, where they did."""
    if current == draft:
        return bare
    additions = tuple(additions_of(bare.message, asked, means, said_before))
    for addition in additions:
        current = grounded(current, draft, addition)
    checked = means.recheck(current)
    return replace(bare, draft=checked, changes=changed(draft, checked), additions=additions)


def _commanded(bare: Reply, history: Sequence[Draft]) -> Reply:
    """Undo and start over go back through the history; the rest is the program's to do."""
    if bare.action not in ("undo", "start_over"):
        return replace(bare, said=reply_text(bare.action))
    if not history:
        return replace(bare, said=reply_text("nothing_to_undo"))
    old = history[-1] if bare.action == "undo" else history[0]
    said = reply_text("undone" if bare.action == "undo" else "started_over")
    return replace(bare, done=True, said=said, draft=old, changes=changed(bare.draft, old) if bare.draft else ())


def _explained(draft: Draft, request: Request, means: Means) -> str:
    if request.action == "why":
        return explaining.why(draft, request, means)
    return explaining.findings(draft) if request.action == "findings" else explaining.bank_source(draft, means)
