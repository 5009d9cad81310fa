"""Everything that lasts, in SQL: SQLite in the user's data directory, or a district's PostgreSQL.

    store = open_store("sqlite:////home/kim/.local/share/otassist/otassist.db")
    conversation = store.add_conversation()
    conversation = store.save_box(conversation.id, conversation.version, "cut 2/4 lines w/ min vc", {})

Every method is one transaction. One that returned is on the disk: SQLite runs with a write-ahead log and
synchronous=FULL. One that changes a record names the version it has seen (optimistic locking: two windows never
overwrite one another unseen). `delete_*` only marks and `restore_*` takes the mark away; `erase_*` removes for good,
with what hangs on it, and overwrites it in SQLite's file and log.

Methods by family: students, conversations (with messages), jobs, drafts, documents, points, kept_settings. Nothing
but this package knows SQL; no text of a student enters an error, a log or a record's repr.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import text

from .conversations import Conversations
from .documents import Documents
from .drafts import Drafts
from .jobs import Jobs
from .kept_settings import KeptSettings
from .opening import file_url, opened
from .points import Points
from .records import (
    Addendum,
    Conversation,
    Document,
    Job,
    JobEvent,
    Json,
    Message,
    Point,
    Record,
    Revision,
    Role,
    State,
    StoredDraft,
    Student,
)
from .students import Students
from .transactions import utc_now

__all__ = [
    "Addendum",
    "Conversation",
    "Document",
    "Job",
    "JobEvent",
    "Json",
    "Message",
    "Point",
    "Record",
    "Revision",
    "Role",
    "State",
    "Store",
    "StoredDraft",
    "Student",
    "file_url",
    "open_store",
]


class Store(Students, Conversations, Jobs, Drafts, Documents, Points, KeptSettings):
    """One open database; may be shared by threads."""

    def ready(self) -> None:
        """Asks the database something trivial. Raises StoreProblem."""
        with self._reading() as connection:
            connection.execute(text("SELECT 1 FROM students LIMIT 1"))

    def close(self) -> None:
        """Lets go of every connection."""
        self._engine.dispose()


def open_store(url: str, clock: Callable[[], datetime] = utc_now) -> Store:
    """The store behind a SQLAlchemy URL, made or brought up to date first.

    `sqlite:////folder/otassist.db` (made for its owner alone), `sqlite://` (in memory) or
    `postgresql://user:password@server/database`. `clock` tells the aware time. Raises StoreProblem.
    """
    return Store(opened(url), clock)
