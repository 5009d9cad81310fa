"""The pages and the pieces of them that are swapped in: Jinja templates over the same JSON as the API's."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from .. import __version__, export
from ..language.tables import rules
from . import bodies, shapes
from .accepting import reviewed
from .desk import AtDesk
from .talks import AnId, whole

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
JSON = dict[str, Any]
STATIC = Path(__file__).parent / "static"
THEMES = ("light", "dark")


@router.get("/")
def start(request: Request, desk: AtDesk) -> HTMLResponse:
    """The workspace with an empty box."""
    nothing: JSON = {"conversation": None, "messages": [], "drafts": [], "job": None}
    return _workspace(request, desk, nothing)


@router.get("/c/{conversation}")
def workspace(conversation: AnId, request: Request, desk: AtDesk) -> HTMLResponse:
    """The workspace with a conversation."""
    return _workspace(request, desk, whole(desk, conversation))


def _workspace(request: Request, desk: AtDesk, shown: JSON) -> HTMLResponse:
    lists = {
        "conversations": [shapes.record(item) for item in desk.store.conversations()],
        "students": [shapes.record(item) for item in desk.store.students()],
        "author": shapes.preferences(desk.store)["author"],
    }
    return page(request, "workspace.html", {"page": "workspace", **shown, **lists})


@router.get("/fragments/draft/{draft}")
def draft(draft: AnId, request: Request, desk: AtDesk) -> HTMLResponse:
    """The review of a draft."""
    held = desk.store.draft(draft)
    siblings = [shapes.draft(desk.store, item) for item in reversed(desk.store.drafts(held.conversation))]
    return page(request, "fragments/draft.html", {"draft": shapes.draft(desk.store, held), "drafts": siblings})


@router.get("/fragments/conversations")
def conversations(request: Request, desk: AtDesk) -> HTMLResponse:
    """The list on the left."""
    return _listed(request, desk, bodies.Searched())


@router.post("/fragments/conversations")
def found(request: Request, body: bodies.Searched, desk: AtDesk) -> HTMLResponse:
    """The list on the left, as far as it holds some words."""
    return _listed(request, desk, body)


def _listed(request: Request, desk: AtDesk, wanted: bodies.Searched) -> HTMLResponse:
    query = wanted.query.strip() or None
    listed = [shapes.record(item) for item in desk.store.conversations(query=query, student=wanted.student)]
    students = [shapes.record(item) for item in desk.store.students()]
    told: JSON = {"conversations": listed, "students": students, "query": wanted.query, "conversation": None}
    return page(request, "fragments/conversations.html", told)


@router.get("/fragments/messages/{conversation}")
def messages(conversation: AnId, request: Request, desk: AtDesk) -> HTMLResponse:
    """The chat."""
    return page(request, "fragments/messages.html", whole(desk, conversation))


@router.get("/fragments/document/{document}")
def document(
    document: AnId, request: Request, desk: AtDesk, profile: Annotated[str | None, Query(max_length=100)] = None
) -> HTMLResponse:
    """The finish panel of an accepted draft, box by box for an IEP system; by default the therapist's own."""
    profile = profile or str(shapes.preferences(desk.store)["profile"])
    held = desk.store.document(document)
    paper = reviewed(desk, held)
    fields = [shapes.record(item) for item in export.fields(paper, export.profile(profile))]
    told: JSON = {
        "document": shapes.record(held),
        "draft": held.draft,
        "fields": fields,
        "text": export.as_text(paper),
        "profiles": shapes.profiles(),
        "profile": profile,
    }
    return page(request, "fragments/document.html", told)


def page(request: Request, name: str, told: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """A template with what every template has."""
    theme = request.cookies.get("theme", "")
    known = {"theme": theme if theme in THEMES else "auto", "kinds": rules("web")["kinds"], "version": __version__}
    return HTMLResponse(templates().get_template(name).render({**known, **told}), status)


@cache
def templates() -> Environment:
    """The templates; everything put into one is escaped, and a name that is missing is an error."""
    own = Environment(
        loader=PackageLoader("otassist.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    own.globals["static"] = static
    own.filters["when"] = when
    own.filters["origin_label"] = lambda name: rules("web")["origins"].get(name, name)
    own.filters["severity_label"] = lambda name: rules("web")["severities"].get(name, name)
    return own


@cache
def static(name: str) -> str:
    """The address of a file of static/, which changes with its content."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


def when(moment: str | datetime) -> str:
    """A time of the store as a person reads it here: `3:40 PM` today, `Nov 25` this year, else with the year."""
    told = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    local, now = told.astimezone(), datetime.now(UTC).astimezone()
    if local.date() == now.date():
        return local.strftime("%-I:%M %p")
    return local.strftime("%b %-d") if local.year == now.year else local.strftime("%b %-d, %Y")
