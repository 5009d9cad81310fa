"""Faithful notes pass; defects seeded into them are caught, invented numbers and levels always."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from .checking import blockers, findings, left_out
from .faithful import NOTES, Faithful

DEFECTS = [(note, *defect) for note in NOTES for defect in note.defects]
NEVER_MISSED = {"number", "unit", "assist", "cue"}


def is_caught(note: Faithful, kind: str, old: str, new: str) -> bool:
    """A dropped fact is a further warning, any other defect a blocker."""
    spoilt = note.spoilt(old, new)
    if kind == "dropped":
        return bool(Counter(left_out(note.jot, spoilt)) - Counter(left_out(note.jot, note.note)))
    return bool(blockers(note.jot, spoilt))


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.name)
def test_a_faithful_note_has_no_blocker(note: Faithful) -> None:
    assert [item for item in findings(note.note, note.jot) if item.severity == "blocker"] == []


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.name)
def test_a_faithful_note_leaves_nothing_out(note: Faithful) -> None:
    assert left_out(note.jot, note.note) == []


@pytest.mark.parametrize(
    ("note", "kind", "old", "new"),
    [defect for defect in DEFECTS if defect[1] in NEVER_MISSED],
    ids=lambda value: value.name if isinstance(value, Faithful) else str(value),
)
def test_no_invented_number_unit_or_level_is_missed(note: Faithful, kind: str, old: str, new: str) -> None:
    assert is_caught(note, kind, old, new)


NUMERALS = [(note, found) for note in NOTES for found in re.finditer(r"\d+(?=[^\"]*$|[^\"]*\"[^\"]*\")", note.note)]


@pytest.mark.parametrize(
    ("note", "numeral"), NUMERALS, ids=lambda value: value.name if isinstance(value, Faithful) else value[0]
)
def test_any_numeral_of_a_note_may_be_changed_and_is_caught(note: Faithful, numeral: re.Match[str]) -> None:
    other = str(int(numeral[0]) + 37)
    spoilt = note.note[: numeral.start()] + other + note.note[numeral.end() :]
    assert {"invented_quantity", "invented_quote"} & blockers(note.jot, spoilt)


def test_at_least_95_percent_of_all_defects_are_caught() -> None:
    missed = [(note.name, *rest) for note, *rest in DEFECTS if not is_caught(note, *rest)]
    assert len(missed) <= 0.05 * len(DEFECTS), missed


def test_every_kind_of_defect_is_seeded_often_enough_to_tell() -> None:
    seeded = Counter(kind for _, kind, _, _ in DEFECTS)
    kinds = {*NEVER_MISSED, "lost_negation", "added_negation", "actor", "trend", "quote", "dropped", "moved"}
    assert kinds == set(seeded)
    assert min(seeded.values()) >= 5
