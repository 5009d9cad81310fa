"""A model's goals: its words in the places of the proposal's, and nothing that neither jot nor bank has."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from otassist.checks import check_goal
from otassist.domain import Goal, Written
from otassist.drafting.model import ModelDrafter
from otassist.drafting.prompts import PromptShelf
from otassist.errors import ModelFailure
from scripted_server import ScriptedServer, says, status

from .. import made
from . import examples
from .asking import blockers, said, speaker

FOUND = made.found(made.COPY, made.PLAN)


def check(goal: Goal) -> Goal:
    """As the assistant checks it: without the reason behind it."""
    reason = next((clause.start for clause in goal.clauses if clause.role == "rationale"), len(goal.text))
    checked = check_goal(goal.text[:reason].rstrip())
    return replace(goal, measurable=checked.measurable, findings=checked.findings)


def good() -> list[dict[str, Any]]:
    (example,) = PromptShelf().prompt("goal").examples
    clauses: list[dict[str, Any]] = json.loads(example.answer)["goals"][0]["clauses"]
    return clauses


def with_role(role: str, **changes: Any) -> list[dict[str, Any]]:
    return [{**clause, **changes} if clause["role"] == role else clause for clause in good()]


def answered(clauses: Any, proposal: str = "g1") -> str:
    return said({"goals": [{"proposal": proposal, "clauses": clauses}]})


def worded(*answers: str) -> tuple[Written, tuple[Goal, ...], ScriptedServer]:
    proposals, observation = examples.goals()
    own = tuple(check(goal) for goal in proposals.values())
    with ScriptedServer(*(says(answer) for answer in answers)) as server:
        drafter = ModelDrafter(speaker(server), PromptShelf(), lambda note, _: note)
        return drafter.goals(observation, own, check, FOUND), own, server


def test_a_good_wording_stands_in_the_place_of_the_proposals():
    answer, (own,), server = worded(answered(good()))
    (goal,) = answer.goals
    assert len(server.requests) == 1
    assert (answer.drafter, answer.prompt and answer.prompt.id) == ("model", "goal.v1")
    assert goal.text == own.text.replace("copy words,", "copy words from the board,")
    assert all(goal.text[clause.start : clause.end] == clause.text for clause in goal.clauses)
    behavior = next(clause for clause in goal.clauses if clause.role == "behavior")
    assert (behavior.origin, behavior.statements) == ("observed", ("s2",))
    assert goal.variants["more_support"] == own.variants["more_support"].replace(
        "copy words", "copy words from the board"
    )
    assert goal.changes[-1] == "worded by the language model"
    assert goal.measurable


@pytest.mark.parametrize(
    "clauses", [[], with_role("behavior", text="copy words"), with_role("behavior", text="Copy words.")]
)
def test_what_is_given_back_unchanged_stays_the_composers(clauses):
    answer, own, _ = worded(answered(clauses))
    assert answer.goals == own


@pytest.mark.parametrize(
    ("role", "changes"),
    [
        ("behavior", {"text": "copy 9 words from the board"}),
        ("behavior", {"text": "copy words from the board in cursive"}),
        ("behavior", {"text": "strengthen the finger flexors"}),
        ("behavior", {"text": "copy words from the board", "statements": ["s99"]}),
        ("behavior", {"text": "copy words from the board", "facts": ["f99"]}),
        ("behavior", {"text": "copy words from the board", "statements": [], "evidence": []}),
        ("condition", {"text": "given lined paper and a weighted pencil"}),
        ("condition", {"text": "given lined paper and maximal assistance"}),
        ("condition", {"text": "given lined paper on the wall", "evidence": ["nowhere"]}),
        ("criterion", {"text": "in 7 of 7 words"}),
        ("criterion", {"text": "in 5 of 9 words"}),
        ("criterion", {"text": "in most words"}),
        ("criterion", {"text": "with 80% accuracy in 4/5 trials"}),
        ("method", {"text": "as scored by Dr. Miller"}),
    ],
)
def test_an_invention_leaves_the_proposal_and_is_set_aside(role, changes):
    bad = answered(with_role(role, **changes))
    answer, own, server = worded(bad, bad)
    assert answer.goals == own
    assert answer.drafter == "composer"
    assert len(server.requests) == 2
    assert blockers(answer.set_aside[0].draft.findings)
    assert answer.notices[0].text.startswith("This draft was made without the language model.")


def test_the_revision_mends_it():
    answer, _, server = worded(answered(with_role("criterion", text="in 7 of 7 words")), answered(good()))
    assert answer.drafter == "model"
    assert "The target has 'in 7 of 7 words', which the proposal has not." in server.requests[1].asked


@pytest.mark.parametrize(
    ("text", "statements", "origin"),
    [
        ("given lined paper to find the place", ["s4"], "bank"),  # the paper is the bank's, whatever is claimed
        ("when she skips words", ["s3"], "observed"),
    ],
)
def test_what_is_the_banks_is_not_called_observed(text, statements, origin):
    changes = {"text": text, "origin": "observed", "statements": statements}
    answer, _, _ = worded(*[answered(with_role("condition", **changes))] * 2)
    written = [*answer.goals, *(item.draft for item in answer.set_aside)]
    clauses = [clause for goal in written for clause in goal.clauses if clause.text == text]
    assert [clause.origin for clause in clauses] == [origin]


@pytest.mark.parametrize("role", ["baseline", "timeframe", "rationale"])
def test_baseline_timeframe_and_reason_are_not_the_models(role):
    bad = answered([*good(), {**good()[0], "role": role, "text": "copies 4 of 7 words by May"}])
    answer, own, _ = worded(bad, bad)
    assert answer.goals == own
    assert "form of a draft" in answer.notices[0].text


@pytest.mark.parametrize(
    "bad", [answered(good(), "g7"), said({"goals": "g1"}), said({"goals": [{"clauses": good()}]}), said({})]
)
def test_an_unknown_proposal_or_another_shape_is_no_answer(bad):
    answer, own, _ = worded(bad, bad)
    assert answer.goals == own


def test_a_part_too_many_has_no_place():
    bad = answered([*good(), {**good()[1], "text": "copy words to the board"}])
    answer, own, _ = worded(bad, bad)
    assert answer.goals == own
    assert "no_place" in {item.check for item in answer.set_aside[0].draft.findings}


def test_goals_that_are_cut_off_keep_what_came():
    half = answered(good())[:360]
    proposals, observation = examples.goals()
    own = tuple(check(goal) for goal in proposals.values())
    with ScriptedServer(says(half, finish="length")) as server:
        drafter = ModelDrafter(speaker(server), PromptShelf(), lambda note, _: note)
        answer = drafter.goals(observation, own, check, FOUND)
    assert answer.goals == own
    (kept,) = answer.set_aside
    assert "copy words from the board" in kept.draft.text
    assert "not complete" in kept.why


@pytest.mark.parametrize("kind", [status(500), status(401)])
def test_every_failure_leaves_the_goals(kind):
    proposals, observation = examples.goals()
    own = tuple(check(goal) for goal in proposals.values())
    with ScriptedServer(kind) as server:
        answer = ModelDrafter(speaker(server), PromptShelf(), lambda note, _: note).goals(
            observation, own, check, FOUND
        )
    assert answer.goals == own
    assert answer.notices


def test_accommodations_ask_nobody():
    proposals, observation = examples.goals()
    own = tuple(replace(goal, type="accommodations") for goal in proposals.values())
    with ScriptedServer() as server:
        answer = ModelDrafter(speaker(server), PromptShelf(), lambda note, _: note).goals(
            observation, own, check, FOUND
        )
        assert server.requests == []
    assert (answer.goals, answer.drafter, answer.notices) == (own, "composer", ())


def test_an_exception_in_a_check_of_ours_leaves_the_goals():
    proposals, observation = examples.goals()
    own = tuple(proposals.values())

    def broken(_: Goal) -> Goal:
        raise ZeroDivisionError("copied 2 of 7 words")

    with ScriptedServer(says(answered(good()))) as server:
        answer = ModelDrafter(speaker(server), PromptShelf(), lambda n, _: n).goals(observation, own, broken, FOUND)
    assert answer.goals == own
    assert "(ZeroDivisionError)" in answer.notices[0].text
    assert "2 of 7" not in answer.notices[0].text
    assert ModelFailure.__mro__[1].__name__ == "JobError"
