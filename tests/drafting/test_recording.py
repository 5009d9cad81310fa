"""Shorthand spelt out in its own order: nothing is added, nothing is lost, what nobody can expand is quoted."""

from __future__ import annotations

import re

import pytest

from otassist.drafting.describing import described
from otassist.drafting.recording import spelt_out
from otassist.language import words_of


def spelt(source: str) -> str:
    return spelt_out(described(words_of(source)))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("copied 3/5 w/ min vc", "copied 3/5 with minimal verbal cues"),
        ("w/o help", "without help"),
        ("cut + glue", "cut and glue"),
        ("asked for help & left", "asked for help and left"),
        ("up -> down", "up – down"),
        ("2 -> 5 min", "2, then 5 minutes"),
        ("# of steps", "number of steps"),
        ("4 sec", "4 seconds"),
        ("20 ft", "20 feet"),
        ("10 min.", "10 minutes."),
        ("a 3 hr test", "a 3-hour test"),
        ("a 50 min study hall", "a 50-minute study hall"),
        ("a 5 inches line", "a 5-inch line"),
        ("6 w, 6 w/o", "6 with, 6 without"),
        ("trial 1: 3/5; trial 2: 4/5", "trial 1: 3/5; trial 2: 4/5"),
    ],
)
def test_shorthand_is_spelt_out_in_its_order(source: str, text: str) -> None:
    assert spelt(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("soap HOH", "soap with hand-over-hand assistance"),
        ("flipped min A", "flipped with minimal assistance"),
        ("put on coat SBA", "put on coat with standby assistance"),
        ("needs min A", "needs minimal assistance"),
        ("then min A", "then minimal assistance"),
        ("not HOH", "not hand-over-hand assistance"),
        ("min A", "minimal assistance"),
        ("dressed I", "dressed independently"),
        ("zipped indep", "zipped independently"),
    ],
)
def test_a_level_says_how_it_was_done_only_behind_what_was_done(source: str, text: str) -> None:
    assert spelt(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("1 vc", "1 verbal cue"),
        ("vc x3", "3 verbal cues"),
        ("PP 2x", "2 partial physical prompts"),
        ("2 sent", "2 sentences"),
        ("3rd try", "3rd try"),
    ],
)
def test_cues_plurals_and_ordinals_follow_their_number(source: str, text: str) -> None:
    assert spelt(source) == text


@pytest.mark.parametrize("source", ["coach's 2nd vc", "3rd vc"])
def test_an_ordinal_is_no_count_that_carries_a_level(source: str) -> None:
    assert "with" not in spelt(source)


@pytest.mark.parametrize(
    ("source", "unread"), [("xqz 3/5", ["xqz"]), ("bpq w/ zzt", ["bpq", "zzt"]), ("hwr 4/5", ["hwr"])]
)
def test_what_nobody_can_expand_is_quoted_as_it_stands(source: str, unread: list[str]) -> None:
    assert re.findall(r'"([^"]+)"', spelt(source)) == unread


@pytest.mark.parametrize(
    "source", ["copied words from board", "opens milk at lunch", "zips coat w/ help", "wrote 3 words, then stopped"]
)
def test_plain_words_are_never_quoted(source: str) -> None:
    assert '"' not in spelt(source)


def test_what_was_quoted_stays_quoted_once() -> None:
    assert spelt("said 'my hand hurts'") == 'said "my hand hurts"'
