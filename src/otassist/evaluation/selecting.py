"""Which cases to run: a split, words to filter by, or those that were not good in another run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from ..errors import UsageError
from .cases import Case
from .measuring import Row
from .results import RunDirectory

_FIELDS = ("id", "task", "area", "grade", "plan", "delivery", "note_type", "tags", "cluster", "split")


def selected(
    cases: Iterable[Case], filters: Sequence[str] = (), split: str | None = None, only: Iterable[str] | None = None
) -> tuple[Case, ...]:
    """The cases that pass every filter (`area=handwriting`, `id=h4-*`). Raises UsageError when none does.

    Of a broken case nothing but its id is known, so nothing else leaves it out.
    """
    wanted = [_wish(text) for text in filters]
    names = None if only is None else set(only)
    found = tuple(
        case
        for case in cases
        if (split is None or case.split == split or case.problem)
        and (names is None or case.id in names)
        and all(_matches(case, field, pattern) for field, pattern in wanted if field == "id" or not case.problem)
    )
    if not found:
        raise UsageError("No case is left to run.", "Loosen --filter, --split or --failing.")
    return found


def _wish(text: str) -> tuple[str, str]:
    field, _, pattern = text.partition("=")
    if field not in _FIELDS or not pattern:
        names = ", ".join(_FIELDS)
        raise UsageError(f"{text!r} is no filter.", f"Write FIELD=VALUE, such as area=handwriting; fields: {names}.")
    return field, pattern


def _matches(case: Case, field: str, pattern: str) -> bool:
    value = getattr(case, field)
    return any(fnmatchcase(str(item), pattern) for item in (value if isinstance(value, tuple) else (value,)))


def failing(directory: RunDirectory) -> list[str]:
    """The cases of a run that have an error, a safety count, or a core metric below 1, each once."""
    return list(dict.fromkeys(row["case"] for row in directory.rows() if faults_of(row)))


def faults_of(row: Row) -> list[str]:
    """What is not good about a line: its error, or safety and core metrics that fall short."""
    if row["error"]:
        return [f"error: {row['error']['message']}"]
    if row["task"] == "search":
        return []  # hardly a ranking is perfect; ndcg@10 is looked at as a mean
    return [
        f"{name} {measured['value']:g}: {measured['reason']}"
        for name, measured in row["metrics"].items()
        if measured["value"] is not None
        and (measured["value"] > 0 if measured["kind"] == "safety" else measured["value"] < 1)
        and measured["kind"] != "other"
    ]
