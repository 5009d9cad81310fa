"""Places in a row, counts of another thing, and what an assessment may reckon."""

from __future__ import annotations

import pytest

from .checking import blockers, marked

ORDINALS = [
    ("day 3 of boxes", "This was the fourth day.", ["fourth"]),
    ("2nd gr, cut 5 lines", "The fourth grader cut 5 lines.", ["fourth"]),
    ("by round 3 I", "By the second round the student was independent.", ["second"]),
    ("opened lock on try 3", "The lock opened on the second try.", ["second"]),
    ("9th gr planner", "The tenth grader used a planner.", ["tenth"]),
    ("row 2 skipped", "The fifth row was skipped.", ["fifth"]),
    ("3rd trial ok", "The sixth trial was okay.", ["sixth"]),
    ("k, name 4/5", "The first grader wrote the name, 4/5.", ["first"]),
    ("day 3 of boxes", "This was the third day.", []),
    ("10th, store", "The tenth grader was in the store.", []),
    ("gr 2 bus", "The second grader rode the bus.", []),
    ("tried 2x, ok 2nd", "It went well on the second try.", []),
    ("both trials ok", "The second trial was okay.", []),
    ("held 4 sec", "The student held for a second.", []),
    ("1/3 of page", "A third of the page was filled.", []),
    ("raised hand first", "At first the student waited.", []),
    ("switched to other hand", "The second hand took over.", []),
]
COUNTS = [
    ("4 rounds of breathing, rated 5 on scale", "The student did five rounds.", ["five"]),
    ("made 8 sales, 2 errors", "The student made 2 sales.", ["2"]),
    ("folded 7 towels, sorted 4 socks", "The student folded 4 towels.", ["4"]),
    ("6 boxes, 3 bags", "The student filled three boxes.", ["three"]),
    ("10 beads, 5 pegs", "The student strung 5 beads.", ["5"]),
    ("2 friends, 9 turns", "The student had nine friends.", ["nine"]),
    ("12 letters, 6 words", "The student wrote 6 letters.", ["6"]),
    ("3 laps, 8 catches", "The student rode 8 laps.", ["8"]),
    ("4 rounds of breathing", "The student did four rounds.", []),
    ("11 wds, 3 omit", "The student omitted 3 words.", []),
    ("3 errors then 2 errors", "There were 5 errors.", []),
    ("8 sales", "The student made eight sales.", []),
    ("2 of 3 pages", "The student finished 2 pages.", []),
    ("x4 towels", "The student folded 4 towels.", []),
    ("5 pegs in, 3 out", "The student took 3 pegs out.", []),
    ("2 laps w 1 peer", "The student rode 2 laps with one peer.", []),
]
RECKONED = [
    ("sat 9 min, yesterday 3 min", "He sat three times as long."),
    ("22/40 on task", "He was on task for over half."),
    ("on task 3/8", "He was on task for under half of math."),
    ("11 min, was 5", "She stayed twice as long."),
    ("6 indep, last month 4", "He does two more steps."),
    ("hall took 5 min 40", "The walk takes nearly six minutes."),
    ("on task 52%", "He was on task for half of math."),
    ("17/20, was 8/20", "He lined up twice as many."),
]
NOT_RECKONED = [
    ("sat 9 min, yesterday 3 min", "He sat five times as long."),
    ("12/40 on task", "He was on task for over half."),
    ("on task 36/40", "He was on task for under half of math."),
    ("6 indep, last month 4", "He does five more steps."),
    ("hall took 5 min 40", "The walk takes nearly nine minutes."),
    ("on task 82%", "He was on task for half of math."),
    ("11 min, was 5", "She stayed four times as long."),
    ("6 indep", "He does nine fewer steps."),
]


@pytest.mark.parametrize(("jot", "note", "words"), ORDINALS)
def test_a_spelt_place_needs_its_number(jot: str, note: str, words: list[str]) -> None:
    assert marked(jot, f"O: {note}", "invented_quantity") == words


@pytest.mark.parametrize(("jot", "note", "words"), COUNTS)
def test_a_count_belongs_to_its_thing(jot: str, note: str, words: list[str]) -> None:
    assert marked(jot, f"O: {note}", "moved_quantity") == words


@pytest.mark.parametrize(("jot", "note"), RECKONED)
def test_an_assessment_may_reckon(jot: str, note: str) -> None:
    assert "invented_quantity" not in blockers(jot, f"A: {note}")


@pytest.mark.parametrize(("jot", "note"), NOT_RECKONED)
def test_an_assessment_may_not_reckon_wrongly(jot: str, note: str) -> None:
    assert "invented_quantity" in blockers(jot, f"A: {note}")


def test_only_an_assessment_may_reckon() -> None:
    assert "invented_quantity" in blockers("sat 9 min, yesterday 3 min", "O: He sat three times as long.")
