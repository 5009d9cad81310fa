"""Contradictions: one task with two levels or measures, minutes that the clock does not bear out."""

from __future__ import annotations

import pytest

from .checking import findings

AGAINST = [
    "O: The student zipped the coat with minimal assistance.\nA: The student zipped the coat with moderate assistance.",
    "O: Copied sentences with minimal verbal cues.\nA: He copied sentences with maximal verbal cues.",
    "O: The student copied board sentences 3/5.\nA: The student copied board sentences 4/5.",
    "O: Legible words were 80%.\nA: Legible words were 60%.",
    "O: Seen from 9:00 to 9:30 for a 45-minute session.",
    "O: From 10:15 to 10:45 the student was seen for 20 minutes.",
    "O: Start 1:00, stop 1:30. Total minutes: 40.",
    "O: Tied both shoes with minimal assistance. He tied both shoes with moderate assistance.",
]
AGREED = [
    "O: The student zipped the coat with minimal assistance.\nA: Zipping the coat needs minimal assistance.",
    "O: Zipped the coat with minimal assistance and the bag with moderate assistance.",
    "O: Copied sentences with minimal verbal cues. He copied the sentences on paper with maximal verbal cues.",
    "O: The student copied 3/5 sentences from the board and 4/5 sentences from paper.",
    "O: Seen from 9:00 to 9:30 for a 30-minute session.",
    "O: Seen from 11:45 to 12:15 for 30 minutes.",
    "O: From 10:15 to 10:45, worked for 20 minutes at the table.",
    "O: Pulled up pants with moderate assistance. Pulled down pants independently.",
]


@pytest.mark.parametrize("note", AGAINST)
def test_a_note_against_itself_warns(note: str) -> None:
    found = [item for item in findings(note) if item.check == "contradiction"]
    assert [item.severity for item in found] == ["warning"]


@pytest.mark.parametrize("note", AGREED)
def test_a_note_in_agreement_passes(note: str) -> None:
    assert "contradiction" not in {item.check for item in findings(note)}
