"""A note's text falls into sentences with section and exact place, whatever its headings look like."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.checks.sentences import of_text

HEADED = [
    ("S: He left.", "subjective", "He left."),
    ("Subjective: He left.", "subjective", "He left."),
    ("**Objective:** He left.", "objective", "He left."),
    ("# Plan\nHe left.", "plan", "He left."),
    ("OBJECTIVE\nHe left.", "objective", "He left."),
    ("Next steps\nHe left.", "plan", "He left."),
    ("A: He left.", "assessment", "He left."),
    ("Meaning for school participation: He left.", "assessment", "He left."),
    ("He left.", None, "He left."),
    ("Zipper: He left.", None, "Zipper: He left."),
    ("Sat: He left.", None, "Sat: He left."),
    ("A student left.", None, "A student left."),
    ("Plan to leave.", None, "Plan to leave."),
]


@pytest.mark.parametrize(("text", "section", "words"), HEADED)
def test_a_heading_opens_a_section(text: str, section: str | None, words: str) -> None:
    assert [(item.section, item.text) for item in of_text(text)] == [(section, words)]


CUT = [
    ("He left. She stayed.", 2),
    ("He left! She stayed? They slept.", 3),
    ("He left.\nShe stayed.", 2),
    ('He said, "Go." She stayed.', 2),
    ("Ms. Kay left early.", 1),
    ("Dr. Kay left at 9 a.m. Monday.", 1),
    ("He cut 2.5 inches.", 1),
    ("He used approx. 3 cues.", 1),
    ("What was said? ____", 1),
]


@pytest.mark.parametrize(("text", "count"), CUT)
def test_a_text_is_cut_at_the_ends_of_sentences(text: str, count: int) -> None:
    assert len(of_text(text)) == count


@given(st.text(max_size=200))
def test_each_sentence_stands_where_it_says(text: str) -> None:
    found = of_text(text)
    assert [text[item.start : item.end] for item in found] == [item.text for item in found]
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(st.text(alphabet='ab 12."“”_[]/', max_size=60))
def test_quotations_and_blanks_keep_their_room(text: str) -> None:
    assert all(len(item.plain) == len(item.text) for item in of_text(text))
