"""Records of the store and drafts as JSON: the envelopes around the shapes of `wire`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from .. import export
from ..store import Job, Store, StoredDraft

JSON = dict[str, Any]
_PRIVATE = {"asked", "owner", "lease_until", "stop_requested"}
"""Of a job: the program's own affairs."""


def record(item: Any) -> JSON:
    """A record of the store, key by key; times in ISO 8601."""
    return {field.name: _plain(getattr(item, field.name)) for field in fields(item) if field.name not in _PRIVATE}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return record(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    return value


def profiles() -> list[JSON]:
    """The IEP systems whose boxes are known."""
    return [{"id": each.id, "name": each.name, "source": each.source} for each in export.profiles().values()]


PREFERENCES = "preferences"
"""The name under which they are stored."""


def preferences(store: Store) -> JSON:
    """What a therapist has set on the page, with the defaults for what is not."""
    return {"profile": "default", "author": "", **(store.setting(PREFERENCES) or {})}


def draft(store: Store, item: StoredDraft) -> JSON:
    """A draft with what is needed to review it: its jot, what was read from it, and what it cites."""
    job = store.job(item.job) if item.job else None
    return {**record(item), **behind(store, job)}


def behind(store: Store, job: Job | None) -> JSON:
    """What stands behind the drafts of a job: the jot, its context, the observation, evidence, questions, notices."""
    if job is None:
        return {"jot": None, "context": {}, "observation": None, "evidence": [], "questions": [], "notices": []}
    told = {event.name: event.data for event in store.events(job.id)}
    done = told.get("done", {})
    return {
        "jot": job.asked.get("text"),
        "context": job.asked.get("context", {}),
        "observation": told.get("reading", {}).get("observation"),
        **{name: done.get(name, []) for name in ("evidence", "questions", "notices")},
        **{name: done.get(name) for name in ("out_of_scope", "drafter", "model")},
    }
