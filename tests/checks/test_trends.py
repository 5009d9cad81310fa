"""Comparisons: `improved from`, `fewer than last time` only where the jot compares."""

from __future__ import annotations

import pytest

from .checking import blockers

PLAIN = "copied 3/5 sentences w/ min vc. sat on cushion"
CLAIMS = [
    "The student improved in copying sentences.",
    "The student is improving with copying.",
    "Copying has increased since last session.",
    "The student copied 3/5 sentences, up from last week.",
    "The student copied 3/5 sentences, which is better than before.",
    "Compared to the last visit, the student copied more sentences.",
    "The student made good progress in copying.",
    "The student no longer needs the cushion.",
    "The student needed fewer cues than last time.",
    "Copying shows a decline since baseline.",
]
NO_CLAIMS = [
    "The student copied 3/5 sentences with minimal verbal cues.",
    "Copying fewer than all sentences limits written work.",
    "Sitting on a cushion supports copying.",
    "P: Practice copying to improve legibility.",
    "P: Increase copying to more sentences.",
    "P: Compare with a copying sample from class.",
    "The student copied from the board to the paper.",
    "The student sat on the cushion for most of the lesson.",
]
JOTTED = [
    ("mod vc -> min vc for spacing", "Verbal cueing for spacing went from moderate to minimal."),
    ("copied 3/5, up from 2/5", "The student copied 3/5, up from 2/5."),
    ("copying improved", "Copying improved."),
    ("copied 3/5 (2/5 last wk)", "The student copied 3/5, compared with 2/5 last week."),
    ("neater than last time", "The writing was neater than last time."),
    ("vc 5 -> 2", "Verbal cues decreased from 5 to 2."),
    ("making progress w/ zipper", "The student made progress with the zipper."),
    ("better w/ broken crayons", "Grasp improved with broken crayons."),
    ("doesnt need cushion anymore, was daily", "The student no longer needs the cushion; it was daily."),
]


@pytest.mark.parametrize("note", CLAIMS)
def test_a_comparison_the_jot_does_not_make_blocks(note: str) -> None:
    assert "added_trend" in blockers(PLAIN, note)


@pytest.mark.parametrize("note", NO_CLAIMS)
def test_a_sentence_without_a_claim_passes(note: str) -> None:
    assert "added_trend" not in blockers(PLAIN, note)


@pytest.mark.parametrize(("jot", "note"), JOTTED)
def test_a_comparison_of_the_jot_passes(jot: str, note: str) -> None:
    assert "added_trend" not in blockers(jot, note)
