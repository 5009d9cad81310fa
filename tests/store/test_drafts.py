"""Drafts and their revisions: none is ever lost."""

from __future__ import annotations

import pytest

from otassist.errors import Conflict, NotThere

ID = "0123456789abcdef" * 2
CONTENT = {"text": "The student cut 2/4 lines.", "clauses": [{"id": "c1", "start": 0, "end": 26}], "n": 1.5, "x": None}


@pytest.fixture
def conversation(store):
    return store.add_conversation(student=store.add_student("J.M.").id)


@pytest.fixture
def draft(store, conversation):
    return store.add_draft(conversation.id, None, None, "note", 0, CONTENT)


def test_a_draft_reads_back_as_it_was_saved(store, draft, conversation, opening):
    assert (draft.content, draft.version, draft.accepted, draft.deleted) == (CONTENT, 1, None, None)
    assert draft.student == conversation.student
    assert opening().draft(draft.id) == draft
    [first] = store.revisions(draft.id)
    assert (first.number, first.content, first.why, first.created) == (1, CONTENT, "drafted", draft.created)


def test_every_revision_stays(store, draft):
    for number in range(2, 6):
        draft = store.revise_draft(draft.id, draft.version, {"text": f"v{number}"}, f"edit {number}")
        assert (draft.version, draft.content) == (number, {"text": f"v{number}"})
    assert [(each.number, each.content["text"][:3], each.why) for each in store.revisions(draft.id)] == [
        (1, "The", "drafted"), (2, "v2", "edit 2"), (3, "v3", "edit 3"), (4, "v4", "edit 4"), (5, "v5", "edit 5"),
    ]  # fmt: skip
    assert store.revision(draft.id, 1).content == CONTENT
    for number in (0, 6, -1, 10**30):
        with pytest.raises(NotThere, match="There is no revision"):
            store.revision(draft.id, number)


def test_a_stale_revision_is_a_conflict_and_leaves_no_trace(store, draft):
    newer = store.revise_draft(draft.id, 1, {"text": "theirs"}, "edit")
    for stale in (lambda: store.revise_draft(draft.id, 1, {"text": "m"}, "e"), lambda: store.delete_draft(draft.id, 1)):
        with pytest.raises(Conflict) as caught:
            stale()
        assert caught.value.current == newer == store.draft(draft.id)
    assert len(store.revisions(draft.id)) == 2


def test_drafts_of_a_conversation_by_time_and_position(store, conversation):
    job = store.add_job(conversation.id, None, "goal", {})
    first, second = (store.add_draft(conversation.id, None, job.id, "goal", n, {"text": "g"}) for n in range(2))
    store.add_draft(store.add_conversation().id, None, None, "goal", 0, {"text": "elsewhere"})
    assert store.drafts(conversation.id) == [first, second]
    gone = store.delete_draft(first.id, 1)
    assert (store.drafts(conversation.id), store.drafts(conversation.id, deleted=True)) == ([second], [gone])
    assert store.draft(first.id) == gone
    back = store.restore_draft(first.id)
    assert (back.version, back.deleted, store.restore_draft(first.id)) == (3, None, back)
    assert store.drafts(conversation.id) == [back, second]


def test_a_known_id_gives_the_draft_that_is_there(store, conversation):
    first = store.add_draft(conversation.id, None, None, "note", 0, CONTENT, id=ID)
    assert store.add_draft(conversation.id, None, None, "note", 0, {"text": "again"}, id=ID) == first
    assert len(store.revisions(ID)) == 1


def test_an_erased_draft_is_gone_with_its_revisions_and_its_document(store, draft):
    document = store.accept(draft.id, 1, "Note")
    store.erase_draft(draft.id)
    for ask in (store.draft, store.revisions, store.erase_draft, store.restore_draft):
        with pytest.raises(NotThere):
            ask(draft.id)
    with pytest.raises(NotThere):
        store.document(document.id)


@pytest.mark.parametrize("id", [ID, "", "\x00"])
def test_nothing_is_there_under_an_unknown_id(store, conversation, id):
    for ask in (
        lambda: store.draft(id),
        lambda: store.drafts(id),
        lambda: store.revisions(id),
        lambda: store.revision(id, 1),
        lambda: store.revise_draft(id, 1, {}, ""),
        lambda: store.delete_draft(id, 1),
        lambda: store.restore_draft(id),
        lambda: store.erase_draft(id),
        lambda: store.accept(id, 1, ""),
        lambda: store.add_draft(id, None, None, "note", 0, {}),
        lambda: store.add_draft(conversation.id, id, None, "note", 0, {}),
        lambda: store.add_draft(conversation.id, None, id, "note", 0, {}),
        lambda: store.add_draft(conversation.id, None, None, "note", 0, {}, student=id or ID),
    ):
        with pytest.raises(NotThere):
            ask()
    assert store.drafts(conversation.id) == []
