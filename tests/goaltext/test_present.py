"""Present measures in wordings of many classes, and measures and times that say nothing of the present."""

from __future__ import annotations

import pytest

from otassist.goaltext import read

HELD = [
    ", from a current score of 2",
    ", from a present average of zero",
    ", up from a September mean of 3 sentences",
    ", from a starting rate of 2 per lesson",
    " from 35% on monthly samples",
    " from 1 of 5",
    ", from 2 out of 10 sentences",
    ", from 3 sentences a page",
    ", from 1 sentence",
    ", from zero",
    ", rising from 1 of 8 to 6 of 8",
    ". First mock trial: 1 of 5.",
    ". Week of 9/7: 1 of 5.",
    ". Previous month: 1 of 5.",
    ". September count: 1 of 5.",
    ". Started at: 1 of 5.",
    ". Fall probe, 1 of 5.",
    "; 1 of 5 at tryout",
    "; 2 sentences at fall check",
    "; 2 of 5 on his first attempt",
    ", 0 of the last 5 trials",
    ", 1 of 5 in the prior quarter",
    ", 1 of 5 this past spring",
    ", and her September score was 1",
    ", with 1 sentence as her present length",
    ", with a current rate of 1 in 5",
    ", where the October average was 1 of 5",
    ", his last quiz being 1 of 5",
    " (1 of 5 at intake)",
    " (1/5 on 9/14)",
    " (was 1/5)",
    ". He did so on 1 of 5 days last week.",
    ". Now she copies one.",
    ". Present performance: none.",
    ". Baseline 20%.",
    ". Today 1 of 5.",
    ". PLAAFP: 1 of 5.",
    "; he gets 1 of 5 at present",
    ". As of 9/20 he copies 1 of 5.",
    ", compared with 1 of 5 in the fall",
]
NONE = [
    " from 3 choices",
    ", from a field of 4",
    " from 20 feet away",
    " from 2 sources",
    " from a list of 20 words",
    " from left to right",
    " from the board in 4 of 5 trials",
    ", choosing from 3 pictures",
    " in 4 of 5 trials on weekly probes",
    " on the first try in 4 of 5 trials",
    " in 4 of 5 trials by the last day of school",
    ", then read 3 words from the class list",
    " with 2 prompts at first and none later",
    " for the first 10 minutes of class",
    " in 8 of 10 samples by the spring conference",
    ". Currently enjoys art.",
    ". Baseline: ____.",
    ". Baseline: [to be filled in].",
    ". Present level: see the evaluation.",
    ". He wants 3 stickers a day.",
    ". He gets OT 30 minutes weekly.",
    ". Team meets 4 times this year.",
    " onto the baseline",
    ". The OT scores 5 samples a month.",
    ". Needs help with handwriting.",
]


@pytest.mark.parametrize("words", HELD)
def test_a_present_measure(words: str) -> None:
    assert read(f"By May, given a model, Maya will copy 4 of 5 sentences{words}").parts["baseline"] is not None


@pytest.mark.parametrize("words", NONE)
def test_no_present_measure(words: str) -> None:
    assert read(f"By May, given a model, Maya will copy a sentence{words}").part("baseline") == ""


RANGES = [
    ("count from 1 to 20", ""),
    ("count by fives from 5 to 100", ""),
    ("copy numbers from 1 to 10", ""),
    ("increase typing from 8 wpm to 15 wpm", "from 8 wpm"),
    ("raise her reading score from 12 words to 40 words", "from 12 words"),
    ("write sentences, moving from 1 of 5 to 4 of 5", "moving from 1 of 5"),
    ("write sentences, going from 20% to 80%", "going from 20%"),
]


@pytest.mark.parametrize(("words", "expected"), RANGES)
def test_a_range_is_a_change_only_with_a_measure(words: str, expected: str) -> None:
    assert read(f"Maya will {words}.").part("baseline") == expected
