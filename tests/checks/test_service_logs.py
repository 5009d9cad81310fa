"""Service logs: what each state's profile asks for, with a blank for what is not known."""

from __future__ import annotations

import pytest

from otassist.checks import check_text
from otassist.checks.goal_rules import goal_rules
from otassist.domain import Context, Finding

WHOLE = (
    "Student: J.M., date of birth 3/4/2017. IEP goal 2.\n"
    "O: On 10/12/2025 from 9:00 to 9:30, 30 minutes individual in the classroom, J.M. zipped the coat 3/5.\n"
    "Signed A. Bee, OTR/L, 10/14/2025."
)


def asked(text: str, state: str | None, context: Context | None = None) -> dict[str, Finding]:
    found = check_text(text, None, context or Context(state=state)).findings
    return {item.check: item for item in found if item.check.startswith("log_")}


@pytest.mark.parametrize("state", ["Texas", "tx", "MI", "michigan", "Ohio", "Guam"])
def test_a_whole_log_leaves_nothing_to_ask(state: str) -> None:
    assert asked(WHOLE, state) == {}


MISSING = [
    ("TX", "from 9:00 to 9:30, ", "", {"log_start", "log_stop"}),
    ("TX", " to 9:30", "", {"log_stop"}),
    ("TX", "30 minutes ", "", {"log_minutes"}),
    ("TX", "IEP goal 2.", "", {"log_objective"}),
    ("TX", ", OTR/L", "", {"log_provider"}),
    ("TX", "Signed A. Bee, OTR/L, 10/14/2025.", "A. Bee, OTR/L", {"log_signature"}),
    ("MI", ", date of birth 3/4/2017", "", {"log_birth_date"}),
    ("MI", "individual", "", {"log_modality"}),
    ("Ohio", "in the classroom", "", {"log_place"}),
]


@pytest.mark.parametrize(("state", "old", "new", "missing"), MISSING)
def test_what_is_missing_is_asked_for_with_a_blank(state: str, old: str, new: str, missing: set[str]) -> None:
    assert old in WHOLE
    found = asked(WHOLE.replace(old, new), state)
    assert set(found) == missing
    assert all("____" in item.remedy and item.severity == "warning" for item in found.values())


def test_no_state_asks_for_nothing() -> None:
    assert asked("O: The student zipped.", None) == {}


def test_a_state_speaks_of_law_with_its_source_and_the_default_of_good_practice() -> None:
    text = "O: The student zipped."
    assert {item.basis for item in asked(text, "TX").values()} == {"law"}
    assert {item.basis for item in asked(text, "Ohio").values()} == {"good practice"}
    assert "Texas Medicaid Provider Procedures Manual" in asked(text, "TX")["log_start"].message


def test_what_is_entered_beside_the_note_is_known() -> None:
    entered = Context(
        state="TX", start="9:00", stop="9:30", date="10/12/2025", minutes="30", student="J", goals=("zip",)
    )
    assert set(asked("O: Zipped 3/5.", "TX", entered)) == {"log_provider", "log_signature"}


@pytest.mark.parametrize(("signed", "late"), [("10/14/2025", False), ("10/19/2025", False), ("10/20/2025", True)])
def test_texas_allows_seven_days(signed: str, late: bool) -> None:
    text = WHOLE.replace("10/14/2025", signed)
    assert ("log_signed_late" in asked(text, "TX")) == late
    assert "log_signed_late" not in asked(text, "MI")


def test_every_profile_asks_only_for_known_elements() -> None:
    rules = goal_rules("service_logs")
    assert len(rules["profiles"]) >= 3
    for profile in rules["profiles"].values():
        assert set(profile["elements"]) <= set(rules["elements"])
        assert profile["source"]
