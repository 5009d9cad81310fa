"""The web app with the composer and a store of its own, asked in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from starlette.testclient import TestClient

import loopback
from otassist import bootstrap
from otassist.assistant import Assistant
from otassist.bank import Corpus, read_corpus, shipped_corpus
from otassist.doctor import Diagnosis
from otassist.store import Store, file_url, open_store
from otassist.web.app import create_app
from otassist.web.desk import Shelves

ADDRESS = "http://127.0.0.1:8000"
JOT = '2nd gr, push-in ELA 30min, fisted grasp, copied 3/5 sentences w/ min vc. said "my hand hurts"'


@pytest.fixture(scope="module", autouse=True)
def _loopback_only() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        loopback.only(patch)
        yield


def new_id() -> str:
    return uuid4().hex


def shelves(evals: Path) -> Shelves:
    """The shipped corpus and prompts, and a machine that is well."""
    settings = (("OPENAI_API_KEY", True, "The key of that endpoint."),)
    return Shelves(lambda: Diagnosis({"version": "1"}, ()), _corpus, bootstrap.prompt_shelf, evals, settings)


@cache
def _corpus() -> Corpus:
    return read_corpus(shipped_corpus())


@pytest.fixture(scope="session")
def assistant() -> Assistant:
    return bootstrap.build()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(file_url(tmp_path / "otassist.db"))


@pytest.fixture
def client_of(assistant: Assistant, tmp_path: Path) -> Iterator[Callable[..., TestClient]]:
    """A client of an app with a store; `assistant` may be another one."""
    opened: list[TestClient] = []

    def make(store: Store, other: Any = None, **more: Any) -> TestClient:
        app = create_app(other or assistant, store, shelves(tmp_path / "evals"), **more)
        client = TestClient(app, base_url=ADDRESS)
        client.__enter__()
        opened.append(client)
        return client

    yield make
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture
def client(client_of: Callable[..., TestClient], store: Store) -> TestClient:
    return client_of(store)


class Talk:
    """A conversation as the page has it."""

    def __init__(self, client: TestClient) -> None:
        self.client, self.id = client, new_id()
        assert client.post("/api/conversations", json={"id": self.id}).status_code == 201

    def say(self, text: str, kind: str = "auto", draft: str | None = None, **more: Any) -> dict[str, Any]:
        body = {"id": new_id(), "text": text, "kind": kind, "draft": draft, **more}
        answer = self.client.post(f"/api/conversations/{self.id}/messages", json=body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def drafts(self, text: str = JOT, kind: str = "note", **more: Any) -> list[dict[str, Any]]:
        """The drafts of a jot, once they are there."""
        job = self.say(text, kind, **more)["job"]
        self.client.get(f"/api/jobs/{job['id']}/events")  # ends with the job
        return list(self.whole()["drafts"])

    def whole(self) -> dict[str, Any]:
        return dict(self.client.get(f"/api/conversations/{self.id}").json())


@pytest.fixture
def talk(client: TestClient) -> Talk:
    return Talk(client)
