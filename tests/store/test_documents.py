"""Accepted documents: once, unchanged, with dated additions."""

from __future__ import annotations

import pytest

from otassist.errors import Conflict, NotThere

ID = "0123456789abcdef" * 2


@pytest.fixture
def draft(store):
    conversation = store.add_conversation(student=store.add_student("J.M.").id)
    return store.add_draft(conversation.id, None, None, "goal", 0, {"text": "By June, 4/5 lines."})


def test_a_document_holds_the_draft_as_it_was_accepted(store, draft, opening):
    draft = store.revise_draft(draft.id, 1, {"text": "By June, 3/5 lines."}, "edit")
    document = store.accept(draft.id, 2, "Cutting", author="K. Lee, OTR/L", findings=[{"id": "f1"}])
    assert (document.draft, document.version, document.student) == (draft.id, 2, draft.student)
    assert (document.kind, document.title, document.author) == ("goal", "Cutting", "K. Lee, OTR/L")
    assert (document.content, document.findings) == ({"text": "By June, 3/5 lines."}, [{"id": "f1"}])
    assert document.addenda == ()
    assert opening().document(document.id) == document
    accepted = store.draft(draft.id)
    assert (accepted.accepted, accepted.version) == (document.id, 3)


def test_accepting_twice_gives_the_same_document(store, draft):
    document = store.accept(draft.id, 1, "Cutting")
    assert store.accept(draft.id, 1, "Other title") == store.accept(draft.id, 2, "Cutting") == document
    assert store.documents() == [document]


def test_only_what_was_seen_is_accepted(store, draft):
    newer = store.revise_draft(draft.id, 1, {"text": "theirs"}, "edit")
    with pytest.raises(Conflict) as caught:
        store.accept(draft.id, 1, "Cutting")
    assert caught.value.current == newer
    assert store.documents() == []


def test_an_accepted_draft_takes_no_revision(store, draft):
    store.accept(draft.id, 1, "Cutting")
    with pytest.raises(Conflict) as caught:
        store.revise_draft(draft.id, 2, {"text": "later"}, "edit")
    assert caught.value.current == store.draft(draft.id)
    assert len(store.revisions(draft.id)) == 1


def test_additions_are_dated_and_change_nothing_else(store, draft):
    document = store.accept(draft.id, 1, "Cutting")
    store.add_addendum(document.id, "The date was 9/1.")
    later = store.add_addendum(document.id, "Left hand.")
    assert [each.text for each in later.addenda] == ["The date was 9/1.", "Left hand."]
    assert document.accepted < later.addenda[0].created < later.addenda[1].created
    assert (later.content, later.accepted, later.version) == (document.content, document.accepted, document.version)
    assert store.document(document.id) == later == store.documents()[0]


def test_documents_of_a_student_and_by_their_words_newest_first(store, draft):
    first = store.accept(draft.id, 1, "Cutting")
    other = store.add_draft(store.add_conversation().id, None, None, "note", 0, {"text": "Zipped his coat."})
    second = store.accept(other.id, 1, "Session note")
    assert store.documents() == [second, first]
    assert store.documents(student=draft.student) == [first]
    assert store.documents(query="ZIPPED") == store.documents(query="session") == [second]
    assert store.documents(student=draft.student, query="zipped") == store.documents(query="%") == []


def test_a_deleted_draft_or_conversation_leaves_its_document(store, draft):
    document = store.accept(draft.id, 1, "Cutting")
    store.delete_draft(draft.id, 2)
    store.delete_conversation(draft.conversation, 1)
    assert store.documents() == [document]


@pytest.mark.parametrize("id", [ID, "", "\x00"])
def test_nothing_is_there_under_an_unknown_id(store, id):
    for ask in (lambda: store.document(id), lambda: store.add_addendum(id, "text")):
        with pytest.raises(NotThere, match="There is no document"):
            ask()
    assert store.documents(student=id) == []
