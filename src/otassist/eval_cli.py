"""The commands `otassist eval ...`: what is heavy is imported where it is used, so that `--help` stays quick."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import wire
from .errors import JobError, UsageError

if TYPE_CHECKING:
    from .evaluation.judges import Agreement
    from .evaluation.results import RunDirectory
    from .evaluation.session import Place

app = typer.Typer(help="Measure on the cases of evals/.\n\nAnd say whether a change may ship.")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Cases = Annotated[
    Path | None, typer.Option("--cases", metavar="DIR", help="A folder of cases; the shipped ones by default.")
]
Workers = Annotated[int | None, typer.Option(min=1, max=64, show_default=False, help="How many work at once.")]
Folder = Annotated[Path, typer.Argument(help="A run directory.", show_default=False)]


class Split(StrEnum):
    dev = "dev"
    held_out = "held_out"


@app.command()
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
    from .evaluation import selecting, session, showing
    from .evaluation.results import RunDirectory

    if recorded and not recorded.is_file():
        raise UsageError(f"There is no file {str(recorded)!r}.", "Make one with --record.")
    place = _place(cases)
    if resume:
        directory, chosen = session.resumed(place, _folder(resume))
    else:
        only = selecting.failing(RunDirectory(_folder(failing))) if failing else None
        chosen = selecting.selected(place.all_cases(), filters or (), split and split.value, only)
        if frozen:
            chosen = tuple(case for case in chosen if case.task != "search")
        directory = session.start(place, chosen, repeats, out, _folder(frozen) if frozen else None)
    try:
        kept = recorded or record or (place.cache if cached else None)
        session.go_on(place, directory, chosen, workers, kept, showing.bar, sealed=recorded is not None)
    except KeyboardInterrupt as stop:
        raise JobError("Stopped.", f"Go on with 'otassist eval run --resume {directory.folder}'.") from stop
    _summarise(directory, as_json)


@app.command()
def rescore(run: Folder, cases: Cases = None, workers: Workers = None, as_json: AsJson = False) -> None:
    """Measure the stored drafts of a run anew.

    For a new or mended metric; nothing is drafted.
    """
    from .evaluation import session, showing
    from .evaluation.results import RunDirectory

    directory = RunDirectory(_folder(run))
    session.rescore(_place(cases), directory, workers, showing.bar)
    _summarise(directory, as_json)


@app.command()
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
    from . import bootstrap
    from .evaluation import judges, judging_runs, labels, showing
    from .evaluation.cases import shipped_cases
    from .evaluation.listening import listened
    from .evaluation.results import RunDirectory
    from .evaluation.session import AT_ONCE

    place, directory = _place(cases), RunDirectory(_folder(run))
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
        print(wire.dump({"run": str(directory.folder), "judges": {item.metric: item.as_json() for item in found}}))
        return
    _table(("judge", "n", "good kept", "bad found", "kappa", "may gate"), [_row_of(item) for item in found])


def _row_of(item: Agreement) -> tuple[str, ...]:
    figures = (item.true_positive_rate, item.true_negative_rate, item.kappa)
    told = ("-" if figure is None else f"{figure:.2f}" for figure in figures)
    return (item.metric, str(item.n), *told, "yes" if item.holds else "no: advisory")


@app.command()
def bless(run: Folder) -> None:
    """Make a run the baseline.

    Later runs are compared with evals/baseline.
    """
    from .evaluation import blessing
    from .evaluation.results import RunDirectory

    baseline = blessing.shipped_baseline()
    count = blessing.bless(RunDirectory(_folder(run)), RunDirectory(baseline))
    print(f"{count} results are now the baseline in {baseline}.")


@app.command(name="cases")
def check_cases(
    cases: Cases = None,
    pairs: Annotated[bool, typer.Option("--pairs", help="Draft metamorphic pairs, too.")] = False,
    as_json: AsJson = False,
) -> None:
    """Check the cases and show their balance.

    Every must-keep fact in its jot, every relevant passage there, no two alike.
    """
    from .evaluation import balance, validating

    place = _place(cases)
    found = place.all_cases()
    problems = [*validating.problems(found, place.corpus), *(validating.pair_problems(found) if pairs else ())]
    if as_json:
        print(wire.dump({"cases": len(found), "problems": problems, "balance": balance.counts(found)}))
    else:
        _table(("what", "which", "dev", "held out"), balance.table(found))
        for problem in problems:
            print(problem)
        print(f"{len(found)} cases, {len(problems)} problems.")
    raise typer.Exit(1 if problems else 0)


@app.command()
def selfcheck(
    most: Annotated[int, typer.Option(min=1, help="Drafts spoilt for each kind.")] = 60,
    cases: Cases = None,
    missed: Annotated[bool, typer.Option("--missed", help="List what was not caught.")] = False,
    as_json: AsJson = False,
) -> None:
    """Seed defects into good drafts and count what the metrics catch."""
    from .evaluation import selfcheck as checking
    from .evaluation.product import maker

    place = _place(cases)
    found = checking.selfcheck(place.all_cases(), maker(place.corpus)(), most)
    if as_json:
        print(wire.dump(found.as_json()))
    else:
        _table(("kind", "kill rate", "n"), found.table())
        print(*found.missed if missed else (), sep="\n", end="")
    raise typer.Exit(0 if found.is_good else 1)


@app.command()
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
    from .evaluation import answer as shapes
    from .evaluation.comparison import compare as compared
    from .evaluation.report import as_text
    from .evaluation.rundir import read_run

    between = read_run(_folder(frozen)) if frozen else None
    answer = compared(read_run(_folder(base)), read_run(_folder(new)), frozen=between)
    print(wire.dump(shapes.comparison(answer)) if as_json else as_text(answer))
    raise typer.Exit(answer.exit)


@app.command()
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
    from .evaluation.report import write

    if frozen and not base:
        raise UsageError("--frozen stands between two runs.", "Name the other with --base.")
    between = _folder(frozen) if frozen else None
    for path in write(_folder(run), _folder(base) if base else None, out or run / "report", held_out, between):
        print(path)


def _folder(path: Path) -> Path:
    """Raises UsageError for what is no folder; what is wrong inside one is BROKEN, not wrong usage."""
    if not path.is_dir():
        raise UsageError(f"There is no run directory {str(path)!r}.", "Make one with 'otassist eval run'.")
    return path


@app.command()
def labels(
    folder: Annotated[Path | None, typer.Argument(help="Labelled sentences; evals/labels by default.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show how often 'supported' is wrong.

    On sentences that others labelled by hand.
    """
    from .bootstrap import build
    from .evaluation import labels as labelled

    found = labelled.agreement(folder or labelled.shipped_labels(), build())
    if as_json:
        print(wire.dump(found.as_json()))
        return
    print(
        f"{len(found.refused)} of {found.supported} supported sentences are refused: {', '.join(found.refused) or '-'}"
    )
    print(f"{len(found.accepted)} of {found.unsupported} others are accepted: {', '.join(found.accepted) or '-'}")


