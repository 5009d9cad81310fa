"""Conversations: autosave, optimistic locking, filing, deleting and bringing back, search."""

from __future__ import annotations

import pytest

from otassist.errors import Conflict, NotThere, UsageError

ID = "0123456789abcdef" * 2
OTHER = "f" * 32


def test_what_stands_in_the_box_is_there_again(store, opening):
    new = store.add_conversation()
    saved = store.save_box(new.id, new.version, "copied 3/5 sentences", {"grade": "2", "kind": "note"})
    assert (saved.box, saved.context, saved.version) == ("copied 3/5 sentences", {"grade": "2", "kind": "note"}, 2)
    assert saved.updated > new.updated
    assert opening().conversation(new.id) == saved


def test_a_known_id_gives_the_conversation_that_is_there(store):
    first = store.add_conversation(id=ID, title="Monday")
    assert store.add_conversation(id=ID, title="Tuesday") == first
    assert store.conversations() == [first]


@pytest.mark.parametrize("id", ["", "1", "Z" * 32, ID.upper(), ID + "0", ID + "\n"])
def test_what_is_no_id_is_refused(store, id):
    with pytest.raises(UsageError, match="is no id"):
        store.add_conversation(id=id)
    with pytest.raises(UsageError, match="is no id"):
        store.add_student("J.M.", id=id)


def test_a_stale_version_is_a_conflict_that_carries_the_record_as_it_is(store):
    new = store.add_conversation()
    newer = store.save_box(new.id, 1, "theirs", {})
    changes = (
        lambda: store.save_box(new.id, 1, "mine", {}),
        lambda: store.save_box(new.id, 3, "mine", {}),
        lambda: store.save_box(new.id, 10**30, "mine", {}),
        lambda: store.retitle(new.id, 1, "mine"),
        lambda: store.assign(new.id, 1, None),
        lambda: store.delete_conversation(new.id, 1),
    )
    for change in changes:
        with pytest.raises(Conflict) as caught:
            change()
        assert caught.value.current == newer == store.conversation(new.id)


@pytest.mark.parametrize("id", [ID, "", "\x00", "\ud800", "x" * 10_000])
def test_nothing_is_there_under_an_unknown_id(store, id):
    asked = (
        lambda: store.conversation(id),
        lambda: store.save_box(id, 1, "", {}),
        lambda: store.retitle(id, 1, ""),
        lambda: store.assign(id, 1, None),
        lambda: store.delete_conversation(id, 1),
        lambda: store.restore_conversation(id),
        lambda: store.erase_conversation(id),
        lambda: store.messages(id),
        lambda: store.add_message(id, "therapist", "auto", "text"),
        lambda: store.add_conversation(student=id),
    )
    for ask in asked:
        with pytest.raises(NotThere, match=r"There is no (conversation|student)"):
            ask()
    assert store.conversations() == []


def test_a_deleted_conversation_is_kept_apart_until_it_is_restored(store):
    kept, gone = store.add_conversation(title="kept"), store.add_conversation(title="gone")
    gone = store.delete_conversation(gone.id, 1)
    assert gone.deleted is not None
    assert store.conversation(gone.id) == gone
    assert (store.conversations(), store.conversations(deleted=True)) == ([kept], [gone])
    back = store.restore_conversation(gone.id)
    assert (back.deleted, back.version, back.title) == (None, 3, "gone")
    assert store.restore_conversation(gone.id) == back
    assert store.conversations() == [back, kept]


def test_the_newest_comes_first_whatever_was_done_to_it(store):
    first, second = store.add_conversation(), store.add_conversation()
    assert store.conversations() == [second, first]
    for change, on in (
        (lambda: store.save_box(first.id, 1, "a", {}), first),
        (lambda: store.add_message(second.id, "therapist", "auto", "b"), second),
        (lambda: store.add_draft(first.id, None, None, "note", 0, {"text": "c"}), first),
        (lambda: store.retitle(second.id, 1, "d"), second),
        (lambda: store.revise_draft(store.drafts(first.id)[0].id, 1, {"text": "e"}, "edited"), first),
    ):
        change()
        assert [each.id for each in store.conversations(limit=1)] == [on.id]


