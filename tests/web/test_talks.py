"""Conversations over HTTP: the box is saved as it is typed, a message is done once, a jot becomes drafts."""

from __future__ import annotations

import json
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import pytest

from otassist.errors import StoreProblem

from .conftest import JOT, Talk, new_id


def test_the_box_is_saved_with_every_change_and_a_second_window_is_told(client, talk):
    saved = client.patch(f"/api/conversations/{talk.id}", json={"version": 1, "box": "cop", "context": {"grade": "2"}})
    assert saved.json()["version"] == 2
    stale = client.patch(f"/api/conversations/{talk.id}", json={"version": 1, "box": "other"})
    assert stale.status_code == 409
    assert (stale.json()["current"]["box"], stale.json()["current"]["version"]) == ("cop", 2)
    held = talk.whole()["conversation"]
    assert (held["box"], held["context"]) == ("cop", {"grade": "2"})


def test_one_change_leaves_the_rest(client, talk):
    client.patch(f"/api/conversations/{talk.id}", json={"version": 1, "box": "cop", "context": {"grade": "2"}})
    client.patch(f"/api/conversations/{talk.id}", json={"version": 2, "box": "copied"})
    held = talk.whole()["conversation"]
    assert (held["box"], held["context"]) == ("copied", {"grade": "2"})


def test_beginning_twice_with_one_id_is_one_conversation(client):
    identity = new_id()
    first = client.post(
        "/api/conversations", json={"id": identity, "box": "cut 2/4", "context": {"plan": "IEP"}}
    ).json()
    again = client.post("/api/conversations", json={"id": identity, "box": "", "context": {}}).json()
    assert first["box"] == again["box"] == "cut 2/4"
    assert len(client.get("/api/conversations").json()["conversations"]) == 1


@pytest.mark.parametrize(
    ("text", "kind", "drafted"),
    [
        (JOT, "auto", "note"),
        ("needs goals for scissors. cuts off line 3/5", "auto", "goal"),
        ("met w/ teacher re: wiggle cushion, she will try it daily", "auto", "consult"),
        ("copied 3/5 sentences", "goal", "goal"),
        ("copied 3/5 sentences", "consult", "consult"),
    ],
)
def test_a_jot_starts_a_job_of_the_kind_asked_for_or_proposed(talk, text, kind, drafted):
    assert talk.say(text, kind)["job"]["kind"] == drafted


def test_the_drafts_of_a_jot_come_with_all_that_is_behind_them(talk):
    (draft,) = talk.drafts(JOT, context={"grade": "2"})
    assert draft["jot"] == JOT
    assert draft["context"] == {"grade": "2"}
    assert draft["version"] == 1
    for fact in draft["observation"]["facts"]:
        assert JOT[fact["start"] : fact["end"]] == fact["text"]
    for clause in draft["content"]["clauses"]:
        assert draft["content"]["text"][clause["start"] : clause["end"]] == clause["text"]
    assert "3/5" in draft["content"]["text"]
    assert draft["drafter"] == "composer"
    said = talk.whole()["messages"]
    assert [item["role"] for item in said] == ["therapist", "assistant"]
    assert said[1]["text"] == "The note is ready to review."
    assert said[1]["reply"]["drafts"] == [draft["id"]]


def test_a_conversation_is_named_by_its_first_words_and_keeps_its_name(talk):
    talk.drafts(JOT)
    title = talk.whole()["conversation"]["title"]
    assert JOT.startswith(title.rstrip("…"))
    assert len(title) <= 60
    talk.drafts("another jot, cut 2/4 lines")
    assert talk.whole()["conversation"]["title"] == title


def test_a_message_sent_twice_is_done_once(client, talk):
    body = {"id": new_id(), "text": JOT, "kind": "note"}
    first = client.post(f"/api/conversations/{talk.id}/messages", json=body).json()
    client.get(f"/api/jobs/{first['job']['id']}/events")
    again = client.post(f"/api/conversations/{talk.id}/messages", json=body).json()
    assert again["job"]["id"] == first["job"]["id"]
    assert len(talk.whole()["drafts"]) == 1
    assert [item["role"] for item in talk.whole()["messages"]] == ["therapist", "assistant"]


@dataclass
class Paired:
    """An assistant that goes on when two ask it at once, or when no second one comes."""

    real: Any
    writer: None = None
    both: threading.Barrier = field(default_factory=lambda: threading.Barrier(2))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)

    def read(self, *given: Any, **named: Any) -> Any:
        with suppress(threading.BrokenBarrierError):
            self.both.wait(0.5)
        return self.real.read(*given, **named)


