"""What came of a run: may the change ship, and the report on it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..errors import UsageError
from .shared import AsJson, existing, print_json


def compare(
    base: Annotated[Path, typer.Argument(help="The run directory that ships now.", show_default=False)],
    new: Annotated[Path, typer.Argument(help="The run directory of the change.", show_default=False)],
    frozen: Annotated[
        Path | None, typer.Option(metavar="RUN", help="The new drafting on BASE's passages, to tell what did it.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say whether a change may ship.

    The exit code is 0 for PASS, 3 BLOCK, 4 INCONCLUSIVE, 5 BROKEN.
    """
    from ..evaluation import answer as shapes
    from ..evaluation.comparison import compare as compared
    from ..evaluation.report import as_text
    from ..evaluation.rundir import read_run

    between = read_run(existing(frozen)) if frozen else None
    answer = compared(read_run(existing(base)), read_run(existing(new)), frozen=between)
    if as_json:
        print_json(shapes.comparison(answer))
    else:
        print(as_text(answer))
    raise typer.Exit(answer.exit)


def report(
    run: Annotated[Path, typer.Argument(help="The run directory to report on.", show_default=False)],
    base: Annotated[
        Path | None, typer.Option(metavar="BASE", help="The run to compare it with.", show_default=False)
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where to write; RUN/report by default.", show_default=False)
    ] = None,
    frozen: Annotated[
        Path | None, typer.Option(metavar="RUN", help="The new drafting on BASE's passages.", show_default=False)
    ] = None,
    held_out: Annotated[bool, typer.Option("--held-out", help="Show jots and drafts of held-out cases too.")] = False,
) -> None:
    """Write a report of a run.

    One offline HTML page, and Markdown, JSON and JUnit XML.
    """
    from ..evaluation.report import write

    if frozen and not base:
        raise UsageError("--frozen stands between two runs.", "Name the other with --base.")
    between = existing(frozen) if frozen else None
    for path in write(existing(run), existing(base) if base else None, out or run / "report", held_out, between):
        print(path)
