"""Marker words: found as typed or spelt out, longest first, whole words only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.language import words_of
from otassist.language.phrases import find, markers, opens_with
from otassist.language.tables import rules

LISTS = [(group, name) for group in ("starts", "anywhere", "note_types") for name in rules("markers")[group]]


def found(text: str, group: str, name: str) -> str | None:
    words = words_of(text)
    place = find(words, markers(group, name))
    return text[words[place[0]].start : words[place[1] - 1].end] if place else None


@pytest.mark.parametrize(
    ("text", "group", "name", "marker"),
    [
        ("copied 3/5 no wait 4/5", "correction", "forms", "no wait"),
        ("sat 3 min, make that 5", "correction", "forms", "make that"),
        ("left seat last wk", "time", "forms", "last wk"),
        ("left seat LAST WEEK", "time", "forms", "LAST WEEK"),
        ("kinda legible", "hedge", "forms", "kinda"),
        ("sort of legible", "hedge", "forms", "sort of"),
        ("he would benefit from timer", "anywhere", "judgement", "would benefit"),
        ("timer next time", "anywhere", "plan", "next time"),
        ("met w/ tchr 10 min", "note_types", "consultation", "met w/ tchr"),
        ("prob tired", "hedge", "forms", "prob"),
    ],
)
def test_a_marker_is_found_where_it_stands(text: str, group: str, name: str, marker: str) -> None:
    assert found(text, group, name) == marker


@pytest.mark.parametrize(
    ("text", "group", "name"),
    [
        ("copied 3/5", "correction", "forms"),
        ("notes 3/5", "correction", "forms"),
        ("last letter", "time", "forms"),
        ("makes that sound", "correction", "forms"),
        ("appearance", "hedge", "forms"),
        ("benefit", "anywhere", "judgement"),
        ("next to peer", "anywhere", "plan"),
        ("screen time", "note_types", "screening"),
        ("todays work", "time", "forms"),
    ],
)
def test_part_of_a_marker_or_of_a_word_is_none(text: str, group: str, name: str) -> None:
    assert found(text, group, name) is None


@pytest.mark.parametrize(
    ("text", "name", "opening"),
    [
        ("will email", "plan", "will"),
        ("next time timer", "plan", "next time"),
        ("f/u in 2 wks", "plan", "f/u"),
        ("told teacher to wait", "advice", "told teacher to"),
        ("not sure why", "question", "not sure"),
        ("is it vision", "question", "is it"),
        ("on track", "judgement", "on track"),
        ("dx autism", "background", "dx"),
        ("would benefit from timer", "judgement", "would benefit"),
    ],
)
def test_a_statement_opens_with_its_longest_marker(text: str, name: str, opening: str) -> None:
    words = words_of(text)
    size = opens_with(words, markers("starts", name))
    assert text[: words[size - 1].end] == opening


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("he will email", "plan"),
        ("the next one", "plan"),
        ("copied 3/5", "judgement"),
        ("coat on track", "judgement"),
        ("was it vision", "question"),
        ("aide suggested timer", "advice"),
        ("his goal", "background"),
        ("wearing coat", "background"),
    ],
)
def test_a_marker_further_on_opens_nothing(text: str, name: str) -> None:
    assert opens_with(words_of(text), markers("starts", name)) == 0


def test_no_words_open_nothing() -> None:
    assert opens_with((), markers("starts", "plan")) == 0
    assert find((), markers("starts", "plan")) is None


@pytest.mark.parametrize(("group", "name"), LISTS)
def test_every_marker_is_found_by_its_first_word_longest_first(group: str, name: str) -> None:
    for first, phrases in markers(group, name).items():
        assert all(phrase[0] == first for phrase in phrases)
        assert [len(phrase) for phrase in phrases] == sorted(map(len, phrases), reverse=True)


@given(st.text(max_size=60), st.sampled_from(["plan", "judgement", "advice", "background"]))
def test_what_is_found_lies_in_the_words(text: str, name: str) -> None:
    words = words_of(text)
    place = find(words, markers("anywhere", name))
    assert place is None or 0 <= place[0] < place[1] <= len(words)
