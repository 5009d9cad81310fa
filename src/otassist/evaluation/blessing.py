"""Makes a run the baseline that changes are compared with; without the drafts' JSON, so that it stays small."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..errors import JobError
from .cases import shipped_cases
from .measuring import Row
from .results import RunDirectory


def shipped_baseline() -> Path:
    """evals/baseline, beside the shipped cases."""
    return shipped_cases().parent / "baseline"


def bless(run: RunDirectory, baseline: RunDirectory) -> int:
    """The number of lines promoted. Raises JobError when a case of the run has an error or is missing."""
    info, rows = run.info(), list(run.rows())
    broken = [row["case"] for row in rows if row["error"]]
    if broken:
        raise JobError(f"{len(broken)} cases have no score ({', '.join(broken[:5])}).", "Run again with --resume.")
    if len(rows) != info["cases"] * info["repeats"]:
        raise JobError(f"{len(rows)} of {info['cases'] * info['repeats']} lines are there.", "Run again with --resume.")
    baseline.begin(info)
    baseline.replace(map(_slim, rows))
    return len(rows)


def _slim(row: Row) -> Row:
    """Of the draft only which passages it rests on."""
    draft = row["draft"]
    kept: dict[str, Any] = {name: _ids(draft[name]) for name in ("evidence", "results") if name in draft}
    return {**row, "draft": json.loads(json.dumps(kept))}


def _ids(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"id": item["id"]} for item in items]
