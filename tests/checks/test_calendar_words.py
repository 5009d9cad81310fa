"""Days, months and seasons: only those the jot or the entries name, or a full date implies."""

from __future__ import annotations

import pytest

from otassist.domain import Context

from .checking import blockers, marked

JOT = "came in from the fire drill shaking, 10 min in rocker. OK by the end"
FOREIGN = [
    ("The student came in from Tuesday's fire drill.", "Tuesday"),
    ("The fire drill was on Friday.", "Friday"),
    ("The student has shaken at fire drills since April.", "April"),
    ("The fire drill took place in May.", "May"),
    ("The fire drill was yesterday.", "yesterday"),
    ("The student sat in the rocker last spring too.", "last spring"),
    ("The next fire drill is in the fall.", "in the fall"),
    ("The student was also shaking over the weekend.", "weekend"),
    ("The student will be seen tomorrow.", "tomorrow"),
    ("The fire drill this morning left the student shaking.", "this morning"),
]
NAMED = [
    ("Tues drill, shaking", "The student was shaking at Tuesday's drill."),
    ("M/W/F locker check", "The locker is checked on Monday, Wednesday and Friday."),
    ("meds changed Mon.", "Medication was changed on Monday."),
    ("glasses broken since Oct", "The glasses have been broken since October."),
    ("shelter visit in spring", "The shelter visit is in the spring."),
    ("pull-out 10/14/2025, copied 3/5", "On October 14, the student copied 3/5."),
    ("may stand when tired", "The student may stand when tired."),
    ("fell off chair, marched to line", "The student had a fall and marched to the line in order."),
    ("used spring scissors", "The student used spring scissors."),
    ("tired this am", "The student was tired this morning."),
]


@pytest.mark.parametrize(("note", "day"), FOREIGN)
def test_a_day_the_jot_does_not_name_blocks(note: str, day: str) -> None:
    assert day in " ".join(marked(JOT, note, "invented_date"))
    assert "invented_date" in blockers(JOT, note)


@pytest.mark.parametrize(("jot", "note"), NAMED)
def test_a_day_of_the_jot_passes(jot: str, note: str) -> None:
    assert "invented_date" not in blockers(jot, note)


def test_the_day_of_the_week_of_an_entered_date_passes() -> None:
    note = "On Sunday, October 12, 2025, the student copied 3/5."
    assert "invented_date" not in blockers("copied 3/5", note, Context(date="10/12/2025"))
    assert "invented_date" in blockers("copied 3/5", note.replace("Sunday", "Monday"), Context(date="10/12/2025"))
