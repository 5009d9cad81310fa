"""Who may ask, how much may be sent, and what the browser is told to keep to."""

from __future__ import annotations

import logging

import pytest

from otassist.web.desk import LARGEST_BODY

from .conftest import ADDRESS, new_id

HOME = {"host": "127.0.0.1:8000"}


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000", "127.0.0.1"])
def test_it_answers_under_the_names_of_this_machine(client, host):
    assert client.get("/api/health", headers={"host": host}).json() == {"status": "ok"}


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "evil.example:8000", "localhost.evil.example", "10.0.0.7:8000",
     "0.0.0.0", "127.0.0.1@evil.example", "", "127.0.0.1:8000:8000", "[::1].evil.example"],
)  # fmt: skip
def test_it_answers_under_no_other_name(client, host):
    answer = client.get("/api/health", headers={"host": host})
    assert answer.status_code == 421
    assert "status" not in answer.json()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 201),
        ({"origin": ADDRESS}, 201),
        ({"origin": ADDRESS, "sec-fetch-site": "same-origin"}, 201),
        ({"sec-fetch-site": "none"}, 201),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": ADDRESS, "sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://localhost:8000"}, 403),
    ],
)
def test_a_change_has_to_come_from_a_page_of_the_app(client, headers, status):
    assert client.post("/api/students", json={"label": "AB"}, headers=headers).status_code == status
    assert len(client.get("/api/students").json()["students"]) == (status == 201)


@pytest.mark.parametrize("method", ["POST", "PATCH", "DELETE", "PUT"])
def test_no_way_of_changing_is_left_open(client, method):
    answer = client.request(method, f"/api/students/{new_id()}", headers={"origin": "http://evil.example"})
    assert answer.status_code == 403


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_what_a_form_of_another_site_could_send_is_not_read(client, kind):
    """Such a request needs no leave of the browser; it is refused even without an origin."""
    answer = client.post("/api/students", content=b'{"label": "AB"}', headers={"content-type": kind})
    assert answer.status_code == 422
    assert client.get("/api/students").json()["students"] == []


def test_every_answer_binds_the_browser(client):
    for path in ("/api/health", "/api/none", "/none", "/static/none.js", "/api/openapi.json"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "frame-ancestors 'none'" in policy
    assert client.get("/api/health").headers["cache-control"] == "no-store"


def test_what_is_too_large_is_refused_with_or_without_its_length(client):
    def pieces():
        for _ in range(LARGEST_BODY // 100_000 + 2):
            yield b" " * 100_000

    told = client.post("/api/facts", content=b" " * (LARGEST_BODY + 1), headers={"content-type": "application/json"})
    untold = client.post("/api/facts", content=pieces(), headers={"content-type": "application/json"})
    assert [told.status_code, untold.status_code] == [413, 413]
    assert "kept" in told.json()["error"]["remedy"]


def test_a_length_that_is_none_is_refused(client):
    answer = client.post("/api/facts", content=b"{}", headers={"content-length": "x"})
    assert answer.status_code in (400, 413)


def test_a_bug_says_where_and_never_what(client_of, store, caplog, assistant):
    class Broken:
        writer = None

        def __getattr__(self, name):
            raise RuntimeError("Ana Lucia copied 3/5")

    with caplog.at_level(logging.DEBUG):
        answer = client_of(store, Broken()).post("/api/facts", json={"text": "Ana Lucia copied 3/5"})
    assert answer.status_code == 500
    assert "test_guard.py" in answer.json()["error"]["message"]
    assert "Ana" not in answer.text
    assert "Ana" not in caplog.text


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"not json", 422),
        (b"[]", 422),
        (b'{"text": 5}', 422),
        (b'{"text": ""}', 422),
        (b'{"text": "a\\u0000b"}', 422),
        (b'{"text": "a\\ud800b"}', 422),
        (b'{"text": "' + b"x" * 50_001 + b'"}', 422),
        (b"\xff\xfe", 422),
    ],
)
def test_what_cannot_be_read_says_so_in_one_shape(client, body, status):
    answer = client.post("/api/facts", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == status
    assert set(answer.json()["error"]) == {"message", "remedy"}
