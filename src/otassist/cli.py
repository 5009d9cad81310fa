"""The command line: arguments in, text or JSON out. It knows no rule of the field.

Startup is part of the contract: what only one command needs (rich, the stages, settings) is imported there.
"""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from . import __version__, bank_cli, eval_cli, jobs, mask_cli, model_cli, prompts_cli, serve_cli, talk_cli, wire
from .domain import Context
from .errors import EmptyJot, FileProblem, OtassistError, UsageError
from .jobs import AsJson, AsLines, File

if TYPE_CHECKING:
    pass


class OneLineErrors(TyperGroup):
    """Every error a person can mend is one line and an exit code, for `main` and for any runner of `app`."""

    def main(self, args: Sequence[str] | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]
        sys.exit(self._code(args, {**extra, "standalone_mode": False}))

    def _code(self, args: Sequence[str] | None, extra: Mapping[str, Any]) -> int:
        try:
            if sys.stdout is None:
                raise FileProblem(
                    "Standard output is closed.", "Run it where it can print, or send the output to a file."
                )
            code = super().main(args, **extra)
            sys.stdout.flush()
        except OtassistError as problem:
            return jobs.complain(str(problem), 2 if isinstance(problem, UsageError) else 1)
        except TyperException as problem:
            return jobs.complain(_usage(problem), problem.exit_code)
        except OSError as problem:
            return _unwritable(problem)
        return code or 0


def _usage(problem: TyperException) -> str:
    """Typer's words on a wrong call in one line, with where to look."""
    context = getattr(problem, "ctx", None)
    said = " ".join(problem.format_message().replace("Value error, ", "").split()).rstrip(".")
    return f"{said}. See '{context.command_path if context else 'otassist'} --help'."


def _unwritable(problem: OSError) -> int:
    """Output nobody takes: quiet when its reader left, as `head` does; with a file's name it is a bug."""
    if problem.filename is not None:
        raise problem
    jobs.silence(sys.stdout)
    if isinstance(problem, BrokenPipeError):
        return 1
    return jobs.complain(f"The output cannot be written ({problem.strerror}). Make room, or send it elsewhere.", 1)


