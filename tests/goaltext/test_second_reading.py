"""The second reader: its labels, its places, and how the two readings are weighed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.domain import GOAL_PARTS, Span
from otassist.goaltext import read
from otassist.goaltext.clues import every, of_word
from otassist.goaltext.labelling import LABELS, best, scores, weights
from otassist.goaltext.pieces import MOST, pieces, stretches
from otassist.goaltext.second_reading import second_reading

NOTHING = dict.fromkeys(GOAL_PARTS)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("3x/wk", ["3x", "/", "wk"]),
        ("w/ cues", ["w/", "cues"]),
        ("____%", ["____", "%"]),
        ("80%, 4/5", ["80%", ",", "4/5"]),
        ("a\nb", ["a", "¶", "b"]),
        ("two-step", ["two-step"]),
        ("Sam’s", ["Sam’s"]),
        ("", []),
    ],
)
def test_pieces(text: str, cut: list[str]) -> None:
    assert [piece.text for piece in pieces(text)] == cut


def test_stretches_lie_between_marks() -> None:
    cut = pieces("By May, Lee will copy 5 words.")
    found = stretches(cut)
    assert [(part.before, part.after, part.counts, part.willed) for part in found] == [
        ("^", ",", False, False),
        (",", ".", True, True),
    ]


def test_no_more_pieces_are_read_than_a_goal_can_have() -> None:
    assert len(pieces("a " * 2_500)) == MOST


@pytest.mark.parametrize(
    ("text", "part", "words"),
    [
        ("By the spring concert, Lee will hum the tune.", "timeframe", "By the spring concert"),
        ("From today to June 4, 2027, Lee will hum the tune.", "timeframe", "From today to June 4, 2027"),
        ("Given a kazoo, Lee will hum the tune.", "condition", "Given a kazoo"),
        ("Lee will hum the tune in 4 of 5 songs.", "behavior", "hum the tune"),
        ("Lee will hum the tune with no more than two wrong notes.", "criterion", "with no more than two wrong notes"),
        ("Lee will hum the tune in 4 of 5 songs, tallied by the choir teacher.", "method", "the choir teacher"),
        ("Lee will hum the tune in 4 of 5 songs, growing from 1 of 5.", "baseline", "growing from 1 of 5"),
    ],
)
def test_the_second_reader_alone_finds(text: str, part: str, words: str) -> None:
    span = second_reading(text, NOTHING)[part]  # type: ignore[index]
    assert span
    assert words in text[span.start : span.end]


@pytest.mark.parametrize(
    "text",
    [
        "Lee will receive occupational therapy twice a week.",
        "The team will meet in May.",
        "Staff will provide a weighted vest.",
        "Lee will improve his confidence.",
        "Progress will be reported quarterly.",
        "Extended time will be provided to Lee.",
        "OT consult 15 min/month.",
        "Lee hopes to join the Navy after high school.",
    ],
)
def test_the_second_reader_alone_finds_no_behavior(text: str) -> None:
    assert second_reading(text, NOTHING)["behavior"] is None


ACT = "By May, given a soft eraser, {} will erase a word without tearing the page, on 8 of 10 corrections."


@pytest.mark.parametrize("who", ["the teacher", "the aide", "the parent", "the occupational therapist", "staff"])
def test_an_adults_act_is_no_behavior_whatever_the_words_say(who: str) -> None:
    assert read(ACT.format("the student")).part("behavior") == "erase a word without tearing the page"
    parts = read(ACT.format(who)).parts
    assert parts["behavior"] is parts["criterion"] is None


@pytest.mark.parametrize("who", ["The teacher", "The student"])
def test_a_can_is_a_thing(who: str) -> None:
    found = read(f"By May, {who.lower()} will scan a can or box with an app before placing it in 4 of 5 trials.").act
    assert found
    assert (found.actor == "student", found.verb) == (who == "The student", "scan")


def test_where_both_see_a_part_the_rules_stretch_stands() -> None:
    text = "Given a kazoo, Lee will hum the tune in 4 of 5 songs."
    first = {**NOTHING, "condition": Span(6, 13)}
    assert second_reading(text, first)["condition"] == Span(6, 13)


def test_a_part_that_a_label_names_is_not_overruled() -> None:
    text = "Condition: zorp. Behavior: Lee will hum."
    first = {**NOTHING, "condition": Span(11, 15)}
    assert second_reading(text, first, {"condition"})["condition"] == Span(11, 15)


@given(st.text(max_size=200))
def test_parts_of_any_text_lie_in_it_and_never_overlap(text: str) -> None:
    spans = sorted((span for span in read(text).parts.values() if span), key=lambda span: span.start)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(st.text(alphabet="ab ,.;12%/\n", max_size=80))
def test_the_sums_are_those_of_the_clues_one_by_one(text: str) -> None:
    held = weights()
    _, rows = every(text)
    _, found = scores(text)
    for told, row in zip(rows, found, strict=True):
        one_by_one = sum(held.told[held.rows[clue]] for clue in told if clue in held.rows)
        assert abs(row - one_by_one).max() < 1e-3


def test_the_best_row_follows_from_labels_that_may_follow() -> None:
    _, found = scores("Given a kazoo, Lee will hum the tune in 4 of 5 songs.")
    labels = [LABELS[index] for index in best(found)]
    assert all(
        label[0] != "I" or before[-1] == label[-1] for before, label in zip(["O", *labels], labels, strict=False)
    )


def test_a_farther_word_tells_less() -> None:
    near, far = of_word("given", 1), of_word("given", 4)
    assert len(of_word("given", 0)) >= len(near) > len(far)
    assert all(clue.startswith("4") for clue in far)
