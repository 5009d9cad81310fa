"""Serving a model file: only on this machine, and every error is one line with a remedy. The real one: test_real.py."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from otassist.errors import FileProblem
from otassist.serving import serve


class Server:
    """Stands in for llama.cpp's."""

    def __init__(self, given: Any) -> None:
        if given.model.path.endswith("bad.gguf"):
            raise RuntimeError("failed")
        self.listening_address = f"http://{given.hostnames[0]}:{given.port or 4711}"
        SEEN.append(given)


SEEN: list[Any] = []


def parameters() -> SimpleNamespace:
    return SimpleNamespace(model=SimpleNamespace(), cpuparams=SimpleNamespace(), cpuparams_batch=SimpleNamespace())


@pytest.fixture
def library(monkeypatch):
    SEEN.clear()
    monkeypatch.setitem(sys.modules, "xllamacpp", SimpleNamespace(Server=Server, CommonParams=parameters))


def model(folder: Path, name: str = "tiny.gguf", head: bytes = b"GGUF\x03") -> Path:
    file = folder / name
    file.write_bytes(head)
    return file


def test_it_is_bound_to_this_machine_and_shows_nobody_what_was_asked(library, tmp_path):
    with serve(model(tmp_path), 0, threads=2, context=4096) as served:
        assert (served.name, served.url) == ("tiny", "http://127.0.0.1:4711/v1")
    (given,) = SEEN
    assert (given.hostnames, given.n_ctx) == (["127.0.0.1"], 4096)
    assert (given.cpuparams.n_threads, given.cpuparams_batch.n_threads) == (2, 2)
    assert given.offline
    shown = (given.endpoint_slots, given.endpoint_metrics, given.endpoint_props, given.ui, given.cors_origins)
    assert shown == (False, False, False, False, "")
    assert given.verbosity == 0


def test_one_thread_unless_more_are_asked_for(library, tmp_path):
    with serve(model(tmp_path), 0):
        assert SEEN[0].cpuparams.n_threads == 1


@pytest.mark.parametrize(
    ("name", "head", "said"),
    [
        ("no.gguf", None, "cannot be read (No such file or directory). Name a GGUF file."),
        ("text.gguf", b"hello", "is no GGUF file."),
        ("empty.gguf", b"", "is no GGUF file."),
        ("bad.gguf", b"GGUF", "cannot be served. Check that it is a whole model"),
    ],
)
def test_a_file_that_is_no_model_is_one_line(library, command, tmp_path, name, head, said):
    file = tmp_path / name if head is None else model(tmp_path, name, head)
    done = command("model", "serve", str(file), "--port", "0")
    assert done.exit_code == 1
    assert done.stderr.startswith(f"otassist: {str(file)!r} ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    with pytest.raises(FileProblem), serve(tmp_path, 0):
        pass


def test_without_the_extra_it_says_how_to_install_it(command, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    done = command("model", "serve", str(model(tmp_path)))
    assert done.exit_code == 1
    assert done.stderr.endswith("Install it with: pip install 'otassist[local]'\n")


def test_a_port_that_is_taken_is_said_before_the_model_is_loaded(library, command, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = command("model", "serve", str(model(tmp_path)), "--port", port)
    assert done.exit_code == 2
    assert done.stderr == f"otassist: Port {port} is taken. Name another one with --port, or 0 for any free one.\n"
    assert SEEN == []


@pytest.mark.parametrize("wrong", [("--port", "70000"), ("--threads", "0"), ("--context", "1"), ()])
def test_wrong_options_are_one_line(command, wrong):
    done = command("model", "serve", *(("x.gguf", *wrong) if wrong else ()))
    assert done.exit_code == 2
    assert done.stderr.startswith("otassist: ")
