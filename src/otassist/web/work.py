"""Drafting in the background. Whatever happens of a job is a row in the store, so that any process can follow it.

A job is claimed for some seconds at a time; one whose process died is claimed by another, or by the same after a
restart, and done anew. What comes of it has ids that follow from its own (tasks.py), so that nothing is there twice.
"""

from __future__ import annotations

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
from ..domain import Following
from ..errors import Conflict, NotThere, OtassistError
from ..store import Job, State, Store, StoredDraft
from .bell import Bell
from .fault import Fault
from .leaving import Leaving
from .tasks import TALK, Save, derived_id, order_of, perform

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
        if self._running.setdefault(job, halted := Event()) is halted:  # else it is under way here already
            self._pool.submit(self._run, job, halted)

    def stop(self, job: str) -> None:
        """Ends a job wherever it runs; what it has got is kept."""
        self._store.stop_job(job)
        self._running.get(job, Event()).set()

    def close(self) -> None:
        """Stops what is under way; another process, or the next start, drafts it anew."""
        self._closing.set()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _keep(self) -> None:
        while True:
            try:
                for job, halted in list(self._running.items()):
                    if self._lost(job):
                        halted.set()
                for left in self._store.abandoned_jobs(datetime.now(UTC)):
                    if left.id not in self._running:
                        self.begin(left.id)
            except OtassistError as problem:
                log.warning("%s", problem.message)
            if self._closing.wait(LEASE / 3):
                return

    def _lost(self, job: str) -> bool:
        """Renews the lease of a job; whether another process has it now, or it was erased."""
        try:
            return not self._store.renew_job(job, self._owner, LEASE) and self._store.job(job).state == "running"
        except NotThere:
            return True

    def _run(self, identity: str, halted: Event) -> None:
        try:
            if self._closing.is_set() or not self._store.claim_job(identity, self._owner, LEASE):
                return
            self._do(self._store.job(identity), halted)
        except Conflict:
            log.warning("A job was taken over by another process.")
        except OtassistError as problem:
            self._fail(identity, problem)
        except Exception as bug:
            log.error("%s", Fault(bug).message)
            self._fail(identity, Fault(bug))
        finally:
            self._running.pop(identity, None)
            self.bell.ring(identity)

    def _do(self, job: Job, halted: Event) -> None:
        order = order_of(job)
        if self._store.events(job.id, limit=1):
            self._tell(job.id, "again", {})  # an earlier attempt told something of it
        if self._assistant.writer is not None and order.kind not in TALK:
            context, unknown = wire.context_from(order.context)
            seen = wire.reading(self._assistant.read(order.text, context, unknown))
            self._tell(job.id, "reading", {"observation": seen})
        stopped = self._stopped(job.id, halted)
        follow = Following(lambda clause: self._tell(job.id, "clause", clause), stopped)
        with self._leaving.of(self._store, self.bell, job.id, stopped):
            save = perform(self._assistant, self._store, order, follow)
        if self._closing.is_set():
            return
        try:
            self._finish(job, save, halted.is_set())
        except Conflict as newer:
            if not isinstance(newer.current, StoredDraft):
                raise
            self._do(job, halted)  # the therapist changed the draft meanwhile: done anew, on those words

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

    def _finish(self, job: Job, save: Save, halted: bool) -> None:
        if not self._store.renew_job(job.id, self._owner, LEASE):
            return  # another process has it, and does it
        result = save(halted)
        state: State = "stopped" if halted else "done"
        done = {**result.told, "state": state, "drafts": [item.id for item in result.drafts]}
        read = [("reading", result.reading)] if result.reading else []
        self._store.add_events(job.id, [*read, ("done", done)], self._owner)
        self._store.finish_job(job.id, state)

    def _fail(self, job: str, problem: OtassistError) -> None:
        error = {"message": problem.message, "remedy": problem.remedy}
        try:
            self._store.add_events(job, [("failed", {"error": error})], self._owner)
            failed = self._store.job(job)
            self._store.add_message(
                failed.conversation, "assistant", "failed", str(problem), reply={"error": error}, id=derived_id(job, -1)
            )
            self._store.finish_job(job, "failed", error)
        except OtassistError as worse:
            log.warning("%s", worse.message)