@pytest.mark.parametrize(("text", "kind"), [("add two objectives", "edit"), (JOT, "note")])
def test_a_message_sent_twice_at_once_is_done_once_and_answered_twice(client_of, store, assistant, text, kind):
    talk = Talk(client_of(store, Paired(assistant)))
    (draft, *_) = talk.drafts("needs goal. copied 3/5 sentences w/ min vc", "goal")
    untitled = Talk(talk.client)
    where, shown = (talk, draft["id"]) if kind == "edit" else (untitled, None)
    said, drafted = len(where.whole()["messages"]), len(where.whole()["drafts"])
    body = {"id": new_id(), "text": text, "kind": kind, "draft": shown}
    with ThreadPoolExecutor(2) as pool:
        sent = [pool.submit(talk.client.post, f"/api/conversations/{where.id}/messages", json=body) for _ in range(2)]
    one, two = ({**item.result().json(), "conversation": None} for item in sent)
    assert one == two
    if one["job"]:
        talk.client.get(f"/api/jobs/{one['job']['id']}/events")
    assert len(where.whole()["messages"]) == said + 2
    assert len(where.whole()["drafts"]) == max(drafted, 1)
    assert talk.whole()["drafts"][-1]["version"] == (2 if kind == "edit" else 1)


def test_a_message_that_came_to_nothing_is_done_when_it_is_sent_again(store, client, talk, monkeypatch):
    body = {"id": new_id(), "text": JOT, "kind": "note"}
    with monkeypatch.context() as patch:
        patch.setattr(
            store, "add_job", lambda *given, **named: (_ for _ in ()).throw(StoreProblem("Full.", "Free it."))
        )
        assert client.post(f"/api/conversations/{talk.id}/messages", json=body).status_code == 503
    again = client.post(f"/api/conversations/{talk.id}/messages", json=body).json()
    client.get(f"/api/jobs/{again['job']['id']}/events")
    assert [item["role"] for item in talk.whole()["messages"]] == ["therapist", "assistant"]


def test_a_box_saved_while_a_message_arrives_stands_in_nobodys_way(client_of, store, assistant):
    class Typing(Paired):
        def read(self, *given: Any, **named: Any) -> Any:
            held = store.conversation(talk.id)
            store.save_box(held.id, held.version, "typed on", {})
            return self.real.read(*given, **named)

    talk = Talk(client_of(store, Typing(assistant)))
    assert talk.say(JOT, "note")["job"]
    assert JOT.startswith(talk.whole()["conversation"]["title"].rstrip("…"))
    assert talk.whole()["conversation"]["box"] == "typed on"


@pytest.mark.parametrize("writer", [None, True])
def test_what_was_changed_by_hand_while_a_message_was_worked_on_is_not_written_over(
    client_of, store, assistant, writer
):
    class Slow(Paired):
        def revise(self, *given: Any, **named: Any) -> Any:
            done = self.real.revise(*given)
            held = store.draft(draft["id"])
            if held.version == 1:
                clause = next(item for item in held.content["clauses"] if item["role"] == "condition")
                body = {"version": 1, "clauses": [{"id": clause["id"], "text": "Given a slant board"}]}
                assert talk.client.patch(f"/api/drafts/{held.id}", json=body).status_code == 200
            return done

    talk = Talk(client_of(store, Slow(assistant, writer)))
    (draft, *_) = talk.drafts("needs goal. copied 3/5 sentences w/ min vc", "goal")
    job = talk.say("by 5/12/2027", "edit", draft=draft["id"])["job"]
    if job:
        assert events_of(talk.client.get(f"/api/jobs/{job['id']}/events").text)[-1][1] == "done"
    now = talk.whole()["drafts"][0]
    assert now["version"] == 3
    assert "slant board" in now["content"]["text"]
    assert "by 5/12/2027" in now["content"]["text"].lower()


@pytest.mark.parametrize("text", ["", "   ", "?!", "x" * 50_001])
def test_what_is_no_jot_is_refused_and_no_message(client, talk, text):
    answer = client.post(f"/api/conversations/{talk.id}/messages", json={"id": new_id(), "text": text, "kind": "note"})
    assert answer.status_code in (413, 422)
    assert talk.whole()["messages"] == []


