"""The student's grade band, also where no grade is named."""

from __future__ import annotations

import pytest

from otassist.assistant import Assistant
from otassist.bootstrap import build
from otassist.domain import GradeBand
from otassist.drafting.bands import student_band


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return build()


@pytest.mark.parametrize(
    ("jot", "band"),
    [
        ("9th. lunch alone", "9-12"),
        ("HS. hood up in class", "9-12"),
        ("18+ program. signature", "18-21"),
        ("Young adult prog: phone alarms", "18-21"),
        ("14 yo library job", "9-12"),
        ("UPK, snips only", "PreK"),
        ("stu in MS bldg, clothing max A", "6-8"),
        ("copied 3/5 words", None),
        ("Ms. Lee says he copies", None),
        ("high jump in PE", None),
    ],
)
def test_the_band_is_read_from_what_the_jot_says(assistant: Assistant, jot: str, band: GradeBand | None) -> None:
    assert student_band(assistant.read(jot)) == band
