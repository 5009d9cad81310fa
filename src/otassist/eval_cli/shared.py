"""Options and places that several commands share."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .. import wire
from ..errors import UsageError

if TYPE_CHECKING:
    from ..evaluation.session import Place

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Cases = Annotated[
    Path | None, typer.Option("--cases", metavar="DIR", help="A folder of cases; the shipped ones by default.")
]
Workers = Annotated[int | None, typer.Option(min=1, max=64, show_default=False, help="How many work at once.")]
Folder = Annotated[Path, typer.Argument(help="A run directory.", show_default=False)]


def one_thread_each() -> None:
    """For commands that compute in a process a core, where numpy's own threads only wait for one another.

    Counts before numpy is loaded, and in the processes that are started.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def existing(path: Path) -> Path:
    """Raises UsageError for what is no folder; what is wrong inside one is BROKEN, not wrong usage."""
    if not path.is_dir():
        raise UsageError(f"There is no run directory {str(path)!r}.", "Make one with 'otassist eval run'.")
    return path


def place_of(cases: Path | None) -> Place:
    from ..bank import shipped_corpus
    from ..evaluation.cases import shipped_cases
    from ..evaluation.session import Place
    from ..settings import read_settings

    settings = read_settings()
    return Place(cases or shipped_cases(), settings.corpus_dir or shipped_corpus(), settings.data_dir / "eval")


def print_json(found: Mapping[str, Any]) -> None:
    """Prints one JSON object, as every command does."""
    print(wire.dump({"schema_version": wire.SCHEMA_VERSION, **found}))


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Prints a table for a person."""
    from .. import terminal

    terminal.table(list(heads), [list(row) for row in rows])