def test_an_edit_changes_the_draft_and_nothing_else_of_it(talk):
    (draft, *_) = talk.drafts("needs goal. copied 3/5 sentences w/ min vc", "goal")
    said = talk.say("by 5/12/2027", draft=draft["id"])
    assert said["reply"]["kind"] == "edit"
    assert said["draft"]["version"] == 2
    assert "by 5/12/2027" in said["draft"]["content"]["text"].lower()
    kept = {item["id"]: item["text"] for item in said["draft"]["content"]["clauses"]}
    changed = [item["role"] for item in draft["content"]["clauses"] if kept.get(item["id"]) != item["text"]]
    assert changed == ["timeframe"]


def test_undo_goes_back_step_by_step_and_is_undone_by_no_second_undo(talk):
    (draft, *_) = talk.drafts("needs goal. copied 3/5 sentences w/ min vc", "goal")
    first = draft["content"]["text"]
    talk.say("by 5/12/2027", draft=draft["id"])
    second = talk.whole()["drafts"][0]["content"]["text"]
    talk.say("by the second trimester", draft=draft["id"])
    texts = []
    for _ in range(3):
        talk.say("undo", draft=draft["id"])
        texts.append(next(item for item in talk.whole()["drafts"] if item["id"] == draft["id"])["content"]["text"])
    assert texts == [second, first, first]


def test_a_question_is_answered_from_the_library_and_starts_no_job(talk):
    said = talk.say("what helps a student who presses too hard on the pencil?", "ask")
    assert said["job"] is None
    assert said["reply"]["reply"]["passages"]
    assert said["reply"]["text"] == said["reply"]["reply"]["answer"]


def test_a_draft_of_another_conversation_is_not_changed(client, talk):
    (draft,) = talk.drafts()
    other = Talk(client)
    body = {"id": new_id(), "text": "make it 4/5", "kind": "edit", "draft": draft["id"]}
    assert client.post(f"/api/conversations/{other.id}/messages", json=body).status_code == 422
    assert talk.whole()["drafts"][0]["version"] == 1


def test_searching_finds_labels_boxes_messages_and_drafts_and_leaves_no_trace_in_an_address(client, talk):
    talk.drafts("Zebediah copied 3/5 sentences w/ min vc")
    student = client.post("/api/students", json={"label": "Quillfeather"}).json()
    client.post("/api/conversations", json={"student": student["id"], "box": "xylophone"})
    found = {
        word: len(client.post("/api/conversations/search", json={"query": word}).json()["conversations"])
        for word in ("zebediah", "XYLOPHONE", "quillfeather", "minimal verbal", "%", "%%", "nowhere")
    }
    assert found == {
        "zebediah": 1, "XYLOPHONE": 1, "quillfeather": 1, "minimal verbal": 1, "%": 0, "%%": 0, "nowhere": 0,
    }  # fmt: skip


def test_the_bin_gives_back_and_erasing_does_not(client, talk):
    talk.drafts()
    version = talk.whole()["conversation"]["version"]
    assert client.delete(f"/api/conversations/{talk.id}?version={version}").status_code == 204
    assert client.get("/api/conversations").json()["conversations"] == []
    client.post(f"/api/conversations/{talk.id}/restore")
    assert len(talk.whole()["drafts"]) == 1
    assert client.delete(f"/api/conversations/{talk.id}?forever=true").status_code == 204
    assert client.get(f"/api/conversations/{talk.id}").status_code == 404


@pytest.mark.parametrize("path", ["conversations", "drafts", "documents", "jobs", "students"])
def test_what_is_not_there_is_a_404_with_a_remedy(client, path):
    answer = client.get(f"/api/{path}/{new_id()}")
    assert answer.status_code == 404
    assert answer.json()["error"]["remedy"]


def events_of(text: str) -> list[tuple[int, str, dict]]:
    """The events of a stream: number, name, data."""
    blocks = [block for block in text.replace("\r\n", "\n").split("\n\n") if "event:" in block]
    found = [dict(re.findall(r"^(id|event|data): ?(.*)$", block, re.M)) for block in blocks]
    return [(int(item["id"]), item["event"], json.loads(item["data"])) for item in found]


def test_a_stream_goes_on_after_the_event_it_is_asked_for(client, talk):
    job = talk.say(JOT, "note")["job"]["id"]
    whole = events_of(client.get(f"/api/jobs/{job}/events").text)
    assert [number for number, _, _ in whole] == list(range(1, len(whole) + 1))
    assert whole[-1][1] == "done"
    for number in range(len(whole) + 1):
        by_header = events_of(client.get(f"/api/jobs/{job}/events", headers={"last-event-id": str(number)}).text)
        by_query = events_of(client.get(f"/api/jobs/{job}/events?after={number}").text)
        assert by_header == by_query == whole[number:]
