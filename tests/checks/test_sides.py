"""Sides: a value keeps its left or right, its up or down."""

from __future__ import annotations

import pytest

from .checking import blockers

SWAPPED = [
    ("tongs R 10/10, L 6/10", "Tongs with the left hand 10/10."),
    ("lat pinch R 4 lb, L 6 lb", "Pinch on the left was 4 pounds."),
    ("switches hands, R abt 70%", "The left hand was used about 70% of the time."),
    ("stairs up SBA, down CGA", "Going down was contact guard assistance, going up minimal assistance."),
    ("SLS R 8 sec, L 3 sec", "Standing on the left leg lasted 8 seconds."),
    ("skipped 4/15 items on R", "The student skipped 4/15 items on the left."),
    ("pants down I, up min A", "Pants down needed minimal assistance."),
    ("top shelf 2/5, bottom 5/5", "On the bottom shelf 2/5 were reached."),
]
KEPT = [
    ("tongs R 10/10, L 6/10", "Tongs: right 10/10, left 6/10."),
    ("lat pinch R 4 lb, L 6 lb", "Pinch on the right was 4 pounds."),
    ("switches hands, R abt 70%", "The right hand was used about 70% of the time."),
    ("pants down I, up min A", "Pants up needed minimal assistance."),
    ("SLS R 8 sec, L 3 sec", "Standing on the right leg lasted 8 seconds, on the left 3 seconds."),
    ("skipped 4/15 items on R", "The student skipped 4/15 items."),
    ("4/5 w/ R, 4/5 w/ L", "With the left hand 4/5."),
    ("sat up for 8 min", "The student sat up for 8 minutes."),
]


@pytest.mark.parametrize(("jot", "note"), SWAPPED)
def test_a_value_of_the_other_side_blocks(jot: str, note: str) -> None:
    assert blockers(jot, f"O: {note}")


@pytest.mark.parametrize(("jot", "note"), KEPT)
def test_a_value_of_its_own_side_passes(jot: str, note: str) -> None:
    assert blockers(jot, f"O: {note}") == set()
