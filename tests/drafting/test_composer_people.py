"""Who did what stays as jotted; the label and pronoun given are used and gender is never guessed."""

from __future__ import annotations

import re

import pytest

from otassist.domain import Context

from .drafted import outside_quotes, said


@pytest.mark.parametrize(
    ("jot", "sentence"),
    [
        ("aide tied his shoes", "The aide tied his shoes."),
        ("peer handed him the scissors", "The peer handed him the scissors."),
        ("teacher moved his seat", "The teacher moved his seat."),
        ("mom packed his bag", "The student's mother packed his bag."),
        ("para redirected him x2", "The paraprofessional redirected him 2 times."),
        ("copied 3/5 sentences", "The student copied 3/5 sentences."),
        ("he tied his shoes", "The student tied his shoes."),
        ("aide did not help", "The aide did not help."),
        ("teacher reads the directions to him", "The teacher reads the directions to him."),
        ("nurse told", "The therapist recorded: nurse told."),
    ],
)
def test_the_doer_of_the_jot_is_the_doer_of_the_note(jot: str, sentence: str) -> None:
    assert said(jot)[0] == sentence


@pytest.mark.parametrize(
    ("jot", "never"),
    [
        ("aide tied his shoes", "student tied"),
        ("teacher cut the paper", "student cut"),
        ("asked aide for help", "aide asked"),
        ("gave her pencil to peer", "peer gave"),
        ("pushed peer x1", "peer pushed"),
        ("peer pushed him x1", "student pushed"),
        ("followed the aide to class", "aide followed"),
        ("mom says he ties shoes at home", "student said"),
        ("OT gave short pencil -> sees where fingers go", "therapist sees"),
        ("gave very short pencil w/ dot", "student gave"),
        ("slant board used", "therapist used"),
    ],
)
def test_no_other_doer_is_named(jot: str, never: str) -> None:
    assert never not in outside_quotes(" ".join(said(jot)))


GENDERED = re.compile(r"\b(he|she|him|her|hers|his|himself|herself)\b", re.I)


@pytest.mark.parametrize(
    "jot",
    [
        "copied 3/5 sentences. shook hands out. wrote name. cut circle",
        "mom reports velcro at home. tied shoes. opened bag",
        "dressed a doll. played house",
        "football team captain. forgot helmet",
        "wants to be a nurse. wrote 3 sentences",
        "copied 3/5. teacher, Mrs K, moved desk",
        "tired by 12 min. asked for break. went back to desk",
        "pull-out, 30 min. zipped coat. tied shoes. washed hands",
    ],
)
def test_gender_is_never_guessed(jot: str) -> None:
    text = " ".join(said(jot))
    assert not GENDERED.findall(outside_quotes(text)), text


@pytest.mark.parametrize(
    ("jot", "pronoun", "other"),
    [
        ("shook out her hands. wrote 3 words. cut circle", "she", r"\b(he|him|his)\b"),
        ("tied his shoes. wrote 3 words. cut circle", "he", r"\b(she|her|hers)\b"),
        ("she copied 3/5. then wrote name. cut circle", "she", r"\b(he|him|his)\b"),
        ("he copied 3/5. then wrote name. cut circle", "he", r"\b(she|her|hers)\b"),
    ],
)
def test_a_pronoun_of_the_jot_is_kept(jot: str, pronoun: str, other: str) -> None:
    text = " ".join(said(jot))
    assert re.search(rf"\b{pronoun}\b", text, re.I), text
    assert not re.search(other, text, re.I), text


@pytest.mark.parametrize("pronoun", ["he", "she"])
def test_a_pronoun_entered_is_used(pronoun: str) -> None:
    sentences = said("copied 3/5 sentences. wrote name. cut circle", context=Context(pronoun=pronoun))
    others = {"he": {"she", "her"}, "she": {"he", "him", "his"}}[pronoun]
    found = {word.lower() for word in GENDERED.findall(" ".join(sentences))}
    assert pronoun in found
    assert not found & others


@pytest.mark.parametrize("label", ["J.M.", "Student 4", "Otter", "T.B."])
def test_a_label_entered_is_used(label: str) -> None:
    sentences = said("copied 3/5 sentences. cut circle mod A", context=Context(student=label))
    assert any(sentence.startswith(f"{label} ") for sentence in sentences), sentences


@pytest.mark.parametrize(
    ("jot", "told"),
    [
        ("copied 3/5. is tired. needs help", r"\bthey (are|were)\b"),
        ("zipper I. shoes I. buttons I", r"\bthey were\b"),
        ("asked for break. has headphones", r"\bthey have\b"),
        ("asked for break. keeps sliding", r"\bthey keep\b"),
        ("asked for break. doesnt write", r"\bthey do not\b"),
    ],
)
def test_they_takes_a_plural_verb(jot: str, told: str) -> None:
    text = " ".join(said(jot))
    assert re.search(told, text, re.I), text
    assert not re.search(r"\bthey (is|was|has|does|needs|keeps|asks)\b", text, re.I), text
