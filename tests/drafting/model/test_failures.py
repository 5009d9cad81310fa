"""Whatever a server does: the composer's draft is there, with a reason a therapist understands and nothing leaked."""

from __future__ import annotations

import logging
import socket
import ssl
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from otassist.domain import Following, Written
from scripted_server import (
    Connection,
    Script,
    ScriptedServer,
    breaks_off,
    drips,
    raw,
    says,
    says_then,
    silent,
    status,
)

from . import test_answering as answering
from . import test_editing as editing
from .asking import BEGUN, KEY, PATIENT, QUICK, composed, good, limited, said, with_clause, written
from .examples import NOTE

SECRET = "grid paper x2"
"""Words a server sends back: they must not show."""
ECHO = f'{{"error": {{"message": "your key {KEY} and your text {SECRET} are wrong", "code": "x"}}}}'
HALF = said(good())[:420]
"""Two whole clauses and a piece of the third."""


def split_utf8(connection: Connection) -> None:
    """A character cut in two between chunks, then nothing."""
    connection.stream()
    data = 'data: {"choices": [{"index": 0, "delta": {"content": "caf\u00e9 '.encode()
    connection.send(data[:-2])
    connection.send(data[-2:])
    silent(connection)


ROWS: list[tuple[str, list[Script], str, int]] = [
    ("401", [status(401, body=ECHO)], "does not accept the key (401)", 1),
    ("403", [status(403, body=ECHO)], "does not allow this use (403)", 1),
    ("404", [status(404, body=ECHO)], "does not have the model 'tiny' (404)", 1),
    ("400", [status(400, body=ECHO)], "did not accept the request (400)", 1),
    ("413", [status(413, body=ECHO)], "too long for the model", 1),
    ("429 twice", [status(429, body=ECHO)] * 2, "has too much to do (429). Try again later.", 2),
    ("429 for long", [status(429, {"Retry-After": "30"}, ECHO)], "Try again in 30 seconds.", 1),
    ("429 with nonsense", [status(429, {"Retry-After": "soon"}, ECHO)] * 2, "Try again later.", 2),
    ("429 negative", [status(429, {"Retry-After": "-5"}, ECHO)] * 2, "Try again later.", 2),
    ("500", [status(500, body=ECHO)], "reported a fault of its own (500)", 1),
    ("502 in HTML", [status(502, body="<html>Bad gateway</html>")], "reported a fault of its own (502)", 1),
    ("503 twice", [status(503, body=ECHO)] * 2, "is not available just now (503)", 2),
    ("redirect", [status(307, {"Location": "http://127.0.0.1:9/v1/chat/completions"})], "is not followed", 1),
    ("silence", [silent], "did not begin to answer in 0.8 seconds", 1),
    ("silence after the head", [says_then("", silent)], "did not begin to answer in 0.8 seconds", 1),
    ("silence in the middle", [says_then(HALF, silent)], "stopped in the middle of its answer", 1),
    ("reset at once", [breaks_off], "broke off", 1),
    ("reset in the middle", [says_then(HALF, breaks_off)], "broke off", 1),
    ("end in the middle", [says(HALF, finish=None)], "broke off", 1),
    ("length", [says(HALF, finish="length")], "longer than allowed and was cut off", 1),
    ("content filter", [says(HALF, finish="content_filter")], "withheld the answer because of its content filter", 1),
    ("content filter at once", [says("", finish="content_filter")], "because of its content filter", 1),
    ("nothing", [says("")], "answered with nothing", 1),
    ("white space", [says(" \n ")], "answered with nothing", 1),
    ("no clauses", [says('{"clauses": []}')], "answered with nothing", 1),
    ("half a character", [split_utf8], "did not begin to answer in 0.8 seconds", 1),
    ("no JSON", [says("Here is your note!")] * 2, "could not be read", 2),
    ("broken JSON", [says('{"clauses": [{]}')] * 2, "could not be read", 2),
    ("deep JSON", [says("[" * 9_000, size=500)] * 2, "could not be read", 2),
    ("another shape", [says('{"note": "fine"}')] * 2, "did not have the form of a draft", 2),
    ("a list", [says("[1, 2]")] * 2, "did not have the form of a draft", 2),
    ("wrong types", [says('{"clauses": [{"section": 7, "text": "x"}]}')] * 2, "did not have the form", 2),
    ("ids that are no list", [says(said(with_clause(0, statements="s3")))] * 2, "did not have the form", 2),
    ("an unknown section", [says(said(with_clause(0, section="summary")))] * 2, "did not have the form", 2),
    ("events that are no JSON", [raw(b"data: {nonsense\n\n")], "did not answer as a language model does", 1),
    ("an error event", [raw(f"data: {ECHO}\n\n".encode())], "reported a fault of its own", 1),
    ("5 MB", [says("x" * 5_000_000, size=4_000)], "had no end and was stopped", 1),
    ("5 MB in one event", [raw(b'data: {"choices": [{"delta": {"content": "' + b"x" * 5_000_000 + b'"}}]}\n\n')],
     "had no end and was stopped", 1),
    ("slow drip", [drips(" " * 10_000, 0.02)], "took longer than 0.8 seconds", 1),
    ("a web page", [status(200, {"Content-Type": "text/html"}, "<html>Log in</html>")], "did not answer as", 1),
]  # fmt: skip


