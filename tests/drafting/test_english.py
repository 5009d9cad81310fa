"""Acts in the jot's words read as English."""

from __future__ import annotations

import pytest

from otassist.drafting.english import in_english


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("fill blanks", "fill in the blanks"),
        ("join the tag", "join the game of tag"),
        ("start during writing after directions", "start writing after directions"),
        ("name his color", "name their color"),
        ("button smock", "button their smock"),
        ('place the pegs in "bd"', "place the pegs"),
        ("pull the cord", "pull the cord"),
        ("copy words", "copy words"),
        ("stay in their seat", "stay in their seat"),
        ("fill the jar", "fill the jar"),
    ],
)
def test_what_would_not_read_is_rephrased(act: str, said: str) -> None:
    assert in_english(act) == said
