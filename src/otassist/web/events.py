"""A job as a stream of server-sent events, which goes on where it broke off."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query
from fastapi.sse import EventSourceResponse, ServerSentEvent
from starlette.concurrency import run_in_threadpool

from ..store import Job
from . import bodies
from .desk import AtDesk
from .shapes import record

router = APIRouter(prefix="/api/jobs", tags=["drafting"])
ASK_AGAIN = 1.0
"""Seconds after which the store is asked for what another process may have added."""
ENDED = ("done", "stopped", "failed")


def _job(job: str, desk: AtDesk) -> Job:
    return desk.store.job(job)


AJob = Annotated[Job, Depends(_job)]


@router.get("/{job}")
def show(found: AJob) -> dict[str, Any]:
    """How a job stands."""
    return record(found)


@router.post("/{job}/stop")
def stop(found: AJob, desk: AtDesk) -> dict[str, Any]:
    """Ends a job; what it has got is kept."""
    desk.work.stop(found.id)
    return record(desk.store.job(found.id))


@router.post("/{job}/answer")
def answer(found: AJob, body: bodies.Agreed, desk: AtDesk) -> dict[str, Any]:
    """Whether the masked text of the event `outgoing` may leave this machine."""
    desk.store.add_events(found.id, [("answered", {"yes": body.yes})])
    desk.work.bell.ring(found.id)
    return record(found)


@router.get("/{job}/events", response_class=EventSourceResponse)
async def follow(
    found: AJob,
    desk: AtDesk,
    after: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0,
    last_event_id: Annotated[int | None, Header(ge=0, le=2**31 - 1)] = None,
) -> AsyncIterator[ServerSentEvent]:
    """Every event after a number, as they come, until the job has ended."""
    number, bell = max(after, last_event_id or 0), desk.work.bell
    while True:
        heard = bell.count(found.id)
        state = (await run_in_threadpool(desk.store.job, found.id)).state
        told = await run_in_threadpool(desk.store.events, found.id, number)
        for event in told:
            number = event.number
            yield ServerSentEvent(id=str(number), event=event.name, data=event.data)
        if not told and state in ENDED:
            return
        if not told:
            await bell.wait(found.id, heard, ASK_AGAIN)
