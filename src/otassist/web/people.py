"""Students by their labels, and the data points of their goals."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from . import bodies
from .desk import AtDesk
from .shapes import record

router = APIRouter(prefix="/api", tags=["students"])
JSON = dict[str, Any]
AnId = Annotated[str, Path(pattern=r"^[0-9a-f]{32}$")]
Number = Annotated[int, Query(ge=1, le=2**31 - 1)]


@router.get("/students")
def students(desk: AtDesk, deleted: bool = False) -> JSON:
    """All, by label."""
    return {"students": [record(item) for item in desk.store.students(deleted=deleted)]}


@router.post("/students", status_code=201)
def add(body: bodies.NewStudent, desk: AtDesk) -> JSON:
    """A student under a label, such as initials; nothing else is kept of them."""
    return record(desk.store.add_student(body.label, id=body.id))


@router.get("/students/{student}")
def show(student: AnId, desk: AtDesk) -> JSON:
    """A student with conversations, documents and data points."""
    store = desk.store
    return {
        "student": record(store.student(student)),
        "conversations": [record(item) for item in store.conversations(student=student)],
        "documents": [record(item) for item in store.documents(student=student)],
        "points": [record(item) for item in store.points(student)],
    }


@router.patch("/students/{student}")
def rename(student: AnId, body: bodies.StudentChange, desk: AtDesk) -> JSON:
    """Another label."""
    return record(desk.store.rename_student(student, body.version, body.label))


@router.delete("/students/{student}")
def delete(student: AnId, desk: AtDesk, version: Number = 1, forever: Annotated[bool, Query()] = False) -> Response:
    """Into the bin; or for good, with everything that belongs to the student."""
    if forever:
        desk.store.erase_student(student)
    else:
        desk.store.delete_student(student, version)
    return Response(status_code=204)


@router.post("/students/{student}/restore")
def restore(student: AnId, desk: AtDesk) -> JSON:
    """Out of the bin."""
    return record(desk.store.restore_student(student))


@router.get("/students/{student}/points")
def points(student: AnId, desk: AtDesk, document: bodies.Id | None = None) -> JSON:
    """What was measured, of one goal or of all."""
    return {"points": [record(item) for item in desk.store.points(student, document=document)]}


@router.post("/students/{student}/points", status_code=201)
def add_point(student: AnId, body: bodies.NewPoint, desk: AtDesk) -> JSON:
    """What was measured on a day, as it was written and as a number where it is one."""
    return record(desk.store.add_point(student, **body.model_dump()))


@router.patch("/points/{point}")
def change_point(point: AnId, body: bodies.PointChange, desk: AtDesk) -> JSON:
    """A measure put right."""
    return record(desk.store.change_point(point, **body.model_dump()))


@router.delete("/points/{point}")
def delete_point(point: AnId, desk: AtDesk, version: Number) -> Response:
    """Into the bin."""
    desk.store.delete_point(point, version)
    return Response(status_code=204)


@router.post("/points/{point}/restore")
def restore_point(point: AnId, desk: AtDesk) -> JSON:
    """Out of the bin."""
    return record(desk.store.restore_point(point))
