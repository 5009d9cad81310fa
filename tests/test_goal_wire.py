"""Goals as JSON, and drafted and checked through the parts put together, on the bank that is shipped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from otassist import wire
from otassist.assistant import Assistant
from otassist.bootstrap import build
from otassist.domain import CheckedGoal, Clause, Context, Drafting, Finding, Goal, Objective, Question, Span

CASES = Path(__file__).parents[1] / "evals" / "cases"
CLAUSE = Clause("c1", "criterion", "in 4 of 5 words", "proposed", ("s1",), ("f1",), ("copy-1",), 3, 18)
FINDING = Finding("f1", "no_baseline", "warning", "law", "No baseline.", "Measure it.", "c1", 0, 3)
GOAL = Goal("goal", "handwriting", "in.in 4 of 5 words", (CLAUSE,), {"stretch": "more"}, (Objective("step"),), "copy-1")
COPIES = "gr 2, copied 2/5 words from board, min vc"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OTASSIST_DATA_DIR", str(tmp_path_factory.mktemp("goals")))
        yield build()


def test_a_goal_has_the_keys_of_the_contract() -> None:
    told = wire.goal(replace(GOAL, findings=(FINDING,), measurable=True, changes=("timeframe left blank",)))
    assert told["clauses"] == [
        {
            "id": "c1",
            "start": 3,
            "end": 18,
            "role": "criterion",
            "text": "in 4 of 5 words",
            "origin": "proposed",
            "statements": ["s1"],
            "facts": ["f1"],
            "evidence": ["copy-1"],
        }
    ]
    assert told["objectives"] == [{"text": "step", "by": None}]
    assert told["adapted_from"] == {"id": "copy-1", "changes": ["timeframe left blank"]}
    assert (told["schema_version"], told["measurable"], told["educationally_relevant"]) == (1, True, False)
    assert told["findings"][0]["remedy"] == "Measure it."
    assert json.loads(wire.dump(told)) == told


def test_what_was_not_adapted_says_so() -> None:
    assert wire.goal(replace(GOAL, bank_goal=None, type="accommodations"))["adapted_from"] is None


def test_a_checked_goal_has_every_part_or_null() -> None:
    item = CheckedGoal(
        "by May", {"timeframe": Span(0, 6), "method": None}, True, False, (FINDING,), (Question("q", "a"),)
    )
    told = wire.checked_goal(item, 7)
    assert told["parts"] == {
        "timeframe": [0, 6],
        "condition": None,
        "behavior": None,
        "criterion": None,
        "method": None,
        "baseline": None,
    }
    assert (told["id"], told["measurable"], told["educationally_relevant"], told["rubric"]) == (7, True, False, None)
    assert told["questions"] == [{"text": "q", "about": "a", "options": []}]
    assert json.loads(wire.dump(told)) == told


def blank_baselines(answer: Drafting) -> list[str]:
    return [clause.text for goal in answer.goals for clause in goal.clauses if clause.role == "baseline"]


def emily(name: str) -> str:
    return (CASES / f"emily-{name}.txt").read_text(encoding="utf-8")


def test_emilys_push_in_needs_a_writing_goal_and_one_on_finding_words(assistant: Assistant) -> None:
    writing, finding = assistant.draft("goal", emily("push-in")).goals
    assert writing.area in ("handwriting", "fine_motor")
    assert "write" in next(clause.text for clause in writing.clauses if clause.role == "behavior")
    assert finding.area in ("visual_motor", "attention", "access")


def test_emilys_second_goal_is_on_finding_words_on_a_page(assistant: Assistant) -> None:
    _, finding = assistant.draft("goal", emily("push-in")).goals
    behavior = next(clause.text for clause in finding.clauses if clause.role == "behavior")
    assert "word" in behavior


def test_emilys_help_for_scanning_is_not_put_into_her_writing(assistant: Assistant) -> None:
    writing = assistant.draft("goal", emily("push-in")).goals[0]
    assert "sticky note" not in writing.text


def test_emilys_pull_out_needs_a_writing_goal(assistant: Assistant) -> None:
    assert assistant.draft("goal", emily("pull-out")).goals[0].area == "handwriting"


@pytest.mark.parametrize("name", ["push-in", "pull-out"])
def test_emilys_baselines_are_blank_and_asked_for(assistant: Assistant, name: str) -> None:
    answer = assistant.draft("goal", emily(name))
    assert set(blank_baselines(answer)) == {"Baseline: ____."}
    assert len([question for question in answer.questions if question.about == "baseline"]) == len(answer.goals)


@pytest.mark.parametrize("name", ["push-in", "pull-out"])
@pytest.mark.parametrize("clinical", ["strength", "yoga", "trunk", "clothespin", "tweezer", "breath"])
def test_emily_has_no_goal_of_the_clinic(assistant: Assistant, name: str, clinical: str) -> None:
    for goal in assistant.draft("goal", emily(name)).goals:
        assert goal.educationally_relevant
        assert clinical not in goal.text[: goal.text.index("\n")].lower()


def test_a_drafted_goal_is_checked_and_cites_what_it_rests_on(assistant: Assistant) -> None:
    answer = assistant.draft("goal", COPIES, Context(review_date="2027-01-15", date="2026-11-20"))
    (goal,) = answer.goals
    told = wire.drafting(answer, "x")
    assert goal.measurable
    assert goal.educationally_relevant
    assert [finding.check for finding in goal.findings if finding.severity == "blocker"] == []
    assert told["drafts"] == [wire.goal(goal)]
    cited = {name for clause in goal.clauses for name in clause.evidence}
    assert {item["id"] for item in told["evidence"]} == cited
    assert set(told["timings_ms"]) == {"read", "search", "draft", "check", "write", "total"}


def test_a_504_plan_has_no_goal(assistant: Assistant) -> None:
    answer = assistant.draft("goal", COPIES, Context(plan="504"))
    assert {goal.type for goal in answer.goals} == {"accommodations"}
    assert all(clause.evidence for goal in answer.goals for clause in goal.clauses)


def test_a_jot_of_the_clinic_alone_drafts_no_goal(assistant: Assistant) -> None:
    answer = assistant.draft("goal", "elbow ROM 90 deg, grip 12 lb")
    assert wire.drafting(answer)["drafts"] == []
    assert "school task" in [question.about for question in answer.questions]


def test_a_support_of_another_need_stays_with_that_need(assistant: Assistant) -> None:
    jot = (
        "copied 2/5 words from board. unpacks backpack 2/6 steps at arrival, loses papers. gets upset at loud noise in "
        "cafeteria, covers ears. falls on stairs, cannot carry tray. no peers to play with at recess, sits alone. "
        "Types 5 wpm on Chromebook."
    )
    goals = assistant.draft("goal", jot).goals
    assert not [goal.text for goal in goals if "recess" in goal.text and "Chromebook" in goal.text]


@pytest.mark.parametrize(
    ("text", "measurable", "relevant"),
    [
        ("By May, given lined paper, the student will copy 5 words in 4 of 5 trials, as scored by the OT.", True, True),
        ("The student will improve handwriting.", False, True),
        ("By May, the student will squeeze putty 10 times in 4 of 5 trials.", True, False),
    ],
)
def test_anybodys_goal_is_checked(assistant: Assistant, text: str, measurable: bool, relevant: bool) -> None:
    item = assistant.check_goal(text)
    assert (item.measurable, item.educationally_relevant) == (measurable, relevant)
    spans = [span for span in wire.checked_goal(item)["parts"].values() if span]
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_a_key_nobody_knows_becomes_a_question(assistant: Assistant) -> None:
    assert assistant.check_goal("The student will copy 5 words.", None, ("colour",)).questions
    assert not assistant.check_goal("The student will copy 5 words.").questions


@pytest.mark.parametrize(
    "jot",
    [
        "no grip today, refused the slant board, copied 2/5 words",
        "locker jams, asked hall monitor, 4 tries",
    ],
)
def test_a_measure_of_another_act_is_no_baseline(assistant: Assistant, jot: str) -> None:
    (goal,) = assistant.draft("goal", jot, Context(grade="3")).goals
    (baseline,) = [clause for clause in goal.clauses if clause.role == "baseline"]
    about_the_act = "copy" in goal.text or "tries" in goal.text.split("Baseline")[0]
    assert baseline.origin == "blank" or about_the_act
