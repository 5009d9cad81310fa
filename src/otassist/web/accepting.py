"""From a reviewed draft to a document that stays, and from a document to what is exported."""

from __future__ import annotations

from .. import wire, wire_drafts
from ..domain import Addendum, Finding, Goal, Note, Reviewed
from ..errors import UsageError
from ..language.tables import rules
from ..store import Document, StoredDraft
from . import bodies
from .desk import Desk


def accept(desk: Desk, held: StoredDraft, body: bodies.Accepted) -> Document:
    """The document of a draft; accepted twice, it is the same one. Raises UsageError for a blocker nobody has seen."""
    draft = wire_drafts.draft_from(held.content)
    open_ = [item for item in draft.findings if item.severity != "info"]
    unseen = [item for item in open_ if item.severity == "blocker" and item.id not in body.acknowledged]
    if unseen and not held.accepted:
        listed = " ".join(item.message for item in unseen[:3])
        raise UsageError(
            f"{len(unseen)} blocker{'s are' if len(unseen) > 1 else ' is'} open: {listed}",
            "Mend them, or say that you have seen them; they are printed with the document.",
        )
    return desk.store.accept(
        held.id,
        body.version,
        title=body.title.strip() or title_of(draft),
        author=(body.author or "").strip() or None,
        findings=[wire.finding(item) for item in open_],
    )


def title_of(draft: Goal | Note) -> str:
    """What a document is called unless the therapist says otherwise (language/data/titles.toml)."""
    return str(rules("titles")[draft.type])


def reviewed(desk: Desk, document: Document) -> Reviewed:
    """A document as the exporters take it, with the times of the place where it is printed."""
    label = desk.store.student(document.student).label if document.student else None
    draft = wire_drafts.draft_from(document.content)
    return Reviewed(
        draft=draft,
        student=label,
        accepted_at=document.accepted.astimezone(),
        author=document.author,
        title=document.title,
        open_findings=tuple(map(_finding, document.findings)),
        addenda=tuple(Addendum(item.text, item.created.astimezone()) for item in document.addenda),
    )


def _finding(item: dict[str, object]) -> Finding:
    return Finding(**item)  # type: ignore[arg-type]
