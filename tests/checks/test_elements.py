"""Required elements: what a session or a consultation must say, and sections nobody filled."""

from __future__ import annotations

import pytest

from .checking import findings

WHOLE = "O: On 10/12/2025, push-in for 30 minutes.\nS: He talked.\nA: It matters.\nP: Retry it."
SILENT = [
    ("O: The student zipped the coat.", "missing_date"),
    ("O: The student zipped the coat.", "missing_minutes"),
    ("O: The student zipped the coat.", "missing_delivery"),
    ("O: Date of service is ____.", "missing_date"),
    ("O: Seen for ____ minutes.", "missing_minutes"),
    ("O: The student zipped.\nP: Retry.", "empty_section"),
    ("S:\nO: The student zipped.", "empty_section"),
    ("O: The student zipped.\nP: What will happen next? ____", "empty_section"),
]
SAID = [
    ("O: Seen on 10/12/2025.", "missing_date"),
    ("O: Seen on October 12, 2025.", "missing_date"),
    ("O: Seen for 30 minutes.", "missing_minutes"),
    ("O: Seen from 9:00 to 9:30.", "missing_minutes"),
    ("O: Seen in the classroom.", "missing_delivery"),
    ("O: Pull-out session.", "missing_delivery"),
    ("The student zipped.", "empty_section"),
    (WHOLE, "empty_section"),
]


@pytest.mark.parametrize(("note", "check"), SILENT)
def test_what_is_missing_is_asked_for(note: str, check: str) -> None:
    found = [item for item in findings(note) if item.check == check]
    assert found
    assert all(item.remedy for item in found)


@pytest.mark.parametrize(("note", "check"), SAID)
def test_what_is_there_is_not_asked_for(note: str, check: str) -> None:
    assert check not in {item.check for item in findings(note)}


CONSULT = [
    ("Discussed desk.", {"missing_recipient", "missing_follow_up"}),
    ("The teacher agreed to try folders and check in 2 weeks.", set()),
    ("The aide heard about folders.", {"missing_follow_up"}),
    ("It was agreed to try folders.", {"missing_recipient"}),
]


@pytest.mark.parametrize(("note", "missing"), CONSULT)
def test_a_consultation_names_whom_it_advised_and_what_follows(note: str, missing: set[str]) -> None:
    found = {item.check for item in findings(note, "consult re desk w/ tchr")}
    assert found & {"missing_recipient", "missing_follow_up"} == missing


def test_an_element_is_never_a_blocker() -> None:
    assert {item.severity for item in findings("O: The student zipped.")} <= {"info", "warning"}
