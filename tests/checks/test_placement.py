"""Placement: reports in Subjective, what was seen in Objective, next steps in Plan."""

from __future__ import annotations

import pytest

from .checking import findings

PLACED = [
    ("O: The teacher reported that he rushes.", "report_in_objective"),
    ("O: The student's mother said he naps.", "report_in_objective"),
    ("O: The student was lazy during copying.", "judging_word"),
    ("Observed: The student did great with scissors.", "judging_word"),
    ("O: Next session the slant board will be tried.", "plan_elsewhere"),
    ("A: The therapist will continue the timer.", "plan_elsewhere"),
    ("S: The plan is to recheck grip.", "plan_elsewhere"),
    ("P: Continue OT.", "bare_continue"),
    ("Plan: Continue with current goals.", "bare_continue"),
    ("P: Continue plan of care as per the IEP.", "bare_continue"),
    ("S: The student zipped with minimal assistance.", "measure_in_subjective"),
]
IN_PLACE = [
    ("S: The teacher reported that he rushes.", "report_in_objective"),
    ("O: The teacher handed out paper.", "report_in_objective"),
    ("O: The student put the head down during copying.", "judging_word"),
    ('O: The student said, "I did great".', "judging_word"),
    ("A: The student did great with scissors.", "judging_word"),
    ("P: Next session the slant board will be tried.", "plan_elsewhere"),
    ("S: The teacher said he will try headphones next time.", "plan_elsewhere"),
    ("P: Continue raised-line paper for copying on Tuesday.", "bare_continue"),
    ("O: The student continued with the puzzle.", "bare_continue"),
    ("S: The aide reports minimal assistance with lunch.", "measure_in_subjective"),
    ("O: The student zipped with minimal assistance.", "measure_in_subjective"),
]


@pytest.mark.parametrize(("note", "check"), PLACED)
def test_a_sentence_in_the_wrong_section_is_told(note: str, check: str) -> None:
    found = [item for item in findings(note) if item.check == check]
    assert found
    assert all(item.remedy and item.severity != "blocker" for item in found)


@pytest.mark.parametrize(("note", "check"), IN_PLACE)
def test_a_sentence_in_its_section_passes(note: str, check: str) -> None:
    assert check not in {item.check for item in findings(note)}
