"""The goal composer on a bank of three goals: what is the jot's, what is the bank's, and what is asked."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.domain import Clause, Concern, Goal, Notice
from otassist.drafting import Drafted, GoalComposer

from .made import BANK, COPY, DESK, GOALS, NOISE, PRACTICE, UNPACK, drafted, found, seen

COPIES = "copied 2/5 words from board"
BLANK = "handwriting messy, letters float"
UNPACKS = "unpacks backpack 1/4 steps at arrival, loses papers"
COVERS = "covers ears at loud noise in cafeteria, upset"
FALLS = "falls on stairs, cannot carry tray"


def only(answer: Drafted) -> Goal:
    (goal,) = answer.goals
    return goal


def part(goal: Goal, role: str) -> Clause:
    (clause,) = [clause for clause in goal.clauses if clause.role == role]
    return clause


def test_the_baseline_is_the_jots_own_measure_and_the_criterion_goes_beyond_it() -> None:
    goal = only(drafted(COPIES))
    baseline, criterion = part(goal, "baseline"), part(goal, "criterion")
    assert goal.bank_goal == "copy-1"
    assert baseline.text == "Baseline: copied 2/5 words from board (date: ____)."
    assert (baseline.origin, baseline.statements) == ("observed", ("s1",))
    assert baseline.facts
    assert (criterion.text, criterion.origin) == ("in 4 of 5 words", "proposed")
    assert criterion.facts == baseline.facts


def test_a_date_that_was_entered_dates_the_baseline() -> None:
    goal = only(drafted(COPIES, date="2026-11-20"))
    assert part(goal, "baseline").text == "Baseline: copied 2/5 words from board (observed on 2026-11-20)."


def test_without_a_measure_the_baseline_is_blank_and_asked_for() -> None:
    answer = drafted("copies words from board, loses place")
    baseline = part(only(answer), "baseline")
    assert (baseline.text, baseline.origin, baseline.facts) == ("Baseline: ____.", "blank", ())
    (question,) = [question for question in answer.questions if question.about == "baseline"]
    assert COPY.occupation in question.text
    assert part(only(answer), "criterion").text == COPY.criterion


def test_with_a_measure_no_baseline_is_asked_for() -> None:
    assert drafted(COPIES).questions == ()


@pytest.mark.parametrize(
    "jot",
    [
        "copies words from board, loses place. ate 2/3 bites",
        "copies words from board, loses place. teacher gave 3/4 reminders",
        "copies words from board, loses place. grip 12 lb",
    ],
)
def test_a_measure_of_another_act_of_the_body_or_of_an_adult_is_no_baseline(jot: str) -> None:
    assert part(only(drafted(jot)), "baseline").text == "Baseline: ____."


def test_each_goal_has_the_baseline_of_its_own_act() -> None:
    goals = {goal.bank_goal: part(goal, "baseline").text for goal in drafted(f"{UNPACKS}. {COVERS} 3/4 days").goals}
    assert "1/4" in goals["unpack-1"]
    assert "1/4" not in goals["noise-1"]


@pytest.mark.parametrize(
    ("context", "timeframe", "origin"),
    [({"review_date": "2027-01-15"}, "By 2027-01-15", "therapist"), ({}, "By ____", "blank")],
)
def test_the_review_date_is_the_timeframe(context: dict[str, str], timeframe: str, origin: str) -> None:
    clause = part(only(drafted(COPIES, **context)), "timeframe")
    assert (clause.text, clause.origin) == (timeframe, origin)


@pytest.mark.parametrize("date", ["2027-01-15", None])
def test_the_banks_own_date_never_stays(date: str | None) -> None:
    goal = only(drafted(UNPACKS, **({"review_date": date} if date else {})))
    assert "June" not in goal.text


def test_a_support_of_the_jot_joins_the_condition_and_is_traced() -> None:
    goal = only(drafted("used timer, copied 2/5 words from board"))
    condition = part(goal, "condition")
    assert condition.text == "given lined paper, with timer"
    assert condition.statements
    assert any("timer" in change for change in goal.changes)


def test_a_refused_support_stays_out() -> None:
    goal = only(drafted("timer refused. copied 2/5 words from board"))
    assert "timer" not in goal.text
    assert part(goal, "condition").statements == ()


@pytest.mark.parametrize("plan", ["RTI", "rti", "MTSS", "RTI/MTSS"])
def test_rti_asks_for_an_intervention_target(plan: str) -> None:
    goal = only(drafted(COPIES, plan=plan))
    assert goal.type == "intervention_target"
    assert goal.text.startswith("Intervention target: By ____")
    assert all(goal.text[clause.start : clause.end] == clause.text for clause in goal.clauses)


def test_an_iep_asks_for_a_goal() -> None:
    assert only(drafted(COPIES, plan="IEP")).type == "goal"


def test_a_504_plan_asks_for_accommodations_and_never_for_a_goal() -> None:
    goal = only(drafted(f"{COPIES}. slant board helps", plan="504"))
    assert (goal.type, goal.bank_goal) == ("accommodations", None)
    assert "slant board" in goal.text
    nothing = drafted(COPIES, plan="504")
    assert nothing.goals == ()
    assert [question.about for question in nothing.questions] == ["school task"]


@pytest.mark.parametrize(("asked", "some"), [("yes", True), ("no", False), (None, False)])
def test_objectives_come_only_when_asked_for(asked: str | None, some: bool) -> None:
    goal = only(drafted(COPIES, **({"objectives": asked} if asked else {})))
    assert bool(goal.objectives) is some


@pytest.mark.parametrize("jot", ["elbow ROM 90 deg, grip 12 lb", "grip strength 12 lb on dynamometer"])
def test_a_jot_of_the_clinic_alone_is_asked_about_and_drafts_nothing(jot: str) -> None:
    answer = drafted(jot)
    assert answer.goals == ()
    assert [question.about for question in answer.questions] == ["school task"]
    assert "school task" in answer.questions[0].text


def test_a_request_outside_ot_alone_drafts_nothing() -> None:
    assert drafted("needs speech goal for /r/ sounds").goals == ()


@pytest.mark.parametrize("request_", ["needs articulation goal for /r/", "needs PT goal for gait"])
def test_a_mixed_request_drafts_the_part_for_ot(request_: str) -> None:
    goal = only(drafted(f"{request_}. {COPIES}"))
    assert goal.bank_goal == "copy-1"
    assert "2/5" in part(goal, "baseline").text
    assert not any(word in goal.text for word in ("articulation", "gait", "/r/"))


def test_a_concern_the_bank_does_not_serve_is_asked_about() -> None:
    answer = drafted(BLANK, among=(DESK,))
    assert answer.goals == ()
    assert [question.about for question in answer.questions] == [BLANK]


def test_a_measured_act_the_bank_does_not_serve_becomes_a_goal_in_the_jots_words() -> None:
    goal = only(drafted(COPIES, among=(DESK,)))
    assert goal.bank_goal is None
    assert "By ____, during class writing, the student will copy words from the board, in 4 of 5 words, as" in goal.text
    assert part(goal, "baseline").text == "Baseline: copied 2/5 words from board (date: ____)."
    origins = {clause.role: clause.origin for clause in goal.clauses}
    assert (origins["behavior"], origins["criterion"], origins["method"]) == ("inferred", "proposed", "proposed")


def test_the_banks_goal_stays_where_it_is_for_the_same_act() -> None:
    assert only(drafted(COPIES)).bank_goal == "copy-1"


def test_no_bank_goal_is_used_twice() -> None:
    observation = seen(f"{COPIES}. {COPIES}")
    told = [Concern(f"k{n}", "handwriting", ("s1",), COPIES) for n in (1, 2)]
    answer = GoalComposer(BANK, PRACTICE).compose(observation, {item.id: found(COPY) for item in told}, told)
    assert [goal.bank_goal for goal in answer.goals] == ["copy-1"]


def test_a_further_concern_without_a_goal_of_its_area_is_none() -> None:
    observation = seen(f"{COPIES}. {FALLS}")
    told = [Concern("k1", "handwriting", ("s1",), COPIES), Concern("k2", "gross_motor", ("s2",), FALLS)]
    answer = GoalComposer(BANK, PRACTICE).compose(observation, {item.id: found(*GOALS) for item in told}, told)
    assert [goal.area for goal in answer.goals] == ["handwriting"]


def test_a_measure_in_a_clinic_notice_is_no_baseline() -> None:
    observation = seen(COPIES)
    clinic = replace(observation, notices=(Notice("clinic", "a body measure", 0, len(COPIES)),))
    told = [Concern("k1", "handwriting", ("s1",), COPIES)]
    answer = GoalComposer(BANK, PRACTICE).compose(clinic, {"k1": found(COPY)}, told)
    assert part(only(answer), "baseline").origin == "blank"


def test_only_what_is_cited_is_evidence() -> None:
    answer = drafted(COPIES)
    cited = {identity for goal in answer.goals for clause in goal.clauses for identity in clause.evidence}
    assert {item.passage.id for item in answer.evidence} == cited
    assert not {UNPACK.id, NOISE.id} & cited


def test_the_variants_hold_more_support_and_a_stretch() -> None:
    measured, blank = only(drafted(COPIES)), only(drafted("copies words from board, loses place"))
    assert COPY.more_support in measured.variants["more_support"]
    assert "in 4 of 5 words" in measured.variants["stretch"]
    assert COPY.stretch in blank.variants["stretch"]


NEEDS = st.lists(st.sampled_from([COPIES, UNPACKS, COVERS, FALLS]), min_size=1, max_size=4, unique=True)


@given(NEEDS, st.sampled_from(["IEP", "RTI", "504"]))
def test_every_clause_stands_where_it_says(needs: list[str], plan: str) -> None:
    for goal in drafted(". ".join(needs), plan=plan).goals:
        assert all(goal.text[clause.start : clause.end] == clause.text for clause in goal.clauses)
        assert len({clause.id for clause in goal.clauses}) == len(goal.clauses)


@given(
    st.integers(0, 9), st.integers(1, 9), st.sampled_from(["copied {} words from board", "copies {} words from board"])
)
def test_no_number_of_the_jot_is_changed(done: int, more: int, shape: str) -> None:
    whole = done + more
    goal = only(drafted(shape.format(f"{done}/{whole}")))
    assert re.findall(r"\d+", part(goal, "baseline").text) == [str(done), str(whole)]
    reached = re.findall(r"\d+", part(goal, "criterion").text)
    assert done < int(reached[0]) <= int(reached[1]) == whole
