"""Services, traits and schedules: what stands where a part should and is none."""

from __future__ import annotations

import pytest

from otassist.goaltext import schedules
from otassist.goaltext.services import is_service_or_trait, without_services

OUT = [
    "given OT",
    "given OT services",
    "Given weekly occupational therapy",
    "with autism",
    "given his ADHD",
    "provided with therapy",
    "due to low tone",
    "with a diagnosis of dyspraxia",
    "given direct OT services",
]
IN = [
    "given a checklist",
    "with a slant board",
    "given moderate assistance",
    "given verbal cues",
    "when seated",
    "with peers",
    "given adapted paper",
    "provided with a visual schedule",
    "",
]


@pytest.mark.parametrize("stretch", OUT)
def test_no_condition(stretch: str) -> None:
    assert is_service_or_trait(stretch)
    assert without_services(f"{stretch}, Maya will zip.") is not None


@pytest.mark.parametrize("stretch", IN)
def test_a_condition(stretch: str) -> None:
    assert not is_service_or_trait(stretch)
    assert without_services(f"{stretch}, Maya will zip.") is None


SCHEDULES = [
    ("Progress will be reviewed by the end of the second quarter.", True),
    ("Parents will be notified by June 2026.", True),
    ("The team will meet to review progress by May 2026.", True),
    ("By June 2026, Maya will zip.", False),
    ("Maya will zip by the annual review.", False),
]


@pytest.mark.parametrize(("text", "expected"), SCHEDULES)
def test_schedules(text: str, expected: bool) -> None:
    assert bool(schedules(text)) is expected
