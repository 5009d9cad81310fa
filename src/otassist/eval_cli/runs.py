"""Runs: made, gone on with, measured anew, judged by a model, blessed."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import JobError, UsageError
from .shared import AsJson, Cases, Folder, Workers, existing, one_thread_each, place_of, print_json, table

if TYPE_CHECKING:
    from ..evaluation.judges import Agreement
    from ..evaluation.results import RunDirectory


class Split(StrEnum):
    dev = "dev"
    held_out = "held_out"


def run(
    cases: Cases = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="The run directory to make.")] = None,
    resume: Annotated[Path | None, typer.Option(metavar="RUN", help="Go on with a run that was stopped.")] = None,
    failing: Annotated[Path | None, typer.Option(metavar="RUN", help="Only what was not good in that run.")] = None,
    frozen: Annotated[
        Path | None,
        typer.Option(metavar="BASE", help="Draft from what that run's searches found."),
    ] = None,
    filters: Annotated[
        list[str] | None, typer.Option("--filter", metavar="FIELD=VALUE", help="Such as area=handwriting, id=h4-*.")
    ] = None,
    split: Annotated[Split | None, typer.Option(help="Only the cases of a split.", show_default=False)] = None,
    repeats: Annotated[
        int | None,
        typer.Option(
            min=1, max=100, show_default=False, help="How often each case is drafted; 3 with a model, else once."
        ),
    ] = None,
    workers: Workers = None,
    cached: Annotated[bool, typer.Option("--cache/--no-cache", help="Take answers already made from the disk.")] = True,
    record: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep what a model answers in a file of its own.")
    ] = None,
    recorded: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Take a model's answers from that file and never ask it.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Draft and measure every case.

    What is done is on disk at once; a run that was stopped goes on with --resume.
    """
    one_thread_each()
    from ..evaluation import selecting, session, showing
    from ..evaluation.results import RunDirectory

    if recorded and not recorded.is_file():
        raise UsageError(f"There is no file {str(recorded)!r}.", "Make one with --record.")
    place = place_of(cases)
    if resume:
        directory, chosen = session.resumed(place, existing(resume))
    else:
        only = selecting.failing(RunDirectory(existing(failing))) if failing else None
        chosen = selecting.selected(place.all_cases(), filters or (), split and split.value, only)
        if frozen:
            chosen = tuple(case for case in chosen if case.task != "search")
        directory = session.start(place, chosen, repeats, out, existing(frozen) if frozen else None)
    try:
        kept = recorded or record or (place.cache if cached else None)
        session.go_on(place, directory, chosen, workers, kept, showing.bar, sealed=recorded is not None)
    except KeyboardInterrupt as stop:
        raise JobError("Stopped.", f"Go on with 'otassist eval run --resume {directory.folder}'.") from stop
    _summarise(directory, as_json)


_SHOWN = 15
"""Cases listed after a run."""


def _summarise(directory: RunDirectory, as_json: bool) -> None:
    """Means, then what was not good on dev. Exit code 1 when a case has no score."""
    from ..evaluation import summary

    found = summary.summary(directory.rows())
    if as_json:
        print_json({"run": str(directory.folder), **summary.as_json(found)})
    else:
        table(*summary.table(found))
        for case, fault in found.faults[:_SHOWN]:
            print(f"{case}  {' '.join(fault.split())[:160]}")
        if len(found.faults) > _SHOWN:
            print(f"... and {len(found.faults) - _SHOWN} more")
        print(f"{found.held_out_faults} held-out cases are not perfect; their drafts are not shown.")
        print(summary.cost_line(found))
        print(*found.errors, sep="\n", end="\n" if found.errors else "")
        print(f"The run is in {directory.folder}")
    raise typer.Exit(1 if found.errors else 0)


def rescore(run: Folder, cases: Cases = None, workers: Workers = None, as_json: AsJson = False) -> None:
    """Measure the stored drafts of a run anew.

    For a new or mended metric; nothing is drafted.
    """
    one_thread_each()
    from ..evaluation import session, showing
    from ..evaluation.results import RunDirectory

    directory = RunDirectory(existing(run))
    session.rescore(place_of(cases), directory, workers, showing.bar)
    _summarise(directory, as_json)


def bless(run: Folder) -> None:
    """Make a run the baseline.

    Later runs are compared with evals/baseline.
    """
    from ..evaluation import blessing
    from ..evaluation.results import RunDirectory

    baseline = blessing.shipped_baseline()
    count = blessing.bless(RunDirectory(existing(run)), RunDirectory(baseline))
    print(f"{count} results are now the baseline in {baseline}.")


def judge(
    run: Folder,
    only: Annotated[
        list[str] | None, typer.Option("--metric", metavar="NAME", help="Such as judge_supported; all by default.")
    ] = None,
    folder: Annotated[Path | None, typer.Option("--labels", metavar="DIR", help="evals/labels by default.")] = None,
    cases: Cases = None,
    workers: Workers = None,
    as_json: AsJson = False,
) -> None:
    """Ask a model for a second opinion on the drafts of a run.

    And first on labelled texts: it stays advisory until it agrees with people.
    """
    from .. import bootstrap
    from ..evaluation import judges, judging_runs, labels, showing
    from ..evaluation.cases import shipped_cases
    from ..evaluation.listening import listened
    from ..evaluation.results import RunDirectory
    from ..evaluation.session import AT_ONCE

    place, directory = place_of(cases), RunDirectory(existing(run))
    asked = bootstrap.judge(invented=place.cases == shipped_cases())
    if asked is None:
        raise UsageError("No model is set to judge.", "Set OTASSIST_JUDGE_MODEL and OTASSIST_JUDGE_BASE_URL.")
    speaker, shelf = asked
    unknown = [name for name in only or () if name not in judges.TASKS]
    if unknown:
        raise UsageError(f"{unknown[0]!r} is no judge.", f"There are: {', '.join(judges.TASKS)}.")
    chosen = [judges.Judge(listened(speaker), shelf.prompt(name)) for name in only or judges.TASKS]
    kept, held = place.cache, folder or labels.shipped_labels()
    found = judging_runs.judged_run(chosen, directory, held, kept, workers or AT_ONCE, showing.bar)
    if as_json:
        print_json({"run": str(directory.folder), "judges": {item.metric: item.as_json() for item in found}})
        return
    table(("judge", "n", "good kept", "bad found", "kappa", "may gate"), [_row_of(item) for item in found])


def _row_of(item: Agreement) -> tuple[str, ...]:
    figures = (item.true_positive_rate, item.true_negative_rate, item.kappa)
    told = ("-" if figure is None else f"{figure:.2f}" for figure in figures)
    return (item.metric, str(item.n), *told, "yes" if item.holds else "no: advisory")
