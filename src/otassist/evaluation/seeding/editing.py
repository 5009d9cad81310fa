"""Edits of a draft in the wire's shape: text, clauses and places stay in step, so that only the defect is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any
from zlib import crc32

Draft = dict[str, Any]


def edited(draft: Mapping[str, Any], clause_id: str, start: int, was: str, now: str) -> Draft:
    """The draft with `was` at `start` of a clause replaced; later clauses move along."""
    changed: Draft = deepcopy(dict(draft))
    clause = next(item for item in changed["clauses"] if item["id"] == clause_id)
    place, shift = clause["start"] + start, len(now) - len(was)
    text = changed["text"]
    assert text[place : place + len(was)] == was, (was, text[place : place + len(was)])
    changed["text"] = text[:place] + now + text[place + len(was) :]
    for other in _all_clauses(changed):
        if other["id"] == clause_id:
            other["text"] = other["text"][:start] + now + other["text"][start + len(was) :]
            other["end"] += shift
        elif other["start"] > place:
            other["start"], other["end"] = other["start"] + shift, other["end"] + shift
    return changed


def _all_clauses(draft: Draft) -> Sequence[Draft]:
    """Those of the draft and, for a note, the same once more by section."""
    return [*draft["clauses"], *(item for items in draft.get("sections", {}).values() for item in items)]


def without(draft: Mapping[str, Any], clause: Mapping[str, Any]) -> Draft:
    """The draft without a clause and what joined it to the clause before."""
    text, start, end = draft["text"], clause["start"], clause["end"]
    if text[end : end + 2] == ", ":
        end += 2
    elif text[start - 2 : start] == ", ":
        start -= 2
    elif text[end : end + 1] == " ":
        end += 1
    changed = edited(draft, clause["id"], 0, clause["text"], "")
    extra_before, extra_after = clause["start"] - start, end - clause["end"]
    place = clause["start"]
    changed["text"] = changed["text"][: place - extra_before] + changed["text"][place + extra_after :]
    for other in _all_clauses(changed):
        if other["start"] >= place and other["id"] != clause["id"]:
            other["start"], other["end"] = (other[key] - extra_before - extra_after for key in ("start", "end"))
    changed["clauses"] = [item for item in changed["clauses"] if item["id"] != clause["id"]]
    for section, items in changed.get("sections", {}).items():
        changed["sections"][section] = [item for item in items if item["id"] != clause["id"]]
    return changed


def replaced(draft: Mapping[str, Any], clause: Mapping[str, Any], now: str) -> Draft:
    """The draft with other words for a whole clause."""
    return edited(draft, clause["id"], 0, clause["text"], now)


def clause_of(draft: Mapping[str, Any], role: str) -> Mapping[str, Any] | None:
    """The first clause of a role."""
    return next((item for item in draft["clauses"] if item["role"] == role), None)


def choice(options: Sequence[str], seed: str) -> str:
    """Always the same one for the same seed."""
    return options[crc32(seed.encode()) % len(options)]


def first_that(test: Callable[[str], bool], options: Sequence[str], seed: str) -> str | None:
    """The first option from a place the seed tells that passes."""
    start = crc32(seed.encode()) % len(options)
    return next((item for item in [*options[start:], *options[:start]] if test(item)), None)
