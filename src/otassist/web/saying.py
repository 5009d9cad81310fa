"""What a message does: a jot starts a job, an edit changes the draft on the screen, a question is answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .. import wire, wire_drafts
from ..conversation import proposed
from ..domain import Answer, Context, Goal, Note, Reply
from ..errors import UsageError
from ..store import Conversation, Job, Message, StoredDraft
from .bodies import NewMessage
from .desk import Desk
from .work import draft_id

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
    seen = desk.assistant.read(body.text, context, unknown)  # refuses what is no text before it is kept as a message
    kind = body.kind
    message = store.add_message(
        conversation, "therapist", kind, body.text, context=dict(body.context), replaces=body.replaces, id=body.id
    )
    if not held.title:
        _entitle(desk, held, body.text)
    if kind == "ask":
        return _answered(desk, message, desk.assistant.ask(body.text, context))
    if kind in ("auto", "edit"):
        return _about_draft(desk, message, body.draft, context, proposed(seen, beside_a_draft=body.draft is not None))
    return drafted(desk, message, kind)


def drafted(desk: Desk, message: Message, kind: str) -> Said:
    """A job that drafts from a message."""
    asked = {"text": message.text, "context": dict(message.context)}
    job = desk.store.add_job(message.conversation, message.id, kind, asked, id=draft_id(message.id, 0))
    desk.work.begin(job.id)
    return Said(message, job=job)


def _said_before(desk: Desk, message: Message) -> Said:
    """What came of a message that arrives once more."""
    store = desk.store
    job = next((item for item in store.jobs(message.conversation) if item.message == message.id), None)
    later = [item for item in store.messages(message.conversation) if item.number > message.number]
    reply = later[0] if later and later[0].role == "assistant" else None
    return Said(message, job, reply)


def _about_draft(desk: Desk, message: Message, shown: str | None, context: Context, kind: str) -> Said:
    held = desk.store.draft(shown) if shown else None
    if held is not None and held.conversation != message.conversation:
        raise UsageError("That draft belongs to another conversation.", "Reload the page.")
    if held is not None and held.accepted:
        held = None  # what was accepted stays as it is
    now = wire_drafts.draft_from(held.content) if held else None
    jot = jot_of(desk, held) if held else None
    reply = desk.assistant.revise(message.text, now, jot, context, history(desk, held) if held else ())
    if reply.kind == "jot" and message.kind == "auto":
        return drafted(desk, message, kind if kind in ("goal", "consult") else "note")
    changed = _kept(desk, held, reply) if held and reply.draft else held
    answer = desk.store.add_message(message.conversation, "assistant", reply.kind, reply.said, reply=wire.reply(reply))
    return Said(message, reply=answer, draft=changed)


def _kept(desk: Desk, held: StoredDraft, reply: Reply) -> StoredDraft:
    """The draft as the message changed it, and the goals that were split off."""
    if not reply.changes or reply.draft is None:
        return held
    why = reply.action if reply.action in ("undo", "start_over") else reply.message
    kept = desk.store.revise_draft(held.id, held.version, content_of(reply.draft, held), why)
    for place, other in enumerate(reply.others, 1):
        desk.store.add_draft(
            conversation=held.conversation,
            message=held.message,
            job=held.job,
            kind=held.kind,
            position=held.position + place,
            content=wire.draft(other),
            student=held.student,
        )
    return kept


def content_of(draft: Goal | Note, held: StoredDraft) -> dict[str, Any]:
    """A changed draft as it is stored; what `wire` cannot know of a note, its area, stays."""
    return {**wire.draft(draft), "area": held.content.get("area")}


def _answered(desk: Desk, message: Message, answer: Answer) -> Said:
    told = wire.answer(answer)
    text = told["answer"] or next((item["text"] for item in told["notices"]), "")
    reply = desk.store.add_message(message.conversation, "assistant", "answer", text, reply=told)
    return Said(message, reply=reply)


def _entitle(desk: Desk, held: Conversation, text: str) -> None:
    title = " ".join(text.split())
    short = title if len(title) <= TITLE else f"{title[: TITLE - 1].rsplit(' ', 1)[0]}…"
    desk.store.retitle(held.id, held.version, short)


def jot_of(desk: Desk, held: StoredDraft) -> str | None:
    """The jot behind a draft."""
    asked: Mapping[str, Any] = desk.store.job(held.job).asked if held.job else {}
    return asked.get("text")


def context_of(desk: Desk, held: StoredDraft) -> Context:
    """The context behind a draft."""
    asked: Mapping[str, Any] = desk.store.job(held.job).asked if held.job else {}
    return wire.context_from(asked.get("context", {}))[0]


def history(desk: Desk, held: StoredDraft) -> Sequence[Goal | Note]:
    """The drafts to which undoing goes back, the first at their head: what was undone is not among them."""
    kept: list[Goal | Note] = []
    for revision in desk.store.revisions(held.id):
        if revision.why == "undo":
            kept = kept[:-1]
        elif revision.why == "start_over":
            kept = kept[:1]
        else:
            kept.append(wire_drafts.draft_from(revision.content))
    return kept[:-1]
