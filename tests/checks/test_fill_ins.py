"""Sentences that only say that a section has nothing in it, and words that mean the same."""

from __future__ import annotations

import pytest

from otassist.checks.roots import root
from otassist.checks.sentences import holds_nothing
from otassist.language.tables import rules

from .checking import findings

EMPTY = [
    "None.", "None reported.", "Nothing reported.", "Nothing was reported.", "N/A",
    "No comments from the child or staff today.",
    "No report.", "Not applicable.", "None stated at this time.", "No new information was shared.", "Blank.",
]  # fmt: skip
TELLING = [
    "No concerns about sleep.", "None of the letters were legible.", "Nothing fell.", "No cues were needed.",
    "No hitting was seen.", "Not independent.", "None needed after recess.", "She reported nothing hurt.",
    "No comments about the peer were repeated in class.",
]  # fmt: skip


@pytest.mark.parametrize("text", EMPTY)
def test_a_fill_in_says_nothing(text: str) -> None:
    assert holds_nothing(text)
    assert "added_negation" not in {item.check for item in findings(f"S: {text}\nO: Copied 3 words.", "copied 3 words")}


@pytest.mark.parametrize("text", TELLING)
def test_a_denial_of_something_says_it(text: str) -> None:
    assert not holds_nothing(text)


def test_a_word_has_one_meaning() -> None:
    words = [word for group in rules("note_synonyms")["same"]["groups"] for word in group]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("one", "other"),
    [("picked", "chose"), ("hallway", "hall"), ("finished", "completed"), ("stayed", "remained"), 
     ("refusal", "declined"), ("legibility", "legible"), ("loud", "noise"), ("backpack", "bookbag")],
)  # fmt: skip
def test_synonyms_meet(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("pull", "push"), ("coat", "shoe"), ("walk", "run"), ("left", "right"), ("cut", "copy"), ("before", "after"),
     ("teacher", "aide"), ("open", "close")],
)  # fmt: skip
def test_others_do_not(one: str, other: str) -> None:
    assert root(one) != root(other)
