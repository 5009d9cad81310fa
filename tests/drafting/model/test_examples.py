"""The examples of the shipped prompts are what a draft of their jot would be asked for, and their answers are good."""

from __future__ import annotations

import json

import pytest

from otassist.checks import check_draft
from otassist.drafting.model.goal_parsing import GoalGrounds, goals_from
from otassist.drafting.model.note_parsing import NoteGrounds, note_of, without_offers
from otassist.drafting.model.outcome import faults
from otassist.drafting.model.rewording import Rewording, shown
from otassist.drafting.prompts import PromptShelf

from . import examples
from .test_goals import FOUND, check


@pytest.mark.parametrize("task", ["note", "consult", "goal", "statement"])
def test_the_example_is_asked_as_a_draft_is(task):
    """After a change of wording: `cd tests && python -m drafting.model.examples`."""
    (example,) = PromptShelf().prompt(task).examples
    assert example.given == examples.given(task)


@pytest.mark.parametrize("kind", ["note", "consult"])
def test_the_answer_of_a_notes_example_passes_the_checks(kind):
    jot = {"note": examples.NOTE, "consult": examples.CONSULT}[kind]
    composed, observation = examples.note(jot, kind)
    own = check_draft(composed, observation)
    offered = {item.passage.id: item.passage.text for item in [examples.evidence()]} if kind == "consult" else {}
    (example,) = PromptShelf().prompt(kind).examples
    note, invented = note_of(json.loads(example.answer), NoteGrounds(own, observation, offered))
    assert invented == ()
    checked = check_draft(without_offers(note), observation)
    assert faults(checked, own) == []


def test_the_answer_of_the_goals_example_passes_the_checks():
    proposals, observation = examples.goals()
    own = {identity: check(goal) for identity, goal in proposals.items()}
    (example,) = PromptShelf().prompt("goal").examples
    grounds = GoalGrounds(own, observation, {item.passage.id: item.passage.text for item in FOUND})
    for identity, (goal, invented) in goals_from(json.loads(example.answer), grounds).items():
        assert invented == ()
        assert faults(check(goal), own[identity]) == []


def test_the_answer_of_the_statements_example_is_taken():
    composed, observation = examples.note()
    grounds = NoteGrounds(check_draft(composed, observation), observation, {})
    (example,) = PromptShelf().prompt("statement").examples
    asked = json.loads(example.given.removeprefix("<statement>\n").removesuffix("\n</statement>"))
    clause = next(item for item in grounds.composed.clauses if shown(item, grounds) == asked)
    work = Rewording(grounds, lambda note: check_draft(note, observation), grounds.composed, grounds.composed)
    work.take(clause.role, clause, json.loads(example.answer)["text"])  # type: ignore[arg-type]
    assert work.refused == 0
    assert work.note != grounds.composed
