"""Conditions, hedges, negations and corrections keep their meaning; two facts are never joined into a third."""

from __future__ import annotations

import re

import pytest

from .drafted import said, stands, together

BOUND = [
    ("wrote neater when seated at table", ("neater", "when", "seated")),
    ("stays w/ class if he has headphones", ("stays", "if", "headphones")),
    ("skips bottom row unless page is folded", ("skips", "unless", "folded")),
    ("joined game after 2 adult prompts", ("joined", "after", "2 adult prompts")),
    ("writes neater w/ raised line paper", ("neater", "with raised line paper")),
    ("copied 3/5 w/o slant board", ("3/5", "without")),
    ("asks aide before trying", ("asks", "aide", "before")),
    ("pull up I once started", ("independent", "once started")),
    ("8/10 w/ reading window", ("8/10", "reading window")),
    ("used break card only when told", ("only", "when told")),
    ("3/5 during circle time", ("3/5", "during", "circle time")),
]


@pytest.mark.parametrize(("jot", "words"), BOUND)
def test_a_condition_stays_with_what_it_limits(jot: str, words: tuple[str, ...]) -> None:
    assert together(words, said(jot)), said(jot)


HEDGED = [
    ("maybe 2 min tripod", "maybe"),
    ("about half the letters legible", "about half"),
    ("seems tired", "seems"),
    ("approx 17 wpm", "approx"),
    ("sat ~6 min", "approximately 6 minutes|about 6 minutes|~6 min"),
    ("mostly stayed in seat", "mostly"),
    ("almost zipped coat", "almost"),
    ("possible fatigue by 12 min", "possible"),
    ("kept tripod for most of task", "most of"),
    ("looked frustrated", "looked"),
    ("usually starts at top", "usually"),
    ("sometimes reverses b/d", "sometimes"),
]


@pytest.mark.parametrize(("jot", "hedge"), HEDGED)
def test_a_hedge_is_kept(jot: str, hedge: str) -> None:
    text = " ".join(said(jot))
    assert re.search(hedge, text, re.I), text


DENIED = [
    ("no falls on stairs", "no falls"),
    ("did not leave line", "did not leave"),
    ("doesnt write due dates", "does not write"),
    ("can't snip card stock yet", "cannot snip|can't snip"),
    ("not interested in puzzles", "not interested"),
    ("crossed midline w/ no reminders", "no reminders"),
    ("never asked for help", "never asked"),
    ("no tears today", "no tears"),
    ("didnt turn in math", "did not turn in"),
    ("feet not on floor", "not on"),
    ("wrote name w/o model", "without"),
    ("no squinting seen", "no squinting"),
    ("won't color", "will not color|won't color|would not color"),
    ("refused eraser", "refused"),
    ("spilled x0", "0 times"),
    ("zipper isn't on track", "is not|isn't"),
]


@pytest.mark.parametrize(("jot", "denial"), DENIED)
def test_a_denial_is_kept(jot: str, denial: str) -> None:
    text = " ".join(said(jot))
    assert re.search(denial, text, re.I), text


@pytest.mark.parametrize(
    "jot",
    [
        "copied 3/5 sentences",
        "left line x2",
        "used eraser",
        "asked for help",
        "fell on stairs x1",
        "turned in math",
        "knows the routine",
        "noted the north wall",
        "tied knot w/ min A",
        "another try, 4/5",
    ],
)
def test_no_denial_is_added(jot: str) -> None:
    text = " ".join(said(jot))
    assert not re.search(r"\b(no|not|never|without|cannot|\w+n't)\b", text, re.I), text


TREND = re.compile(
    r"\b(improv\w+|progress\w*|increas\w+|decreas\w+|declin\w+|regress\w+|gain\w*|compared|than before|up from"
    r"|down from|now able|last session|previous\w*)\b",
    re.I,
)


