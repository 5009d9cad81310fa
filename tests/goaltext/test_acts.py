"""The act of a goal: whose it is, what kind it is, and where a second one begins."""

from __future__ import annotations

import pytest

from otassist.goaltext import read, second_act

DEEDS = [
    ("zip his coat", "observable"),
    ("write a sentence", "observable"),
    ("point to the picture", "observable"),
    ("raise a hand", "observable"),
    ("build a tower", "observable"),
    ("manage the zipper of his coat", "observable"),
    ("stop at the curb", "observable"),
    ("lower the tray", "observable"),
    ("remember to bring a pencil", "observable"),
    ("remain seated", "observable"),
    ("keep feet on the floor", "observable"),
    ("use a tripod grasp", "observable"),
    ("demonstrate understanding by pointing to the answer", "observable"),
    ("improve his ability to copy words", "observable"),
    ("increase typing speed to 20 words per minute", "observable"),
    ("be able to open a carton", "observable"),
    ("be independent in zipping his coat", "observable"),
    ("regulate by choosing a tool", "observable"),
    ("participate in circle time", "vague"),
    ("engage in play", "vague"),
    ("respond to peers", "vague"),
    ("be seated", "vague"),
    ("understand directions", "unobservable"),
    ("know his address", "unobservable"),
    ("feel calm", "unobservable"),
    ("focus", "unobservable"),
    ("be more independent", "unobservable"),
    ("behave", "unobservable"),
    ("demonstrate improved writing", "unobservable"),
    ("build confidence", "unobservable"),
    ("manage emotions", "unobservable"),
    ("develop fine motor skills", "unobservable"),
    ("demonstrate self-regulation", "unobservable"),
    ("improve handwriting", "change"),
    ("increase participation", "change"),
    ("enhance attention", "change"),
    ("tolerate noise", "non_act"),
    ("not hit peers", "non_act"),
    ("refrain from calling out", "non_act"),
    ("stop hitting", "non_act"),
    ("decrease outbursts", "non_act"),
    ("keep hands to himself", "non_act"),
    ("never leave class", "non_act"),
    ("avoid conflict", "non_act"),
    ("demonstrate 5/5 grip strength", "body"),
    ("maintain trunk stability", "body"),
    ("achieve full range of motion", "body"),
    ("exhibit muscle endurance", "body"),
    ("receive OT weekly", "service"),
    ("be provided with a scribe", "service"),
    ("be seen by OT", "service"),
    ("be assessed", "service"),
    ("be transported to class", "passive"),
]


@pytest.mark.parametrize(("phrase", "deed"), DEEDS)
def test_what_kind_of_act(phrase: str, deed: str) -> None:
    act = read(f"The student will {phrase}.").act
    assert act is not None
    assert act.deed == deed


ACTORS = [
    ("Maya will zip.", "student"),
    ("The student will zip.", "student"),
    ("he will zip", "student"),
    ("J.M. will zip.", "student"),
    ("[Student] will zip.", "student"),
    ("Will will zip.", "student"),
    ("Given a list Maya will zip.", "student"),
    ("Grace will zip.", "student"),
    ("{S} will zip.", "student"),
    ("STUDENT WILL ZIP", "student"),
    ("Ana Lopez will zip.", "student"),
    ("She'll zip.", "student"),
    ("The OT will provide cues.", "adult"),
    ("Staff will prompt.", "adult"),
    ("The classroom teacher will give a break.", "adult"),
    ("The team will meet.", "adult"),
    ("Parents will practice.", "adult"),
    ("The school will buy paper.", "adult"),
    ("Grip strength will increase.", "thing"),
    ("Maya's handwriting will improve.", "thing"),
    ("Progress will be measured.", "thing"),
    ("His range of motion will increase.", "thing"),
    ("Legibility will improve.", "thing"),
]


@pytest.mark.parametrize(("text", "actor"), ACTORS)
def test_whose_act(text: str, actor: str) -> None:
    act = read(text).act
    assert act is not None
    assert act.actor == actor


SECOND = [
    ("copy a sentence and read it aloud", None),
    ("put on and fasten his coat", None),
    ("wash, dry and fold a towel", None),
    ("open the locker and get a book", "get"),
    ("zip and unzip his coat", None),
    ("cut and paste shapes", None),
    ("raise his hand and wait", None),
    ("write letters and numbers", None),
    ("put on his coat and boots", None),
    ("sign or say help", None),
    ("copy words from the board and the book", None),
    ("write his name and date on the paper", None),
    ("stop and think", None),
    ("open and close the container", None),
    ("", None),
]


@pytest.mark.parametrize(("phrase", "verb"), SECOND)
def test_a_second_act(phrase: str, verb: str | None) -> None:
    place = second_act(phrase)
    assert (phrase[place:].split()[0] if place is not None else None) == verb


FRAGMENTS = [
    ("Zip coat 4/5 days", "Zip coat"),
    ("To write a sentence in 4/5 trials", "write a sentence"),
    ("Maya copies a sentence in 4/5 trials", "copies a sentence"),
    ("The student zips his coat daily", "zips his coat"),
    ("Goal: Write a short answer in 4/5 labs", "Write a short answer"),
    ("Given a list, pack the bag in 4/5 trials", "pack the bag"),
    ("Hands", ""),
    ("fine motor", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "behavior"), FRAGMENTS)
def test_fragments(text: str, behavior: str) -> None:
    assert read(text).part("behavior") == behavior
