"""Serves a model file on this machine with llama.cpp, for whoever has installed `otassist[local]`.

It is bound to 127.0.0.1 and nothing else, writes no log, shows no page, and answers no browser of another site: what is
asked holds student text.
"""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from .errors import FileProblem, JobError, UsageError

HOST: Final = "127.0.0.1"
_MAGIC = b"GGUF"


@dataclass(frozen=True, slots=True)
class Serving:
    """A model that is being served; `name` is what requests call it."""

    name: str
    url: str


@contextmanager
def serve(file: Path, port: int, threads: int = 1, context: int = 8192) -> Iterator[Serving]:
    """Serves the file until the context is left; port 0 takes a free one, `context` is in tokens.

    Raises FileProblem for a file that is no model, UsageError for a port that is taken, JobError without the extra.
    """
    _check(file)
    library = _library()
    _free(port)
    try:
        server = library.Server(_parameters(library, file, port, threads, context))
    except Exception as problem:  # llama.cpp says no more than that it failed
        remedy = "Check that it is a whole model that writes text, and that memory is left for it."
        raise FileProblem(f"{str(file)!r} cannot be served.", remedy) from problem
    yield Serving(file.stem, f"{server.listening_address}/v1")
    del server  # which stops it


def _check(file: Path) -> None:
    try:
        with file.open("rb") as opened:
            magic = opened.read(len(_MAGIC))
    except OSError as problem:
        raise FileProblem(f"{str(file)!r} cannot be read ({problem.strerror}).", "Name a GGUF file.") from problem
    if magic != _MAGIC:
        raise FileProblem(f"{str(file)!r} is no GGUF file.", "Name a model in llama.cpp's format, such as model.gguf.")


def _library() -> Any:
    try:
        import xllamacpp
    except ImportError as problem:
        remedy = "Install it with: pip install 'otassist[local]'"
        raise JobError("The package 'xllamacpp', which runs a model file, is not installed.", remedy) from problem
    return xllamacpp


def _free(port: int) -> None:
    """Asked first, since llama.cpp loads the model before it finds the port taken."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as own:
        if os.name == "posix":
            own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            own.bind((HOST, port))
        except OSError as problem:
            why = "is taken" if problem.errno == errno.EADDRINUSE else f"cannot be used ({problem.strerror})"
            raise UsageError(f"Port {port} {why}.", "Name another one with --port, or 0 for any free one.") from problem


def _parameters(library: Any, file: Path, port: int, threads: int, context: int) -> Any:
    given = library.CommonParams()
    given.model.path = str(file)
    given.model_alias = {file.stem}
    given.hostnames, given.port = [HOST], port
    given.n_ctx, given.n_parallel, given.n_threads_http = context, 1, 2
    for cpu in (given.cpuparams, given.cpuparams_batch):
        cpu.n_threads, cpu.poll = threads, 0
    given.offline = True
    given.warmup = given.ui = False
    given.endpoint_slots = given.endpoint_props = given.endpoint_metrics = False  # the slots show what was asked
    given.cors_origins = ""
    given.verbosity = 0
    return given
