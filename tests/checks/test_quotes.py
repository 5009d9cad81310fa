"""Quotations: the jot's own words, case and white space aside."""

from __future__ import annotations

import pytest

from .checking import blockers, marked

JOT = 'Said "its too loud in here" and left. c/o of hand "hurting". book keeps sliding b4 lunch 504 mtg'

VERBATIM = [
    'The student said, "its too loud in here."',
    'The student said, "ITS TOO  LOUD in here".',
    "The student said “its too loud in here”.",
    'The student said the hand was "hurting."',
    'The therapist noted "book keeps sliding b4 lunch".',
    'The therapist noted "504".',
    'The student said, "too loud".',
    'The student said "its ... in here".',
]
CHANGED = [
    'The student said, "it is too loud in here."',
    'The student said, "its too quiet in here."',
    "The student said “I want to go home”.",
    'The student said the hand was "aching."',
    'The therapist noted "book keeps slipping".',
    'The therapist noted "505".',
    'The teacher said, "he is lazy".',
    'The student said "its ... outside".',
]


@pytest.mark.parametrize("note", VERBATIM)
def test_words_of_the_jot_may_be_quoted(note: str) -> None:
    assert "invented_quote" not in blockers(JOT, note)


@pytest.mark.parametrize("note", CHANGED)
def test_other_words_in_quotation_marks_block(note: str) -> None:
    assert "invented_quote" in blockers(JOT, note)


def test_a_number_inside_a_verbatim_quotation_needs_no_other_ground() -> None:
    assert blockers("he counts 1 2 3 b4 cutting", 'The therapist noted "counts 1 2 3 b4 cutting".') == set()


def test_the_finding_points_at_the_quotation() -> None:
    assert marked(JOT, 'S: He left. He said, "bye now".', "invented_quote") == ['"bye now"']
