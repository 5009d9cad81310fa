"""Whether the suite itself can be trusted: its cases, what its metrics catch, and how often they are wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .shared import AsJson, Cases, place_of, print_json, table


def check_cases(
    cases: Cases = None,
    pairs: Annotated[bool, typer.Option("--pairs", help="Draft metamorphic pairs, too.")] = False,
    as_json: AsJson = False,
) -> None:
    """Check the cases and show their balance.

    Every must-keep fact in its jot, every relevant passage there, no two alike.
    """
    from ..evaluation import balance, validating

    place = place_of(cases)
    found = place.all_cases()
    problems = [*validating.problems(found, place.corpus), *(validating.pair_problems(found) if pairs else ())]
    if as_json:
        print_json({"cases": len(found), "problems": problems, "balance": balance.counts(found)})
    else:
        table(("what", "which", "dev", "held out"), balance.table(found))
        for problem in problems:
            print(problem)
        print(f"{len(found)} cases, {len(problems)} problems.")
    raise typer.Exit(1 if problems else 0)


def selfcheck(
    most: Annotated[int, typer.Option(min=1, help="Drafts spoilt for each kind.")] = 60,
    cases: Cases = None,
    missed: Annotated[bool, typer.Option("--missed", help="List what was not caught.")] = False,
    as_json: AsJson = False,
) -> None:
    """Seed defects into good drafts and count what the metrics catch."""
    from ..evaluation import selfcheck as checking
    from ..evaluation.product import maker

    place = place_of(cases)
    found = checking.selfcheck(place.all_cases(), maker(place.corpus)(), most)
    if as_json:
        print_json(found.as_json())
    else:
        table(("kind", "kill rate", "n"), found.table())
        print(*found.missed if missed else (), sep="\n", end="")
    raise typer.Exit(0 if found.is_good else 1)


def labels(
    folder: Annotated[Path | None, typer.Argument(help="Labelled sentences; evals/labels by default.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show how often 'supported' is wrong.

    On sentences that others labelled by hand.
    """
    from ..bootstrap import build
    from ..evaluation import labels as labelled

    found = labelled.agreement(folder or labelled.shipped_labels(), build())
    if as_json:
        print_json(found.as_json())
        return
    print(
        f"{len(found.refused)} of {found.supported} supported sentences are refused: {', '.join(found.refused) or '-'}"
    )
    print(f"{len(found.accepted)} of {found.unsupported} others are accepted: {', '.join(found.accepted) or '-'}")
