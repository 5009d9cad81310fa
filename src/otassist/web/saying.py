"""A message sent from the box: kept, and done at once or as a job that can be followed and stopped."""

from __future__ import annotations

from dataclasses import dataclass

from .. import wire
from ..store import Conversation, Job, Message, StoredDraft
from .bodies import NewMessage
from .desk import Desk
from .tasks import TALK, Order, derived_id, is_jot, jot_kind, saved_answer, saved_reply, talk

TITLE = 60
"""Characters of a jot that name a conversation."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message with what it set off."""

    message: Message
    job: Job | None = None
    reply: Message | None = None
    draft: StoredDraft | None = None


def say(desk: Desk, conversation: str, body: NewMessage) -> Said:
    """Keeps the message, whatever comes of it, and does what it asks for; one sent before is not done again."""
    store = desk.store
    held = store.conversation(conversation)
    known = next((item for item in store.messages(conversation) if item.id == body.id), None)
    if known is not None:
        return _said_before(desk, known)
    context, unknown = wire.context_from(body.context)
    desk.assistant.read(body.text, context, unknown)  # refuses what is no text before it is kept as a message
    message = store.add_message(
        conversation, "therapist", body.kind, body.text, context=dict(body.context), replaces=body.replaces, id=body.id
    )
    if not held.title:
        _entitle(desk, held, body.text)
    order = Order(conversation, message.id, body.kind, body.text, body.context, body.draft)
    if body.kind in TALK and desk.assistant.writer is None:
        return _at_once(desk, message, order)
    return _begun(desk, message, order, body.kind)


def _at_once(desk: Desk, message: Message, order: Order) -> Said:
    """Without a model an edit or an answer takes no longer than a page; a jot becomes a job."""
    if order.kind == "ask":
        answered = saved_answer(desk.store, order, desk.assistant.ask(order.text, order.entered))
        return Said(message, reply=answered.said)
    reply = talk(desk.assistant, desk.store, order)
    if is_jot(order, reply):
        return _begun(desk, message, order, jot_kind(desk.assistant, order))
    kept = saved_reply(desk.store, order, reply)
    return Said(message, reply=kept.said, draft=kept.drafts[0] if kept.drafts else None)


def _begun(desk: Desk, message: Message, order: Order, kind: str) -> Said:
    asked = {"text": order.text, "context": dict(order.context), "draft": order.shown}
    job = desk.store.add_job(order.conversation, message.id, kind, asked, id=derived_id(message.id, 0))
    desk.work.begin(job.id)
    return Said(message, job=job)


def _said_before(desk: Desk, message: Message) -> Said:
    """What came of a message that arrives once more."""
    store = desk.store
    job = next((item for item in store.jobs(message.conversation) if item.message == message.id), None)
    later = [item for item in store.messages(message.conversation) if item.number > message.number]
    reply = later[0] if later and later[0].role == "assistant" else None
    return Said(message, job, reply)


def _entitle(desk: Desk, held: Conversation, text: str) -> None:
    title = " ".join(text.split())
    short = title if len(title) <= TITLE else f"{title[: TITLE - 1].rsplit(' ', 1)[0]}…"
    desk.store.retitle(held.id, held.version, short)
