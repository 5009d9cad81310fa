"""Whole drafts stay on the jot's own concern: what blind readers refused, as rules with their negatives."""

from __future__ import annotations

import pytest

from otassist.assistant import Assistant
from otassist.bootstrap import build
from otassist.domain import Context, Goal


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return build()


def goals(assistant: Assistant, jot: str) -> tuple[Goal, ...]:
    return assistant.draft("goal", jot, Context(plan="IEP")).goals


def part(goal: Goal, role: str) -> str:
    return next(clause.text for clause in goal.clauses if clause.role == role)


@pytest.mark.parametrize(
    ("jot", "behavior", "criterion", "baseline"),
    [
        ("K; coat + mittens for recess = 8 min", "put on and take off their own coat", "within 4 minutes", "8 minutes"),
        ("3rd, off chair. falls out of chair 6x in am", "chair", "no more than 3 slides or falls", "6 times"),
        (
            "8th gr, works on math w/ aide 20 min, alone 3 min",
            "keep working when the adult steps away",
            "at least 6 minutes",
            "alone 3 minutes",
        ),
    ],
)
def test_the_jots_own_act_and_measure_make_the_goal(
    assistant: Assistant, jot: str, behavior: str, criterion: str, baseline: str
) -> None:
    goal = goals(assistant, jot)[0]
    assert behavior in part(goal, "behavior")
    assert criterion in part(goal, "criterion")
    assert baseline in part(goal, "baseline")


@pytest.mark.parametrize(
    ("jot", "words"),
    [
        ("1st gr, fidgets in seat all thru seatwork", ("science lab", "lab stool")),
        ("4th gr, touches kids in line, stands too close. Team worn out", ("kitchen", "culinary")),
        ("9th, sits alone at lunch facing wall", ("pass in hand", "buzz")),
        ("3rd gr, new manual w/c, waits at ramp", ("power chair", "joystick")),
        ("18+, phone alarms set, swipes off", ("leave-by alarm",)),
    ],
)
def test_no_goal_needs_what_the_jot_does_not_name(assistant: Assistant, jot: str, words: tuple[str, ...]) -> None:
    drafted = goals(assistant, jot)
    assert not [word for goal in drafted for word in words if word in goal.text.lower()]


def test_a_place_the_jot_names_may_be_needed(assistant: Assistant) -> None:
    goal = goals(assistant, "10th gr culinary class, bumps into teammates at the kitchen station, no warning call")[0]
    assert "culinary" in goal.text


@pytest.mark.parametrize(
    "jot", ["3rd: parent asks for letter re sleep apnea + meds. No OT concern on obs", "4th gr, rdg fluency 50 wpm"]
)
def test_what_is_not_ots_gets_no_goal(assistant: Assistant, jot: str) -> None:
    assert goals(assistant, jot) == ()


def test_a_sentence_no_goal_serves_tells_more_of_the_main_concern(assistant: Assistant) -> None:
    drafted = goals(assistant, "Personal space - none. Touches hair of kids in line, leans in faces. Team worn out")
    assert [goal.area for goal in drafted] == ["social_participation"]
    assert "arm's length" in drafted[0].text


def test_two_measured_needs_of_near_areas_stay_two(assistant: Assistant) -> None:
    drafted = goals(assistant, "4th; sizes all over -> 55% legible. Math columns too, 3/10 lined up")
    assert {goal.area for goal in drafted} == {"handwriting", "visual_motor"}


def test_a_passage_is_cited_only_for_the_goals_own_area_and_act(assistant: Assistant) -> None:
    goal = goals(assistant, "7th gr, pwr chair. Doors + tight turns -> hits frame 4x/trip")[0]
    assert "Asked for" not in part(goal, "rationale")
