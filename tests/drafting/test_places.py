"""A room is a place to be in; a routine or a subject is a time to be during."""

from __future__ import annotations

import pytest

from otassist.domain import Fact
from otassist.drafting.places import name_of, placed
from otassist.language.tables import table


@pytest.mark.parametrize(
    "place",
    ["cafeteria", "hallway", "lunchroom", "resource room", "library", "classroom", "gymnasium", "stairwell"],
)
def test_a_room_is_a_place_to_be_in(place: str) -> None:
    assert placed(place) == f"in the {place}"
    assert placed(f"the {place}") == f"in the {place}"


@pytest.mark.parametrize(
    "place", ["ELA", "math", "recess", "lunch", "arrival", "dismissal", "science", "circle time", "centers", "art"]
)
def test_a_subject_or_routine_is_a_time(place: str) -> None:
    assert placed(place) == f"during {place}"


@pytest.mark.parametrize("row", list(table("settings"))[::7], ids=lambda row: row["term"])
def test_every_setting_gets_one_preposition_and_at_most_one_article(row: dict[str, str]) -> None:
    text = placed(row["long"])
    assert text.startswith(("in the ", "on the ") if row["kind"] == "setting" else "during ")
    assert "the the " not in text
    assert text.endswith(row["long"].removeprefix("the "))


def setting(text: str, value: str = "") -> Fact:
    return Fact("f1", "setting", text, value, 0, len(text), "s1")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("caf", "the cafeteria"),
        ("CAF", "the cafeteria"),
        ("hway", "the hallway"),
        ("rr", "the resource room"),
        ("res rm", "the resource room"),
        ("lunch room", "the lunchroom"),
        ("school bus", "the bus"),
        ("corridor", "the corridor"),
    ],
)
def test_a_setting_is_named_as_a_note_prints_it(text: str, name: str) -> None:
    assert name_of(setting(text)) == name


@pytest.mark.parametrize("text", ["the moon", "xq", "", "my den"])
def test_an_unlisted_setting_keeps_its_value(text: str) -> None:
    assert name_of(setting(text, "somewhere")) == "somewhere"
