"""Windows, threads and processes at once: one wins, the others are told, nothing is overwritten unseen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from itertools import count
from threading import Barrier, Thread
from typing import Any

import pytest

from otassist.errors import Conflict, NotThere, StoreProblem
from otassist.store import Store

ID = "0123456789abcdef" * 2
ROUNDS = 8


def at_once(works: list[Callable[[], Any]]) -> list[Any]:
    """What each gave, or its Conflict; all begin together, each in a thread of its own."""
    together, given = Barrier(len(works)), [None] * len(works)

    def run(place: int) -> None:
        together.wait()
        try:
            given[place] = works[place]()
        except Conflict as conflict:
            given[place] = conflict

    threads = [Thread(target=run, args=(place,)) for place in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given


@pytest.fixture
def stores(opening) -> list[Store]:
    """Two that know nothing of each other, as in two processes."""
    return [opening(), opening()]


def test_of_two_saves_with_the_same_version_one_wins(stores):
    box = stores[0].add_conversation()
    draft = stores[0].add_draft(box.id, None, None, "note", 0, {"text": ""})
    for _ in range(ROUNDS):
        boxes = at_once([partial(each.save_box, box.id, box.version, f"{each}", {}) for each in stores])
        box = _one_won(boxes, stores[0].conversation(box.id))
        edits = [partial(each.revise_draft, draft.id, draft.version, {"text": f"{each}"}, "edit") for each in stores]
        draft = _one_won(at_once(edits), stores[1].draft(draft.id))
    assert (box.version, draft.version) == (ROUNDS + 1, ROUNDS + 1)
    assert [each.number for each in stores[0].revisions(draft.id)] == list(range(1, ROUNDS + 2))


def _one_won(given: list[Any], now: Any) -> Any:
    """The record of the one that won; the other got it with its Conflict."""
    [lost] = [each for each in given if isinstance(each, Conflict)]
    [won] = [each for each in given if not isinstance(each, Conflict)]
    assert won == lost.current == now
    return won


def test_of_many_claims_one_wins_and_after_its_lease_one_of_the_others(stores, clock):
    conversation = stores[0].add_conversation()
    for _ in range(ROUNDS):
        job = stores[0].add_job(conversation.id, None, "note", {})
        owners = ["one", "two", "three", "four"]
        for _ in range(2):
            won = at_once([partial(stores[n % 2].claim_job, job.id, owner, 30) for n, owner in enumerate(owners)])
            assert sorted(won) == [False] * (len(owners) - 1) + [True]
            assert stores[0].job(job.id).owner == owners[won.index(True)]
            assert stores[0].abandoned_jobs() == []
            clock.forward(60)
            assert [each.id for each in stores[1].abandoned_jobs()] == [job.id]
        stores[1].finish_job(job.id, "done")


def test_messages_and_events_of_many_are_all_there_and_numbered(stores):
    conversation = stores[0].add_conversation()
    job = stores[0].add_job(conversation.id, None, "note", {})
    sent = [partial(stores[n % 2].add_message, conversation.id, "therapist", "auto", f"{n}") for n in range(8)]
    at_once(sent + [partial(each.add_events, job.id, [("a", {}), ("b", {})]) for each in stores * 2])
    messages = stores[0].messages(conversation.id)
    assert [each.number for each in messages] == list(range(1, 9))
    assert sorted(each.text for each in messages) == [str(n) for n in range(8)]
    events = stores[0].events(job.id)
    assert [(each.number, each.name) for each in events] == [(n, "ab"[(n + 1) % 2]) for n in range(1, 9)]


def test_the_same_id_sent_twice_at_once_is_there_once(stores):
    for number in range(ROUNDS):
        id = f"{number:032x}"
        _alike([partial(each.add_conversation, id=id) for each in stores])
        message = _alike([partial(each.add_message, id, "therapist", "auto", "jot", id=id) for each in stores])
        assert stores[0].messages(id) == [message]
        _alike([partial(each.add_draft, id, id, None, "note", 0, {}, id=id) for each in stores])
        document = _alike([partial(each.accept, id, 1, "Note") for each in stores])
        assert stores[0].draft(id).accepted == document.id
    assert len(stores[0].documents()) == ROUNDS


def _alike(works: list[Callable[[], Any]]) -> Any:
    first, second = at_once(works)
    assert first == second
    return first


def test_erasing_while_another_saves_leaves_nothing(stores):
    def saving(id: str) -> NotThere | None:
        try:
            for version in range(1, 5):
                stores[1].save_box(id, version, "words", {})
                stores[1].add_message(id, "therapist", "auto", "words")
                stores[1].add_draft(id, None, None, "note", 0, {})
        except NotThere as gone:
            return gone
        return None

    for _ in range(ROUNDS):
        conversation = stores[0].add_conversation()
        at_once([partial(saving, conversation.id), partial(stores[0].erase_conversation, conversation.id)])
        assert stores[0].conversations() == []


def test_whatever_meets_on_one_conversation_no_two_wait_for_each_other(stores):
    """PostgreSQL ends one of two transactions that hold what the other wants; locks are taken in one order."""
    erased, positions = 1, count()
    one, two = stores[0].add_student("J.M."), stores[0].add_student("K.T.")

    def often(work: Callable[[], Any]) -> str | None:
        for _ in range(15):
            try:
                work()
            except (Conflict, NotThere):
                continue
            except StoreProblem as problem:
                return str(problem)
        return None

    for _ in range(3):
        conversation = stores[0].add_conversation(student=one.id)
        draft = stores[0].add_draft(conversation.id, None, None, "note", 0, {"text": "a"})

        def revise(store: Store, id: str = draft.id) -> None:
            store.revise_draft(id, store.draft(id).version, {"text": "b"}, "edit")

        def file(store: Store, id: str = conversation.id) -> None:
            there = store.conversation(id)
            store.assign(id, there.version, two.id if there.student == one.id else one.id)

        def accept(store: Store, id: str = conversation.id) -> None:
            new = store.add_draft(id, None, None, "goal", next(positions) % 2, {"text": "c"})
            store.accept(new.id, 1, "Goal")
            if store.draft(new.id).position == erased:
                store.erase_draft(new.id)

        def restudent(store: Store, id: str = conversation.id) -> None:
            passing = store.add_student("passing")
            store.assign(id, store.conversation(id).version, passing.id)
            store.assign(id, store.conversation(id).version, one.id)
            store.erase_student(passing.id)

        works = [partial(work, store) for work in (revise, file, accept, restudent) for store in stores]
        assert at_once([partial(often, work) for work in works]) == [None] * len(works)
        kept = [each for each in stores[0].conversations() if each.id == conversation.id]
        for there in kept:
            filed = {stores[0].document(each.accepted).student for each in stores[0].drafts(there.id) if each.accepted}
            assert filed <= {there.student}


COUNTER = """
import sys
from otassist.errors import Conflict
from otassist.store import open_store
store = open_store(sys.argv[1])
there = store.conversation(sys.argv[2])
for _ in range(25):
    while True:
        try:
            there = store.save_box(there.id, there.version, "words", {"n": there.context["n"] + 1})
            break
        except Conflict as conflict:
            there = conflict.current
"""


def test_two_processes_that_count_together_miss_nothing(store, url):
    new = store.add_conversation()
    store.save_box(new.id, 1, "", {"n": 0})
    command = [sys.executable, "-c", COUNTER, url, new.id]
    processes = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [(process.communicate(timeout=120)[1], process.returncode) for process in processes] == [("", 0)] * 2
    done = store.conversation(new.id)
    assert (done.context["n"], done.version) == (50, 52)
