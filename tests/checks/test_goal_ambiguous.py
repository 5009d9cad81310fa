"""Measures that two strangers would not read alike, and such that they would."""

from __future__ import annotations

import pytest

from otassist.checks import check_goal

AMBIGUOUS = [
    "Maya will write and edit a paragraph with 80% accuracy.",
    "Maya will read and summarize a story with 80% accuracy.",
    "Maya will read with 95% accuracy and 80% comprehension.",
    "Maya will answer questions with 80% accuracy 80% of the time.",
    "Maya will copy words with 90% accuracy in 75% of trials.",
    "Maya will color shapes, draw a house and write her name 3/5 times.",
    "Maya will zip her coat and write her name with 80% accuracy.",
    "Maya will count coins and tell time with 90% accuracy.",
    "Maya will copy words in 7/5 trials.",
    "Maya will copy words with 120% accuracy.",
    "Maya will write a paragraph with 80% accuracy in 4/5 trials.",
    "Maya will write her name with 80% accuracy.",
    "Maya will put on her coat with 85% independence.",
    "Maya will organize her desk with 80% accuracy, per teacher report.",
    "Maya will cut out a circle with 75% success on 3 of 4 days.",
    "Maya will zip, button, snap and tie with 80% accuracy.",
    "Maya will use her device 5 times and imitates signs.",
    "Tie shoes. Zip coat. Use fork. 80%.",
    "Maya will fill out 2 job applications and also learn to drive with 90% accuracy.",
]
CLEAR = [
    "Maya will copy sentences with 90% accuracy.",
    "Maya will identify the main idea with 80% accuracy.",
    "Maya will say /r/ in words with 80% accuracy.",
    "Maya will read 100 sight words with 90% accuracy.",
    "Maya will copy her schedule with 100% accuracy.",
    "Maya will write her name with 80% of the letters on the line.",
    "Maya will complete the lunch routine with 80% of the steps done alone.",
    "Maya will raise her hand before speaking in 80% of lessons.",
    "Maya will blend and read CVC words with 90% accuracy.",
    "Maya will write her name in 4 of 5 trials and the teacher keeps the samples.",
    "Maya will open and close a container in 4 of 5 trials.",
    "Maya will copy 80-90% of words.",
    "Maya will sit down, take out a book and open it within 60 seconds.",
    "Maya will fold, glue and place the pieces with no more than 2 prompts.",
    "Maya will stop and wait on 4 of 5 trips.",
    "Maya will copy words with 100% accuracy.",
    "Maya will copy words in 5/5 trials.",
    "Maya will cut and paste shapes with 80% accuracy.",
    "Maya will wash and dry her hands, completing 5 of 6 steps on 4 of 5 days.",
]


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_strangers_would_differ(text: str) -> None:
    assert not check_goal(text).measurable


@pytest.mark.parametrize("text", CLEAR)
def test_strangers_would_agree(text: str) -> None:
    assert check_goal(text).measurable
