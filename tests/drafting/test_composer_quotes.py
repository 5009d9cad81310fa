"""Quotations are exact and attributed; what has no frame is printed whole, in double quotation marks."""

from __future__ import annotations

import re

import pytest

from .drafted import QUOTED, drafting, note, outside_quotes, said


def bare(quotation: str) -> str:
    """The words between the marks, without the marks inside them."""
    return quotation[1:-1].strip("'‘’“”")


EXACT = [
    ('said "my hand doesn\'t hurt"', "my hand doesn't hurt", "The student said"),
    ("T: 'its squeaky'", "its squeaky", "The teacher"),
    ("tchr: 'he gives up'", "he gives up", "The teacher"),
    ('mom: "velcro at home"', "velcro at home", "mother"),
    ("'i did it!' after zipper", "i did it!", ""),
    ("'d starts like a c!' her words", "d starts like a c!", ""),
    ('yelled "NO" x2', "NO", ""),
    ("Said “its too loud” x1", "its too loud", "The student said"),
    ('wrote "i dont want to b here"', "i dont want to b here", "wrote"),
    ('aide said "he did 3/5 alone"', "he did 3/5 alone", "The aide"),
]


@pytest.mark.parametrize(("jot", "quotation", "by"), EXACT)
def test_a_quotation_is_exact_and_has_its_speaker(jot: str, quotation: str, by: str) -> None:
    sentences = [text for text in said(jot) if any(quotation in found for found in QUOTED.findall(text))]
    assert sentences, said(jot)
    assert by in sentences[0], sentences


@pytest.mark.parametrize(
    "jot",
    [
        "copied 3/5 sentences w/ min vc for spacing",
        "aide tied his shoes",
        "no falls on stairs",
        "mom says he ties shoes at home",
        "refused eraser",
        "P: try slant board in math",
        "teacher's desk is near the door",
        "didn't write, couldn't start",
    ],
)
def test_no_quotation_is_invented(jot: str) -> None:
    assert not QUOTED.findall(" ".join(said(jot)))


@pytest.mark.parametrize(
    "jot",
    [
        "maybe 2 min then fisted again ???",
        "blorf zing qux 3/5",
        "NV retry gg w/ tbl",
        "rt >> lt, bx ++",
        "OT->PT->SLP handoff @ 2",
        "wrote ^^ lines & | marks",
        "grasp = 4f w/ thumb x-over",
        "hx of hx tx rx",
    ],
)
def test_what_has_no_frame_is_quoted_word_for_word(jot: str) -> None:
    for clause in note(jot).clauses:
        for quotation in QUOTED.findall(clause.text):
            assert bare(quotation) in jot, clause.text


SHORTHAND = re.compile(
    r"(?<![\w/])(w/o?|b/c|b4|vcs?|tc|HOH|SBA|CGA|mod A|min A|max A|tchr|wk|wks|yr|rm|incr|decr|indep|approx|req'd"
    r"|demo'd|c/o|s/p|d/t|UE|BUE|FM|GM|VM|wpm|q|rec|nxt|diff|lvl|w/in|fx'l|WNL|para|sec|hw|&|\+|->|→|@|=)(?![\w/])",
)


@pytest.mark.parametrize(
    "jot",
    [
        "L hand dom, book keeps sliding. dycem + book holder help, still asks aide b4 trying",
        "home row 28/36 keys, looks down q few sec. min vc posture, login I. tired by 12 min, 1 br",
        "K. scissors: min A to cut curve, fringe I, 8/10 snips",
        "c/o hand pain d/t long writing. para req'd for coat",
        "FM: 3/5 w/ SBA & tc. GM: stairs CGA b/c fell last wk",
        "NV: incr wait time, decr prompts w/in 2 wks",
        "copied 3/5 -> 4/5 w/ slant brd @ table",
        "rm 12, sm grp. tchr says hw = late",
        "fx'l grasp, indep w/ snaps",
        "BUE WNL",
        "demo'd HWT letters, approx 1/4 in tall",
    ],
)
def test_no_shorthand_outside_quotation_marks(jot: str) -> None:
    assert not [found for text in said(jot) for found in SHORTHAND.findall(outside_quotes(text))], said(jot)


@pytest.mark.parametrize(
    "jot", ['said "go away" and left. wrote "ok"', "peer said 'stop', he stopped", 'sign says "EXIT" w/ arrow']
)
def test_quotation_marks_come_in_pairs(jot: str) -> None:
    for one in drafting(jot).notes:
        assert one.text.count('"') % 2 == 0, one.text
