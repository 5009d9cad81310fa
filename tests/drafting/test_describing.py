"""A quantity in front of a thing is its singular, hyphenated; anywhere else it stays as it is."""

from __future__ import annotations

import pytest

from otassist.drafting.describing import described
from otassist.drafting.recording import spelt_out
from otassist.language import words_of


def spelt(source: str) -> str:
    return spelt_out(described(words_of(source)))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("scoops 5 lb bags", "scoops 5-pound bags"),
        ("30 sec intervals", "30-second intervals"),
        ("50 min ride is long", "50-minute ride is long"),
        ("the 10 ft line", "the 10-foot line"),
        ("a 3 hr test", "a 3-hour test"),
        ("18 pt font", "18-point font"),
        ("cuts 6 in line", "cuts 6-inch line"),
        ("w/ 5 min timer", "with 5-minute timer"),
        ("2 in lip at gate", "2-inch lip at gate"),
    ],
)
def test_a_describing_quantity_is_one_word(source: str, text: str) -> None:
    assert spelt(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("walked 210 ft w/ walker", "walked 210 feet with walker"),
        ("caught ball at 5 ft", "caught ball at 5 feet"),
        ("desk 3 in too low", "desk 3 inches too low"),
        ("sat 9 min circle", "sat 9 minutes circle"),
        ("after 8 min break taken", "after 8 minutes break taken"),
        ("waits 6 in line", "waits 6 in line"),
        ("4 in class", "4 in class"),
        ("18 pts, team lost", "18 points, team lost"),
        ("in 11 min, 2 lines", "in 11 minutes, 2 lines"),
    ],
)
def test_a_quantity_that_describes_nothing_stays(source: str, text: str) -> None:
    assert spelt(source) == text
