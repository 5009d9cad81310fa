"""The command line: arguments in, text or JSON out. It knows no rule of the field."""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from . import wire
from .domain import Context
from .errors import EmptyJot, FileProblem, JobError, NotText, OtassistError, UsageError

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
LARGEST_INPUT = 50_000_000
"""Bytes read from a file or pipe before it is refused; a batch of thousands of jots fits."""

File = Annotated[str | None, typer.Argument(help="A file; standard input when none is named, or '-'.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsLines = Annotated[bool, typer.Option("--jsonl", help="Read and write one JSON object a line.")]


class DraftKind(StrEnum):
    note = "note"
    consult = "consult"


class CheckKind(StrEnum):
    note = "note"


def _with_context(command: Callable[..., None]) -> Callable[..., None]:
    """Adds an option for every context key, so that commands and Context cannot drift apart."""
    signature = inspect.signature(command, eval_str=True)
    own = [parameter for parameter in signature.parameters.values() if parameter.name != "context"]
    options = [_option(name) for name in Context.__dataclass_fields__]

    def run(**values: Any) -> None:
        given = {option.name: values.pop(option.name) for option in options}
        command(**values, context={name: value for name, value in given.items() if value})

    run.__signature__ = signature.replace(parameters=[*own, *options])  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in [*own, *options]}
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    return run


def _option(name: str) -> inspect.Parameter:
    flag = "--" + name.replace("_", "-")
    names = (flag, "--" + name) if "_" in name else (flag,)
    shape: Any = list[str] | None if name == "goals" else str | None
    annotation = Annotated[shape, typer.Option(*names, show_default=False, rich_help_panel="Context")]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


@app.callback()
def otassist() -> None:
    """Notes for school occupational therapists, from shorthand; every clause traced to the therapist's words."""


@app.command()
@_with_context
def draft(kind: DraftKind, file: File = None, as_json: AsJson = False, jsonl: AsLines = False, *, context: Mapping[str, Any]) -> None:
    """Draft a session, observation, screening, present-levels or consultation note from a jot."""
    from .bootstrap import build

    assistant = build()

    def answer(item: Mapping[str, Any]) -> tuple[wire.JSON, Callable[[], None]]:
        entered, unknown = wire.context_from({**context, **item})
        drafted = assistant.draft(kind.value, _text(item), entered, unknown)
        return wire.drafting(drafted, item.get("id")), lambda: _show("drafting", drafted)

    _run(answer, file, as_json, jsonl)


@app.command()
@_with_context
def facts(file: File = None, as_json: AsJson = False, jsonl: AsLines = False, *, context: Mapping[str, Any]) -> None:
    """Show what is read in a jot: statements, facts, areas, questions and unused words."""
    from .bootstrap import build

    assistant = build()

    def answer(item: Mapping[str, Any]) -> tuple[wire.JSON, Callable[[], None]]:
        entered, unknown = wire.context_from({**context, **item})
        read = assistant.read(_text(item), entered, unknown)
        return {**wire.observation(read), "id": item.get("id")}, lambda: _show("observation", read)

    _run(answer, file, as_json, jsonl)


@app.command()
def check(
    kind: CheckKind,
    file: File = None,
    observation: Annotated[str | None, typer.Option(help="The jot to ground the note on.")] = None,
    as_json: AsJson = False,
    jsonl: AsLines = False,
) -> None:
    """Check a note that anybody wrote, against the jot where one is given."""
    from .bootstrap import build

    assistant = build()
    grounds = _decoded(_read_file(observation)) if observation else None

    def answer(item: Mapping[str, Any]) -> tuple[wire.JSON, Callable[[], None]]:
        entered, _ = wire.context_from(item)
        checked = assistant.check_note(_text(item), item.get("observation") or grounds, entered)
        return wire.checked(checked, item.get("id")), lambda: _show("checked", checked)

    _run(answer, file, as_json, jsonl)


@app.command()
def doctor(as_json: AsJson = False) -> None:
    """Show what is configured, what works, and which drafter will be used and why."""
    from .bootstrap import doctor as diagnose

    diagnosis = diagnose()
    if as_json:
        print(wire.dump({"schema_version": wire.SCHEMA_VERSION, **diagnosis.facts, "problems": list(diagnosis.problems)}))
    else:
        _show("diagnosis", diagnosis)
    for problem in diagnosis.problems:
        print(f"otassist: {problem}", file=sys.stderr)
    raise typer.Exit(0 if diagnosis.healthy else 1)


Answer = Callable[[Mapping[str, Any]], tuple[wire.JSON, Callable[[], None]]]


def _run(answer: Answer, file: str | None, as_json: bool, jsonl: bool) -> None:
    """One input, or a batch in one process whose bad lines do not stop it."""
    data = _read_file(file)
    if jsonl:
        raise typer.Exit(_batch(answer, data))
    printed, show = answer({"text": _decoded(data)})
    if as_json:
        print(wire.dump(printed))
    else:
        show()


def _batch(answer: Answer, data: bytes) -> int:
    failed = 0
    for line in data.splitlines():
        if not line.strip():
            continue
        identity = None
        try:
            item = _object(line)
            identity = item.get("id")
            print(wire.dump(answer(item)[0]))
        except OtassistError as problem:
            failed += 1
            print(wire.dump(wire.error(problem, identity)))
    return 1 if failed else 0


def _object(line: bytes) -> Mapping[str, Any]:
    try:
        item = json.loads(_decoded(line))
    except (json.JSONDecodeError, RecursionError) as problem:
        raise NotText("The line is not a JSON object.", 'Write {"id": 1, "text": "..."} on each line.') from problem
    if not isinstance(item, dict):
        raise NotText("The line is not a JSON object.", 'Write {"id": 1, "text": "..."} on each line.')
    return item


def _text(item: Mapping[str, Any]) -> str:
    text = item.get("text")
    if text is None:
        raise EmptyJot("The line has no key 'text'.", 'Write {"id": 1, "text": "..."} on each line.')
    if not isinstance(text, str):
        raise NotText("The key 'text' holds no text.", "Put the jot in quotation marks.")
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise NotText("The text holds half a character (an unpaired surrogate).", "Send it as valid Unicode.")
    return text


def _read_file(name: str | None) -> bytes:
    if name is None or name == "-":
        data = sys.stdin.buffer.read(LARGEST_INPUT + 1)
    else:
        path = Path(name)
        if not path.exists():
            raise UsageError(f"There is no file {name!r}.", "Check the name, or send the jot on standard input.")
        if path.is_dir():
            raise UsageError(f"{name!r} is a folder.", "Name a file with one jot in it.")
        try:
            with path.open("rb") as stream:
                data = stream.read(LARGEST_INPUT + 1)
        except OSError as problem:
            raise FileProblem(f"{name!r} cannot be read ({problem.strerror}).", "Check its permissions.") from problem
    if len(data) > LARGEST_INPUT:
        raise JobError(f"The input is larger than {LARGEST_INPUT:,} bytes.", "Send it in smaller batches.")
    return data


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise NotText("The input is not UTF-8 text.", "Save it as plain UTF-8 text and try again.") from problem


def _show(view: str, item: Any) -> None:
    from . import terminal

    getattr(terminal, view)(item)


def main(arguments: Iterable[str] | None = None) -> NoReturn:
    """The entry point: errors of ours become one line and an exit code, bugs keep their traceback."""
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app(list(arguments) if arguments is not None else None)
    except UsageError as problem:
        _fail(problem, 2)
    except OtassistError as problem:
        _fail(problem, 1)
    sys.exit(0)


def _fail(problem: OtassistError, code: int) -> NoReturn:
    print(f"otassist: {problem}", file=sys.stderr)
    sys.exit(code)
