"""For any message about any draft: the spans hold, what was not spoken of stays, and the message is kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conversation.drafts import COPY, JARGON, MEANS, NOTE, PACK, goal
from conversation.table import ROWS
from otassist.conversation import reply
from otassist.conversation.changes import changed
from otassist.conversation.messages import requests
from otassist.conversation.splicing import put_first, put_last, removed, replaced
from otassist.domain import Goal

MESSAGES = [row["message"] for row in ROWS]
WORDS = st.text(alphabet="ab ,.é'", min_size=1, max_size=12)
ROLES = ("timeframe", "condition", "behavior", "criterion", "method", "baseline")
GLUE = st.sampled_from([", ", " ", ", the student will ", ".\n", " with ", " for "])


@st.composite
def goals(draw):
    pieces = []
    for role in draw(st.lists(st.sampled_from(ROLES), min_size=1, max_size=6, unique=True)):
        pieces += [draw(GLUE), (role, draw(WORDS), "bank")]
    return goal("The student", *pieces, ".")


DRAFTS = st.one_of(goals(), st.sampled_from([COPY, PACK, JARGON, NOTE]))


def in_place(draft):
    return all(draft.text[clause.start : clause.end] == clause.text for clause in draft.clauses)


def told(draft):
    return {clause.id: (clause.text, clause.role, clause.origin, clause.evidence) for clause in draft.clauses}


@given(DRAFTS, st.lists(st.sampled_from(MESSAGES), min_size=1, max_size=4))
def test_clauses_stand_where_they_say_and_only_the_listed_ones_changed(draft, messages):
    history = ()
    for message in messages:
        got = reply(message, draft, MEANS, history)
        assert got.message == message
        assert in_place(got.draft)
        assert all(in_place(other) for other in got.others)
        listed = {change.old.id if change.old else change.new.id for change in got.changes}
        before, after = told(draft), told(got.draft)
        assert {name for name in before | after if before.get(name) != after.get(name)} <= listed
        if got.draft == draft or got.kind in ("jot", "question"):
            assert got.changes == ()
        history, draft = (*history, draft), got.draft


@given(DRAFTS, st.data(), WORDS)
def test_replacing_and_removing_touch_one_clause(draft, data, text):
    clause = data.draw(st.sampled_from(draft.clauses))
    new = replaced(draft, clause, text)
    assert in_place(new)
    assert {name for name, one in told(draft).items() if told(new)[name] != one} <= {clause.id}
    assert new.text == draft.text[: clause.start] + text + draft.text[clause.end :]
    gone = removed(draft, clause)
    assert in_place(gone)
    assert clause.id not in told(gone)
    kept = [(name, one[0].lower()) for name, one in told(draft).items() if name != clause.id]
    assert [(name, one[0].lower()) for name, one in told(gone).items()] == kept


@given(goals(), WORDS)
def test_a_part_put_in_moves_the_others_unchanged(draft, text):
    last = put_last(draft, "baseline", text)
    assert in_place(last)
    assert [clause.text for clause in last.clauses if clause.id in told(draft)] == [c.text for c in draft.clauses]
    first = put_first(draft, "timeframe", text)
    assert in_place(first)
    assert len(first.clauses) == len(draft.clauses) + 1


@given(DRAFTS)
def test_a_draft_does_not_differ_from_itself(draft):
    assert changed(draft, draft) == ()


@given(st.one_of(st.text(max_size=60), st.sampled_from(MESSAGES)))
def test_every_part_of_a_request_stands_in_the_message(message):
    for request in requests(message):
        assert 0 <= request.start < request.end <= len(message)
        assert all(message[part.start : part.end] == part.text for part in request.parts.values())


@given(st.text(max_size=80), DRAFTS)
def test_any_text_is_answered_and_no_word_of_it_is_lost(message, draft):
    got = reply(message, draft, MEANS)
    assert (got.message, in_place(got.draft)) == (message, True)
    assert isinstance(got.draft, Goal) == isinstance(draft, Goal)
