"""Conditions: each stays with the task to which the jot ties it."""

from __future__ import annotations

import pytest

from .checking import blockers

MOVED = [
    ("dictated 6 sentences, 3/5 edits found w/ read-back", "The student dictated 6 sentences with read-back."),
    ("took off coat on bench. hung bag I at hook", "The student hung the bag on the bench."),
    ("picture list inside locker. changed shirt seated", "The student changed the shirt inside the locker."),
    ("copied letters from board. drew a cat, traced line w/ ruler", "The student copied letters with a ruler."),
    ("stabilized bowl, min A to open L fingers. Theraputty pull-aparts 5/5", "Pull-aparts, with minimal assistance."),
    ("walked to gym w/ walker. threw ball 4/5", "The student threw the ball 4/5 with the walker."),
    ("coughed on dry bread. para gave water", "The paraprofessional gave water on dry bread."),
    ("14/18 words on raised line paper, 9/18 on plain", "On plain paper 14/18 words; on raised line paper, 9/18."),
    ("jumped 3 in row w/ floor dot, 0 w/o", "Without a floor dot, the student jumped 3 in a row."),
    ("55% on 8 cells, 70% on 4 cells", "Accuracy was 70% on 8 cells."),
]
KEPT = [
    ("milk I. spilled 1x no meltdown", "One spill, which the student wiped up, without a meltdown."),
    ("dictated 6 sentences, 3/5 edits found w/ read-back", "With read-back, 3/5 edits were found."),
    ("took off coat on bench. hung bag I at hook", "The coat was taken off on the bench."),
    ("w/ slant board. copied 3/5 lines", "The student copied 3/5 lines with a slant board."),
    ("PreK push-in, block area. joint play w/ peer 5 min", "In the block area, joint play with a peer ran 5 minutes."),
    ("14/18 words on raised line paper, 9/18 on plain", "On raised line paper 14/18 words; on plain paper, 9/18."),
    ("jumped 3 in row w/ floor dot, 0 w/o", "With a floor dot, three jumps in a row; without it, none."),
    ("toilet transfer CGA w/ grab bar, clothing down mod A", "With a grab bar, the toilet transfer was contact guard."),
    ("vc x2. wrote name 4/5", "The student wrote the name 4/5 with 2 verbal cues."),
    ("feeding: scoop dish, 50% of meal", "Half of the meal was eaten with a scoop dish."),
    ("55% on 8 cells, 70% on 4 cells", "Accuracy was 70% with 4 cells and 55% with 8 cells."),
]


@pytest.mark.parametrize(("jot", "note"), MOVED)
def test_a_condition_with_another_task_blocks(jot: str, note: str) -> None:
    assert blockers(jot, f"O: {note}") & {"moved_condition", "moved_level", "moved_quantity", "added_negation"}


@pytest.mark.parametrize(("jot", "note"), KEPT)
def test_a_condition_with_its_own_task_passes(jot: str, note: str) -> None:
    assert blockers(jot, f"O: {note}") == set()
