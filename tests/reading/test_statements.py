"""What a statement holds: its place, its label, its student, what was withdrawn, and the role a label carries."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.domain import Statement
from otassist.reading import read


def first(jot: str) -> Statement:
    return read(jot).statements[0]


def label(jot: str) -> str | None:
    place = first(jot).label
    return jot[place[0] : place[1]] if place else None


def roles(jot: str) -> list[str]:
    return [statement.role for statement in read(jot).statements]


@pytest.mark.parametrize(
    ("jot", "expected"),
    [
        ("P: retry slant board", "P:"),
        ("Plan - retry slant board", "Plan -"),
        ("S: hand hurts", "S:"),
        ("O: copied 3/5", "O:"),
        ("A - emerging grasp", "A -"),
        ("goal: zip coat 4/5", "goal:"),
        ("recs: dycem", "recs:"),
        ("tchr: 'its squeaky'", "tchr:"),
        ("next time: try raised line paper", "next time:"),
        ("Assessment: progressing", "Assessment:"),
    ],
)
def test_a_label_is_remembered(jot: str, expected: str) -> None:
    assert label(jot) == expected


@pytest.mark.parametrize(
    "jot",
    [
        "copied 3/5 sentences",
        "beam: 2 of 6 ft",
        "stand: meh",
        "zipper - mod A",
        "plan on file",
        "showed: ladder, wait 10 sec",
        "9:05-9:35",
        "s coat zipped",
    ],
)
def test_other_words_before_a_colon_are_no_label(jot: str) -> None:
    assert label(jot) is None


@pytest.mark.parametrize(
    ("jot", "expected"),
    [
        ("S: hand hurts\nO: copied 3/5\nA: good day\nP: slant board", ["report", "observation", "judgement", "plan"]),
        ("P: slant board. timer for math", ["plan", "plan"]),
        ("Plan: slant board\ntimer for math", ["plan", "plan"]),
        ("S: hand hurts, wants break", ["report", "report"]),
        ("recs: dycem, slant board", ["advice", "advice"]),
        ("P - slant board\n- timer", ["plan", "plan"]),
        ("Subjective: tired. hungry", ["report", "report"]),
        ("A: slow day. tired", ["judgement", "judgement"]),
    ],
)
def test_a_label_carries_its_role_on(jot: str, expected: list[str]) -> None:
    assert roles(jot) == expected


@pytest.mark.parametrize(
    "jot",
    [
        "recs: dycem. copied 3/5",
        "goal: zip coat. zipped 3/5",
        "P: slant board\n\ncopied 3/5",
        "tchr: 'its squeaky'. sat 3 min",
        "next time: timer. copied 3/5",
        "hx: seizures. copied 3/5",
        "q: glasses. copied 3/5",
        "Plan: timer\nO: copied 3/5",
    ],
)
def test_a_label_ends_with_its_sentence_or_section(jot: str) -> None:
    assert roles(jot)[-1] == "observation"


@pytest.mark.parametrize(
    ("jot", "withdrawn"),
    [
        ("copied 3/5 no wait 4/5", "3/5 no wait "),
        ("wrote 4 lines, no wait 5", "4 no wait "),
        ("sat 10 min, make that 12 min", "10 min, make that "),
        ("cut 2/4 scratch that 3/4", "2/4 scratch that "),
        ("legible 60% actually 70%", "60% actually "),
        ("zipper min A sorry mod A", "min A sorry "),
        ("took 2 no 3 breaks", "2 no "),
        ("shook hand 2x no 3x", "2x no "),
    ],
)
def test_what_was_taken_back_is_remembered(jot: str, withdrawn: str) -> None:
    assert " ".join(jot[start:end] for start, end in first(jot).replaced) == withdrawn


@pytest.mark.parametrize(
    "jot",
    [
        "copied 3/5 no cues",
        "no, he did not",
        "not 2 but 3 breaks",
        "3/5, not 4/5",
        "did 2/5 no tears",
        "sorry he was late 5 min",
        "sat 10 min, actually liked it",
        "wait time 10 sec",
    ],
)
def test_other_denials_take_nothing_back(jot: str) -> None:
    assert [statement.replaced for statement in read(jot).statements if statement.replaced] == []


@pytest.mark.parametrize(
    ("jot", "expected"),
    [
        ("J.M.: copied 3/5. K.T.: zipper mod A", ["J.M.", "K.T."]),
        ("Stu 1: 3/5 words\nStu 2: 2/5 words", ["Student 1", "Student 2"]),
        ("A: sat 3 min\nB: sat 5 min", ["A", "B"]),
        ("#4 sat 3 min\n#9 sat 5 min", ["Student 4", "Student 9"]),
        ("J.M.: sat 3 min. K.T.: sat 5 min. both need timer", ["J.M.", "K.T.", None]),
        ("St. 4 sat. St. 9 left", ["Student 4", "Student 9"]),
        ("P1: sat 3 min\nP2: sat 5 min", ["P1", "P2"]),
        ("J.M.: sat. zipped. K.T.: left", ["J.M.", "J.M.", "K.T."]),
    ],
)
def test_a_statement_belongs_to_the_label_above(jot: str, expected: list[str | None]) -> None:
    assert [statement.student for statement in read(jot).statements] == expected


@pytest.mark.parametrize(
    "jot",
    [
        "copied 3/5",
        "S: tired\nO: sat 3 min",
        "L: 3/5\nR: 2/5",
        "mom: 'tired'",
        "PT: came",
        "T: 'slow'",
        "K boy",
        "P: timer",
    ],
)
def test_without_student_labels_nobody_is_named(jot: str) -> None:
    assert {statement.student for statement in read(jot).statements} == {None}


@given(
    st.lists(st.sampled_from(["S: tired", "no tears", "zipper mod A", "mom says slow", "\n"]), max_size=8).map(
        ". ".join
    )
)
def test_ids_follow_the_jot_and_no_statement_overlaps_another(jot: str) -> None:
    told = read(f"sat. {jot}").statements
    assert [item.id for item in told] == [f"s{number}" for number in range(1, len(told) + 1)]
    assert all(one.end <= other.start for one, other in itertools.pairwise(told))


@given(st.sampled_from(["P: ", "S: ", "Plan - ", "goal: "]), st.sampled_from(["timer", "copied 3/5", "zip coat"]))
def test_a_label_lies_at_the_start_of_its_statement(mark: str, said: str) -> None:
    statement = first(mark + said)
    assert statement.label == (0, len(mark.rstrip()))


def attributes(statement: Statement) -> tuple[Any, ...]:
    return (statement.role, statement.actor, statement.said_by, statement.negated, statement.text)


@given(st.permutations(["zipper mod A", "no tears", "mom says he is tired", "aide gave 2 vc", "will email teacher"]))
def test_the_order_of_sentences_changes_no_statement(sentences: list[str]) -> None:
    told = {attributes(statement) for statement in read(". ".join(sentences)).statements}
    assert told == {attributes(first(sentence)) for sentence in sentences}
