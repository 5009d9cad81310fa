"""Numbers: those of the jot, and what follows from its fractions, may stand in the note; others block."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otassist.domain import Context

from .checking import blockers, findings, marked

INVENTED = [
    ("copied 3/5 sentences", "The student copied 4/5 sentences."),
    ("copied 3/5 sentences", "The student copied 3 of 6 sentences."),
    ("copied 3/5 sentences", "The student copied 80% of the sentences."),
    ("spelled 80% of words", "The student spelled 4 of 5 words."),
    ("worked 10 min", "The student worked for 12 minutes."),
    ("worked 10 min", "The student worked for 10 seconds."),
    ("worked 10 min", "The student worked 10 times."),
    ("lost place x3", "The student lost the place three times and then twice."),
    ("cut w/in 1/4 in", "The student cut within 1/8 inch."),
    ("cut circle w/ 2 vc", "The student cut the circle with 3 verbal cues."),
    ("seen 9:00-9:30", "The student was seen from 9:00 to 9:45."),
    ("typed 12 wpm", "The student typed 15 words per minute."),
    ("sang 2/3 songs", "The student sang 3/3 songs."),
    ("seen on 11/4/25", "The student was seen on 11/11/25."),
    ("seen on 10/12/25", "The student was seen on October 12, 2024."),
    ("date 10/12. wrote name", "The student wrote the name 12 times."),
    ("sat on cushion", "The student sat on the cushion for one minute."),
]  # fmt: skip

GIVEN = [
    ("job site 1 hr 15", "The student was at the job site for one hour and 15 minutes."),
    ("off task 9 of 18 intervals, peer 3 of 18", "Off task in 9 of 18 intervals; a peer was off task in 3 of 18."),
    ("14 wpm, 11 wpm last month", "O: 14 words per minute, 11 last month.\nA: Speed is up by 3 words per minute."),
    ("copied 3/5 sentences", "The student copied 3 of 5 sentences."),
    ("copied 3/5 sentences", "The student copied 3 out of 5 sentences."),
    ("copied 3/5 sentences", "The student copied 60% of the sentences."),
    ("copied 2/3 sentences", "The student copied 67% of the sentences."),
    ("copied 3/5 sentences", "The student copied 3 sentences."),
    ("worked 10 min", "The student worked for 10 minutes."),
    ("worked ~10 min", "The student worked for approximately 10 minutes."),
    ("lost place x3", "The student lost the place 3 times."),
    ("lost place x3", "The student lost the place three times."),
    ("cut w/in 1/4 in", "The student cut within 1/4 inch."),
    ("cut circle w/ vc x2", "The student cut the circle with 2 verbal cues."),
    ("seen 9:00-9:30", "The student was seen from 9:00 to 9:30."),
    ("typed 12 wpm", "The student typed 12 words per minute."),
    ("seen on 10/12/25", "The student was seen on October 12, 2025."),
    ("seen on 10/12/25", "The student was seen on 10/12."),
    ("zipped coat", "At one point the student zipped the coat."),
    ("zipped coat after demo", "Once the demonstration was over, the student zipped the coat."),
    ("copied words", "The student copied ____ of 5 words."),
    ("copied words", "The student copied words [__ / 10]."),
    ("copied words", "How many words were copied in 5 minutes? ____"),
    ("it was 40 in the gym he said", "The therapist noted \"it was 40 in the gym\"."),
]  # fmt: skip


@pytest.mark.parametrize(("jot", "note"), INVENTED)
def test_a_number_the_jot_does_not_have_blocks(jot: str, note: str) -> None:
    assert "invented_quantity" in blockers(jot, note)


@pytest.mark.parametrize(("jot", "note"), GIVEN)
def test_a_number_of_the_jot_or_a_blank_passes(jot: str, note: str) -> None:
    assert blockers(jot, note) == set()


def test_the_finding_points_at_the_number() -> None:
    note = "O: The student zipped the coat. The student copied 4/5 sentences."
    assert marked("zipped coat. copied 3/5 sentences", note, "invented_quantity") == ["4/5"]


def test_numbers_the_therapist_entered_are_given() -> None:
    note = "The student was seen on 2025-10-12 for 30 minutes and zipped the coat."
    assert "invented_quantity" in blockers("zipped coat", note)
    assert blockers("zipped coat", note, Context(date="2025-10-12", minutes="30")) == set()


def test_a_number_taken_back_in_the_jot_is_no_ground() -> None:
    jot = "copied 3/5 no wait 4/5 sentences"
    assert blockers(jot, "The student copied 4/5 sentences.") == set()
    assert "invented_quantity" in blockers(jot, "The student copied 3/5 sentences.")


MOVED = [
    ("letters 3/5 on line. numbers 4/6 on line", "Numbers were on the line 3/5, letters 4/6."),
    ("typed 10 min. sat 5 min", "The student typed for 5 minutes. The student sat for 10 minutes."),
]


@pytest.mark.parametrize(("jot", "note"), MOVED)
def test_a_number_of_another_task_blocks(jot: str, note: str) -> None:
    assert blockers(jot, note) == {"moved_quantity"}


@given(st.integers(2, 99), st.integers(2, 99))
@settings(max_examples=60, deadline=None)
def test_only_the_jots_own_number_passes(jotted: int, noted: int) -> None:
    said = blockers(f"copied {jotted} words", f"The student copied {noted} words.")
    assert said == (set() if jotted == noted else {"invented_quantity"})


@given(st.text(alphabet="abcdefg 0123456789/%.,\n\"'x", min_size=1, max_size=80).filter(str.strip))
@settings(max_examples=100, deadline=None)
def test_findings_lie_inside_any_text(note: str) -> None:
    for item in findings(note, "copied 3/5 words"):
        assert item.start is None or 0 <= item.start <= (item.end or 0) <= len(note)
