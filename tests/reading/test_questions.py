"""Questions: contradictions, unattributed words, unknown context; and nothing is asked idly."""

from __future__ import annotations

import pytest

from otassist.domain import Context, Observation
from otassist.reading import read


def contradictions(seen: Observation) -> list[tuple[str, ...]]:
    return [question.options for question in seen.questions if "gives both" in question.text]


@pytest.mark.parametrize(
    ("jot", "values"),
    [
        ("copied 3/5 sentences. copied 4/5 sentences", ("3/5", "4/5")),
        ("zipper mod A. zipper min A", ("mod A", "min A")),
        ("sat 10 min at desk. sat 12 min at desk", ("10 min", "12 min")),
        ("name 3/4 legible\nname 2/4 legible", ("3/4", "2/4")),
        ("min vc for spacing. mod vc for spacing", ("min vc", "mod vc")),
        ("legible 60%. legible 70%", ("60%", "70%")),
        ("coat max A\ncoat CGA", ("max A", "CGA")),
        ("cut 2/4 shapes; cut 3/4 shapes", ("2/4", "3/4")),
    ],
)
def test_two_values_for_one_measure_are_asked_about(jot: str, values: tuple[str, ...]) -> None:
    assert contradictions(read(jot)) == [values]


@pytest.mark.parametrize(
    "jot",
    [
        "copied 3/5 today. copied 2/5 last wk",
        "copied 3/5 w/ slant board. copied 2/5",
        "copied 3/5 sentences. cut 4/5 lines",
        "3/5. 4/5",
        "legible 60%. legible 60%",
        "J.M.: copied 3/5. K.T.: copied 4/5",
        "copied 3/5, was 2/5",
        "copied 3/5. mom says copied 5/5",
        "zipper mod A. snaps min A",
        "copied 3/5 no wait 4/5",
    ],
)
def test_values_that_are_told_apart_are_not(jot: str) -> None:
    assert contradictions(read(jot)) == []


@pytest.mark.parametrize(
    "context",
    [
        Context(grade="14"),
        Context(plan="ABC"),
        Context(delivery="by mail"),
        Context(area="gardening"),
        Context(note_type="poem"),
        Context(pronoun="xyz"),
    ],
)
def test_an_unknown_value_is_asked_about(context: Context) -> None:
    key = next(name for name in Context.__slots__ if getattr(context, name))
    assert key in {question.about for question in read("copied 3/5", context).questions}


@pytest.mark.parametrize(
    "context",
    [
        Context(grade="K"),
        Context(grade="18-21"),
        Context(plan="RTI/MTSS"),
        Context(delivery="Push-In"),
        Context(area="handwriting"),
        Context(note_type="present levels"),
        Context(pronoun="she/her"),
        Context(),
    ],
)
def test_a_known_value_is_not(context: Context) -> None:
    assert not {question.about for question in read("copied 3/5", context).questions} & set(Context.__slots__)


def test_an_unknown_key_is_asked_about() -> None:
    assert "shoe_size" in {question.about for question in read("copied 3/5", unknown_keys=["shoe_size"]).questions}


def test_words_before_the_first_label_are_asked_about() -> None:
    seen = read("copied 3/5.\nJ.M.: cut 2/5\nK.T.: cut 1/5")
    assert ("J.M.", "K.T.", "all of them") in {question.options for question in seen.questions}
