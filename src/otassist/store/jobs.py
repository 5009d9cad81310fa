"""Jobs, whose progress, lease and stop flag are rows, so that any process can follow, stop or take over one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import and_, func, or_, select

from ..errors import Conflict
from .records import Conversation, Job, JobEvent, Json, Message, State
from .rows import added, all_of, found, known, new_id, within
from .tables import job_events, jobs
from .transactions import Transactions

UNCLAIMED = timedelta(seconds=30)
"""A job queued for longer counts as abandoned: whoever was to take it up is gone."""

ENDS: tuple[State, ...] = ("done", "stopped", "failed")


class Jobs(Transactions):
    """Jobs of the store."""

    def add_job(self, conversation: str, message: str | None, kind: str, asked: Json, id: str | None = None) -> Job:
        """A queued job. Raises NotThere."""
        now = self._now()
        with self._writing() as connection:
            known(connection, Conversation, conversation, lock=True)
            if message is not None:
                known(connection, Message, message, lock=True)
            new = Job(
                new_id(id), conversation, message, kind, "queued", asked, None, None, None, False, now, now
            )  # fmt: skip
            return added(connection, new)

    def job(self, id: str) -> Job:
        """Raises NotThere."""
        with self._reading() as connection:
            return known(connection, Job, id)

    def jobs(self, conversation: str) -> list[Job]:
        """Oldest first."""
        wanted = all_of(Job).where(jobs.c.conversation == conversation).order_by(jobs.c.created, jobs.c.id)
        with self._reading() as connection:
            return found(connection, Job, wanted)

    def claim_job(self, id: str, owner: str, seconds: float) -> bool:
        """Whether `owner` may work on it for so long: it is queued, or its lease is over. One of several gets it."""
        now = self._now()
        free = or_(jobs.c.state == "queued", and_(jobs.c.state == "running", jobs.c.lease_until < now))
        leased = {"state": "running", "owner": owner, "lease_until": now + timedelta(seconds=seconds), "updated": now}
        with self._writing() as connection:
            return connection.execute(jobs.update().where(jobs.c.id == id, free), leased).rowcount == 1

    def renew_job(self, id: str, owner: str, seconds: float) -> bool:
        """Whether `owner` still holds it; if so, for so many seconds from now."""
        now = self._now()
        held = (jobs.c.id == id, jobs.c.owner == owner, jobs.c.state == "running")
        with self._writing() as connection:
            leased = {"lease_until": now + timedelta(seconds=seconds), "updated": now}
            return connection.execute(jobs.update().where(*held), leased).rowcount == 1

    def add_events(self, job: str, events: Sequence[tuple[str, Json]], owner: str | None = None) -> list[JobEvent]:
        """The next events, numbered.

        Raises NotThere, and Conflict if an `owner` is named who no longer holds the job.
        """
        with self._writing() as connection:
            there = known(connection, Job, job, lock=True)
            _held(there, owner)
            last = connection.scalar(select(func.max(job_events.c.number)).where(job_events.c.job == job)) or 0
            return [
                added(connection, JobEvent(job, number, name, data))
                for number, (name, data) in enumerate(events, last + 1)
            ]

    def events(self, job: str, after: int = 0, limit: int = 500) -> list[JobEvent]:
        """Those with a higher number than `after`, in order."""
        wanted = all_of(JobEvent).where(job_events.c.job == job, job_events.c.number > within(after))
        with self._reading() as connection:
            return found(connection, JobEvent, wanted.order_by(job_events.c.number).limit(within(limit)))

    def stop_job(self, id: str) -> Job:
        """Asks whoever works on it to stop. Raises NotThere."""
        with self._writing() as connection:
            known(connection, Job, id, lock=True)
            connection.execute(jobs.update().where(jobs.c.id == id).values(stop_requested=True, updated=self._now()))
            return known(connection, Job, id)

    def stop_requested(self, id: str) -> bool:
        """Raises NotThere."""
        return self.job(id).stop_requested

    def finish_job(self, id: str, state: State, error: Json | None = None, owner: str | None = None) -> Job:
        """The job ended; one that ended before stays as it is.

        Raises NotThere, and Conflict if an `owner` is named who no longer holds the job.
        """
        if state not in ENDS:
            raise ValueError(f"{state!r} is no end of a job; one of {ENDS} is.")
        with self._writing() as connection:
            there = known(connection, Job, id, lock=True)
            if there.state in ENDS:
                return there
            _held(there, owner)
            ended = {"state": state, "error": error, "lease_until": None, "updated": self._now()}
            connection.execute(jobs.update().where(jobs.c.id == id), ended)
            return known(connection, Job, id)

    def abandoned_jobs(self, now: datetime | None = None) -> list[Job]:
        """Running ones whose lease is over, and those nobody took up; oldest first."""
        now = now or self._now()
        over = and_(jobs.c.state == "running", jobs.c.lease_until < now)
        unclaimed = and_(jobs.c.state == "queued", jobs.c.updated < now - UNCLAIMED)
        with self._reading() as connection:
            return found(connection, Job, all_of(Job).where(or_(over, unclaimed)).order_by(jobs.c.created, jobs.c.id))


def _held(job: Job, owner: str | None) -> None:
    if owner is not None and job.owner != owner:
        raise Conflict(job)
