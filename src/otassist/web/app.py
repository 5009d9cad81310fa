"""The web app put together: guard, faults, routes and files."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from .. import __version__
from ..assistant import Assistant
from ..store import Store
from . import (
    caseload,
    drafts,
    events,
    faults,
    guard,
    library,
    pages,
    papers,
    people,
    preferences,
    prompting,
    stateless,
    talks,
)
from .desk import LARGEST_BODY, LOOPBACK, Desk, Shelves
from .leaving import Leaving
from .work import Work


def create_app(
    assistant: Assistant,
    store: Store,
    shelves: Shelves,
    *,
    hosts: frozenset[str] = LOOPBACK,
    at_once: int = 8,
    leaving: Leaving | None = None,
    warm: Callable[[], None] = lambda: None,
) -> FastAPI:
    """The app; it answers only under `hosts`, drafts `at_once` jobs at a time, and calls `warm` once it is up.

    `leaving` is what `assistant` asks before masked text leaves this machine.
    """
    desk = Desk(assistant, store, Work(assistant, store, at_once, leaving), shelves, hosts)

    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncIterator[None]:
        desk.work.open(warm)
        yield
        desk.work.close()
        store.close()

    app = FastAPI(
        title="otassist",
        version=__version__,
        summary="Shorthand to notes and goals, for school occupational therapists.",
        openapi_url="/api/openapi.json",
        docs_url=None,  # both pages load scripts of other sites
        redoc_url=None,
        lifespan=living,
    )
    app.state.desk = desk
    for part in (stateless, people, talks, events, drafts, papers, preferences, pages, library, prompting, caseload):
        app.include_router(part.router)
    app.mount("/static", Files(directory=pages.STATIC), name="static")
    app.add_middleware(guard.Guard, hosts=hosts, largest=LARGEST_BODY)
    faults.install(app)
    return app


class Files(StaticFiles):
    """Files of the app: for good under an address with a digest, else asked for again each time."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        lasting = b"v=" in scope.get("query_string", b"")
        answer.headers["cache-control"] = "public, max-age=31536000, immutable" if lasting else "no-cache"
        return answer
