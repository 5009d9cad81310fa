"""Settings a therapist changes on the page, and how the machine is set up."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import Field

from ..errors import OtassistError, UsageError
from . import bodies, shapes
from .desk import AtDesk
from .pages import page

router = APIRouter()


class Preferences(bodies.Body):
    """The IEP system whose boxes are shown first, and the name that signs a document."""

    profile: bodies.Label = "default"
    author: Annotated[bodies.Label, Field(description="Name and credentials, such as K. Lee, OTR/L.")] = ""


@router.get("/api/preferences", tags=["settings"])
def show(desk: AtDesk) -> dict[str, Any]:
    """What is set."""
    return shapes.preferences(desk.store)


@router.put("/api/preferences", tags=["settings"])
def save(body: Preferences, desk: AtDesk) -> dict[str, Any]:
    """Sets it."""
    if body.profile not in {item["id"] for item in shapes.profiles()}:
        raise UsageError(f"There is no IEP system {body.profile!r}.", "Choose one of the list.")
    desk.store.save_setting(shapes.PREFERENCES, body.model_dump())
    return shapes.preferences(desk.store)


@router.get("/settings", include_in_schema=False)
def settings(request: Request, desk: AtDesk) -> HTMLResponse:
    """What can be set here, and what is set outside."""
    told = {"page": "settings", "preferences": shapes.preferences(desk.store), "profiles": shapes.profiles()}
    return page(request, "settings.html", {**told, "settings": desk.shelves.settings})


@router.get("/api/docs", include_in_schema=False)
def docs(request: Request) -> HTMLResponse:
    """The interface for programs, address by address."""
    described = request.app.openapi()
    calls = [
        (path, method.upper(), told["description"], told.get("tags", [""])[0])
        for path, methods in described["paths"].items()
        for method, told in methods.items()
    ]
    return page(request, "docs.html", {"page": "about", "calls": calls})


@router.get("/about", include_in_schema=False)
def about(request: Request, desk: AtDesk) -> HTMLResponse:
    """What is configured, what works, and what is kept where."""
    try:
        found = desk.shelves.doctor()
        facts, problems = dict(found.facts), list(found.problems)
    except OtassistError as problem:
        facts, problems = {}, [str(problem)]
    return page(request, "about.html", {"page": "about", "facts": facts, "problems": problems})
