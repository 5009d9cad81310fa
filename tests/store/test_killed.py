"""A process that is killed while it saves loses nothing that it had acknowledged."""

from __future__ import annotations

import json
from random import Random

import pytest

from endure.killed_saves import KilledSaves, missing, save, words
from otassist.store import open_store

KILLS = 10


def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path):
    killed, dice = KilledSaves(tmp_path), Random(11)
    assert sum(killed.round(dice) for _ in range(KILLS)) > KILLS


def test_nothing_acknowledged_by_a_server_is_lost_when_the_process_is_killed(tmp_path, on_postgresql):
    killed, dice = KilledSaves(tmp_path, on_postgresql), Random(12)
    assert sum(killed.round(dice) for _ in range(3)) > 3


def test_a_process_that_is_not_killed_saves_all_it_was_to(tmp_path):
    assert KilledSaves(tmp_path).undisturbed(Random(13), 40) == 43


def test_a_loss_would_be_seen(store, capfd):
    """The judge itself: a row changed or removed behind the store's back is missed."""
    save(store, Random(14), 40)
    told = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert missing(store, told) == []
    last = {each["what"]: each for each in told}
    assert set(last) == {"conversation", "job", "box", "message", "revision", "event", "erasure"}
    conversation = store.conversation(last["box"]["id"])
    store.save_box(conversation.id, conversation.version, words(3)[:-1], conversation.context)
    assert {each["what"] for each in missing(store, told)} == {"box"}
    later = {**last["message"], "message": "0" * 32}, {**last["message"], "number": 999}
    assert missing(store, later) == list(later)
    assert missing(store, [{**last["event"], "number": 999}])
    assert missing(store, [{**last["erasure"], "id": conversation.id}])
    draft = store.draft(last["revision"]["id"])
    store.revise_draft(draft.id, draft.version, {"text": "torn"}, "edit")
    assert last["revision"] in missing(store, told)


@pytest.mark.parametrize("cut", [b'{"what": "box", "id": "', b""])
def test_a_line_cut_off_by_the_kill_was_not_told(tmp_path, cut):
    killed = KilledSaves(tmp_path)
    store = open_store(killed._url)
    conversation = store.add_conversation()
    store.close()
    line = f'{{"what": "conversation", "id": "{conversation.id}", "number": 0}}\n'.encode()
    assert killed._judged(line + cut, Random(15)) == 1
