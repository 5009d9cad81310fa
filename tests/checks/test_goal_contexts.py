"""How plainly a goal is about school: its grade, and the school context that is asked for."""

from __future__ import annotations

import pytest

from otassist.checks import check_goal
from otassist.domain import Relevance


def graded(text: str) -> Relevance:
    found = check_goal(text).relevance
    assert found is not None
    return found


NAMED = [
    "Maya will zip her coat before recess.",
    "Leo will write three sentences.",
    "Ana will carry her lunch tray.",
    "Max will raise his hand to answer.",
    "Joy will solve subtraction problems on a worksheet.",
    "Ned will read a page of his book aloud.",
    "Ola will line up with her class.",
    "Pam will greet customers at the school store.",
]
IMPLIED = [
    "Ana will produce the /r/ sound in words.",
    "Leo will label the planets.",
    "When upset, Sy will walk away.",
    "Max will state the capital of each state.",
    "Joy will add two fractions.",
    "Ned will ask for help.",
    "Ola will say hello to a peer.",
    "Pam will name an emotion.",
]
CLINIC = [
    "Maya will increase grip strength.",
    "Leo will improve shoulder range of motion.",
    "Ana will tolerate vestibular input.",
    "Max will hold prone extension for 20 seconds.",
    "Joy will string 10 beads.",
    "Ned will integrate the ATNR.",
    "Ola will improve visual perception.",
    "Pam will stand on one foot for 10 seconds.",
]
SERVICE = [
    "The teacher will prompt Maya.",
    "OT will be provided weekly.",
    "Speech therapy 2x a week.",
    "Staff will give Leo breaks.",
    "The team will meet monthly.",
    "Preferential seating and extra time.",
    "The nurse will check the batteries.",
    "Ana will receive 30 minutes of OT.",
]


@pytest.mark.parametrize("text", NAMED)
def test_a_school_task_is_named(text: str) -> None:
    found = graded(text)
    assert (found.grade, found.score, found.context) == ("named", 3, None)
    assert found.reason.split("'")[1] in text


@pytest.mark.parametrize("text", IMPLIED)
def test_an_unfamiliar_subject_is_never_the_clinic(text: str) -> None:
    assert graded(text).score >= 2
    assert check_goal(text).educationally_relevant


@pytest.mark.parametrize("text", CLINIC)
def test_the_body_or_the_clinic_alone_is_asked_about(text: str) -> None:
    found = graded(text)
    assert (found.grade, found.score) == ("clinic", 1)
    assert found.context is not None
    assert found.context.startswith("Is it for ")
    assert not check_goal(text).educationally_relevant


@pytest.mark.parametrize("text", SERVICE)
def test_a_service_or_an_adults_act_is_not_the_students(text: str) -> None:
    assert graded(text).score == 0
    assert not check_goal(text).educationally_relevant


SUGGESTED = [
    ("Maya will increase pinch strength.", "containers"),
    ("Maya will improve trunk control.", "desk"),
    ("Maya will improve visual tracking.", "board"),
    ("Maya will tolerate deep pressure.", "cafeteria"),
    ("Maya will improve bilateral coordination.", "binder"),
    ("Maya will improve balance.", "PE"),
    ("Maya will improve motor planning.", "hallway"),
    ("Maya will improve oral motor skills.", "lunch"),
]


@pytest.mark.parametrize(("text", "word"), SUGGESTED)
def test_the_context_fits_what_is_named(text: str, word: str) -> None:
    assert word in str(graded(text).context)


@pytest.mark.parametrize("name", ["Penny", "Will", "Hope", "Joy", "Grace", "Core", "Bead", "Pat"])
def test_a_students_name_says_nothing(name: str) -> None:
    assert graded(f"{name} will copy a sentence.").grade == "named"
