"""Numbers are printed in the jot's own form, with their unit spelt out, and none is computed."""

from __future__ import annotations

import pytest

from .drafted import said, stands, together

KEPT = [
    ("copied 3/5 sentences", ("copied", "3/5", "sentences")),
    ("copied 3 of 5 sentences", ("copied", "3 of 5", "sentences")),
    ("copied three of five sentences", ("copied", "sentences")),
    ("60% of letters on line", ("60%", "letters", "on line")),
    ("typed 12 wpm", ("typed", "12 words per minute")),
    ("cut w/in 1/4 in of line", ("within 1/4 inch",)),
    ("slid off chair x3", ("slid off", "3 times")),
    ("asked for break 4x", ("break", "4 times")),
    ("b/d reversed 2x", ("2 times",)),
    ("sat 10 min at desk", ("sat", "10 minutes", "desk")),
    ("worked 90 sec on puzzle", ("90 seconds",)),
    ("OT 2x/wk", ("2 times per week",)),
    ("22 letters/min near pt copy", ("22 letters",)),
    ("omits 2-3 lines per page", ("2-3 lines",)),
    ("carried tray 15 ft", ("carried", "tray", "15 feet")),
    ("desk clean-out 5/7 steps alone", ("5/7 steps",)),
    ("hand wash 6/8 steps I", ("6/8 steps", "independent")),
    ("wrote .5 in letters", (".5", "letters")),
    ("typed 1,200 words", ("1,200 words",)),
    ("tray 4.5 lb", ("4.5 pounds",)),
    ("home row 28/36 keys", ("28/36", "keys")),
    ("looks down q few sec", ("looks down", "every few seconds")),
    ("tired by 12 min, 1 br", ("tired", "12 minutes")),
    ("tired by 12 min, 1 br", ("1 break",)),
]


@pytest.mark.parametrize(("jot", "words"), KEPT)
def test_a_quantity_stands_in_its_sentence_as_jotted(jot: str, words: tuple[str, ...]) -> None:
    assert together(words, said(jot)), said(jot)


@pytest.mark.parametrize(
    ("jot", "computed"),
    [
        ("copied 4/6 words", ("67%", "66%", "0.67", "four of six")),
        ("copied 4/6 words, 2/6 w/ vc", ("100%", "6/6", "2 errors")),
        ("legible 80%", ("4/5", "8/10", "0.8")),
        ("desk 5/7 steps alone, 2 with vc", ("7/7", "71%")),
        ("30 min OT 2x/wk", ("60 minutes", "1 hour", "one hour")),
        ("copied 3/5 then 4/5 sentences", ("7/10", "70%")),
        ("0/3 engage zipper", ("0%", "3 failures")),
        ("seen from 10:05 to 10:35", ("30 minutes", "half an hour")),
        ("4th gr boy, copied 2/4 lines", ("age 9", "age 10", "50%")),
        ("typed 12 wpm vs class approx 17", ("5 words", "70%", "71%")),
    ],
)
def test_nothing_is_computed(jot: str, computed: tuple[str, ...]) -> None:
    assert not [each for each in computed for sentence in said(jot) if stands(each, sentence)], said(jot)


@pytest.mark.parametrize(
    ("jot", "whole", "other"),
    [
        ("wrote name in 3/4 in boxes", "3/4-inch boxes", "3 of 4"),
        ("seen 10/3", "10/3", "10 of 3"),
        ("follow up 9/12", "9/12", "9 of 12"),
        ("copied 9/12 words", "9/12", "September"),
        ("mod vc 4/5 trials", "4/5 trials", "April"),
        ("room 12, wrote 5 words", "5 words", "12 words"),
        ("recheck in 6 wks", "6 weeks", "6 times"),
        ("grade 2, wrote 3 words", "3 words", "2 words"),
    ],
)
def test_a_number_is_not_taken_for_another_kind(jot: str, whole: str, other: str) -> None:
    text = " ".join(said(jot))
    assert stands(whole, text), text
    assert not stands(other, text), text
