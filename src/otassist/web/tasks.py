"""What a message asks for, done: drafts from a jot, an answer, a changed draft. First the work, then one saving of it.

A task is given an order and hands back how to save what came of it: a job that another process took over saves nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .. import wire, wire_drafts
from ..assistant import Assistant
from ..conversation import proposed
from ..domain import Answer, Context, Drafting, Following, Goal, Note, Reply
from ..errors import UsageError
from ..language.tables import rules
from ..store import Job, Message, Store, StoredDraft

JSON = dict[str, Any]
ALONE = Following()
TALK = ("auto", "edit", "ask")
"""Kinds of a message that may be about the draft on the screen."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: a message, the draft on the screen, and the job it is done in, if any."""

    conversation: str
    message: str
    kind: str
    text: str
    context: Mapping[str, Any]
    shown: str | None = None
    job: str | None = None

    @property
    def entered(self) -> Context:
        return wire.context_from(self.context)[0]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it: the assistant's message, what is told with `done`, and the drafts that are there or changed."""

    said: Message
    told: JSON
    drafts: tuple[StoredDraft, ...] = ()
    reading: JSON | None = None


Save = Callable[[bool], Result]
"""Saves the result; the argument says whether the job was stopped."""


def order_of(job: Job) -> Order:
    """The order behind a job."""
    asked = job.asked
    text, context, shown = str(asked["text"]), asked.get("context", {}), asked.get("draft")
    return Order(job.conversation, job.message or "", job.kind, text, context, shown, job.id)


def perform(assistant: Assistant, store: Store, order: Order, follow: Following) -> Save:
    """Does what is asked for and hands back how to save it."""
    if order.kind == "ask":
        answer = assistant.ask(order.text, order.entered, follow=follow)
        return lambda stopped: saved_answer(store, order, answer)
    if order.kind in TALK:
        held, reply = talk(assistant, store, order, follow)
        if not is_jot(order, reply):
            return lambda stopped: saved_reply(store, order, held, reply)
        order = replace(order, kind=jot_kind(assistant, order))
    context, unknown = wire.context_from(order.context)
    drafting = assistant.draft(order.kind, order.text, context, unknown, follow)
    return lambda stopped: saved_drafts(store, order, drafting, stopped)


def talk(
    assistant: Assistant, store: Store, order: Order, follow: Following = ALONE
) -> tuple[StoredDraft | None, Reply]:
    """The draft on the screen as it stands, and what a message about it asks for; what was accepted stays as it is."""
    held = store.draft(order.shown) if order.shown else None
    if held is not None and held.conversation != order.conversation:
        raise UsageError("That draft belongs to another conversation.", "Reload the page.")
    if held is None or held.accepted:
        return held, assistant.revise(order.text, None, None, order.entered, follow=follow)
    now, jot = wire_drafts.draft_from(held.content), jot_of(store, held)
    return held, assistant.revise(order.text, now, jot, order.entered, history(store, held), follow=follow)


def is_jot(order: Order, reply: Reply) -> bool:
    """Whether a message turns out to be a jot to draft from."""
    return reply.kind == "jot" and order.kind == "auto"


def jot_kind(assistant: Assistant, order: Order) -> str:
    """What a jot is drafted as unless a chip says otherwise."""
    kind = proposed(assistant.read(order.text, order.entered))
    return kind if kind in ("goal", "consult") else "note"


def saved_reply(store: Store, order: Order, held: StoredDraft | None, reply: Reply) -> Result:
    """The draft as the message changed it, the goals that were split off, and what is said of it.

    Raises Conflict where the draft is no longer the one the reply is about: nobody's words are written over unseen.
    """
    held = held if reply.draft is not None else None
    if held is not None and reply.changes and reply.draft is not None:
        why = reply.action if reply.action in ("undo", "start_over") else reply.message
        held = store.revise_draft(held.id, held.version, content_of(reply.draft, held), why)
        for place, other in enumerate(reply.others, 1):
            _split_off(store, held, place, other)
    told = wire.reply(reply)
    said = _said(store, order, reply.kind, reply.said, told)
    return Result(said, told, (held,) if held else ())


def saved_answer(store: Store, order: Order, answer: Answer) -> Result:
    """What the practice library says, as a message."""
    told = wire.answer(answer)
    text = told["answer"] or next((item["text"] for item in told["notices"]), "")
    return Result(_said(store, order, "answer", text, told), told)


def saved_drafts(store: Store, order: Order, drafting: Drafting, stopped: bool) -> Result:
    """The drafts of a jot, under ids that follow from the job's: drafted twice, they are there once."""
    told = wire.drafting(drafting)
    stored = tuple(
        store.add_draft(
            id=derived_id(order.job or order.message, place),
            conversation=order.conversation,
            message=order.message,
            job=order.job,
            kind="goal" if order.kind == "goal" else "note",
            position=place,
            content=content,
            student=store.conversation(order.conversation).student,
        )
        for place, content in enumerate(told.pop("drafts"))
    )
    seen = {**told.pop("observation"), **{name: told[name] for name in ("out_of_scope", "notices")}}
    told |= {"drafts": [item.id for item in stored], "state": "stopped" if stopped else "done"}
    said = _said(store, order, "drafted", _ready(order.kind, len(stored), stopped), told)
    return Result(said, told, stored, {"observation": seen})


def content_of(draft: Goal | Note, held: StoredDraft) -> JSON:
    """A changed draft as it is stored; what `wire` cannot know of a note, its area, stays."""
    return {**wire.draft(draft), "area": held.content.get("area")}


def jot_of(store: Store, held: StoredDraft) -> str | None:
    """The jot behind a draft."""
    return order_of(store.job(held.job)).text if held.job else None


def context_of(store: Store, held: StoredDraft) -> Context:
    """The context behind a draft."""
    return order_of(store.job(held.job)).entered if held.job else Context()


def history(store: Store, held: StoredDraft) -> Sequence[Goal | Note]:
    """The drafts to which undoing goes back, the first at their head: what was undone is not among them."""
    kept: list[Goal | Note] = []
    for revision in store.revisions(held.id):
        if revision.why == "undo":
            kept = kept[:-1]
        elif revision.why == "start_over":
            kept = kept[:1]
        else:
            kept.append(wire_drafts.draft_from(revision.content))
    return kept[:-1]


def derived_id(of: str, place: int) -> str:
    """An id that follows from another: done twice, it is the same thing."""
    return hashlib.sha256(f"{of}:{place}".encode()).hexdigest()[:32]


def _said(store: Store, order: Order, kind: str, text: str, reply: JSON) -> Message:
    return store.add_message(order.conversation, "assistant", kind, text, reply=reply, id=derived_id(order.message, -1))


def _split_off(store: Store, held: StoredDraft, place: int, other: Goal) -> None:
    store.add_draft(
        id=derived_id(f"{held.id}.{held.version}", place),
        conversation=held.conversation,
        message=held.message,
        job=held.job,
        kind=held.kind,
        position=held.position + place,
        content=wire.draft(other),
        student=held.student,
    )


def _ready(kind: str, count: int, stopped: bool) -> str:
    """What is said when drafts are there (language/data/web.toml)."""
    said = rules("web")["ready"]
    if stopped:
        return str(said["stopped"])
    form = said["none" if not count else kind if count == 1 else f"{kind}s"]
    return str(form.format(count=count))
