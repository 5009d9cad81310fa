"""What does not go with a student: unsafe acts and equipment that nobody mentioned; everything else does."""

from __future__ import annotations

import re

import pytest

from otassist.drafting.cautions import Cautions
from otassist.language.tables import rules


@pytest.mark.parametrize(
    ("jot", "text", "unsafe"),
    [
        ("cafeteria: walker + tray, can't carry", "carry their lunch tray with both hands", True),
        ("cafeteria: tray slides", "carry their lunch tray with both hands", False),
        ("walker basket", "carry the tray in a basket", False),
        ("new manual w/c, gym", "climb the school stairs one foot on each step", True),
        ("new manual w/c, gym", "wheel up the ramp", False),
        ("R hemi so one handed", "zip the coat with both hands", True),
        ("sz last week, epilepsy", "climb the ladder", True),
        ("g-tube, sits at lunch", "eat lunch at the class table", True),
        ("nonverbal, AAC", "tell a classmate a joke aloud", True),
        ("talks a lot", "tell a classmate a joke aloud", False),
    ],
)
def test_unsafe_for_this_student(jot: str, text: str, unsafe: bool) -> None:
    assert Cautions(jot).unsafe(text) is unsafe


@pytest.mark.parametrize(
    ("jot", "text", "special"),
    [
        ("can't turn pages", "turn pages with a mouth stick", True),
        ("uses mouth stick, can't turn pages", "turn pages with a mouth stick", False),
        ("cutting choppy", "with left-handed scissors", True),
        ("L hand dom, cutting choppy", "with left-handed scissors", False),
        ("page turns in chorus", "on a tablet, lyrics in large white letters", True),
        ("low vision, page turns", "on a tablet, lyrics in large white letters", False),
        ("copies slowly", "copy words from the board", False),
    ],
)
def test_too_special_for_what_the_jot_says(jot: str, text: str, special: bool) -> None:
    assert Cautions(jot).too_special(text) is special


@pytest.mark.parametrize("name", ["unsafe", "special"])
def test_every_row_is_a_pattern_that_asks_for_something(name: str) -> None:
    for row in rules("cautions")[name]:
        assert re.compile(row["said"])
        assert not re.search(row["asks"], "copy three words from the board", re.IGNORECASE)
