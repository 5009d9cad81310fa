"""Assist and cue levels: the jot's own, for the task the jot gives them for; independence in any words."""

from __future__ import annotations

import pytest

from .checking import blockers, marked

INVENTED = [
    ("zipped coat w/ min A", "The student zipped the coat with moderate assistance.", "invented_assist"),
    ("zipped coat w/ min-mod A", "The student zipped the coat with minimal assistance.", "invented_assist"),
    ("zipped coat w/ max vc", "The student zipped the coat with maximal assistance.", "invented_assist"),
    ("zipped coat", "The student zipped the coat with minimal assistance.", "invented_assist"),
    ("zipped coat", "The student zipped the coat independently.", "invented_assist"),
    ("zipped coat", "The student zipped the coat on his own.", "invented_assist"),
    ("zipped coat w/ mod A", "The student zipped the coat without help.", "invented_assist"),
    ("stairs CGA", "The student climbed stairs with standby assistance.", "invented_assist"),
    ("stairs SBA", "The student climbed stairs with contact guard assistance.", "invented_assist"),
    ("cut w/ min vc", "The student cut with moderate verbal cues.", "invented_cue"),
    ("cut w/ vc", "The student cut with tactile cues.", "invented_cue"),
    ("cut w/ vc", "The student cut with minimal verbal cues.", "invented_cue"),
    ("soap FP", "Soap took a partial physical prompt.", "invented_cue"),
    ("cut w/ no reminders", "The student cut with several reminders.", "invented_cue"),
]

GIVEN = [
    ("tied own shoe 4/5 steps", "The student did 4/5 steps on her own shoe."),
    ("zipped coat w/ min A", "The student zipped the coat with minimal assistance."),
    ("zipped coat w/ min-mod A", "The student zipped the coat with minimal to moderate assistance."),
    ("zipped coat w/ max vc", "The student zipped the coat with maximal verbal cues."),
    ("zipped coat w/ min phys A", "The student zipped the coat with minimal assistance."),
    ("zipped coat I", "The student zipped the coat independently."),
    ("zipped coat by self", "The student zipped the coat on her own."),
    ("zipped coat w/o help", "The student zipped the coat with no assistance."),
    ("cut w/o cues", "The student cut with no cues."),
    ("stairs SBA", "The student climbed stairs with standby assistance."),
    ("soap HOH", "Soap took hand-over-hand assistance."),
    ("cut w/ 2 vc", "The student cut with 2 verbal cues."),
    ("cut w/ mod vc", "The student cut with verbal cues."),
    ("cut w/ no reminders", "The student cut with no reminders."),
]


@pytest.mark.parametrize(("jot", "note", "check"), INVENTED)
def test_a_level_the_jot_does_not_have_blocks(jot: str, note: str, check: str) -> None:
    assert check in blockers(jot, note)


@pytest.mark.parametrize(("jot", "note"), GIVEN)
def test_a_level_of_the_jot_passes(jot: str, note: str) -> None:
    assert blockers(jot, note) == set()


JOT = "zipper min A, buttons mod A, snaps I, stairs SBA"
MOVED = [
    "The student needed moderate assistance for the zipper.",
    "The student needed minimal assistance for buttons.",
    "The student needed moderate assistance for snaps and minimal assistance for the zipper.",
    "Stairs took moderate assistance.",
    "The student was independent with the zipper.",
    "The student did buttons with standby assistance.",
    "With minimal assistance the student fastened snaps.",
    "Snaps took minimal assistance, and the zipper was done.",
]
IN_PLACE = [
    "The student needed minimal assistance for the zipper.",
    "The student needed moderate assistance for buttons.",
    "Minimal assistance was needed for the zipper and moderate assistance for buttons.",
    "Stairs took standby assistance.",
    "The student was independent with snaps.",
    "With moderate assistance the student fastened buttons.",
    "Zipper: minimal assistance. Buttons: moderate assistance.",
    "The student needed minimal assistance today.",
]


@pytest.mark.parametrize("note", MOVED)
def test_a_level_of_another_task_blocks(note: str) -> None:
    assert "moved_level" in blockers(JOT, note)


@pytest.mark.parametrize("note", IN_PLACE)
def test_a_level_with_its_own_task_passes(note: str) -> None:
    assert blockers(JOT, note) == set()


def test_the_finding_points_at_the_level() -> None:
    note = "The student zipped the coat with maximal assistance."
    assert marked("zipped coat w/ min A", note, "invented_assist") == ["maximal assistance"]
