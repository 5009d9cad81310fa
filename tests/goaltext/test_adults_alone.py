"""An adult's act is no student's, also where its verb is one of keeping records."""

from __future__ import annotations

import pytest

from otassist.goaltext.parts import read

TALLY = "as tallied by the teacher or aide on a data sheet."


@pytest.mark.parametrize("who", ["the aide", "the teacher", "the occupational therapist"])
@pytest.mark.parametrize("act", ["keep their desk in order", "complete the steps of unpacking", "use kitchen tools"])
def test_an_adult_who_keeps_or_completes_is_no_student(who, act):
    found = read(f"By ____, in the classroom, {who} will {act}, in 4 of 5 checks, {TALLY}")
    assert found.act is not None
    assert found.act.actor == "adult"
    assert found.parts["behavior"] is None


@pytest.mark.parametrize(
    "text",
    [
        f"By ____, the student will keep their desk in order, in 4 of 5 checks. The aide will keep a tally, {TALLY}",
        "Keeps the desk in order in 4 of 5 weekly checks at dismissal and again before lunch. The aide will keep data.",
    ],
)
def test_a_record_behind_the_students_act_takes_nothing_from_it(text):
    found = read(text)
    assert found.act is not None
    assert found.act.actor == "student"
    assert found.parts["behavior"] is not None
