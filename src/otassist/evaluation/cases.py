"""The cases of `evals/cases/`: every file of it, whatever its own fields, becomes one type.

Jots, queries and students are invented. A case stands on one line of a JSON Lines file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, get_args

from ..domain import Context
from ..errors import FileProblem

Task = Literal["note", "consult", "goal", "search"]
Split = Literal["dev", "held_out"]
TASKS: tuple[Task, ...] = get_args(Task)
_ENTERED = ("grade", "plan")
"""What the therapist enters beside a goal's jot; a note's case has its own `context`, if any."""


@dataclass(frozen=True, slots=True)
class CaseFact:
    """Words of the jot; `must_keep` when a faithful note cannot leave them out."""

    text: str
    value: str = ""
    must_keep: bool = False
    student: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One jot or query with what an expert would hold its answer to.

    `text` is the jot, or the query of a search. `relevant` grades passages 0 to 2; where it is empty `words`
    tell a relevant passage. `expect_refusal`: no goal may be drafted. `cluster` is the invented student.
    """

    id: str
    task: Task
    text: str
    cluster: str
    split: Split
    area: tuple[str, ...] = ()
    grade: str | None = None
    plan: str | None = None
    delivery: str | None = None
    note_type: str | None = None
    facts: tuple[CaseFact, ...] = ()
    missing: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    relevant: Mapping[str, int] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    kind: str | None = None
    expect_refusal: bool = False
    refer_to: str | None = None
    concern: str | None = None
    setting: str | None = None
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    entered: Mapping[str, Any] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    problem: str = field(default="", repr=False)
    """Why its line is no case: it is never answered or measured, and the run it belongs to is broken."""

    @property
    def must_keep(self) -> tuple[str, ...]:
        return tuple(fact.text for fact in self.facts if fact.must_keep)

    @property
    def context(self) -> Context:
        """What is entered beside the jot."""
        known = {item.name for item in fields(Context)}
        return Context(**{key: _entered(value) for key, value in self.entered.items() if key in known and value})


def _entered(value: Any) -> Any:
    return tuple(map(str, value)) if isinstance(value, list) else str(value)


def shipped_cases() -> Path:
    """The folder of the shipped cases: inside the installed package, or at the top of the repository."""
    package = Path(str(files("otassist")))
    installed = package / "_share" / "evals" / "cases"
    return installed if installed.is_dir() else package.parent.parent / "evals" / "cases"


def read_cases(folder: Path) -> tuple[Case, ...]:
    """Every case of `folder/*.jsonl`, by file and line; a line that is none becomes a case with a `problem`.

    Raises FileProblem when there is no file.
    """
    found = sorted(folder.glob("*.jsonl"))
    if not found:
        raise FileProblem(f"There is no case file in {str(folder)!r}.", "Name a folder with *.jsonl files of cases.")
    return tuple(case for file in found for case in _of_file(file))


def cases_digest(cases: Iterable[Case]) -> str:
    """SHA-256 over all fields of the cases, whatever their order."""
    return sha256("\n".join(sorted(map(repr, cases))).encode()).hexdigest()


def _of_file(file: Path) -> Iterator[Case]:
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            yield _of_line(line, f"{file.name}, line {number}")


def _of_line(line: str, place: str) -> Case:
    row: Any = None
    try:
        row = json.loads(line)
        return case_from(row)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        said = f"the field {problem} is missing" if isinstance(problem, KeyError) else str(problem)
        told = f"{place} is no case: {said or type(problem).__name__}."
        return Case(_name_of(row) or place, "note", "", place, "dev", problem=told)


def _name_of(row: Any) -> str:
    name = row.get("id") if isinstance(row, Mapping) else None
    return name if isinstance(name, str) else ""


def case_from(row: Mapping[str, Any]) -> Case:
    """A case from the fields of a line. Raises KeyError, ValueError or TypeError for what is missing or wrong."""
    task = row["task"]
    for name in ("id", "query" if task == "search" else "jot"):
        if not isinstance(row[name], str):
            raise TypeError(f"{name} {row[name]!r} is no text")
    if task not in TASKS:
        raise ValueError(f"task {task!r} is none of {', '.join(TASKS)}")
    if row["split"] not in get_args(Split):
        raise ValueError(f"split {row['split']!r} is none of {', '.join(get_args(Split))}")
    goal = task == "goal"
    return Case(
        id=row["id"],
        task=task,
        text=row["query" if task == "search" else "jot"],
        cluster=row.get("cluster") or row["id"],
        split=row["split"],
        area=tuple(row["area"]),
        facts=tuple(CaseFact(**fact) for fact in row.get("facts", ())),
        relevant=dict(row.get("relevant") or {}),
        expect_refusal=row.get("expect_refusal", goal and not row.get("in_scope", True)),
        sections={name: tuple(items) for name, items in (row.get("sections") or {}).items()},
        entered={name: row.get(name) for name in _ENTERED} if goal else dict(row.get("context") or {}),
        tags=tuple(row.get("tags") or ()) or _tags(row),
        **_others(row),
    )


def _others(row: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are taken as they are."""
    plain = ("grade", "plan", "delivery", "note_type", "kind", "refer_to", "concern", "setting")
    lists = ("missing", "traps", "words")
    return {name: row.get(name) for name in plain} | {name: tuple(row.get(name) or ()) for name in lists}


def _tags(row: Mapping[str, Any]) -> tuple[str, ...]:
    """What makes the case hard, from its own fields."""
    told = {
        "no_baseline": row["task"] == "goal" and not row.get("baseline"),
        "clinic_only": row.get("clinic_only"),
        "out_of_scope": row.get("refer_to") or row.get("out_of_scope"),
        "instruction": row.get("instructions"),
        "identity": row.get("identities"),
        "safety": row.get("safety"),
        "several_students": row.get("students"),
        "missing_data": row.get("missing"),
        "trap": row.get("traps"),
    }
    return tuple(name for name, holds in told.items() if holds)
