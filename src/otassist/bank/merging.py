"""A file imported once more updates, adds and retires goals of its bank, and never doubles one.

A goal is the same when it has the same words, or stands in the same row of the same file with most of its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from .importing import Imported, ImportedGoal
from .importing.results import plain
from .kept import Bank, KeptGoal

Change = Literal["added", "updated", "restored", "unchanged", "elsewhere"]
"""`elsewhere`: the same words came from another file already, and stay that file's."""

_SAME_ROW = 0.6
"""Share of letters in common from which a changed row is the same goal."""


@dataclass(frozen=True, slots=True)
class Merge:
    """The bank as it will be, what became of each imported goal, and which goals are retired since they are gone."""

    bank: Bank
    changes: tuple[Change, ...]
    ids: tuple[str, ...]
    retired: tuple[KeptGoal, ...]


def merged(bank: Bank, found: Imported) -> Merge:
    """Changes nothing on disk."""
    held = {goal.id: goal for goal in bank.goals}
    by_words = {plain(goal.text): goal for goal in bank.goals}
    ours = {goal.id: goal for goal in bank.goals if goal.source == found.file}
    matches: list[KeptGoal | None] = [by_words.get(plain(goal.text)) for goal in found.goals]
    for match in matches:
        if match is not None:
            ours.pop(match.id, None)
    changes: list[Change] = []
    ids: list[str] = []
    for goal, match in zip(found.goals, matches, strict=True):
        old = match or _in_its_row(goal, list(ours.values()))
        if old is not None:
            ours.pop(old.id, None)
        made, change = _made(bank.name, found.file, goal, old, held)
        held[made.id] = made
        changes.append(change)
        ids.append(made.id)
    gone = [replace(goal, state="retired") for goal in ours.values() if goal.state == "active"]
    held |= {goal.id: goal for goal in gone}
    return Merge(Bank(bank.name, tuple(held.values())), tuple(changes), tuple(ids), tuple(gone))


def _in_its_row(goal: ImportedGoal, left: Sequence[KeptGoal]) -> KeptGoal | None:
    row = _row(goal)
    same = [old for old in left if old.row == row and old.state == "active"]
    near = [old for old in same if SequenceMatcher(None, plain(old.text), plain(goal.text)).ratio() >= _SAME_ROW]
    return near[0] if near else None


def _made(
    bank: str, file: str, goal: ImportedGoal, old: KeptGoal | None, held: dict[str, KeptGoal]
) -> tuple[KeptGoal, Change]:
    if old is not None and old.source != file and old.state == "active":
        return old, "elsewhere"
    identity = old.id if old else _free(f"{bank}-{goal.identity}", held)
    made = KeptGoal(
        id=identity,
        area=goal.area,
        grade_bands=goal.grade_bands,
        text=goal.text,
        objectives=tuple(item.text for item in goal.objectives),
        state="active",
        source=file,
        row=_row(goal),
        digest=goal.digest,
    )
    if old is None:
        return made, "added"
    if old.state == "retired":
        return made, "restored"
    # Where nothing of the file's row changed, what a lead therapist edited in our own form stays.
    return (replace(old, row=made.row), "unchanged") if old.digest == made.digest else (made, "updated")


def _free(identity: str, held: dict[str, KeptGoal]) -> str:
    """An id whose goal was reworded in its row keeps it, so that the old words coming back need another."""
    name, number = identity, 2
    while name in held:
        name, number = f"{identity}-{number}", number + 1
    return name


def _row(goal: ImportedGoal) -> str:
    return str(goal.places[0])
