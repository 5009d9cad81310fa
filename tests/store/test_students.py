"""Students: labels, deleting and bringing back, and an erasure that leaves nothing."""

from __future__ import annotations

from datetime import date

import pytest

from otassist.errors import Conflict, NotThere

ID = "0123456789abcdef" * 2


def test_students_come_by_label_and_are_found_by_it(store):
    kim, amy, jo = (store.add_student(label) for label in ("kim", "Amy", "J.O."))
    assert store.students() == [amy, jo, kim]
    assert store.students("K") == [kim]
    assert store.students("j.o") == [jo]
    assert store.students(" ") == store.students()
    assert store.students("%") == []
    assert store.student(kim.id) == kim


def test_a_known_id_gives_the_student_that_is_there(store):
    first = store.add_student("J.M.", id=ID)
    assert store.add_student("K.T.", id=ID) == first == store.student(ID)


def test_a_student_is_renamed_by_whoever_saw_the_current_label(store):
    new = store.add_student("J.M.")
    renamed = store.rename_student(new.id, 1, "J.M. (3rd)")
    assert (renamed.label, renamed.version) == ("J.M. (3rd)", 2)
    for stale in (lambda: store.rename_student(new.id, 1, "x"), lambda: store.delete_student(new.id, 1)):
        with pytest.raises(Conflict) as caught:
            stale()
        assert caught.value.current == renamed


def test_a_deleted_student_keeps_what_belongs_to_it(store):
    new = store.add_student("J.M.")
    conversation = store.add_conversation(student=new.id)
    gone = store.delete_student(new.id, 1)
    assert (store.students(), store.students(deleted=True)) == ([], [gone])
    assert store.conversations(student=new.id) == [conversation]
    back = store.restore_student(new.id)
    assert (store.students(), back.version, back.deleted) == ([back], 3, None)
    assert store.restore_student(new.id) == back


def test_an_erased_student_is_gone_with_everything_and_others_stay(store):
    def lives(label):
        student = store.add_student(label)
        conversation = store.add_conversation(student=student.id)
        draft = store.add_draft(conversation.id, None, None, "goal", 0, {"text": label})
        document = store.accept(draft.id, 1, label)
        store.add_addendum(document.id, label)
        return student, conversation, draft, document, store.add_point(student.id, date(2026, 9, 1), label)

    gone, kept = lives("J.M."), lives("K.T.")
    elsewhere = store.add_draft(kept[1].id, None, None, "goal", 1, {"text": "of J.M."}, student=gone[0].id)
    store.erase_student(gone[0].id)
    for ask, record in (
        (store.student, gone[0]),
        (store.conversation, gone[1]),
        (store.draft, gone[2]),
        (store.document, gone[3]),
        (store.point, gone[4]),
        (store.points, gone[0]),
        (store.draft, elsewhere),
        (store.erase_student, gone[0]),
    ):
        with pytest.raises(NotThere):
            ask(record.id)
    assert (store.students(), store.students(deleted=True)) == ([kept[0]], [])
    assert store.draft(kept[2].id).accepted == kept[3].id
    assert [each.text for each in store.document(kept[3].id).addenda] == ["K.T."]
    assert store.points(kept[0].id) == [kept[4]]


@pytest.mark.parametrize("id", [ID, "", "\x00"])
def test_nothing_is_there_under_an_unknown_id(store, id):
    for ask in (
        lambda: store.student(id),
        lambda: store.rename_student(id, 1, ""),
        lambda: store.delete_student(id, 1),
        lambda: store.restore_student(id),
        lambda: store.erase_student(id),
    ):
        with pytest.raises(NotThere, match="There is no student"):
            ask()
