"""Drafts in the review: every change is a revision, checked again; what was accepted stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from .. import wire_drafts
from ..checks.remedies import changes
from ..conversation import Draft, edited, filled, mended
from ..errors import Conflict, UsageError
from ..store import StoredDraft
from . import bodies, shapes
from .accepting import accept
from .desk import AtDesk, Desk
from .tasks import content_of, context_of, history, jot_of

router = APIRouter(prefix="/api/drafts", tags=["review"])
JSON = dict[str, Any]
AnId = Annotated[str, Path(pattern=r"^[0-9a-f]{32}$")]
Number = Annotated[int, Query(ge=1, le=2**31 - 1)]


@router.get("/{draft}")
def show(draft: AnId, desk: AtDesk) -> JSON:
    """A draft with its jot, what was read, and what it cites."""
    return shapes.draft(desk.store, desk.store.draft(draft))


@router.patch("/{draft}")
def edit(draft: AnId, body: bodies.ClauseEdits, desk: AtDesk) -> JSON:
    """Clauses in other words; no words take a clause out."""
    return _changed(desk, draft, body.version, partial(edited, words=_words(body.clauses)), "edited")


@router.post("/{draft}/check")
def check(draft: AnId, body: bodies.LiveCheck, desk: AtDesk) -> JSON:
    """What the checks would say of other words; nothing is saved."""
    held = desk.store.draft(draft)
    return {"content": _reworked(desk, held, partial(edited, words=_words(body.clauses)))}


@router.post("/{draft}/fill")
def fill(draft: AnId, body: bodies.Fill, desk: AtDesk) -> JSON:
    """A blank filled in."""
    change = partial(filled, identity=body.clause, text=body.text, blank=body.blank)
    return _changed(desk, draft, body.version, change, "filled in")


@router.post("/{draft}/remedy")
def remedy(draft: AnId, body: bodies.Remedy, desk: AtDesk) -> JSON:
    """A finding's own rewrite put in its place."""
    held = desk.store.draft(draft)
    found = next((item for item in wire_drafts.draft_from(held.content).findings if item.id == body.finding), None)
    if found is None:
        raise UsageError(f"There is no finding {body.finding!r} any more.", "Reload the draft.")
    return _changed(desk, draft, body.version, partial(mended, finding=found), found.check)


@router.post("/{draft}/variant")
def variant(draft: AnId, body: bodies.Variant, desk: AtDesk) -> JSON:
    """The goal with more support, as a stretch, or as it was first drafted."""
    if body.name == "standard":
        return restore(draft, bodies.Restored(version=body.version, number=1), desk)
    held = _open(desk, draft, body.version)
    said = "more support" if body.name == "more_support" else "stretch"
    now = wire_drafts.draft_from(held.content)
    reply = desk.assistant.revise(
        said, now, jot_of(desk.store, held), context_of(desk.store, held), history(desk.store, held)
    )
    if not reply.changes or reply.draft is None:
        raise UsageError(reply.said or "There is no such version of this goal.", "Say what to change instead.")
    content = content_of(reply.draft, held)
    return shapes.draft(desk.store, desk.store.revise_draft(held.id, body.version, content, said))


@router.get("/{draft}/revisions")
def revisions(draft: AnId, desk: AtDesk) -> JSON:
    """Every state of the draft, the first at its head."""
    return {"revisions": [shapes.record(item) for item in desk.store.revisions(draft)]}


@router.get("/{draft}/diff")
def diff(draft: AnId, desk: AtDesk, before: Annotated[int, Query(alias="from", ge=1)], to: Number) -> JSON:
    """The words that differ between two revisions, in reading order."""
    texts = [str(desk.store.revision(draft, number).content.get("text", "")) for number in (before, to)]
    names = {"same": "same", "removed": "out", "added": "in"}
    return {"pieces": [{"op": names[item.kind], "text": item.text} for item in changes(*texts)]}


@router.post("/{draft}/restore")
def restore(draft: AnId, body: bodies.Restored, desk: AtDesk) -> JSON:
    """An earlier revision as the newest one."""
    _open(desk, draft, body.version)
    content = dict(desk.store.revision(draft, body.number).content)
    return shapes.draft(desk.store, desk.store.revise_draft(draft, body.version, content, f"restored {body.number}"))


@router.delete("/{draft}")
def delete(draft: AnId, desk: AtDesk, version: Number) -> Response:
    """Into the bin."""
    desk.store.delete_draft(draft, version)
    return Response(status_code=204)


@router.post("/{draft}/undelete")
def undelete(draft: AnId, desk: AtDesk) -> JSON:
    """Out of the bin."""
    return shapes.draft(desk.store, desk.store.restore_draft(draft))


@router.post("/{draft}/accept", status_code=201)
def accepted(draft: AnId, body: bodies.Accepted, desk: AtDesk) -> JSON:
    """The draft as a document that stays as it is; open blockers have to be acknowledged and are printed with it."""
    return shapes.record(accept(desk, desk.store.draft(draft), body))


def _words(clauses: Sequence[bodies.ClauseWords]) -> dict[str, str]:
    return {item.id: item.text for item in clauses}


def _open(desk: Desk, draft: str, version: int) -> StoredDraft:
    """The draft, if it may be changed from this version. Raises UsageError or Conflict."""
    held = desk.store.draft(draft)
    if held.accepted:
        raise UsageError("This draft was accepted and stays as it is.", "Add an addendum, or draft anew from the jot.")
    if held.version != version:
        raise Conflict(held)
    return held


def _changed(desk: Desk, draft: str, version: int, change: Callable[[Draft], Draft], why: str) -> JSON:
    held = _open(desk, draft, version)
    content = _reworked(desk, held, change)
    if content["text"] == held.content.get("text"):
        return shapes.draft(desk.store, held)
    return shapes.draft(desk.store, desk.store.revise_draft(draft, version, content, why))


def _reworked(desk: Desk, held: StoredDraft, change: Callable[[Draft], Draft]) -> JSON:
    now = wire_drafts.draft_from(held.content)
    return content_of(desk.assistant.rework(now, change, jot_of(desk.store, held), context_of(desk.store, held)), held)
