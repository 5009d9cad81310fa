"""Drafting in the background. Whatever happens of a job is a row in the store, so that any process can follow it.

A job is claimed for some seconds at a time; one whose process died is claimed by another, or by the same after a
restart, and drafted anew. Its drafts have ids that follow from its own, so that none is there twice.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Event, Thread
from time import monotonic
from typing import Any
from uuid import uuid4

from .. import wire
from ..assistant import Assistant
from ..domain import Drafting, Following
from ..errors import Conflict, Defect, OtassistError
from ..language.tables import rules
from ..store import Job, State, Store
from .bell import Bell
from .leaving import Leaving

log = logging.getLogger("otassist.web")
LEASE = 10.0
"""Seconds for which a job is claimed; renewed three times as often."""
LOOK = 0.25
"""Seconds between two looks into the store at whether another process stopped the job."""


class Work:
    """Runs the jobs of one process, some at a time."""

    def __init__(self, assistant: Assistant, store: Store, at_once: int = 8, leaving: Leaving | None = None) -> None:
        self._assistant, self._store, self._owner = assistant, store, uuid4().hex
        self._leaving = leaving or Leaving()
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix="otassist-job")
        self._running: dict[str, Event] = {}
        self._closing = Event()
        self._keeper = Thread(target=self._keep, name="otassist-keeper", daemon=True)
        self.bell = Bell()

    def open(self, warm: Callable[[], None]) -> None:
        """Takes over what an earlier process left, keeps what is under way, and makes the first draft quick."""
        self._keeper.start()
        Thread(target=warm, name="otassist-warm", daemon=True).start()

    def begin(self, job: str) -> None:
        """Starts a job as soon as there is room."""
        self._running.setdefault(job, Event())
        self._pool.submit(self._run, job)

    def stop(self, job: str) -> None:
        """Ends a job wherever it runs; what it has got is kept."""
        self._store.stop_job(job)
        if job in self._running:
            self._running[job].set()

    def close(self) -> None:
        """Stops what is under way; another process, or the next start, drafts it anew."""
        self._closing.set()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _keep(self) -> None:
        while True:
            try:
                for job in list(self._running):
                    if not self._store.renew_job(job, self._owner, LEASE) and self._store.job(job).state == "running":
                        self._running[job].set()  # somebody else has it now
                for left in self._store.abandoned_jobs(datetime.now(UTC)):
                    if left.id not in self._running:
                        self.begin(left.id)
            except OtassistError as problem:
                log.warning("%s", problem.message)
            if self._closing.wait(LEASE / 3):
                return

    def _run(self, identity: str) -> None:
        halted = self._running.setdefault(identity, Event())
        try:
            if self._closing.is_set() or not self._store.claim_job(identity, self._owner, LEASE):
                return
            self._draft(self._store.job(identity), halted)
        except Conflict:
            log.warning("A job was taken over by another process.")
        except OtassistError as problem:
            self._fail(identity, problem)
        except Exception as bug:
            log.error("%s", Defect(bug).message)
            self._fail(identity, Defect(bug))
        finally:
            self._running.pop(identity, None)
            self.bell.ring(identity)

    def _draft(self, job: Job, halted: Event) -> None:
        if self._store.events(job.id, limit=1):
            self._tell(job.id, "again", {})  # an earlier attempt told something of it
        context, unknown = wire.context_from(job.asked.get("context", {}))
        text = str(job.asked["text"])
        if self._assistant.writer is not None:
            self._tell(job.id, "reading", {"observation": wire.reading(self._assistant.read(text, context, unknown))})
        stopped = self._stopped(job.id, halted)
        follow = Following(lambda clause: self._tell(job.id, "clause", clause), stopped)
        with self._leaving.of(self._store, self.bell, job.id, stopped):
            drafting = self._assistant.draft(job.kind, text, context, unknown, follow)
        if not self._closing.is_set():
            self._finish(job, drafting, halted.is_set())

    def _stopped(self, job: str, halted: Event) -> Any:
        looked = monotonic()

        def stopped() -> bool:
            nonlocal looked
            if not halted.is_set() and not self._closing.is_set() and monotonic() - looked > LOOK:
                looked = monotonic()
                if self._store.stop_requested(job):
                    halted.set()
            return halted.is_set() or self._closing.is_set()

        return stopped

    def _tell(self, job: str, name: str, data: Mapping[str, Any]) -> None:
        self._store.add_events(job, [(name, dict(data))], owner=self._owner)
        self.bell.ring(job)

    def _finish(self, job: Job, drafting: Drafting, halted: bool) -> None:
        if not self._store.renew_job(job.id, self._owner, LEASE):
            return  # another process has it, and drafts it
        answer = wire.drafting(drafting)
        state: State = "stopped" if halted else "done"
        stored = [
            self._store.add_draft(
                id=draft_id(job.id, place),
                conversation=job.conversation,
                message=job.message,
                job=job.id,
                kind="goal" if job.kind == "goal" else "note",
                position=place,
                content=content,
                student=self._store.conversation(job.conversation).student,
            )
            for place, content in enumerate(answer.pop("drafts"))
        ]
        seen = {**answer.pop("observation"), **{name: answer[name] for name in ("out_of_scope", "notices")}}
        done = {**answer, "state": state, "drafts": [item.id for item in stored]}
        self._store.add_events(job.id, [("reading", {"observation": seen}), ("done", done)], self._owner)
        self._say(job, "drafted", _ready(job.kind, len(stored), state), done)
        self._store.finish_job(job.id, state)

    def _say(self, job: Job, kind: str, text: str, reply: dict[str, Any]) -> None:
        """What came of the job as a message of the conversation; drafted twice, it is the same message."""
        self._store.add_message(job.conversation, "assistant", kind, text, reply=reply, id=draft_id(job.id, -1))

    def _fail(self, job: str, problem: OtassistError) -> None:
        error = {"message": problem.message, "remedy": problem.remedy}
        try:
            self._store.add_events(job, [("failed", {"error": error})], self._owner)
            self._say(self._store.job(job), "failed", str(problem), {"error": error})
            self._store.finish_job(job, "failed", error)
        except OtassistError as worse:
            log.warning("%s", worse.message)


def _ready(kind: str, count: int, state: str) -> str:
    """What is said when a job has ended (language/data/web.toml)."""
    said = rules("web")["ready"]
    if state == "stopped":
        return str(said["stopped"])
    form = said["none" if not count else kind if count == 1 else f"{kind}s"]
    return str(form.format(count=count))


def draft_id(job: str, place: int) -> str:
    """The id of a job's draft by its place: drafted twice, it is the same draft."""
    return hashlib.sha256(f"{job}:{place}".encode()).hexdigest()[:32]
