"""Jobs: stopped wherever they run, taken over from a process that died, and told the same to whoever follows."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from otassist.domain import Following
from otassist.errors import ModelFailure
from otassist.store import file_url, open_store
from otassist.store.transactions import utc_now
from otassist.web.leaving import Leaving
from otassist.web.work import LEASE, Work

from .conftest import JOT, Talk
from .test_talks import events_of


@dataclass
class Slow:
    """An assistant whose model says a clause and then waits to be stopped, or let go."""

    real: Any
    let_go: threading.Event = field(default_factory=threading.Event)
    heard: threading.Event = field(default_factory=threading.Event)
    calls: int = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)

    @property
    def writer(self) -> object:
        return self

    def draft(self, kind: str, jot: str, context: Any, unknown: Any, follow: Following) -> Any:
        self.calls += 1
        follow.heard({"section": "objective", "text": "They copied 3/5 sentences.", "origin": "observed"})
        self.heard.set()
        while not follow.stopped() and not self.let_go.is_set():
            time.sleep(0.01)
        return self.real.draft(kind, jot, context, unknown)


@pytest.fixture
def slow(assistant):
    own = Slow(assistant)
    yield own
    own.let_go.set()


def names(client: Any, job: str) -> list[str]:
    return [name for _, name, _ in events_of(client.get(f"/api/jobs/{job}/events").text)]


def test_a_job_is_stopped_and_keeps_what_it_has(client_of, store, slow):
    client = client_of(store, slow)
    talk = Talk(client)
    job = talk.say(JOT, "note")["job"]["id"]
    assert slow.heard.wait(10)
    client.post(f"/api/jobs/{job}/stop")
    told = events_of(client.get(f"/api/jobs/{job}/events").text)
    assert [name for _, name, _ in told] == ["reading", "clause", "reading", "done"]
    assert told[-1][2]["state"] == "stopped"
    assert client.get(f"/api/jobs/{job}").json()["state"] == "stopped"
    assert len(talk.whole()["drafts"]) == 1
    assert talk.whole()["messages"][-1]["text"].startswith("Stopped")


def test_another_process_stops_it_too(client_of, store, slow, assistant, tmp_path):
    first, other = client_of(store, slow), client_of(open_store(file_url(tmp_path / "otassist.db")))
    job = Talk(first).say(JOT, "note")["job"]["id"]
    assert slow.heard.wait(10)
    other.post(f"/api/jobs/{job}/stop")
    assert names(other, job)[-1] == "done"


def test_a_stream_tells_a_clause_when_it_is_there_and_not_at_the_end(client_of, store, slow):
    client = client_of(store, slow)
    talk = Talk(client)
    job = talk.say(JOT, "note")["job"]["id"]
    assert slow.heard.wait(10)
    running = talk.whole()["job"]
    assert (running["id"], running["state"]) == (job, "running")
    assert [item.name for item in store.events(job)] == ["reading", "clause"]
    slow.let_go.set()
    assert names(client, job)[-1] == "done"


def test_what_a_process_left_is_drafted_anew_after_its_lease_and_once(client_of, slow, assistant, tmp_path):
    now = utc_now()
    past = open_store(file_url(tmp_path / "otassist.db"), clock=lambda: now - timedelta(seconds=LEASE + 1))
    conversation = past.add_conversation()
    message = past.add_message(conversation.id, "therapist", "note", JOT)
    job = past.add_job(conversation.id, message.id, "note", {"text": JOT, "context": {}})
    assert past.claim_job(job.id, "somebody who died", LEASE)
    past.add_events(job.id, [("clause", {"text": "They copied"})])
    client = client_of(open_store(file_url(tmp_path / "otassist.db")))
    told = events_of(client.get(f"/api/jobs/{job.id}/events").text)
    assert [name for _, name, _ in told] == ["clause", "again", "reading", "done"]
    whole = client.get(f"/api/conversations/{conversation.id}").json()
    assert len(whole["drafts"]) == 1
    assert len(whole["messages"]) == 2


def test_a_job_that_is_claimed_already_is_not_run_twice(store, slow):
    conversation = store.add_conversation()
    message = store.add_message(conversation.id, "therapist", "note", JOT)
    job = store.add_job(conversation.id, message.id, "note", {"text": JOT, "context": {}})
    one, two = Work(slow, store), Work(slow, store)
    one.begin(job.id)
    two.begin(job.id)
    assert slow.heard.wait(10)
    time.sleep(0.2)
    slow.let_go.set()
    one.close()
    two.close()
    assert slow.calls == 1


def test_a_job_begun_twice_is_stopped_at_once_and_its_lease_is_kept(store, slow):
    conversation = store.add_conversation()
    message = store.add_message(conversation.id, "therapist", "note", JOT)
    job = store.add_job(conversation.id, message.id, "note", {"text": JOT, "context": {}})
    work = Work(slow, store, at_once=2)  # one is busy, so that the other has done the first when the second is done
    work.begin(job.id)
    assert slow.heard.wait(10)
    work.begin(job.id)
    work._pool.submit(lambda: None).result(10)
    assert job.id in work._running
    work.stop(job.id)
    work.close()


def test_an_erased_conversation_takes_no_lease_from_the_jobs_of_others(store, assistant):
    class Deaf(Slow):
        def draft(self, *given: Any) -> Any:
            self.calls += 1
            self.let_go.wait(30)
            return self.real.draft(*given)

    deaf = Deaf(assistant)
    work, jobs = Work(deaf, store), []
    for _ in range(2):
        conversation = store.add_conversation()
        message = store.add_message(conversation.id, "therapist", "note", JOT)
        jobs.append(store.add_job(conversation.id, message.id, "note", {"text": JOT, "context": {}}))
        work.begin(jobs[-1].id)
    while deaf.calls < 2:
        time.sleep(0.01)
    store.erase_conversation(jobs[0].conversation)
    before = store.job(jobs[1].id).lease_until
    work.open(lambda: None)
    for _ in range(200):
        if store.job(jobs[1].id).lease_until != before:
            break
        time.sleep(0.01)
    else:
        pytest.fail("Its lease was not renewed.")
    deaf.let_go.set()
    work.close()


@pytest.mark.parametrize("problem", [ModelFailure("lost", "It broke off.", "Try again."), RuntimeError("Ana copied")])
def test_a_job_that_fails_says_why_and_the_jot_is_there(client_of, store, assistant, problem, caplog):
    class Failing:
        writer = None

        def __getattr__(self, name: str) -> Any:
            return getattr(assistant, name)

        def draft(self, *given: Any) -> Any:
            raise problem

    client = client_of(store, Failing())
    talk = Talk(client)
    job = talk.say(JOT, "note")["job"]["id"]
    told = events_of(client.get(f"/api/jobs/{job}/events").text)
    assert told[-1][1] == "failed"
    assert set(told[-1][2]["error"]) == {"message", "remedy"}
    assert talk.whole()["messages"][0]["text"] == JOT
    assert talk.whole()["messages"][1]["kind"] == "failed"
    assert "Ana" not in str(told)
    assert "Ana" not in caplog.text


def test_many_at_once_are_all_done(client_of, store):
    client = client_of(store, at_once=4)
    talks = [Talk(client) for _ in range(12)]
    jobs = [talk.say(JOT, "note")["job"]["id"] for talk in talks]
    assert [names(client, job)[-1] for job in jobs] == ["done"] * 12
    assert [len(talk.whole()["drafts"]) for talk in talks] == [1] * 12


@dataclass
class Abroad:
    """An assistant whose model is elsewhere: it asks before anything is sent."""

    real: Any
    leaving: Leaving
    sent: list[Any] = field(default_factory=list)
    writer: object = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)

    def draft(self, kind: str, jot: str, context: Any, unknown: Any, follow: Following) -> Any:
        for _ in range(2):  # a revision asks once more
            if self.leaving("model.example", [("human", "[Student] copied 3/5")]):
                self.sent.append(jot)
        return self.real.draft(kind, jot, context, unknown)


@pytest.mark.parametrize("yes", [True, False])
def test_masked_text_leaves_only_when_the_follower_has_seen_it_and_said_yes(client_of, store, assistant, yes):
    leaving = Leaving()
    abroad = Abroad(assistant, leaving)
    client = client_of(store, abroad, leaving=leaving)
    job = Talk(client).say(JOT, "note")["job"]["id"]
    with client.stream("GET", f"/api/jobs/{job}/events") as stream:
        told = []
        for line in stream.iter_lines():
            told.append(line)
            if line == "event: outgoing":
                assert abroad.sent == []
                client.post(f"/api/jobs/{job}/answer", json={"yes": yes})
    assert told.count("event: outgoing") == 1
    assert len(abroad.sent) == (2 if yes else 0)


def test_nothing_leaves_where_nobody_can_be_asked_or_the_job_is_stopped(client_of, store, assistant):
    leaving = Leaving()
    assert leaving("model.example", []) is False
    abroad = Abroad(assistant, leaving)
    client = client_of(store, abroad, leaving=leaving)
    job = Talk(client).say(JOT, "note")["job"]["id"]
    while "outgoing" not in [item.name for item in store.events(job)]:
        time.sleep(0.02)
    client.post(f"/api/jobs/{job}/stop")
    assert names(client, job)[-1] == "done"
    assert abroad.sent == []


@dataclass
class Talkative:
    """An assistant with a model that thinks about a message until it is stopped, or let go."""

    real: Any
    let_go: threading.Event = field(default_factory=threading.Event)
    asked: threading.Event = field(default_factory=threading.Event)
    writer: object = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)

    def revise(self, *given: Any, follow: Following) -> Any:
        return self._after_a_while(follow) or self.real.revise(*given)

    def ask(self, *given: Any, follow: Following) -> Any:
        return self._after_a_while(follow) or self.real.ask(*given)

    def _after_a_while(self, follow: Following) -> None:
        self.asked.set()
        while not follow.stopped() and not self.let_go.is_set():
            time.sleep(0.01)


@pytest.mark.parametrize(("text", "kind"), [("by 5/12/2027", "edit"), ("by 5/12/2027", "auto")])
def test_with_a_model_an_edit_is_a_job_that_changes_the_draft(client_of, store, assistant, text, kind):
    own = Talkative(assistant)
    own.let_go.set()
    client = client_of(store, own)
    talk = Talk(client)
    (draft, *_) = talk.drafts("needs goal. copied 3/5 sentences w/ min vc", "goal")
    job = talk.say(text, kind, draft=draft["id"])["job"]
    told = events_of(client.get(f"/api/jobs/{job['id']}/events").text)
    assert told[-1][2]["drafts"] == [draft["id"]]
    assert talk.whole()["drafts"][0]["version"] == 2
    assert talk.whole()["messages"][-1]["kind"] == "edit"


def test_with_a_model_a_question_is_a_job_and_a_jot_sent_as_anything_is_drafted(client_of, store, assistant):
    own = Talkative(assistant)
    own.let_go.set()
    talk = Talk(client_of(store, own))
    for text, kind, said in (("what helps a student who presses too hard on the pencil?", "ask", "answer"),
                             (JOT, "auto", "drafted")):  # fmt: skip
        job = talk.say(text, kind)["job"]["id"]
        assert names(talk.client, job)[-1] == "done"
        assert talk.whole()["messages"][-1]["kind"] == said
    assert len(talk.whole()["drafts"]) == 1


def test_a_model_that_thinks_about_an_edit_is_stopped(client_of, store, assistant):
    own = Talkative(assistant)
    client = client_of(store, own)
    talk = Talk(client)
    (draft, *_) = talk.drafts("needs goal. copied 3/5 sentences w/ min vc", "goal")
    job = talk.say("say it nicer", "edit", draft=draft["id"])["job"]["id"]
    assert own.asked.wait(10)
    client.post(f"/api/jobs/{job}/stop")
    assert names(client, job)[-1] == "done"
    assert talk.whole()["drafts"][0]["version"] == 1
