"""From a statement's shape to a sentence: what each frame adds, and what fits none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.drafting.chunks import chunked
from otassist.drafting.frames import sentences
from otassist.drafting.phrasing import STUDENT, Parts
from otassist.drafting.spelling import Voice
from otassist.language import words_of

NOBODY = Voice()


def best(jot: str, voice: Voice = NOBODY) -> str:
    """The best candidate with `S` for the student; empty where no frame fits."""
    found = sentences(Parts((), chunked(words_of(jot)), "student", voice))
    return found[0].replace(STUDENT, "S") if found else ""


@pytest.mark.parametrize(
    ("jot", "sentence"),
    [
        ("copied 3/5 sentences", "S copied 3/5 sentences"),
        ("likes glue", "S likes glue"),
        ("needs help to zip coat", "S needs help to zip their coat"),
        ("cut circle with min A", "S cut the circle with minimal assistance"),
        ("doesn't like glue", "S does not like glue"),
        ("can't button coat", "S cannot button their coat"),
        ("held pencil w/ tripod grasp", "S held the pencil with tripod grasp"),
        ("wrote name", "S wrote their name"),
        ("opened 2 containers", "S opened 2 containers"),
        ("refused the puzzle", "S refused the puzzle"),
        ("used slant board", "S used a slant board"),
    ],
)
def test_a_verb_without_a_subject_gets_the_student(jot: str, sentence: str) -> None:
    assert best(jot) == sentence


@pytest.mark.parametrize(
    ("jot", "sentence"),
    [
        ("book keeps sliding", "the book keeps sliding"),
        ("aide helped with zipper", "the aide helped with the zipper"),
        ("he sat on the floor", "he sat on the floor"),
        ("mom reported headaches", "the student's mother reported headaches"),
        ("teacher moved the chair", "the teacher moved the chair"),
        ("late bell rang", "late bell rang"),
        ("peers laughed", "the peers laughed"),
        ("she refused the puzzle", "she refused the puzzle"),
        ("i modeled the fold", "the therapist modeled the fold"),
    ],
)
def test_a_subject_of_its_own_is_kept(jot: str, sentence: str) -> None:
    assert best(jot) == sentence


@pytest.mark.parametrize(
    ("jot", "sentence"),
    [
        ("min vc posture", "minimal verbal cues were needed for posture"),
        ("login I", "S was independent with the login"),
        ("vc x3", "3 verbal cues were needed"),
        ("tired after recess", "S was tired after recess"),
        ("teacher to keep the pad", "the teacher is to keep the pad"),
    ],
)
def test_a_level_or_a_state_gets_its_verb(jot: str, sentence: str) -> None:
    assert best(jot) == sentence


@pytest.mark.parametrize(
    "jot",
    [
        "when", "blah blah of to", "", "to to", ", ,", "of the of", "and or", ") (",
        "letter formation 14/20", "legible 70%", "no tears", "toileting: no concern", "under table 3 min",
        "1st trial dropped the ball", "strip 1-7", "plain 4/10", "colors", "rated", "book slides", "peers distracted",
        "shapes matched 8/10", "0/3 engage", "pants down I", "told aide: wait 10 sec", "off I",
    ],
)  # fmt: skip
def test_what_fits_no_frame_yields_nothing(jot: str) -> None:
    assert best(jot) == ""


@pytest.mark.parametrize(
    ("jot", "foreign"),
    [
        ("the bell rang", "S "),
        ("refused the puzzle", "completed"),
        ("can't button coat", "did not"),
        ("mom reported headaches", "S "),
    ],
)
def test_a_frame_adds_nobody_and_nothing(jot: str, foreign: str) -> None:
    assert best(jot)
    assert foreign not in best(jot)


@pytest.mark.parametrize(
    ("jot", "sentence"),
    [
        ("zipped coat", "S zipped {own} coat"),
        ("wrote name", "S wrote {own} name"),
        ("tied shoes", "S tied {own} shoes"),
        ("needs help to zip coat", "S needs help to zip {own} coat"),
    ],
)
@pytest.mark.parametrize(("pronoun", "own"), [("he", "his"), ("she", "her"), (None, "their")])
def test_the_possessive_is_the_one_given(jot: str, sentence: str, pronoun: str | None, own: str) -> None:
    assert best(jot, Voice(pronoun)) == sentence.format(own=own)


@pytest.mark.parametrize(
    ("front", "main", "sentence"),
    [
        ("during lunch", "opened 2 containers", "during lunch, S opened 2 containers"),
        ("with a timer", "finished the page", "with a timer, S finished the page"),
        ("after recess", "wrote name", "after recess, S wrote their name"),
        ("with min A", "cut circle", "with minimal assistance, S cut the circle"),
        ("", "cut circle", "S cut the circle"),
    ],
)
def test_an_opening_phrase_stands_in_front_with_its_comma(front: str, main: str, sentence: str) -> None:
    parts = Parts(chunked(words_of(front)), chunked(words_of(main)), "student", Voice())
    assert sentences(parts)[0].replace(STUDENT, "S") == sentence


_PIECES = ["aide", "cut", "circle", "3/5", "min A", "and", "when", "sat", "on", "the", "to", "vc", "good", "not", ":"]


@given(st.lists(st.sampled_from(_PIECES), max_size=8).map(" ".join))
def test_every_candidate_is_text_without_gaps_or_foreign_numbers(jot: str) -> None:
    for text in sentences(Parts((), chunked(words_of(jot)), "student", Voice())):
        assert text.strip()
        assert {digit for digit in text if digit.isdigit()} <= {digit for digit in jot if digit.isdigit()}
