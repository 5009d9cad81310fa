"""How the student is named from sentence to sentence: given label and pronoun, varied openings, no guessing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.drafting.phrasing import STUDENT
from otassist.drafting.spelling import Voice
from otassist.drafting.subjects import Teller


def told(voice: Voice, *candidates: str) -> list[str]:
    """Each candidate as the only one of its statement, with `S` for the student."""
    teller = Teller(voice)
    return [teller.tell([candidate.replace("S ", f"{STUDENT} ")]) for candidate in candidates]


@pytest.mark.parametrize(
    ("voice", "sentence"),
    [
        (Voice(), "The student cut the circle."),
        (Voice("he"), "The student cut the circle."),
        (Voice("she"), "The student cut the circle."),
        (Voice(None, "AB"), "AB cut the circle."),
        (Voice("he", "AB"), "AB cut the circle."),
        (Voice("she", "Student 2"), "Student 2 cut the circle."),
        (Voice(None, "J."), "J. cut the circle."),
        (Voice("they"), "The student cut the circle."),
    ],
)
def test_the_first_sentence_names_the_student(voice: Voice, sentence: str) -> None:
    assert told(voice, "S cut the circle") == [sentence]


@pytest.mark.parametrize(
    ("voice", "second"),
    [
        (Voice("he"), "He wrote 3 words."),
        (Voice("she"), "She wrote 3 words."),
        (Voice("he", "AB"), "He wrote 3 words."),
        (Voice("she", "AB"), "She wrote 3 words."),
        (Voice(), "They wrote 3 words."),
    ],
)
def test_a_sentence_that_follows_uses_the_pronoun(voice: Voice, second: str) -> None:
    assert told(voice, "S finished the task", "S wrote 3 words")[1] == second


@pytest.mark.parametrize(
    "between",
    [
        "the aide helped",
        "the teacher moved the chair",
        "the student's mother called",
        "the beads rolled away",
        "the scissors were dull",
        "the peers laughed",
        "posture was slumped",
        "there was 1 break",
    ],
)
@pytest.mark.parametrize("pronoun", ["he", "she", None])
def test_behind_a_sentence_about_others_the_student_is_named_again(between: str, pronoun: str | None) -> None:
    assert told(Voice(pronoun), "S sat", between, "S wrote 3 words")[2] == "The student wrote 3 words."


@pytest.mark.parametrize(
    "first",
    [
        "S asked the aide",
        "S looked at the peers",
        "S used scissors",
        "S followed 2 directions",
        "S sorted the beads",
        "S told the teacher",
        "S dropped the crayons",
        "S met with the student's mother",
    ],
)
def test_they_is_never_used_where_it_could_mean_somebody_else(first: str) -> None:
    second = told(Voice(), first, "S cut the circle")[1]
    assert not second.startswith("They")
    assert second == "The student cut the circle."


@pytest.mark.parametrize(
    "first",
    ["S sat", "S finished the task", "S cut the circle", "S rested", "S held the pencil", "S left the room"],
)
def test_they_may_be_used_where_nothing_else_could_be_meant(first: str) -> None:
    assert told(Voice(), first, "S wrote 3 words")[1] == "They wrote 3 words."


@pytest.mark.parametrize(
    ("candidate", "sentence"),
    [
        ("S was tired", "They were tired."),
        ("S is left-handed", "They are left-handed."),
        ("S has a new splint", "They have a new splint."),
        ("S does not sit", "They do not sit."),
        ("S likes glue", "They like glue."),
        ("S needs a break", "They need a break."),
        ("S often asks for water", "They often ask for water."),
        ("S can zip", "They can zip."),
        ("S cannot zip", "They cannot zip."),
        ("S wrote 3 words", "They wrote 3 words."),
        ("S will rest", "They will rest."),
        ("S was not tired", "They were not tired."),
        ("S tries again", "They try again."),
    ],
)
def test_the_verb_agrees_with_they(candidate: str, sentence: str) -> None:
    assert told(Voice(), "S sat", candidate)[1] == sentence


@pytest.mark.parametrize(
    "candidate",
    ["S was tired", "S is left-handed", "S has a new splint", "S does not sit", "S likes glue", "S often asks"],
)
@pytest.mark.parametrize("pronoun", ["he", "she"])
def test_the_verb_stays_singular_behind_he_and_she(candidate: str, pronoun: str) -> None:
    expected = candidate.replace("S ", f"{pronoun.capitalize()} ", 1) + "."
    assert told(Voice(pronoun), "S sat", candidate)[1] == expected


@pytest.mark.parametrize("pronoun", ["he", "she"])
def test_a_heading_makes_the_student_be_named_anew(pronoun: str) -> None:
    teller = Teller(Voice(pronoun))
    first, second = (teller.tell([f"{STUDENT} sat"]), teller.tell([f"{STUDENT} cut the line"]))
    teller.new_section()
    third = teller.tell([f"{STUDENT} wrote 3 words"])
    assert [first, second, third] == [
        "The student sat.",
        f"{pronoun.capitalize()} cut the line.",
        "The student wrote 3 words.",
    ]


def test_a_label_and_the_student_take_turns() -> None:
    sentences = told(Voice(None, "AB"), "S cut the line", "S cut the circle")
    assert sentences == ["AB cut the line.", "The student cut the circle."]


@pytest.mark.parametrize(
    ("candidates", "sentence"),
    [
        ([f"{STUDENT} sat up", f"with a wedge, {STUDENT} sat up"], "With a wedge, the student sat up."),
        ([f"{STUDENT} drew", f"on the board, {STUDENT} drew"], "On the board, the student drew."),
        ([f"{STUDENT} cut", "a line was cut"], "A line was cut."),
        ([f"{STUDENT} ate", "lunch was eaten"], "Lunch was eaten."),
    ],
)
def test_another_opening_is_taken_where_the_last_is_the_same(candidates: list[str], sentence: str) -> None:
    teller = Teller(Voice())
    teller.tell(["the student's mother called"])
    teller.tell([f"{STUDENT} used scissors"])
    assert teller.tell(candidates) == sentence


@pytest.mark.parametrize(
    ("candidate", "sentence"),
    [
        ("the aide helped", "The aide helped."),
        ("the aide helped.", "The aide helped."),
        ('the aide said "stop."', 'The aide said "stop."'),
        ('the aide asked "why?"', 'The aide asked "why?"'),
        ('the aide said "stop"', 'The aide said "stop".'),
        ("is it time?", "Is it time?"),
        ("with help, S sat", "With help, the student sat."),
        ('"no" was said', '"no" was said.'),
    ],
)
def test_a_sentence_begins_with_a_capital_and_ends_with_one_point(candidate: str, sentence: str) -> None:
    assert told(Voice(), candidate) == [sentence]


@pytest.mark.parametrize("voice", [Voice(), Voice("he"), Voice("she"), Voice(None, "AB")])
def test_within_one_sentence_the_student_is_never_a_placeholder(voice: Voice) -> None:
    text = told(voice, "S asked whether S could rest")[0]
    assert STUDENT not in text
    assert "the student could rest" in text


_CANDIDATES = ["S sat", "S was tired", "the aide helped", "S used scissors", "S likes glue", "there was 1 break"]


@given(st.lists(st.sampled_from(_CANDIDATES), max_size=8), st.sampled_from([None, "he", "she"]))
def test_no_gender_is_guessed_and_no_placeholder_left(candidates: list[str], pronoun: str | None) -> None:
    others = {"he", "she", "his", "her"} - {pronoun}
    for text in told(Voice(pronoun), *candidates):
        assert STUDENT not in text
        assert others.isdisjoint(text.lower().rstrip(".").split())
        assert text[0].isupper()
        assert text.endswith(".")


@given(st.lists(st.sampled_from(_CANDIDATES), min_size=1, max_size=8))
def test_they_never_opens_a_section(candidates: list[str]) -> None:
    assert not told(Voice(), *candidates)[0].startswith("They")
