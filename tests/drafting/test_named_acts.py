"""The acts of the school day: which words name them, which measure is theirs, and what a goal on them reads like."""

from __future__ import annotations

import pytest

from otassist.assistant import Assistant
from otassist.bootstrap import build
from otassist.domain import Context, Goal
from otassist.drafting.school_acts import acts, matches, tokens_of
from otassist.language.tables import table


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return build()


def drafted(assistant: Assistant, jot: str, plan: str = "IEP") -> tuple[Goal, ...]:
    return assistant.draft("goal", jot, Context(plan=plan)).goals


def part(goal: Goal, role: str) -> str:
    return next(clause.text for clause in goal.clauses if clause.role == role)


def best(text: str) -> set[str]:
    return {match.act.act for match in matches(text)}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("OOS a lot", "stay at their seat or work spot"),
        ("no sp btwn wds", "leave a space between words"),
        ("loses his place on the page", "keep their place on a page of text"),
        ("crash/bump peers in line", "keep hands and body to self"),
        ("sw hit 3/10", "press the switch to take part in class activities"),
        ("can't sit for circle", "sit with the group and take part"),
        ("cant cut on a line", "cut along a straight line"),
    ],
)
def test_words_in_any_form_name_an_act(text: str, act: str) -> None:
    assert act in best(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("kids cut in line", "cut along a straight line"),
        ("0 turns w/ peer in 10 min", "turn in finished assignments on time"),
        ("says his hand hurts", "greet others with a word, sign or wave"),
        ("lunch with adult", "pay for a purchase with the right amount or change"),
        ("graph paper", "plot points on a graph"),
    ],
)
def test_words_that_only_look_alike_name_none(text: str, act: str) -> None:
    assert act not in best(text)


def test_contractions_and_shares_are_tokens() -> None:
    assert tokens_of("cant do 3/5, w/o") == ["can't", "do", "3/5", "w", "/", "o"]


def test_every_act_is_told_once_and_every_goal_of_the_bank_is_about_one_of_them() -> None:
    names = [item.act for item in acts()]
    assert len(set(names)) == len(names)
    assert {row["act"] for row in table("act_goals")} <= set(names)


@pytest.mark.parametrize("act", acts(), ids=lambda act: act.act)
def test_a_goal_on_any_act_is_measurable_and_about_school(assistant: Assistant, act) -> None:  # type: ignore[no-untyped-def]
    place = act.place.removeprefix("~")
    text = f"By May 14, {place}, the student will {act.act}, {act.usual}, as tallied by the teacher. Baseline: 1 of 5."
    goal = assistant.check_goal(text)
    assert goal.measurable
    assert goal.educationally_relevant
    assert "several_behaviors" not in {finding.check for finding in goal.findings}


@pytest.mark.parametrize(
    ("jot", "criterion", "baseline"),
    [
        ("2nd, out of seat 14x in 20 min seatwork", "no more than 7 times out of seat in 20 minutes", "14 times"),
        ("unpack rtn 8 steps: does 3", "6 of 8 steps", "does 3"),
        ("K btns 0/4", "3 of 4 buttons", "0/4"),
        ("types 9 wpm hunt/peck", "12 words per minute", "9 words per minute"),
        ("scissors backwards, needs me to set up fingers 4/4", "3 of 4 cutting tasks", "4/4"),
        ("8th, works on math w/ aide 20 min, alone 3 min", "at least 6 minutes", "alone 3 minutes"),
    ],
)
def test_the_measure_of_the_act_is_the_baseline_and_the_criterion_lies_beyond(
    assistant: Assistant, jot: str, criterion: str, baseline: str
) -> None:
    goal = drafted(assistant, jot)[0]
    assert criterion in part(goal, "criterion")
    assert baseline in part(goal, "baseline")


@pytest.mark.parametrize(
    "jot",
    [
        "chews shirt, sleeves, pencils. chewy lost x2",
        "recess alone, paces fence 20 of 25 min",
        "chorus: 40 min on risers, sits out concerts",
    ],
)
def test_a_measure_of_another_act_is_no_baseline(assistant: Assistant, jot: str) -> None:
    goal = drafted(assistant, jot)[0]
    assert part(goal, "baseline") == "Baseline: ____."


def test_two_needs_stand_in_the_order_of_the_jot(assistant: Assistant) -> None:
    first, second = drafted(assistant, "PK4, snips only, no fwd cut. glue btl mod A")
    assert "cut" in part(first, "behavior")
    assert "glue" in part(second, "behavior")
    assert "moderate assistance" in part(second, "baseline")


def test_an_act_goes_beside_a_referral(assistant: Assistant) -> None:
    answer = assistant.draft(
        "goal", "opened 1 of 4 lunch containers. also artic /r/ still, mom asking", Context(plan="IEP")
    )
    assert answer.observation.out_of_scope is not None
    assert "speech" in answer.observation.out_of_scope.refer_to
    assert "containers" in part(answer.goals[0], "behavior")


@pytest.mark.parametrize(
    "jot", ["grip 11 lb R, pinch 3 lb, no concern from teacher", "3rd. No OT concern, sleepy in am"]
)
def test_where_school_sees_no_problem_there_is_no_goal(assistant: Assistant, jot: str) -> None:
    assert drafted(assistant, jot) == ()


def test_a_504_plan_gets_what_the_jots_words_call_for(assistant: Assistant) -> None:
    (goal,) = drafted(assistant, "11th anx. tests = head down 3 of 4, won't ask for a break", "504")
    assert "take tests in a quiet room" in goal.text
    assert all(clause.evidence for clause in goal.clauses)