LIMITS = {
    "did not begin to answer in 0.8 seconds": QUICK,
    "stopped in the middle of its answer": BEGUN,
    "took longer than 0.8 seconds": limited(total=0.8),
}
"""The patience with which a reason is waited for."""


@pytest.mark.parametrize(("scripts", "reason", "calls"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_the_composers_draft_comes_with_a_plain_reason(scripts, reason, calls, caplog, capfd, recwarn):
    caplog.set_level(logging.DEBUG)
    own, _ = composed()
    with ScriptedServer(*scripts) as server:
        answer = written(server, limits=LIMITS.get(reason, PATIENT))
        assert len(server.requests) == calls
    assert answer.notes == (own,)
    assert (answer.drafter, answer.model, answer.prompt) == ("composer", None, None)
    (notice,) = answer.notices
    assert notice.kind == "model"
    assert notice.text.startswith("This draft was made without the language model. ")
    assert reason in notice.text
    printed = "".join(capfd.readouterr()) + caplog.text + notice.text + "".join(str(item.message) for item in recwarn)
    for secret in (KEY, SECRET, NOTE[:12], "lined up"):
        assert secret not in printed


OF_A_NOTE = ("no clauses", "length", "reset in the middle", "end in the middle", "silence in the middle")
"""Rows whose end depends on what has come of a note by then."""
UNREADABLE = ("could not be read", "did not have the form of a draft", "did not have the form")
"""After these a draft or an edit is asked for once more; a question is not."""
TALK = [row for row in ROWS if not row[0].startswith(OF_A_NOTE)]


@pytest.mark.parametrize(("scripts", "reason", "calls"), [row[1:] for row in TALK], ids=[row[0] for row in TALK])
def test_questions_and_edits_fail_as_drafts_do(scripts, reason, calls, caplog, capfd):
    """The library's own answer, and the draft as it was; a question is asked once, whatever comes."""
    caplog.set_level(logging.DEBUG)
    limits = LIMITS.get(reason, PATIENT)
    with ScriptedServer(*scripts) as server:
        told = answering.asked(server, limits=limits)
        asked = len(server.requests)
        server.scripts[:] = scripts
        reply = editing.talked(editing.NOTE, "make it sparkle", server, limits=limits)
        once = 1 if reason in UNREADABLE else calls
        assert (asked, len(server.requests) - asked) == (once, calls)
    assert (told.sentences, told.passages) == ((), answering.OWN.passages)
    assert (reply.draft, reply.message, reply.changes) == (editing.NOTE, "make it sparkle", ())
    printed = "".join(capfd.readouterr()) + caplog.text
    for said_to_her in (told.notices[0].text, reply.said):
        assert reason in said_to_her
        for secret in (KEY, SECRET, "Marisol", "copied 3/5"):
            assert secret not in said_to_her + printed


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://127.0.0.1:{free}/v1", "Nothing answers at 127.0.0.1:{free}. Start the model server"),
        ("http://localhost:{free}/v1", "Nothing answers at localhost:{free}."),
        ("ftp://127.0.0.1/v1", "The address is no http(s) address."),
        ("127.0.0.1:8080", "The address is no http(s) address."),
        ("http://[::1", "The address is no http(s) address."),
    ],
)
def test_an_address_where_nobody_answers(address, reason, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        answer = written(address.format(free=port))
    assert answer.notes == (composed()[0],)
    assert reason.format(free=port) in answer.notices[0].text
    assert_nothing_leaked(answer, caplog, capfd)


def assert_nothing_leaked(answer, caplog, capfd):
    printed = "".join(capfd.readouterr()) + caplog.text + answer.notices[0].text
    assert [secret for secret in (KEY, NOTE[:12], "lined up") if secret in printed] == []


def test_a_name_that_cannot_be_found(monkeypatch, caplog, capfd):
    """Only a remote endpoint has one; it is let through here to see what is said."""
    monkeypatch.setattr("otassist.drafting.model.endpoint.Endpoint.refusal", lambda *_: None)
    caplog.set_level(logging.DEBUG)
    answer = written("http://model.invalid/v1")
    assert answer.notes == (composed()[0],)
    assert "The address model.invalid cannot be found." in answer.notices[0].text
    assert_nothing_leaked(answer, caplog, capfd)


def test_a_certificate_nobody_vouches_for(tmp_path, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    with ScriptedServer() as server:
        encrypted(server, tmp_path)
        answer = written(server.url.replace("http:", "https:"))
        assert server.requests == []
    assert answer.notes == (composed()[0],)
    assert f"The certificate of 127.0.0.1:{server.port} cannot be trusted." in answer.notices[0].text
    assert_nothing_leaked(answer, caplog, capfd)


def encrypted(server: ScriptedServer, folder: Path) -> None:
    """TLS with a certificate of its own, made when the tests were written; it vouches for nothing."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).parent / "data" / "self_signed.pem")
    plain = server._server.get_request

    def get_request() -> tuple[socket.socket, object]:
        accepted, address = plain()
        return context.wrap_socket(accepted, server_side=True), address

    server._server.get_request = get_request  # type: ignore[method-assign, assignment]
    server._server.handle_error = lambda *_: None  # type: ignore[method-assign]


@pytest.mark.parametrize("script", [says(HALF, finish="length"), says_then(HALF, silent), says_then(HALF, breaks_off)])
def test_a_run_that_is_cut_off_keeps_what_it_got_labelled(script):
    with ScriptedServer(script) as server:
        answer = written(server, limits=BEGUN)
    (kept,) = answer.set_aside
    clauses = [clause.text for clause in kept.draft.clauses if clause.origin == "observed"]
    assert clauses == [clause["text"] for clause in good()["clauses"][:2]]
    assert "not complete" in kept.why
    assert "not complete" in answer.notices[0].text


@pytest.mark.parametrize("script", [status(401), says(""), says("no JSON"), silent])
def test_where_nothing_came_nothing_is_kept(script):
    with ScriptedServer(script, script) as server:
        assert written(server, limits=QUICK).set_aside == ()


@pytest.mark.parametrize("busy", [status(429, {"Retry-After": "0"}), status(429), status(503)])
def test_a_server_that_was_only_busy_is_asked_once_more(busy):
    with ScriptedServer(busy, says(said(good()))) as server:
        answer = written(server)
        assert len(server.requests) == 2
        assert server.requests[0].raw == server.requests[1].raw
    assert answer.drafter == "model"
    assert answer.usage is not None
    assert answer.usage.calls == 1


@pytest.mark.parametrize("script", [status(500), says_then(HALF, breaks_off), says_then(HALF, silent), silent])
def test_what_may_have_been_billed_is_not_asked_again(script):
    with ScriptedServer(script, says(said(good()))) as server:
        assert written(server, limits=limited(first=1, between=0.3)).drafter == "composer"
        assert len(server.requests) == 1


def test_one_answer_without_a_form_is_asked_for_anew():
    with ScriptedServer(says("Sure, here is it."), says(said(good()))) as server:
        answer = written(server)
        told = server.requests[1].body["messages"]
    assert answer.drafter == "model"
    assert answer.usage is not None
    assert (answer.usage.calls, answer.usage.revisions) == (2, 1)
    assert told[-2] == {"role": "assistant", "content": "Sure, here is it."}
    assert "not one JSON object" in told[-1]["content"]


def test_a_character_split_between_two_chunks_is_whole():
    answer = with_clause(0, text='The student said, "the lines help".')
    event = b'data: {"choices": [{"index": 0, "delta": {"content": %s}, "finish_reason": "stop"}]}\n\n'
    text = said({**answer, "note": "caf\u00e9 \u270f"})
    data = event % said({"t": text})[6:-1].encode()
    place = data.index("\u270f".encode()) + 1
    with ScriptedServer(raw(data[:place], data[place : place + 1], data[place + 1 :])) as server:
        assert written(server).drafter == "model"


@pytest.mark.parametrize("script", [silent, says_then("", silent), says_then(HALF, silent), drips("x" * 999, 0.02)])
def test_stopping_closes_the_connection(script):
    """The server sees it closed long before any limit would close it."""
    own, _ = composed()
    flag, answers = threading.Event(), list[Written]()
    with ScriptedServer(script) as server:
        follow = Following(stopped=flag.is_set)
        worker = threading.Thread(target=lambda: answers.append(written(server, follow)))
        worker.start()
        assert server.asked.wait(10)
        flag.set()
        assert server.gone.wait(10)
        worker.join(10)
    (answer,) = answers
    assert answer.notes == (own,)
    assert "The language model was stopped." in answer.notices[0].text


def test_a_time_out_closes_the_connection_too():
    with ScriptedServer(says_then(HALF, silent)) as server:
        written(server, limits=BEGUN)
        assert server.gone.wait(10)


def test_an_answer_without_end_closes_it_too():
    with ScriptedServer(drips("x" * 999, 0.001)) as server:
        written(server, limits=limited(answer_bytes=50))
        assert server.gone.wait(10)


def test_what_is_stopped_before_it_begins_is_not_sent():
    with ScriptedServer() as server:
        answer = written(server, Following(stopped=lambda: True))
        assert server.requests == []
    assert "The language model was stopped." in answer.notices[0].text


def test_stopping_leaves_out_the_revision():
    flag = threading.Event()
    bad = with_clause(5, text="The plan is to send a rocket to the teacher.")
    with ScriptedServer(says(said(bad)), says(said(good()))) as server:
        follow = Following(heard=lambda clause: flag.set() if "rocket" in str(clause["text"]) else None)
        answer = written(server, replace(follow, stopped=flag.is_set))
        assert len(server.requests) == 1
    assert answer.drafter == "composer"
