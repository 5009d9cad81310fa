"""Writes the four files of a report."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ...errors import FileProblem
from ..answer import comparison as as_json
from ..answer import summary as summary_json
from ..comparison import compare
from ..rundir import Run, read_run
from .junit import comparison_xml, run_xml
from .page import comparison_page, run_page
from .plain import as_markdown, run_markdown


def write(
    run: Path, base: Path | None, out: Path, held_out: bool = False, frozen: Path | None = None
) -> tuple[Path, ...]:
    """report.html, report.md, report.json and junit.xml in folder `out`. Raises FileProblem.

    Held-out cases show their scores alone unless `held_out` asks for their texts.
    """
    new = read_run(run, held_out)
    between = read_run(frozen, held_out) if frozen else None
    texts = _comparison(read_run(base, held_out), new, between) if base else _single(new)
    return tuple(_written(out / name, text) for name, text in texts.items())


def _comparison(base: Run, new: Run, frozen: Run | None) -> Mapping[str, str]:
    answer = compare(base, new, frozen=frozen)
    return {
        "report.html": comparison_page(answer),
        "report.md": as_markdown(answer),
        "report.json": _dumped(as_json(answer)),
        "junit.xml": comparison_xml(answer),
    }


def _single(run: Run) -> Mapping[str, str]:
    return {
        "report.html": run_page(run),
        "report.md": run_markdown(run),
        "report.json": _dumped(summary_json(run)),
        "junit.xml": run_xml(run),
    }


def _dumped(value: Mapping[str, object]) -> str:
    return json.dumps(value, indent=1, allow_nan=False) + "\n"


def _written(path: Path, text: str) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as problem:
        remedy = "Name a folder you may write to with --out."
        raise FileProblem(f"{str(path)!r} cannot be written ({problem.strerror}).", remedy) from problem
    return path
