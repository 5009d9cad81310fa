"""Data points of a student."""

from __future__ import annotations

from datetime import date

import pytest

from otassist.errors import Conflict, NotThere, UsageError

ID = "0123456789abcdef" * 2
MONDAY, TUESDAY = date(2026, 9, 7), date(2026, 9, 8)


@pytest.fixture
def student(store):
    return store.add_student("J.M.")


@pytest.fixture
def document(store, student):
    conversation = store.add_conversation(student=student.id)
    draft = store.add_draft(conversation.id, None, None, "goal", 0, {"text": "g"})
    return store.accept(draft.id, 1, "Goal")


def test_points_come_by_date(store, student, document, opening):
    later = store.add_point(student.id, TUESDAY, "3/5 lines", 3, 5, document=document.id, note="in art")
    earlier = store.add_point(student.id, MONDAY, "with help")
    assert store.points(student.id) == [earlier, later]
    assert store.points(student.id, document=document.id) == [later]
    assert opening().point(later.id) == later
    assert (later.measured_on, later.text, later.number, later.out_of, later.note) == (
        TUESDAY, "3/5 lines", 3, 5, "in art",
    )  # fmt: skip
    assert (earlier.number, earlier.out_of, earlier.document, earlier.note, earlier.version) == (
        None,
        None,
        None,
        "",
        1,
    )


def test_a_point_is_changed_in_what_is_named(store, student, document):
    point = store.add_point(student.id, MONDAY, "3/5", 3, 5)
    changed = store.change_point(point.id, 1, text="4/5", number=4, document=document.id, measured_on=TUESDAY)
    assert (changed.text, changed.number, changed.out_of, changed.version) == ("4/5", 4, 5, 2)
    assert (changed.document, changed.measured_on) == (document.id, TUESDAY)
    assert store.point(point.id) == changed
    with pytest.raises(Conflict) as caught:
        store.change_point(point.id, 1, text="2/5")
    assert caught.value.current == changed
    with pytest.raises(NotThere):
        store.change_point(point.id, 2, document=ID)
    for name in ("id", "student", "version", "deleted", "nonsense"):
        with pytest.raises(TypeError, match=name):
            store.change_point(point.id, 2, **{name: 1})


def test_a_number_that_no_database_holds_is_refused(store, student):
    point = store.add_point(student.id, MONDAY, "many", 10**300)
    for ask in (
        lambda: store.add_point(student.id, MONDAY, "more", 10**400),
        lambda: store.change_point(point.id, 1, out_of=10**400),
    ):
        with pytest.raises(UsageError, match="A number of that size cannot be kept"):
            ask()
    assert store.points(student.id) == [point]


def test_a_deleted_point_comes_back(store, student):
    point = store.add_point(student.id, MONDAY, "3/5")
    gone = store.delete_point(point.id, 1)
    assert (store.points(student.id), store.points(student.id, deleted=True)) == ([], [gone])
    back = store.restore_point(point.id)
    assert (store.points(student.id), store.restore_point(point.id)) == ([back], back)
    with pytest.raises(Conflict):
        store.delete_point(point.id, 1)


def test_a_point_outlives_the_document_it_measured(store, student, document):
    point = store.add_point(student.id, MONDAY, "3/5", document=document.id)
    store.erase_draft(document.draft)
    assert store.point(point.id).document is None


@pytest.mark.parametrize("id", [ID, "", "\x00"])
def test_nothing_is_there_under_an_unknown_id(store, student, id):
    for ask in (
        lambda: store.points(id),
        lambda: store.point(id),
        lambda: store.add_point(id, MONDAY, "3/5"),
        lambda: store.add_point(student.id, MONDAY, "3/5", document=id),
        lambda: store.change_point(id, 1, text=""),
        lambda: store.delete_point(id, 1),
        lambda: store.restore_point(id),
    ):
        with pytest.raises(NotThere):
            ask()
    assert store.points(student.id) == []