def test_messages_are_numbered_and_a_known_id_adds_none(store):
    new = store.add_conversation()
    first = store.add_message(new.id, "therapist", "auto", "cut 2/4 lines", {"grade": "K"}, id=ID)
    assert store.add_message(new.id, "therapist", "auto", "sent twice", id=ID) == first
    second = store.add_message(new.id, "assistant", "answer", "Try this.", reply={"passages": [1]}, replaces=ID)
    assert (first.number, second.number, second.replaces) == (1, 2, ID)
    assert (first.context, first.reply, second.reply) == ({"grade": "K"}, None, {"passages": [1]})
    assert store.messages(new.id) == [first, second]
    assert store.conversation(new.id).version == 1


EVERY = {"title", "box", "message", "draft", "label", "none"}
SEARCHES = [
    ("monday", {"title"}),
    ("ZIPPER", {"box", "message"}),
    ("  zipper ", {"box", "message"}),
    ("écrit", {"draft"}),
    ("ÉCRIT", {"draft"}),
    ("j.m.", {"label"}),
    ("100%", {"message"}),
    ("%", {"message"}),
    ("_", set()),
    ("1004", set()),
    ("j_m", set()),
    ("\\", set()),
    ("'; drop table students; --", set()),
    ("", EVERY),
    ("   ", EVERY),
    ("deleted words", set()),
    ("\x00", set()),
    ("\ud800", set()),
]


def test_a_search_reads_titles_labels_boxes_messages_and_drafts_to_the_letter(store):
    student = store.add_student("J.M.")
    named = {name: store.add_conversation() for name in ("box", "message", "draft", "none")}
    named["title"] = store.add_conversation(title="On Monday")
    named["label"] = store.add_conversation(student=student.id)
    store.save_box(named["box"].id, 1, "zipper 2/3", {})
    store.add_message(named["message"].id, "therapist", "auto", "the zipper: 100% w/o help")
    store.add_draft(named["draft"].id, None, None, "note", 0, {"text": "Il écrit son nom."})
    store.delete_draft(store.add_draft(named["none"].id, None, None, "note", 0, {"text": "deleted words"}).id, 1)
    names = {each.id: name for name, each in named.items()}
    found = [(query, {names[each.id] for each in store.conversations(query)}) for query, _ in SEARCHES]
    assert found == SEARCHES


def test_conversations_of_a_student(store):
    one, two = store.add_student("J.M."), store.add_student("K.T.")
    first, _ = store.add_conversation(student=one.id, title="zipper"), store.add_conversation(student=two.id)
    assert store.conversations(student=one.id) == [first]
    assert store.conversations("zipper", student=two.id) == []


def test_filing_takes_along_the_drafts_and_documents_filed_the_same_way(store):
    one, two, three = (store.add_student(label) for label in ("J.M.", "K.T.", "L.P."))
    new = store.add_conversation()
    draft = store.add_draft(new.id, None, None, "goal", 0, {"text": "g"})
    other = store.add_draft(new.id, None, None, "goal", 1, {"text": "h"}, student=three.id)
    document = store.accept(draft.id, 1, "Goal")
    for student in (one.id, two.id, None, one.id):
        new = store.assign(new.id, new.version, student)
        filed = new.student, store.draft(draft.id).student, store.document(document.id).student
        assert filed == (student, student, student)
        assert store.draft(other.id).student == three.id
    with pytest.raises(NotThere):
        store.assign(new.id, new.version, OTHER)
    assert store.conversation(new.id) == new


def test_an_erased_conversation_is_gone_with_all_that_hangs_on_it(store):
    kept, gone = store.add_conversation(), store.add_conversation()
    message = store.add_message(gone.id, "therapist", "auto", "a")
    job = store.add_job(gone.id, message.id, "note", {})
    store.add_events(job.id, [("done", {})])
    draft = store.add_draft(gone.id, message.id, job.id, "note", 0, {"text": "t"})
    document = store.accept(draft.id, 1, "Note")
    store.erase_conversation(gone.id)
    for ask in (
        lambda: store.conversation(gone.id),
        lambda: store.job(job.id),
        lambda: store.draft(draft.id),
        lambda: store.revisions(draft.id),
        lambda: store.document(document.id),
        lambda: store.erase_conversation(gone.id),
    ):
        with pytest.raises(NotThere):
            ask()
    assert store.events(job.id) == []
    assert (store.conversations(), store.conversations(deleted=True), store.documents()) == ([kept], [], [])
