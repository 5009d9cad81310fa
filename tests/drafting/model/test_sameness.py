"""When a small model's sentence says the same as the composer's, and what it is told when it does not."""

from __future__ import annotations

import pytest

from otassist.drafting.model.sameness import changes

LINED = "They lined up 6/8 problems with grid paper, with minimal verbal cues to skip a line."


@pytest.mark.parametrize(
    ("plain", "text"),
    [
        (LINED, LINED),
        (LINED, "With grid paper, they lined up 6/8 problems, with minimal verbal cues to skip a line."),
        (LINED, "The student lined up 6/8 problems with grid paper and minimal verbal cues to skip a line."),
        ("They did not erase.", "The student did not erase."),
        ("The plan is to send grid paper to teacher.", "The plan is to send the grid paper to the teacher."),
        ('The student said, "the lines help".', "The student said, “the lines help”."),
    ],
)
def test_it_says_the_same(plain, text):
    assert list(changes(plain, text)) == []


@pytest.mark.parametrize(
    ("plain", "text", "faults"),
    [
        (LINED, LINED.replace("6/8", "7/8"), [("left_out", "6/8"), ("foreign_words", "7/8")]),
        (LINED, LINED.replace("minimal ", ""), [("left_out", "minimal")]),
        (LINED, LINED.replace("lined", "did not line"), [("left_out", "lined"), ("foreign_words", "did")]),
        ("They did not erase.", "They did erase.", [("left_out", "not")]),
        ("They zipped the coat.", "They could zip the coat.", [("left_out", "zipped"), ("foreign_words", "could")]),
        ("They cut a circle.", "They cut a circle because of practice.", [("foreign_words", "because")]),
        ('They said, "it is hard".', "They said it is hard.", [("left_out", '"it')]),
        ("The teacher helped the student cut.", "They cut, helped the teacher.", [("moved", "")]),
        ("They cut 2/4 circles, 4/4 lines.", "They cut 4/4 lines, 2/4 circles.", [("moved", "")]),
        ("They did not cut, then drew.", "They then drew, did not cut.", [("moved", "")]),
        ("They cut then glued, drew.", "They drew glued then cut.", [("moved", "")]),
        ("They cut a circle.", "", [("left_out", "cut")]),
        ("The crowded page is the trouble.", "A: crowded page is the trouble.", [("foreign_words", "a:")]),
        ("The student opens the bag.", "Opens the bag.", [("left_out", "they")]),
        ("They put the coat on.", "They put their coat on.", [("foreign_words", "their")]),
        ("They are independent.", "They were independent.", [("foreign_words", "were")]),
        ("They used grid paper.", "They needed grid paper.", [("foreign_words", "needed")]),
        ("They cut 2 of 3.", "They cut 2, 3.", [("left_out", "of")]),
    ],
)
def test_it_does_not_and_each_change_is_named(plain, text, faults):
    found = list(changes(plain, text))
    assert found
    assert [fault for fault in faults if fault not in found] == []


def test_a_phrase_may_move_only_where_order_carries_no_sense():
    assert not list(changes("They cut a circle during centers.", "During centers, they cut a circle."))
    assert list(changes("They did not cut during centers.", "During centers, they did not cut."))
