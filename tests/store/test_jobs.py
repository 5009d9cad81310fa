"""Jobs: one owner at a time, events in order, an end that stays."""

from __future__ import annotations

from datetime import timedelta

import pytest

from otassist.errors import Conflict, NotThere

ID = "0123456789abcdef" * 2


@pytest.fixture
def job(store):
    conversation = store.add_conversation()
    message = store.add_message(conversation.id, "therapist", "auto", "cut 2/4 lines")
    return store.add_job(conversation.id, message.id, "note", {"text": "cut 2/4 lines", "grade": "K"})


def test_a_job_waits_until_somebody_claims_it(store, job):
    assert (job.state, job.owner, job.stop_requested, job.error) == ("queued", None, False, None)
    assert store.job(job.id) == job
    assert store.jobs(job.conversation) == [job]
    assert store.claim_job(job.id, "one", 30)
    running = store.job(job.id)
    assert (running.state, running.owner) == ("running", "one")
    assert running.lease_until == running.updated + timedelta(seconds=30)


def test_a_claimed_job_is_nobody_elses_until_its_lease_is_over(store, job, clock):
    assert store.claim_job(job.id, "one", 30)
    assert not store.claim_job(job.id, "two", 30)
    assert not store.claim_job(job.id, "one", 30)
    assert store.abandoned_jobs() == []
    clock.forward(31)
    assert [each.id for each in store.abandoned_jobs()] == [job.id]
    assert store.claim_job(job.id, "two", 30)
    assert store.job(job.id).owner == "two"
    assert store.abandoned_jobs() == []


def test_a_lease_lasts_as_long_as_it_is_renewed_by_its_owner(store, job, clock):
    assert not store.renew_job(job.id, "one", 30)
    store.claim_job(job.id, "one", 30)
    for _ in range(3):
        clock.forward(20)
        assert store.renew_job(job.id, "one", 30)
        assert not store.renew_job(job.id, "two", 30)
    assert not store.claim_job(job.id, "two", 30)
    clock.forward(31)
    assert store.claim_job(job.id, "two", 30)
    assert not store.renew_job(job.id, "one", 30)


def test_a_job_nobody_takes_up_is_abandoned_too(store, job, clock):
    clock.forward(29)
    assert store.abandoned_jobs() == []
    clock.forward(2)
    assert store.abandoned_jobs() == [job]
    assert store.abandoned_jobs(job.created) == []


def test_events_are_numbered_and_read_on_from_any_of_them(store, job):
    first = store.add_events(job.id, [("reading", {"observation": 1}), ("clause", {"text": "a"})])
    second = store.add_events(job.id, [("clause", {"text": "b"})])
    assert [(each.number, each.name) for each in first + second] == [(1, "reading"), (2, "clause"), (3, "clause")]
    assert store.events(job.id) == first + second
    assert store.events(job.id, after=1) == [first[1], *second]
    assert store.events(job.id, after=1, limit=1) == [first[1]]
    assert store.events(job.id, after=-(10**30), limit=10**30) == first + second
    assert (
        store.events(job.id, after=3)
        == store.events(job.id, after=10**30)
        == store.events(ID)
        == store.add_events(job.id, [])
        == []
    )


def test_stopping_sets_a_flag_that_its_owner_sees(store, job):
    store.claim_job(job.id, "one", 30)
    assert not store.stop_requested(job.id)
    stopped = store.stop_job(job.id)
    assert (stopped.stop_requested, stopped.state, store.stop_requested(job.id)) == (True, "running", True)


@pytest.mark.parametrize("end", ["done", "stopped", "failed"])
def test_a_job_ends_once(store, job, end, clock):
    store.claim_job(job.id, "one", 30)
    ended = store.finish_job(job.id, end, {"message": "m", "remedy": "r"})
    assert (ended.state, ended.error, ended.lease_until) == (end, {"message": "m", "remedy": "r"}, None)
    assert store.finish_job(job.id, "failed", {"message": "late"}) == ended == store.job(job.id)
    clock.forward(3_600)
    assert not store.claim_job(job.id, "two", 30)
    assert not store.renew_job(job.id, "one", 30)
    assert store.abandoned_jobs() == []


def test_no_other_state_is_an_end(store, job):
    with pytest.raises(ValueError, match="'running' is no end of a job"):
        store.finish_job(job.id, "running")


def test_who_lost_the_lease_can_add_and_finish_nothing_in_its_own_name(store, job, clock):
    store.claim_job(job.id, "one", 30)
    assert store.add_events(job.id, [("clause", {})], owner="one")
    clock.forward(31)
    store.claim_job(job.id, "two", 30)
    for late in (
        lambda: store.add_events(job.id, [("clause", {})], owner="one"),
        lambda: store.finish_job(job.id, "done", owner="one"),
    ):
        with pytest.raises(Conflict) as caught:
            late()
        assert caught.value.current == store.job(job.id)
    assert len(store.events(job.id)) == 1
    assert store.finish_job(job.id, "done", owner="two").state == "done"


@pytest.mark.parametrize("id", [ID, "", "\x00"])
def test_nothing_is_there_under_an_unknown_id(store, id):
    conversation = store.add_conversation()
    for ask in (
        lambda: store.job(id),
        lambda: store.stop_job(id),
        lambda: store.stop_requested(id),
        lambda: store.finish_job(id, "done"),
        lambda: store.add_events(id, [("clause", {})]),
        lambda: store.add_job(id, None, "note", {}),
        lambda: store.add_job(conversation.id, id, "note", {}),
    ):
        with pytest.raises(NotThere):
            ask()
    assert not store.claim_job(id, "one", 30)
    assert not store.renew_job(id, "one", 30)
