"""Clauses out of pieces: each once, when it is complete, however the text is cut."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.drafting.model.answered import object_of
from otassist.drafting.model.calling import Piece
from otassist.drafting.model.hearing import Hearing
from otassist.drafting.model.streaming import ClauseStream
from otassist.errors import ModelFailure

TEXT = st.text(alphabet='ab"\\{}[]\n,:\u00e9\U0001f58d', max_size=12)
CLAUSES = st.lists(st.fixed_dictionaries({"text": TEXT, "statements": st.lists(TEXT, max_size=2)}), max_size=4)


def cut(text: str, sizes: list[int]) -> list[str]:
    pieces, at = [], 0
    for size in sizes:
        pieces.append(text[at : at + size])
        at += size
    return [*pieces, text[at:]]


@given(CLAUSES, st.lists(st.integers(0, 9), max_size=60), st.booleans())
def test_every_clause_comes_once_whatever_the_pieces(clauses, sizes, plain):
    text = json.dumps({"clauses": clauses}, ensure_ascii=plain)
    stream = ClauseStream()
    heard = [clause for piece in cut(text, sizes) for clause in stream.feed(piece)]
    assert heard == clauses
    assert stream.text == text


@given(CLAUSES, st.integers(0, 400))
def test_what_is_complete_is_json_wherever_it_is_cut(clauses, end):
    text = json.dumps({"goals": [{"proposal": "g1", "clauses": clauses}]})[:end]
    stream = ClauseStream()
    heard = list(stream.feed(text))
    if not heard:
        assert stream.so_far() == ""
    else:
        assert object_of(stream.so_far())["goals"][0]["clauses"] == clauses[: len(heard)]


def test_a_clause_comes_with_the_piece_that_closes_it():
    stream = ClauseStream()
    assert list(stream.feed('{"clauses": [{"text": "One."')) == []
    assert list(stream.feed("}")) == [{"text": "One."}]
    assert list(stream.feed(', {"text": "Tw')) == []
    assert stream.so_far() == '{"clauses": [{"text": "One."}]}'


@given(st.text(alphabet='{}[]"\\ tex:', max_size=60))
def test_nonsense_is_no_error(text):
    stream = ClauseStream()
    for letter in text:
        list(stream.feed(letter))
    assert stream.text == text


@pytest.mark.parametrize(
    "text",
    [
        '<think>{"b": 2}?</think>{"a": 1}',
        'Here it is: {"a": 1}. Done.',
        '{"a": 1}',
        ' {"a": 1}\n',
        '```json\n{"a": 1}\n```',
        '```\n{"a": 1}```',
    ],
)
def test_json_may_stand_in_a_code_block(text):
    assert object_of(text) == {"a": 1}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty"),
        ("``````", "not_json"),
        ("[1]", "wrong_shape"),
        ("7", "wrong_shape"),
        ("{", "not_json"),
        ("[" * 99_999, "not_json"),
    ],
)
def test_what_is_no_object(text, kind):
    with pytest.raises(ModelFailure) as problem:
        object_of(text)
    assert problem.value.kind == kind
    assert problem.value.__cause__ is None


def test_talk_around_a_tool_call_does_not_count():
    heard: list[object] = []
    hearing = Hearing(heard.append)
    for piece in (
        Piece("I call {it}."),
        Piece('{"clauses": [{"te', called=True),
        Piece(" Now."),
        Piece('xt": "A."}]}', True),
    ):
        hearing.take(piece)
    assert heard == [{"text": "A."}]
    assert object_of(hearing.text) == {"clauses": [{"text": "A."}]}
