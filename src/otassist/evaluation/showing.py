"""What the eval commands show while they work: a bar with the time left, where standard error is a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .measuring import Row


def bar(rows: Iterable[Row], of: int) -> Iterator[Row]:
    """Passes rows through."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True)
    shown = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(
        *shown, TextColumn("left"), TimeRemainingColumn(), console=console, disable=not console.is_terminal
    ) as it:
        task = it.add_task("Cases", total=of)
        for row in rows:
            it.advance(task)
            yield row
