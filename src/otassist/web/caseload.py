"""Students as pages: who there is, and one student's goals, notes and data."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from ..store import Document, Point, Store
from .chart import chart
from .desk import AtDesk
from .pages import page
from .talks import AnId

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/students")
def students(request: Request, desk: AtDesk) -> HTMLResponse:
    """All, with how many documents each has, and the bin."""
    store = desk.store
    shown = [(item, len(store.documents(student=item.id))) for item in store.students()]
    told = {"page": "students", "students": shown, "bin": store.students(deleted=True)}
    return page(request, "students.html", told)


@router.get("/students/{student}")
def student(student: AnId, request: Request, desk: AtDesk) -> HTMLResponse:
    """One with documents, data points, charts and conversations."""
    return page(request, "student.html", {"page": "students", **shown(desk.store, student)})


def shown(store: Store, student: str) -> dict[str, Any]:
    """What the page of a student shows: each goal with its own data, and the data of no goal."""
    documents, points = store.documents(student=student), store.points(student)
    goals = [item for item in documents if item.kind == "goal"]
    return {
        "student": store.student(student),
        "goals": [(goal, *_data(goal, points)) for goal in goals],
        "notes": [item for item in documents if item.kind != "goal"],
        "loose": _data(None, points),
        "conversations": store.conversations(student=student),
    }


def _data(goal: Document | None, points: list[Point]) -> tuple[list[Point], Any]:
    own = [item for item in points if item.document == (goal.id if goal else None)]
    return own, chart(own)
