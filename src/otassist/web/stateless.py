"""The command line's own jobs over HTTP: nothing is kept."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query

from .. import wire, wire_drafts
from ..conversation import proposed
from . import bodies
from .desk import AtDesk

router = APIRouter(prefix="/api", tags=["without a store"])
JSON = dict[str, Any]


def _given(body: Any, *own: str) -> tuple[Any, tuple[str, ...]]:
    return wire.context_from({name: value for name, value in body.model_dump().items() if name not in own})


@router.post("/facts")
def facts(body: bodies.BoxText, desk: AtDesk) -> JSON:
    """What is read from a jot, and what it would most likely become."""
    given = {**(body.model_extra or {}), **body.context}
    context, unknown = wire.context_from(given)
    seen = desk.assistant.read(body.text, context, unknown)
    return {**wire.reading(seen), "proposed": proposed(seen, beside_a_draft=body.draft is not None)}


@router.post("/draft/{kind}")
def draft(kind: Literal["goal", "note", "consult"], body: bodies.Jot, desk: AtDesk) -> JSON:
    """Goals, notes or consultation notes from a jot."""
    context, unknown = _given(body, "text")
    return wire.drafting(desk.assistant.draft(kind, body.text, context, unknown))


@router.post("/check/goal")
def check_goal(body: bodies.Checked, desk: AtDesk) -> JSON:
    """A goal anybody wrote: its parts, and what to mend."""
    context, unknown = _given(body, "text", "observation", "previous", "fix")
    return wire.checked_goal(desk.assistant.check_goal(body.text, context, unknown, fix=body.fix))


@router.post("/check/note")
def check_note(body: bodies.Checked, desk: AtDesk) -> JSON:
    """A note anybody wrote, grounded on a jot where one is given."""
    context, unknown = _given(body, "text", "observation", "previous", "fix")
    return wire.checked(desk.assistant.check_note(body.text, body.observation, context, unknown, body.previous))


@router.post("/ask")
def ask(body: bodies.Asked, desk: AtDesk) -> JSON:
    """What the practice library says."""
    context, unknown = _given(body, "question")
    return wire.answer(desk.assistant.ask(body.question, context, unknown))


@router.post("/revise")
def revise(body: bodies.Revised, desk: AtDesk) -> JSON:
    """A draft changed by saying what to change."""
    context, _ = _given(body, "text", "draft", "number", "observation")
    drafts = wire_drafts.drafts_in(body.draft) if body.draft else ()
    history, earlier = wire_drafts.history_in(body.draft), wire_drafts.additions_in(body.draft)
    now = wire_drafts.chosen(drafts, body.number)
    jot = body.observation or wire_drafts.jot_in(body.draft)
    said = desk.assistant.revise(body.text, now, jot, context, history, len(earlier))
    return wire.reply(said, wire_drafts.after(said, now, history), jot, earlier)


@router.get("/search")
def search(
    desk: AtDesk,
    query: Annotated[str, Query(alias="q", max_length=2_000)] = "",
    k: Annotated[int, Query(ge=1, le=100)] = 5,
    kind: Literal["goal", "practice"] | None = None,
    area: Annotated[str | None, Query(max_length=100)] = None,
    grade: Annotated[str | None, Query(max_length=100)] = None,
) -> JSON:
    """Goals and practice passages; what is searched for here is no student's text."""
    context, _ = wire.context_from({"area": area, "grade": grade})
    found = desk.assistant.search(query, k=k, kind=kind, context=context)
    return wire.search(found.query, found.evidence, found.questions)


@router.get("/health")
def health() -> JSON:
    """The process answers."""
    return {"status": "ok"}


@router.get("/ready")
def ready(desk: AtDesk) -> JSON:
    """The store answers, too; 503 where it does not."""
    desk.store.ready()
    return {"status": "ok"}


@router.get("/doctor")
def doctor(desk: AtDesk) -> JSON:
    """What is configured, what works, and which drafter is used."""
    found = desk.shelves.doctor()
    return {"healthy": found.healthy, "facts": dict(found.facts), "problems": list(found.problems)}
