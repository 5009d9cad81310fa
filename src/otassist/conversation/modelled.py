"""What no pattern can do of a message, done by a language model: clause by clause, or not at all and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..domain import Addition, ClauseChange, Proposed, Redrafted, Reply
from .additions import whole_message
from .applying import applied
from .changes import changed
from .means import Draft, Means, Model, reply_text


def by_model(
    model: Model, reply: Reply, wish: str, before: Draft, means: Means, said_before: int, others_failed: bool = False
) -> Reply:
    """The reply with what the model made of its draft by a wish; where it made nothing, with the reason.

    `before` is the draft before the whole message, `said_before` how many additions there were.
    """
    draft = reply.draft
    if draft is None:
        return reply
    addition = f"t{said_before + len(reply.additions) + 1}"

    def apply(changes: Sequence[Proposed]) -> Draft:
        return means.recheck(applied(draft, changes, addition))

    made = model.edit(wish, draft, apply)
    usage = reply.usage + made.usage if reply.usage and made.usage else reply.usage or made.usage
    asked = replace(reply, model=made.model, prompt=made.prompt, usage=usage, set_aside=made.set_aside)
    if made.draft is None:
        return replace(asked, model=None, prompt=None, said=_joined(reply.said, _why(made)), needs_model=True)
    changes = changed(draft, made.draft)
    told = reply_text("by_model", what="; ".join(_told(changes)))
    additions = tuple(_additions(made, reply.message, addition, means))
    return replace(
        asked,
        action=reply.action if reply.changes else "model",
        done=not others_failed,
        said=_joined(reply.said, told),
        draft=made.draft,
        changes=changed(before, made.draft),
        additions=(*reply.additions, *additions),
        needs_model=False,
    )


def _why(made: Redrafted) -> str:
    return reply_text("not_by_model", why=made.why or "")


def _joined(*said: str) -> str:
    return " ".join(filter(None, said))


def _told(changes: Sequence[ClauseChange]) -> Iterator[str]:
    """Each change in words; the clauses stand in full beside it."""
    for change in changes:
        old, new = change.old.text if change.old else "", change.new.text if change.new else ""
        form = {"replaced": "change_replaced", "removed": "change_removed", "added": "change_added"}[change.kind]
        yield reply_text(form, old=old, new=new)


def _additions(made: Redrafted, message: str, identity: str, means: Means) -> Iterator[Addition]:
    """The message as what the therapist said, where words of it are in the draft."""
    if made.said:
        yield whole_message(identity, message, means)
