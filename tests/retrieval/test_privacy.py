"""Nothing calls home whatever the environment says, and nothing but the district's own passages is ever written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bank.files import corpus
from otassist.retrieval import open_searcher
from otassist.retrieval.chroma import ChromaIndex

from .passages import PASSAGES, CountingEmbedder

LOUD_ENVIRONMENT = {
    "ANONYMIZED_TELEMETRY": "True",
    "CHROMA_OTEL_COLLECTION_ENDPOINT": "http://198.51.100.1:4317",
    "CHROMA_OTEL_GRANULARITY": "all",
    "CHROMA_API_IMPL": "chromadb.api.fastapi.FastAPI",
    "CHROMA_SERVER_HOST": "198.51.100.1",
    "OTEL_EXPORTER_OTLP_ENDPOINT": "http://198.51.100.1:4317",
    "LANGSMITH_TRACING": "true",
    "LANGCHAIN_TRACING_V2": "true",
}
SEARCH = """
import socket, sys

def refuse(*arguments, **options):
    print("CONNECTED", arguments, file=sys.stderr)
    raise OSError("no network here")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
from otassist.cli import main
main(["search", "zipqx", "coat", "--json"])
"""


@pytest.mark.parametrize("file", [False, True], ids=["variables", "a .env file"])
def test_an_environment_that_switches_telemetry_on_switches_nothing(tmp_path, file):
    own = {name: value for name, value in os.environ.items() if not name.startswith("OTASSIST_")}
    own |= {"OTASSIST_DATA_DIR": str(tmp_path / "state"), "OTASSIST_CORPUS_DIR": str(corpus(tmp_path / "corpus"))}
    if file:
        (tmp_path / ".env").write_text("\n".join(f"{name}={value}" for name, value in LOUD_ENVIRONMENT.items()))
    else:
        own |= LOUD_ENVIRONMENT
    done = subprocess.run([sys.executable, "-c", SEARCH], env=own, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert '"self_care-001"' in done.stdout
    assert not contains(tmp_path / "state", "zipqx")


def contains(folder: Path, word: str) -> bool:
    return any(word.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_chroma_holds_no_text_at_all_and_nothing_holds_the_query(tmp_path):
    searcher = open_searcher(PASSAGES, tmp_path / "index", CountingEmbedder())
    searcher.search("Marisol zips her coat")
    assert not contains(tmp_path, "Marisol")
    assert not contains(tmp_path, "carton")
    assert contains(tmp_path, "zip-prek")


def test_chromas_settings_are_ours(tmp_path, monkeypatch):
    for name, value in LOUD_ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    index = ChromaIndex.create(tmp_path, "m1")
    settings = index._client._system.settings
    assert settings.anonymized_telemetry is False
    assert not settings.chroma_otel_collection_endpoint
    assert settings.chroma_otel_granularity is None
    assert settings.chroma_api_impl == "chromadb.api.rust.RustBindingsAPI"
    assert index._collection._embedding_function is None
    index.close()