app = typer.Typer(cls=OneLineErrors, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(bank_cli.app, name="bank")
app.add_typer(eval_cli.app, name="eval")
app.add_typer(prompts_cli.app, name="prompts")
app.add_typer(model_cli.app, name="model")


class DraftKind(StrEnum):
    goal = "goal"
    note = "note"
    consult = "consult"


class CheckKind(StrEnum):
    goal = "goal"
    note = "note"


class SearchKind(StrEnum):
    goal = "goal"
    practice = "practice"


app.command()(talk_cli.ask)
app.command()(talk_cli.revise)
app.command()(serve_cli.serve)


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


_HINTS = {
    "grade": "PreK, K, 1 to 12, or 18-21.",
    "plan": "IEP, 504 or RTI.",
    "delivery": "push-in, pull-out, consultation or combined.",
    "area": "Where the work belongs, such as handwriting or self_care.",
    "date": "The date of service.",
    "minutes": "How long it took.",
    "review_date": "When the plan is reviewed.",
    "student": "A label for the student, such as initials; never required.",
    "pronoun": "he, she or they; never guessed from a name.",
    "goals": "A current goal of the plan with its baseline; repeat for more.",
    "start": "When it began.",
    "stop": "When it ended.",
    "group_size": "How many students.",
    "attendance": "Present, absent, late, and why.",
    "state": "The state whose rules apply.",
    "objectives": "yes: add short-term objectives to a goal, as alternate assessment or a state may ask.",
    "note_type": "session, observation, screening, present_levels or consultation.",
}


def _option(name: str) -> inspect.Parameter:
    flag = "--" + name.replace("_", "-")
    shape: Any = list[str] | None if name == "goals" else str | None
    names = (flag, "--" + name) if "_" in name else (flag,)
    annotation = Annotated[shape, typer.Option(*names, show_default=False, help=_HINTS[name])]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


@app.callback(invoke_without_command=True)
def otassist(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Notes for school occupational therapists, from shorthand; every clause traced to its words."""
    if version:
        print(f"otassist {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help(), file=sys.stderr)
        raise typer.Exit(2)


@app.command()
@_with_context
def draft(
    kind: DraftKind,
    file: File = None,
    as_json: AsJson = False,
    jsonl: AsLines = False,
    show_masked: mask_cli.ShowMasked = False,
    *,
    context: Mapping[str, Any],
) -> None:
    """Draft goals or a note from a jot.

    Goals from the bank; a session, observation, screening, present-levels or consultation note.
    """
    if show_masked:
        mask_cli.show_outgoing(kind.value, file, as_json, jsonl, context)
        return
    assistant = jobs.assistant()

    def answer(item: Mapping[str, Any]) -> tuple[wire.JSON, Callable[[], None]]:
        entered, unknown = wire.context_from(jobs.beside(context, item))
        drafted = assistant.draft(kind.value, wire.text_from(item), entered, unknown)
        return wire.drafting(drafted, item.get("id")), lambda: jobs.show("drafting", drafted)

    jobs.run(answer, file, as_json, jsonl)


@app.command()
@_with_context
def facts(file: File = None, as_json: AsJson = False, jsonl: AsLines = False, *, context: Mapping[str, Any]) -> None:
    """Show what is read in a jot.

    Statements, facts, areas, questions and the words not used.
    """
    assistant = jobs.assistant()

    def answer(item: Mapping[str, Any]) -> tuple[wire.JSON, Callable[[], None]]:
        entered, unknown = wire.context_from(jobs.beside(context, item))
        read = assistant.read(wire.text_from(item), entered, unknown)
        return wire.reading(read, item.get("id")), lambda: jobs.show("observation", read)

    jobs.run(answer, file, as_json, jsonl)


@app.command()
def check(
    kind: CheckKind,
    file: File = None,
    observation: Annotated[str | None, typer.Option(metavar="FILE", help="The jot to ground the note on.")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Show the goal repaired, with blanks to fill in.")] = False,
    as_json: AsJson = False,
    jsonl: AsLines = False,
) -> None:
    """Check a goal or a note that anybody wrote.

    A note against its jot, where one is given.
    """
    if observation == "-" and file in (None, "-"):
        raise UsageError("The note and its jot cannot both come from standard input.", "Name a file for one of them.")
    assistant = jobs.assistant()
    grounds = {} if observation is None else {"observation": jobs.decoded(jobs.read_file(observation))}

    def about_goal(item: Mapping[str, Any]) -> tuple[wire.JSON, Callable[[], None]]:
        entered, unknown = wire.context_from(item)
        found = assistant.check_goal(wire.text_from(item), entered, unknown, fix)
        return wire.checked_goal(found, item.get("id")), lambda: jobs.show("checked_goal", found)

    def about_note(item: Mapping[str, Any]) -> tuple[wire.JSON, Callable[[], None]]:
        item = jobs.beside(grounds, item)
        entered, unknown = wire.context_from(item)
        checked = assistant.check_note(wire.text_from(item), _jot(item), entered, unknown, wire.previous_from(item))
        return wire.checked(checked, item.get("id")), lambda: jobs.show("checked", checked)

    goal = kind is CheckKind.goal
    jobs.run(about_goal if goal else about_note, file, as_json, jsonl, parallel=goal)


@app.command()
def search(
    query: Annotated[
        list[str] | None, typer.Argument(help="What to look for; standard input when left out.", show_default=False)
    ] = None,
    k: Annotated[int, typer.Option("-k", "--k", min=1, max=1000, help="How many results.")] = 5,
    kind: Annotated[SearchKind | None, typer.Option(show_default=False, help="Goals or practice only.")] = None,
    area: Annotated[str | None, typer.Option(show_default=False, help=_HINTS["area"])] = None,
    grade: Annotated[str | None, typer.Option(show_default=False, help=_HINTS["grade"])] = None,
    as_json: AsJson = False,
    jsonl: AsLines = False,
) -> None:
    """Search the goal bank and the practice library.

    By words and by meaning; shorthand is understood.
    """
    if query and jsonl:
        raise UsageError("--jsonl reads its queries from standard input.", "Leave the query out.")
    assistant = jobs.assistant()
    options = {"k": k, "kind": kind.value if kind else None, "area": area, "grade": grade}

    def answer(item: Mapping[str, Any]) -> tuple[wire.JSON, Callable[[], None]]:
        item = jobs.beside(options, item)
        narrowing = {key: value for key, value in item.items() if key not in ("query", "k")}
        context, unknown = wire.context_from(narrowing)
        asked = wire.text_from(item, "query")
        found = assistant.search(asked, k=item["k"], kind=item["kind"], context=context, unknown_keys=unknown)
        return wire.search(asked, found.evidence, found.questions, item.get("id")), lambda: jobs.show("found", found)

    if query:
        jobs.put(answer({"query": " ".join(query)}), as_json)
    else:
        jobs.run(answer, None, as_json, jsonl, key="query")


app.command()(mask_cli.mask)
app.command()(mask_cli.unmask)


@app.command()
def doctor(as_json: AsJson = False) -> None:
    """Show what is set and what works.

    And which drafter will be used and why.
    """
    from .bootstrap import doctor as diagnose

    diagnosis = diagnose()
    if as_json:
        problems = list(diagnosis.problems)
        print(wire.dump({"schema_version": wire.SCHEMA_VERSION, **diagnosis.facts, "problems": problems}))
    else:
        jobs.show("diagnosis", diagnosis)
    for problem in diagnosis.problems:
        jobs.complain(problem, 1)
    raise typer.Exit(0 if diagnosis.healthy else 1)


def _jot(item: Mapping[str, Any]) -> str | None:
    """The jot a note is checked on: none is fine, an empty one would check nothing without saying so."""
    if item.get("observation") is None:
        return None
    jot = wire.text_from(item, "observation")
    if not jot.strip():
        raise EmptyJot("The jot to ground the note on is empty.", "Give the jot's text, or leave it out.")
    return jot


def main(arguments: Iterable[str] | None = None) -> NoReturn:
    """The entry point: errors of ours become one line and an exit code, bugs keep their traceback."""
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, print would fall back to stdout
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    app(list(arguments) if arguments is not None else None)
    raise AssertionError("app always exits")
