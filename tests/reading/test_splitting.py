"""Where a jot is cut into statements: sentence ends and bullets always, a comma only between two propositions."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.reading import read


def parts(jot: str) -> list[str]:
    return [statement.text for statement in read(jot).statements]


def wrong(*row: Any, why: str) -> Any:
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=f"splitting.py: {why}"))


@pytest.mark.parametrize(
    ("jot", "expected"),
    [
        ("copied 3/5 sentences, zipper mod A", ["copied 3/5 sentences", "zipper mod A"]),
        ("hung up coat, washed hands, sat", ["hung up coat", "washed hands", "sat"]),
        ("L hand dom, book keeps sliding", ["L hand dom", "book keeps sliding"]),
        ("sat 10 min, then left seat", ["sat 10 min", "then left seat"]),
        ("jumped 5x, hopped 3x", ["jumped 5x", "hopped 3x"]),
        ("zipper mod A, snaps I", ["zipper mod A", "snaps I"]),
        ("mod A for coat, min A for zipper", ["mod A for coat", "min A for zipper"]),
        ("grabbed marker, peer cried", ["grabbed marker", "peer cried"]),
        ("looked at clock, teacher redirected x2", ["looked at clock", "teacher redirected x2"]),
        ("sat 10 min, no tears", ["sat 10 min", "no tears"]),
        ("took break, came back in 3 min", ["took break", "came back in 3 min"]),
        ("legible 60%, mom says homework takes 40 min", ["legible 60%", "mom says homework takes 40 min"]),
        ("shared markers, turns 3/4", ["shared markers", "turns 3/4"]),
        ("2 vc to start, 1 vc to stop", ["2 vc to start", "1 vc to stop"]),
        ("followed 2 step directions, but forgot folder", ["followed 2 step directions", "but forgot folder"]),
    ],
)
def test_a_comma_between_two_propositions_cuts(jot: str, expected: list[str]) -> None:
    assert parts(jot) == expected


@pytest.mark.parametrize(
    "jot",
    [
        "copied 3/5 sentences, mod vc",
        "cut on line, mod A",
        "typed name, I",
        "cut on line, 3/4",
        "slant board, 4/5",
        "laces, 2/5",
        "cut circle, square, triangle",
        "needs help with coat, shoes",
        "traced letters, numbers, and shapes",
        "used scissors, glue, and crayons",
        "when given a choice, picked slant board",
        "w/ slant board, copied 3/5",
        "since fall, types 12 wpm",
        "wrote 4 lines, with slant board",
        "wrote 3 words, with 2 vc",
        "typed 12 wpm, up from 9",
        "wrote 3 lines, was 2 last week",
        "opened 2/4 items, string cheese and lid",
        "4/6 alone, 1 rep, 1 model",
        "tied L shoe, not R",
        "advised slant board, pencil grip",
        "20 min pull-out, OT room",
        "2nd gr, push-in ELA 30min",
        "wrote 4 lines, no wait 5",
        "tied shoes, 2/3 tries",
        "copied board w/ slant board, 3/5 words",
        "left seat, x3",
        "wrote 5 words, independently",
        "Wrote name, date and title",
        "in math, copied 3 lines",
        wrong("at recess, ran 3 laps", why="`at recess` is an adverb of the vocabulary and no opening phrase"),
        "after break, wrote 4 lines",
        "during circle, sat 10 min",
        "once seated, wrote name",
        "if tired, takes break",
        "copied 4/5 words, per teacher",
    ],
)
def test_a_comma_inside_one_proposition_does_not_cut(jot: str) -> None:
    assert parts(jot) == [jot]


@pytest.mark.parametrize(
    "between", [". ", "; ", "\n", "\n- ", " / ", " | ", " • ", " - ", "! ", "\n* ", " -- ", "\n\n", " – "]
)
def test_a_sentence_end_a_new_line_or_a_bullet_cuts(between: str) -> None:
    assert parts(f"zipped coat{between}washed hands") == ["zipped coat", "washed hands"]


@pytest.mark.parametrize(
    "jot",
    [
        "wrote 2.5 lines",
        "got 10 min. of heavy work",
        "copied 3/5 words",
        "used push-in time",
        "stress 8/10 -> box breathing x5 -> 5/10",
        "wrote 3 lines and cut 2 shapes",
        "Ms. Kay helped",
        "approx. 5 letters",
        "copied w/o help",
        "3/5 (2 w/ vc, 1 HOH) sentences",
        "sat 10-12 min",
        "reversed b/d",
        "'no. stop, please' x2",
    ],
)
def test_a_point_slash_or_dash_inside_a_word_does_not_cut(jot: str) -> None:
    assert parts(jot) == [jot]


@pytest.mark.parametrize(
    ("jot", "expected"),
    [
        ("wrote name but reversed J", ["wrote name", "but reversed J"]),
        ("wrote 4/5 words he needed help w/ spacing", ["wrote 4/5 words", "he needed help w/ spacing"]),
        ("sat 5 min then left seat", ["sat 5 min", "then left seat"]),
        ("copied 3 lines she was tired", ["copied 3 lines", "she was tired"]),
        ("zipped coat but forgot hat", ["zipped coat", "but forgot hat"]),
        ("cut 2 shapes he left seat", ["cut 2 shapes", "he left seat"]),
        ("typed 2 lines then wanted break", ["typed 2 lines", "then wanted break"]),
        ("opened milk they laughed", ["opened milk", "they laughed"]),
    ],
)
def test_a_new_subject_or_but_begins_a_statement(jot: str, expected: list[str]) -> None:
    assert parts(jot) == expected


@pytest.mark.parametrize(
    "jot",
    [
        "said he was tired",
        "mom says he sleeps well",
        "stops when she sees glue",
        "legible but slow",
        "slow but legible",
        "wrote name and she",
        "asked if he could go",
        "picked what he wanted",
        "w/ peer he knows",
    ],
)
def test_a_pronoun_inside_a_clause_does_not_cut(jot: str) -> None:
    assert parts(jot) == [jot]


@given(st.lists(st.sampled_from(["sat 3 min", "zipper mod A", "no tears", "copied 3/5 words"]), min_size=1, max_size=6))
def test_sentences_are_as_many_as_were_written(sentences: list[str]) -> None:
    assert parts(". ".join(sentences) + ".") == sentences
