"""A message sent from the box: kept, and done at once or as a job that can be followed and stopped."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from .. import wire
from ..errors import Conflict
from ..store import Conversation, Job, Message, Store, StoredDraft
from .bodies import NewMessage
from .desk import Desk
from .tasks import TALK, Order, derived_id, is_jot, jot_kind, saved_answer, saved_reply, talk

TITLE = 60
"""Characters of a jot that name a conversation."""
_TURNS = tuple(Lock() for _ in range(256))


@dataclass(frozen=True, slots=True)
class Said:
    """A message with what it set off."""

    message: Message
    job: Job | None = None
    reply: Message | None = None
    draft: StoredDraft | None = None


def say(desk: Desk, conversation: str, body: NewMessage) -> Said:
    """Keeps the message, whatever comes of it, and does what it asks for; one sent before is not done again.

    One of a conversation at a time, so that a message sent twice at once finds what came of the first.
    """
    with _TURNS[int(conversation[:2], 16)]:
        return _said(desk, conversation, body)


def _said(desk: Desk, conversation: str, body: NewMessage) -> Said:
    store = desk.store
    held = store.conversation(conversation)
    before = _said_before(store, conversation, body)
    if before is not None:
        return before
    context, unknown = wire.context_from(body.context)
    desk.assistant.read(body.text, context, unknown)  # refuses what is no text before it is kept as a message
    message = store.add_message(
        conversation, "therapist", body.kind, body.text, context=dict(body.context), replaces=body.replaces, id=body.id
    )
    _entitle(store, held, body.text)
    order = Order(conversation, message.id, body.kind, body.text, body.context, body.draft)
    if body.kind in TALK and desk.assistant.writer is None:
        return _at_once(desk, message, order)
    return _begun(desk, message, order, body.kind)


def _at_once(desk: Desk, message: Message, order: Order) -> Said:
    """Without a model an edit or an answer takes no longer than a page; a jot becomes a job."""
    if order.kind == "ask":
        answered = saved_answer(desk.store, order, desk.assistant.ask(order.text, order.entered))
        return Said(message, reply=answered.said)
    held, reply = talk(desk.assistant, desk.store, order)
    if is_jot(order, reply):
        return _begun(desk, message, order, jot_kind(desk.assistant, order))
    try:
        kept = saved_reply(desk.store, order, held, reply)
    except Conflict:  # the draft was changed meanwhile: done anew, on the words it has now
        return _at_once(desk, message, order)
    return Said(message, reply=kept.said, draft=kept.drafts[0] if kept.drafts else None)


def _begun(desk: Desk, message: Message, order: Order, kind: str) -> Said:
    asked = {"text": order.text, "context": dict(order.context), "draft": order.shown}
    job = desk.store.add_job(order.conversation, message.id, kind, asked, id=derived_id(message.id, 0))
    desk.work.begin(job.id)
    return Said(message, job=job)


def _said_before(store: Store, conversation: str, body: NewMessage) -> Said | None:
    """What came of a message that arrives once more; none where it came to nothing, and it is to be done after all."""
    said = {item.id: item for item in store.messages(conversation)}
    job = next((item for item in store.jobs(conversation) if item.message == body.id), None)
    reply = said.get(derived_id(body.id, -1))
    if not (job or reply):
        return None
    changed = reply is not None and reply.reply is not None and reply.reply.get("changes")
    return Said(said[body.id], job, reply, store.draft(body.draft) if changed and body.draft else None)


def _entitle(store: Store, held: Conversation, text: str) -> None:
    """Names a conversation that has no name."""
    if held.title:
        return
    title = " ".join(text.split())
    short = title if len(title) <= TITLE else f"{title[: TITLE - 1].rsplit(' ', 1)[0]}…"
    try:
        store.retitle(held.id, held.version, short)
    except Conflict:  # the box was saved in between
        _entitle(store, store.conversation(held.id), text)