def _place(cases: Path | None) -> Place:
    from .bank import shipped_corpus
    from .evaluation.cases import shipped_cases
    from .evaluation.session import Place
    from .settings import read_settings

    settings = read_settings()
    return Place(cases or shipped_cases(), settings.corpus_dir or shipped_corpus(), settings.data_dir / "eval")


_SHOWN = 15
"""Cases listed after a run."""


def _summarise(directory: RunDirectory, as_json: bool) -> None:
    """Means, then what was not good on dev. Exit code 1 when a case has no score."""
    from .evaluation import summary

    found = summary.summary(directory.rows())
    if as_json:
        print(wire.dump({"run": str(directory.folder), **summary.as_json(found)}))
    else:
        _table(*summary.table(found))
        for case, fault in found.faults[:_SHOWN]:
            print(f"{case}  {' '.join(fault.split())[:160]}")
        if len(found.faults) > _SHOWN:
            print(f"... and {len(found.faults) - _SHOWN} more")
        print(f"{found.held_out_faults} held-out cases are not perfect; their drafts are not shown.")
        print(summary.cost_line(found))
        print(*found.errors, sep="\n", end="\n" if found.errors else "")
        print(f"The run is in {directory.folder}")
    raise typer.Exit(1 if found.errors else 0)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    from .terminal import table

    table(list(heads), [list(row) for row in rows])
