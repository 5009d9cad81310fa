"""The measured act as a behaviour: the student's own, in full English; a failure or another's act gives none."""

from __future__ import annotations

import pytest

from otassist.drafting.baselines import candidates, measured_act
from otassist.language.tables import rules

from .made import seen


def act(jot: str) -> str:
    observation = seen(jot)
    held = candidates(observation, observation.statements)
    return next((said for item in held if (said := measured_act(observation, item))), "")


@pytest.mark.parametrize(
    ("jot", "behavior"),
    [
        ("copied 3/5 sentences w/ min vc", "copy sentences"),
        ("snips 2 of 10 strips at art table", "snip strips at the art table"),
        ("asked a question back 1 out of 8 exchanges", "ask a question back"),
        ("alone: 4/12 bins emptied", "empty bins"),
        ("0/3 tasks handed in", "hand in tasks"),
        ("played in 2 songs of 5", "play in songs"),
        ("w/ tabs 3 of 8 pgs turned himself", "turn pages"),
        ("waited for turn 1/6", "wait for turn"),
        ("columns lined up 8/9 problems", "line up columns"),
        ("plots 3/10 pts right", "plot the points correctly"),
        ("copying from board 9 wds in 5 min", "copy words from the board"),
    ],
)
def test_a_verb_beside_the_measure_is_the_act(jot: str, behavior: str) -> None:
    assert act(jot) == behavior


@pytest.mark.parametrize(
    ("jot", "behavior"),
    [
        ("3/9 steps w/o prompt", "complete the steps"),
        ("4/22 ltrs on line", "write the letters on the line"),
        ("1 of 4 lines correct", "write the lines correctly"),
        ("safe use 2 of 7 tools", "use tools safely"),
        ("0/5 cuts along a line", "cut along a line"),
        ("HW folder back 1 of 5 days", "bring back the homework folder"),
        ("cross 0/4 today", "draw a cross"),
    ],
)
def test_what_was_counted_has_an_act_of_its_own(jot: str, behavior: str) -> None:
    assert act(jot) == behavior


@pytest.mark.parametrize(
    ("jot", "behavior"),
    [
        ("on task maybe 4 of 20 min at math centers", "stay on task at math centers"),
        ("upright about 5 min", "sit upright"),
        ("rug 3 of 15 min", "stay on the rug"),
        ("on task 11/20 intervals", "stay on task"),
        ("sat in break room 30+ min", "sit in break room"),
        ("stays 9 min of a 45 min shift", "stay during the shift"),
        ("starts w/in 8 min of directions", "start the work after directions"),
        ("avg 6 min to recover", "rejoin the class activity"),
    ],
)
def test_minutes_are_of_a_state_or_an_act(jot: str, behavior: str) -> None:
    assert act(jot) == behavior


@pytest.mark.parametrize(
    ("jot", "behavior"),
    [
        ("leaves line 3 of 5 days", "stay in the line"),
        ("skips items on wksht (missed 7/20)", "complete the work without skipping items"),
    ],
)
def test_a_failure_counted_is_turned_to_what_should_be_seen(jot: str, behavior: str) -> None:
    assert act(jot) == behavior


@pytest.mark.parametrize(
    "jot",
    [
        "sat on sidewalk 25 min",  # away from where the student should be
        "lunch bunch 30 min",  # how long it lasts
        "teacher gave 3/4 reminders",
        "loses at games, 3 of 4 games",
        "voice text: 1/4 understood",
        "2nd plan had 9 of 10 pieces",
        "rated cafeteria 9/10",
        "opens 1 of 4",  # nobody says what
        "grip 12 lb",
    ],
)
def test_no_plain_act_gives_none(jot: str) -> None:
    assert act(jot) == ""


def test_the_object_may_be_named_before() -> None:
    assert act("lunch containers, opens 1 of 4") == "open lunch containers"
    assert act("can't button, 0/3 on own smock") == "button smock"


def test_no_verb_is_a_failure_and_better_when_longer() -> None:
    verbs = rules("own_goals")["verbs"]
    assert not set(verbs["failure"]) & {*verbs["longer"], *verbs["sooner"], *verbs["empty"], *verbs["bare"]}
    assert set(rules("own_goals")["instead"]) <= set(verbs["failure"])
