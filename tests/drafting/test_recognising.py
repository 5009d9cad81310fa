"""What a text is like among jotted lines: needs by goal, other lines by kind, what a number counts, whose it is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from otassist.domain import JottedLine
from otassist.drafting.recognising import NOTHING, Recogniser

LINES = (
    JottedLine("zips 2/5 coats", "need", "zip", "done"),
    JottedLine("zipper takes 4 min", "need", "zip", "until"),
    JottedLine("cannot zip", "need", "zip"),
    JottedLine("up 12x in math", "need", "sit", "failed"),
    JottedLine("out of seat 8x", "need", "sit", "failed"),
    JottedLine("zips fine", "strength", topic="self_care"),
    JottedLine("mom wants reading goal", "other_staff", topic="reading"),
)


def near(texts: Sequence[str], count: int) -> list[list[tuple[int, float]]]:
    """Lines by the words they share with a text, half of a word counting as one."""
    found = []
    for text in texts:
        words = {word[:3] for word in text.lower().split()}
        cosines = [len(words & {word[:3] for word in line.text.split()}) / 4 for line in LINES]
        found.append(sorted(enumerate(cosines), key=lambda item: -item[1])[:count])
    return found


RECOGNISE = Recogniser(LINES, near)


def test_a_need_is_like_the_lines_of_its_goal() -> None:
    (seen,) = RECOGNISE(["zipper takes 9 min"])
    assert seen.need == seen.goals["zip"] == 0.75
    assert seen.goals["sit"] < 0.5
    assert seen.other == seen.around["strength"] == 0.25


@pytest.mark.parametrize(
    ("text", "counts"), [("zipper takes 9 min", "until"), ("up 3x in line", "failed"), ("zips 1/5 coats", "done")]
)
def test_what_a_number_counts_is_what_it_counts_in_the_nearest_lines(text: str, counts: str) -> None:
    (seen,) = RECOGNISE([text])
    assert seen.counts() == counts


@pytest.mark.parametrize(("text", "fails"), [("out of seat 9x in math", True), ("zipper takes zips coats", False)])
def test_a_number_plainly_counts_failures_only_where_nearly_all_lines_say_so(text: str, fails: bool) -> None:
    assert RECOGNISE([text])[0].fails is fails


def test_whose_matter_it_is_comes_with_it() -> None:
    (seen,) = RECOGNISE(["mom wants reading goal"])
    assert (seen.staff, seen.around["other_staff"]) == ("reading", 1.0)


def test_likeness_is_the_mean_of_the_nearest_lines_and_the_last_texts_own() -> None:
    likeness = RECOGNISE.goals(["cannot zip", "zipper takes 4 min"])
    assert likeness["zip"].last == 1.0
    assert likeness["zip"].mean == pytest.approx((1.0 + 0.5 + 0.25) / 3)
    assert likeness["sit"].mean < likeness["zip"].mean


def test_without_a_model_nothing_is_recognised() -> None:
    assert Recogniser()(["zip"]) == (NOTHING,)
    assert Recogniser().goals(["zip"]) == {}
    assert NOTHING.counts() == "none"
    assert not NOTHING.fails
