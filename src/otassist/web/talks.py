"""Conversations: the box as it is typed in, and what is sent from it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from . import bodies
from .desk import AtDesk, Desk
from .saying import Said, say
from .shapes import draft, record

router = APIRouter(prefix="/api/conversations", tags=["conversations"])
JSON = dict[str, Any]
AnId = Annotated[str, Path(pattern=r"^[0-9a-f]{32}$")]
Forever = Annotated[bool, Query()]


@router.get("")
def every(desk: AtDesk, student: bodies.Id | None = None, deleted: bool = False) -> JSON:
    """All, the latest first."""
    return {"conversations": [record(item) for item in desk.store.conversations(student=student, deleted=deleted)]}


@router.post("/search")
def search(body: bodies.Searched, desk: AtDesk) -> JSON:
    """Those that hold some words; by POST, since what is looked for is a student's."""
    found = desk.store.conversations(query=body.query or None, student=body.student)
    return {"conversations": [record(item) for item in found]}


@router.post("", status_code=201)
def begin(body: bodies.NewConversation, desk: AtDesk) -> JSON:
    """A new one; with an id that is known already, that one."""
    held = desk.store.add_conversation(student=body.student, id=body.id, title=body.title)
    if (body.box or body.context) and held.version == 1:
        held = desk.store.save_box(held.id, held.version, body.box, body.context)
    return record(held)


@router.get("/{conversation}")
def show(conversation: AnId, desk: AtDesk) -> JSON:
    """One with its messages, drafts and jobs."""
    return whole(desk, conversation)


@router.patch("/{conversation}")
def change(conversation: AnId, body: bodies.ConversationChange, desk: AtDesk) -> JSON:
    """Saves what is given; 409 with the current one where somebody else has saved since."""
    store, version = desk.store, body.version
    held = store.conversation(conversation)
    if body.box is not None or body.context is not None:
        box = held.box if body.box is None else body.box
        context = held.context if body.context is None else body.context
        held = store.save_box(conversation, version, box, context)
        version = held.version
    if body.title is not None:
        held = store.retitle(conversation, version, body.title)
        version = held.version
    if "student" in body.model_fields_set:
        held = store.assign(conversation, version, body.student)
    return record(held)


@router.delete("/{conversation}")
def delete(
    conversation: AnId, desk: AtDesk, version: Annotated[int, Query(ge=1)] = 1, forever: Forever = False
) -> Response:
    """Into the bin, or for good."""
    if forever:
        desk.store.erase_conversation(conversation)
    else:
        desk.store.delete_conversation(conversation, version)
    return Response(status_code=204)


@router.post("/{conversation}/restore")
def restore(conversation: AnId, desk: AtDesk) -> JSON:
    """Out of the bin."""
    return record(desk.store.restore_conversation(conversation))


@router.post("/{conversation}/messages")
def send(conversation: AnId, body: bodies.NewMessage, desk: AtDesk) -> JSON:
    """A jot starts a job; an edit changes the draft; a question is answered. Sent twice, it is done once."""
    said: Said = say(desk, conversation, body)
    return {
        "conversation": record(desk.store.conversation(conversation)),
        "message": record(said.message),
        "job": record(said.job) if said.job else None,
        "reply": record(said.reply) if said.reply else None,
        "draft": draft(desk.store, said.draft) if said.draft else None,
    }


def whole(desk: Desk, conversation: str) -> JSON:
    """A conversation with all that belongs to it, the newest draft first."""
    store = desk.store
    held = store.conversation(conversation)
    jobs = store.jobs(conversation)
    running = next((job for job in reversed(jobs) if job.state in ("queued", "running")), None)
    return {
        "conversation": record(held),
        "messages": [record(item) for item in store.messages(conversation)],
        "drafts": [draft(store, item) for item in reversed(store.drafts(conversation))],
        "job": record(running) if running else None,
    }
