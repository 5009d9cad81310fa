"""JSON and YAML of our own shape: a list of goals, each with text, area, grade bands and objectives."""

from __future__ import annotations

import json
from typing import Any

import yaml

from ...errors import FileProblem
from .limits import damaged, limit, within
from .shapes import Block, Document, Row, Skipped, Table

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
COLUMNS = ("area", "grade", "goal", "objectives")


def read(text: str, strict: bool) -> Document | None:
    """A table of the goals. None, or FileProblem where it is `strict`, for anything of another shape."""
    try:
        held = _parsed(text)
        return _document(held)
    except FileProblem:
        if strict:
            raise
        return None


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError as problem:
        raise damaged("lists inside lists without end") from problem
    except ValueError:
        pass
    try:
        _refuse_bombs(text)
        return yaml.load(text, Loader=_LOADER)
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        where = getattr(problem, "problem_mark", None)
        raise damaged(f"it is neither JSON nor YAML{f', line {where.line + 1}' if where else ''}") from problem


def _refuse_bombs(text: str) -> None:
    """An alias may stand for a list that stands for a list, without end."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent):
            raise FileProblem("The file has YAML aliases (*name), which are not read.", "Write each goal out.")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        within(depth, "depth", "lists inside lists")


def _document(held: Any) -> Document:
    items = held.get("goals") if isinstance(held, dict) else held
    if not isinstance(items, list):
        raise FileProblem("The file holds no list of goals.", 'Write {"goals": [{"text": ..., "area": ...}]}.')
    within(len(items), "rows", "goals")
    rows, left_out = [Row("columns", COLUMNS)], []
    for number, item in enumerate(items, 1):
        text = _said(item, "text") or _said(item, "goal") or (item if isinstance(item, str) else "")
        if not text.strip():
            left_out.append(Skipped(number, _shown(item), "has no text"))
            continue
        objectives = item.get("objectives") if isinstance(item, dict) else ()
        steps = [step for step in (_step(step) for step in _listed(objectives)) if step]
        bands = " & ".join(map(str, _listed(item.get("grade_bands")))) if isinstance(item, dict) else ""
        rows.append(
            Row(
                number,
                (
                    _said(item, "area").replace("_", " "),
                    bands,
                    " ".join(text.split()),
                    "\n".join(f"- {step}" for step in steps),
                ),
            )
        )
    if isinstance(held, dict):
        left_out += [
            Skipped(str(key), _shown(value), "not read")
            for key, value in held.items()
            if key not in ("goals", "schema_version")
        ]
    blocks: tuple[Block, ...] = (Table(tuple(rows), complete=True),)
    return Document(blocks, tuple(left_out))


def _listed(value: Any) -> list[Any]:
    return value[: limit("columns")] if isinstance(value, list) else [value] if isinstance(value, str) else []


def _step(value: Any) -> str:
    return " ".join((_said(value, "text") or (value if isinstance(value, str) else "")).split())


def _said(item: Any, key: str) -> str:
    value = item.get(key) if isinstance(item, dict) else None
    return value if isinstance(value, str) else ""


def _shown(value: Any) -> str:
    return str(value)[:200]
