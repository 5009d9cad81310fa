"""The commands `otassist eval ...`: what is heavy is imported where it is used, so that `--help` stays quick."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from . import wire
from .errors import UsageError

app = typer.Typer(help="Measure on the cases of evals/.\n\nAnd say whether a change may ship.")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def compare(
    base: Annotated[Path, typer.Argument(help="The run directory that ships now.", show_default=False)],
    new: Annotated[Path, typer.Argument(help="The run directory of the change.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Say whether a change may ship.

    The exit code is 0 for PASS, 3 BLOCK, 4 INCONCLUSIVE, 5 BROKEN.
    """
    from .evaluation.comparison import compare as compared
    from .evaluation.report import as_text

    answer = compared(_folder(base), _folder(new))
    print(wire.dump(answer) if as_json else as_text(answer))
    raise typer.Exit(int(answer["exit"]))


@app.command()
def report(
    run: Annotated[Path, typer.Argument(help="The run directory to report on.", show_default=False)],
    base: Annotated[
        Path | None, typer.Option(metavar="BASE", help="The run to compare it with.", show_default=False)
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where to write; RUN/report by default.", show_default=False)
    ] = None,
) -> None:
    """Write a report of a run.

    One offline HTML page, and Markdown, JSON and JUnit XML.
    """
    from .evaluation.report import write

    for path in write(_folder(run), _folder(base) if base else None, out or run / "report"):
        print(path)


def _folder(path: Path) -> Path:
    """Raises UsageError for what is no folder; what is wrong inside one is BROKEN, not wrong usage."""
    if not path.is_dir():
        raise UsageError(f"There is no run directory {str(path)!r}.", "Make one with 'otassist eval run'.")
    return path
