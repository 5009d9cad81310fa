"""Areas: the thirteen are told apart by what was done, not by where or by a word inside a longer one."""

from __future__ import annotations

import pytest

from otassist.domain import AreaScore
from otassist.language import areas, words_of


def ranked(jot: str) -> tuple[AreaScore, ...]:
    return areas.rank(words_of(jot))


FIRST = [
    ("wrote name, letters legible 6/10, poor spacing between words", "handwriting"),
    ("cursive practice, line regard 60%", "handwriting"),
    ("cut on line w/ scissors 4/5, glue stick ok", "fine_motor"),
    ("strung 6 beads, pincer on L", "fine_motor"),
    ("copied circle and square, skipped lines when scanning page", "visual_motor"),
    ("lost place 4x on grid paper, columns lined up 3/5", "visual_motor"),
    ("covered ears at fire drill, asked for headphones", "sensory_regulation"),
    ("weighted lap pad, sensory break x2", "sensory_regulation"),
    ("zipped coat w/ min A, tied shoes 0/2", "self_care"),
    ("opened milk carton, washed hands I", "self_care"),
    ("off task x6, redirected, stayed in seat 5 min", "attention"),
    ("backpack dumped, planner blank, homework lost", "executive_function"),
    ("took turns w/ peer 3/5, shared toys", "social_participation"),
    ("stairs w/ handrail, CGA, balance poor", "gross_motor"),
    ("keyboarding 12 wpm, word prediction on chromebook", "assistive_technology"),
    ("frustrated, used deep breaths, calm down card", "coping"),
    ("job site: restocked shelves, used time clock", "transition"),
    ("chorus on risers, adapted instrument in band", "access"),
]


@pytest.mark.parametrize(("jot", "area"), FIRST)
def test_the_area_of_what_was_done_comes_first(jot: str, area: str) -> None:
    assert ranked(jot)[0].area == area


@pytest.mark.parametrize(
    ("jot", "area"),
    [
        ("copied 3/5 sentences", "coping"),  # copy is not cope
        ("4 lines done", "self_care"),  # done is not don
        ("put book away", "fine_motor"),  # put is not putty
        ("lay on his belly", "sensory_regulation"),  # belly is not bell
        ("slides posted after class by teacher in advance", "coping"),
        ("did not know the words", "executive_function"),  # not is not note
        ("tired after lunch", "transition"),  # tired is not a tire shop
        ("we will circle back with the case manager", "gross_motor"),  # no circle time
    ],
)
def test_a_look_alike_word_gives_an_area_nothing(jot: str, area: str) -> None:
    assert area not in {score.area for score in ranked(jot)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("copied sentences", "copying sentences"),
        ("cut a circle", "cutting a circle"),
        ("shared a toy", "shares toys"),
    ],
)
def test_inflection_does_not_change_the_first_area(one: str, other: str) -> None:
    assert ranked(one)[0].area == ranked(other)[0].area


def test_a_longer_term_silences_the_words_inside_it() -> None:
    assert list(areas._found(["pencil", "grip"])) == [("pencil", "grip")]


def test_repeating_one_word_does_not_outvote_the_rest() -> None:
    often = ranked("scissors " * 9 + "wrote name legibly, cursive, spacing between words, letter size")
    assert often[0].area == "handwriting"


@pytest.mark.parametrize("jot", ["ok", "3/5", "x y", "and then", "???1"])
def test_a_jot_about_nothing_known_has_no_area(jot: str) -> None:
    assert ranked(jot) == ()


def test_scores_are_shares_in_falling_order() -> None:
    scores = [score.score for score in ranked("zipped coat, wrote name, shared toys, off task x2")]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) == pytest.approx(1, abs=0.005)
