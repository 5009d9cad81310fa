"""Conversations: autosave, optimistic locking, filing, deleting and bringing back, search."""

from __future__ import annotations

import pytest

from otassist.errors import Conflict, NotThere, UsageError

ID = "0123456789abcdef" * 2


def test_what_stands_in_the_box_is_there_again(store, opening):
    new = store.add_conversation()
    saved = store.save_box(new.id, new.version, "copied 3/5 sentences", {"grade": "2", "kind": "note"})
    assert (saved.box, saved.context, saved.version) == ("copied 3/5 sentences", {"grade": "2", "kind": "note"}, 2)
    assert opening().conversation(new.id) == saved


def test_a_known_id_gives_the_conversation_that_is_there(store):
    first = store.add_conversation(id=ID, title="Monday")
    assert store.add_conversation(id=ID, title="Tuesday") == first
    assert store.conversations() == [first]


@pytest.mark.parametrize("id", ["", "1", "Z" * 32, ID.upper(), ID + "0", ID + "\n"])
def test_what_is_no_id_is_refused(store, id):
    with pytest.raises(UsageError, match="is no id"):
        store.add_conversation(id=id)


def test_a_stale_version_is_a_conflict_that_carries_the_record_as_it_is(store):
    new = store.add_conversation()
    newer = store.save_box(new.id, 1, "theirs", {})
    with pytest.raises(Conflict) as caught:
        store.save_box(new.id, 1, "mine", {})
    assert caught.value.current == newer == store.conversation(new.id)


def test_nothing_is_there_under_an_unknown_id(store):
    for id in (ID, "", "\x00", "\ud800", "x" * 10_000):
        with pytest.raises(NotThere):
            store.conversation(id)
        with pytest.raises(NotThere):
            store.save_box(id, 1, "", {})
