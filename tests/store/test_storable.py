"""A record reads the same before and after it was stored, whatever characters are in it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.store.storable import as_json, storable

ANY_TEXT = st.text(st.characters(categories=None, exclude_categories=()))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT | st.integers(), inner) | st.tuples(inner, inner),
)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("copied 3/5 – “neater” 🙂", "copied 3/5 – “neater” 🙂"),
        ("a\x00b", "a\ufffdb"),
        ("\ud83d half", "\ufffd half"),
        ({"a\x00": ("b\udc00", 1)}, {"a\ufffd": ["b\ufffd", 1]}),
        ({1: None}, {"1": None}),
        ([float("nan"), float("inf"), 1.5, True], [None, None, 1.5, True]),
        ("\x01\x1f\x7f\u2028", "\x01\x1f\x7f\u2028"),
    ],
)
def test_only_what_no_database_holds_is_replaced(value, kept):
    assert storable(value) == kept


@given(VALUES)
def test_json_gives_back_what_is_storable_and_keeping_it_twice_changes_nothing(value):
    kept = storable(value)
    assert json.loads(as_json(kept)) == kept == storable(kept)
    as_json(kept).encode()


def test_what_is_returned_is_what_is_stored(store):
    hostile = "a\x00\ud800\u202e🙂'\";--%_\\"
    conversation = store.add_conversation(title=hostile)
    saved = store.save_box(conversation.id, 1, hostile, {hostile: [hostile, float("nan"), ("t",)]})
    assert store.conversation(conversation.id) == saved
    assert saved.box == saved.title == "a\ufffd\ufffd\u202e🙂'\";--%_\\"
    message = store.add_message(conversation.id, "therapist", "auto", hostile, reply={"n": 10**40})
    assert store.messages(conversation.id) == [message]
    job = store.add_job(conversation.id, message.id, hostile, {"text": hostile})
    assert store.claim_job(job.id, hostile, 30)
    assert store.job(job.id).owner == saved.box
    assert store.renew_job(job.id, hostile, 30)
    assert store.add_events(job.id, [(hostile, {"text": hostile})]) == store.events(job.id)
    draft = store.add_draft(conversation.id, message.id, job.id, "note", 0, {"text": 5, "x": hostile})
    draft = store.revise_draft(draft.id, 1, {"text": hostile}, hostile)
    assert store.draft(draft.id) == draft
    document = store.accept(draft.id, 2, hostile, hostile, [hostile, (1,)])
    assert store.document(document.id) == document
    document = store.add_addendum(document.id, hostile)
    assert document.addenda[0].text == saved.box
    student = store.add_student(hostile)
    assert store.students(hostile) == [student]
    assert store.save_setting(hostile, {hostile: hostile}) == store.setting(hostile)
