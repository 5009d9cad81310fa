"""Accepted documents: read, copied field by field, exported, added to; never changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Response

from .. import export
from ..domain import Goal, Reviewed
from ..errors import UsageError
from . import bodies, shapes
from .accepting import reviewed
from .desk import AtDesk
from .shapes import record

router = APIRouter(prefix="/api", tags=["finish"])
JSON = dict[str, Any]
AnId = Annotated[str, Path(pattern=r"^[0-9a-f]{32}$")]
Profile = Annotated[str, Query(max_length=100)]

_TYPES: Mapping[str, str] = {
    "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
_WRITERS: Mapping[str, Callable[[Reviewed], str | bytes]] = {
    "txt": export.as_text,
    "md": export.as_markdown,
    "csv": export.as_csv,
    "docx": export.as_docx,
    "pdf": export.as_pdf,
}


@router.get("/documents")
def documents(desk: AtDesk, student: bodies.Id | None = None) -> JSON:
    """All, the latest first."""
    return {"documents": [record(item) for item in desk.store.documents(student=student)]}


@router.get("/documents/{document}")
def show(document: AnId, desk: AtDesk) -> JSON:
    """One with its addenda."""
    return record(desk.store.document(document))


@router.get("/profiles")
def profiles() -> JSON:
    """The IEP systems whose boxes are known."""
    return {"profiles": shapes.profiles()}


@router.get("/documents/{document}/fields")
def fields(document: AnId, desk: AtDesk, profile: Profile = "default") -> JSON:
    """The document box by box, with lengths and limits in characters."""
    found = export.fields(reviewed(desk, desk.store.document(document)), export.profile(profile))
    return {"fields": [record(item) for item in found]}


@router.get("/documents/{document}/export/{form}", response_class=Response)
def exported(document: AnId, form: Literal["txt", "md", "csv", "docx", "pdf"], desk: AtDesk) -> Response:
    """The document as a file."""
    return _file(_WRITERS[form](reviewed(desk, desk.store.document(document))), form, "document")


@router.get("/documents/{document}/sheet/{form}", response_class=Response)
def sheet(document: AnId, form: Literal["csv", "docx", "pdf"], desk: AtDesk) -> Response:
    """A sheet to collect data on an accepted goal."""
    paper = reviewed(desk, desk.store.document(document))
    if not isinstance(paper.draft, Goal):
        raise UsageError("Data is collected on goals, and this is a note.", "Open an accepted goal.")
    return _file(export.data_sheet(paper, form), form, "data-sheet")


@router.post("/documents/{document}/addenda", status_code=201)
def add(document: AnId, body: bodies.AddendumText, desk: AtDesk) -> JSON:
    """A dated addition; the document itself stays as it was accepted."""
    return record(desk.store.add_addendum(document, body.text))


def _file(content: str | bytes, form: str, name: str) -> Response:
    """By a name that tells nothing of a student."""
    headers = {"content-disposition": f'attachment; filename="{name}.{form}"'}
    return Response(content, media_type=_TYPES[form], headers=headers)
