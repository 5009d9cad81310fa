"""Self-corrections keep the last value and remember the first; denials are no corrections."""

from __future__ import annotations

import pytest

from otassist.domain import Observation
from otassist.reading import read

CORRECTED = [
    ("copied 3/5 no wait 4/5 sentences", "3/5", "4/5"),
    ("copied 3/5 sentences, no wait 4/5", "3/5", "4/5"),
    ("zipper min A sorry mod A", "min A", "mod A"),
    ("took 2 no 3 breaks", "2", "3"),
    ("stopped at minute nine no not nine seven then left", "nine", "seven"),
    ("wrote 4 lines, no wait 5", "4", "5"),
    ("copied 3/5 I mean 4/5", "3/5", "4/5"),
    ("sat 10 min, make that 12 min", "10 min", "12 min"),
    ("copied 3/5 oops 4/5", "3/5", "4/5"),
    ("legible 60% actually 70%", "60%", "70%"),
    ("cut 2/4 scratch that 3/4", "2/4", "3/4"),
    ("4 of 6 correction 5 of 6", "4 of 6", "5 of 6"),
    ("5 or rather 6 trials", "5", "6"),
    ("shook hand 2x no 3x", "2x", "3x"),
    ("did 2/3 no 1/3 on the square", "2/3", "1/3"),
    ("zipped 2/3 coats, sorry 3/3", "2/3", "3/3"),
]


VALUES = {"measure", "count", "assist", "cue", "duration", "distance"}


def replaced(seen: Observation) -> dict[str, str]:
    """Withdrawn value -> the one that holds; the marker's own words are withdrawn too and left out here."""
    by_id = {fact.id: fact.text for fact in seen.facts}
    return {fact.text: by_id[fact.replaced_by] for fact in seen.facts if fact.replaced_by and fact.kind in VALUES}


@pytest.mark.parametrize(("jot", "first", "last"), CORRECTED)
def test_the_last_value_replaces_the_first(jot: str, first: str, last: str) -> None:
    assert replaced(read(jot)) == {first: last}


@pytest.mark.parametrize(
    "jot",
    [
        "no, he did not",
        "copied 3/5, not 4/5 as reported",
        "not 2 but 3 breaks",
        "stood on riser 1 (not 2 or 3)",
        "3 of 5 but not 5 of 5",
        "copied 3/5 no cues",
        "did 2/5 no tears",
        "5 min wait 3/5 turns",
        "sat 10 min, actually liked it",
        "sorry he was late 5 min",
        "zipper min A, no cues for snaps",
        "mod A for coat, min A for zipper",
        "no 3/5 on monday",
    ],
)
def test_a_denial_or_a_second_value_replaces_nothing(jot: str) -> None:
    assert replaced(read(jot)) == {}


def test_the_replaced_value_is_still_among_the_facts() -> None:
    assert {"3/5", "4/5"} <= {fact.text for fact in read("copied 3/5 no wait 4/5").facts}


def test_the_value_that_holds_is_not_denied() -> None:
    assert not any(fact.negated for fact in read("copied 3/5 no wait 4/5").facts if fact.text == "4/5")
