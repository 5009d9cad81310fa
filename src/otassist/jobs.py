"""One input or a batch through a command: bytes in, JSON lines or a view out. Every face of the terminal shares it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from . import wire
from .errors import Defect, FileProblem, JobError, NotText, OtassistError, UsageError

if TYPE_CHECKING:
    from .assistant import Assistant

LARGEST_INPUT = 50_000_000
"""Bytes read from a file or pipe before it is refused; a batch of thousands of jots fits."""

BOM = b"\xef\xbb\xbf"


File = Annotated[
    str | None, typer.Argument(help="A file; standard input when none is named, or '-'.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsLines = Annotated[bool, typer.Option("--jsonl", help="Read and write one JSON object a line.")]


Answered = tuple[wire.JSON, Callable[[], None]]
Answer = Callable[[Mapping[str, Any]], Answered]


def run(
    answer: Answer, file: str | None, as_json: bool, jsonl: bool, key: str = "text", parallel: bool = False
) -> None:
    """One input, or a batch whose bad lines do not stop it; `parallel` if two processes may share it."""
    data = read_file(file)
    if jsonl:
        raise typer.Exit(_batch(answer, data, parallel))
    put(answer({key: decoded(data)}), as_json)


def put(answered: Answered, as_json: bool) -> None:
    printed, show = answered
    if as_json:
        print(wire.dump(printed))
    else:
        show()


def _batch(answer: Answer, data: bytes, parallel: bool) -> int:
    """The exit code, after one output line for every input line that is not blank."""
    from .batches import answered

    failed = False
    lines = [line for line in data.removeprefix(BOM).splitlines() if line.strip()]
    for printed, good in answered(partial(_line, answer), lines, parallel):
        print(printed)
        failed |= not good
    return int(failed)


def _line(answer: Answer, line: bytes) -> tuple[str, bool]:
    """What to print for one line, and whether it succeeded; even a bug costs this line only."""
    identity = None
    try:
        item = wire.item_from(decoded(line))
        identity = item.get("id")
        return wire.dump(answer(item)[0]), True
    except OtassistError as problem:
        return wire.dump(wire.error(problem, identity)), False
    except Exception as bug:
        return wire.dump(wire.error(Defect(bug), identity)), False


def read_file(name: str | None) -> bytes:
    try:
        data = _from_stdin() if name is None or name == "-" else _from_path(Path(name))
    except OSError as problem:
        why = problem.strerror or type(problem).__name__
        raise FileProblem(f"{name or '-'!r} cannot be read ({why}).", "Check the name and permissions.") from problem
    if len(data) > LARGEST_INPUT:
        raise JobError(f"The input is larger than {LARGEST_INPUT:,} bytes.", "Send it in smaller batches.")
    return data


def _from_stdin() -> bytes:
    if sys.stdin is None:
        raise FileProblem("Standard input is closed.", "Name a file with the jot in it.")
    if sys.stdin.isatty():
        print("Type or paste the text, then press Ctrl-D on a line of its own.", file=sys.stderr)
    return sys.stdin.buffer.read(LARGEST_INPUT + 1)


def _from_path(path: Path) -> bytes:
    if path.is_dir():
        raise UsageError(f"{str(path)!r} is a folder.", "Name a file.")
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST_INPUT + 1)
    except FileNotFoundError as problem:
        raise UsageError(f"There is no file {str(path)!r}.", "Check the name, or use standard input.") from problem


def decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise NotText("The input is not UTF-8 text.", "Save it as plain UTF-8 text and try again.") from problem


def show(view: str, *items: Any) -> None:
    from . import terminal

    getattr(terminal, view)(*items)


def assistant() -> Assistant:
    from .bootstrap import build

    return build(_tell, _watch, agrees=Asking())


class Asking:
    """Shows what would leave this machine, and asks once, at a terminal only; a pipe has nobody to ask."""

    def __init__(self) -> None:
        self._answer: bool | None = None

    def __call__(self, where: str, asked: Sequence[tuple[str, str]]) -> bool:
        if self._answer is False or not (sys.stderr.isatty() and os.path.exists(_TERMINAL)):
            return False
        from . import terminal

        terminal.outgoing(where, asked)
        if self._answer is None:
            self._answer = _yes(f"Send this, and what this command drafts from here on, to {where}? [y/N] ")
        return self._answer


_TERMINAL = "/dev/tty"
"""Standard input is the jot's."""


def _yes(question: str) -> bool:
    try:
        with open(_TERMINAL, encoding="utf-8", errors="replace") as typed:
            print(question, end="", file=sys.stderr, flush=True)
            return typed.readline().strip().lower() in ("y", "yes")
    except OSError:
        return False


def _tell(line: str) -> None:
    """A notice beside the answer; it changes neither the answer nor the exit code."""
    complain(line, 0)


def _watch(batches: Sequence[Sequence[str]]) -> Iterable[Sequence[str]]:
    from .terminal import watched

    return watched(batches, "Indexing the corpus")


def beside(context: Mapping[str, Any], item: Mapping[str, Any]) -> Mapping[str, Any]:
    """A line's own keys over the command's options; a null takes nothing away."""
    return {
        **context,
        **{key: value for key, value in item.items() if value is not None or key not in context},
    }


def complain(line: str, code: int) -> int:
    try:
        print(f"otassist: {line}", file=sys.stderr)
    except OSError:
        silence(sys.stderr)
    return code


def silence(stream: TextIO) -> None:
    """What is still in an output nobody takes goes nowhere, so that leaving does not stumble over it."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