@pytest.mark.parametrize(
    "jot",
    [
        "better when seated",
        "does better w/ slant board",
        "neater w/ raised line paper",
        "4/5 w/ slant board, 2/5 w/o",
        "7/10 on graph paper, 3/10 on plain",
        "row 4: 11 words. row 1: 17 words",
        "better in am than pm",
        "calmer w/ headphones",
        "faster on chromebook than by hand",
        "wobble stool 13/20, reg chair 9/20",
        "copied 3/5. copied 4/5 w/ vc",
    ],
)
def test_a_better_condition_is_no_trend(jot: str) -> None:
    text = " ".join(said(jot))
    assert not TREND.search(text), text


@pytest.mark.parametrize(
    "jot", ["more legible than last wk", "improved spacing since Oct", "fewer erasures than last session"]
)
def test_a_trend_the_therapist_wrote_is_kept(jot: str) -> None:
    text = " ".join(said(jot)).lower()
    assert any(each in text for each in ("last w", "improved", "last session")), text


UNJOINED = [
    ("copied 3/5 sentences. min vc for posture", "3/5", "minimal"),
    ("cut circle mod A. wrote name 4/6 letters", "moderate", "4/6"),
    ("tired by 12 min. refused eraser", "12 minutes", "refused"),
    ("wrote 2 words. peer called him names", "2 words", "peer"),
    ("asked for break. copied 4 of 6 words", "break", "4 of 6"),
    ("shook hands out. zipper I", "shook", "independent"),
    ("rm was loud. copied 1/5 sentences", "loud", "1/5"),
    ("used slant board\ncopied 4/5 sentences", "slant board", "4/5"),
]


@pytest.mark.parametrize(("jot", "one", "other"), UNJOINED)
def test_two_statements_stay_two_sentences(jot: str, one: str, other: str) -> None:
    sentences = said(jot)
    assert together((one,), sentences), sentences
    assert together((other,), sentences), sentences
    assert not together((one, other), sentences), sentences


@pytest.mark.parametrize(
    "jot",
    [
        "rm was loud. copied 1/5 sentences",
        "tired by 12 min. copied 3/5 sentences",
        "slept 4 hrs. refused work",
        "used slant board. copied 4/5 sentences",
        "dropped pencil x3. weak grasp",
        "new seat. 13/20 on task",
    ],
)
def test_no_cause_is_added(jot: str) -> None:
    text = " ".join(said(jot))
    assert not re.search(r"\b(because|due to|therefore|thus|so that|as a result|since|which helped)\b", text, re.I), (
        text
    )


CORRECTED = [
    ("copied 3/5, no wait 4/5 letters on line", "4/5", "3/5"),
    ("copied 3/5 no 4/5 sentences", "4/5", "3/5"),
    ("sat 10 min, actually 12 min", "12 minutes", "10"),
    ("mod A, scratch that min A for coat", "minimal assistance", "moderate"),
    ("wrote 6 words, I mean 8 words", "8 words", "6"),
    ("copied 2/4 lines - correction 3/4 lines", "3/4", "2/4"),
    ("zipper 1/3, sorry 2/3 trials", "2/3", "1/3"),
    ("asked for help x2, make that x3", "3 times", "2 times"),
]


@pytest.mark.parametrize(("jot", "last", "first"), CORRECTED)
def test_of_a_correction_only_the_last_value_is_printed(jot: str, last: str, first: str) -> None:
    text = " ".join(said(jot))
    assert stands(last, text), text
    assert not stands(first, text), text


@pytest.mark.parametrize(
    ("jot", "both"),
    [
        ("copied 3/5, then 4/5 letters on line", ("3/5", "4/5")),
        ("no slant board 3/5, slant board 4/5", ("3/5", "4/5")),
        ("mod A then min A for coat", ("moderate assistance", "minimal assistance")),
        ("sat 10 min, later 12 min", ("10", "12")),
        ("zipper 1/3, snaps 2/3", ("1/3", "2/3")),
        ("wait time 10 sec, then 5 sec", ("10", "5")),
        ("3/5 w/ cue, 1/5 w/o", ("3/5", "1/5")),
        ("actually did 3/5, and 4/5 at home", ("3/5", "4/5")),
    ],
)
def test_two_values_that_are_no_correction_both_stay(jot: str, both: tuple[str, str]) -> None:
    text = " ".join(said(jot))
    assert all(stands(each, text) for each in both), text
