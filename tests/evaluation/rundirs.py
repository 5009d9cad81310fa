"""Run directories for tests: written as the runner writes them, with whatever a test wants to be different."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Line = dict[str, Any]
KINDS = {"invented": "safety", "hard_fail": "safety", "supported": "core", "kept": "core", "measurable": "core"}


def line(case: str, repeat: int = 0, **changed: Any) -> Line:
    """One result; `scores` are its metrics by name, other keywords replace what is in it."""
    scores = changed.pop("scores", {"supported": 1.0, "invented": 0.0})
    text = changed.pop("text", f"The student copied 3/5 sentences ({case}).")
    return {
        "case": case,
        "cluster": case,
        "area": ["handwriting"],
        "grade": "3",
        "plan": "IEP",
        "task": "note",
        "split": "dev",
        "repeat": repeat,
        "error": None,
        "seconds": 0.01,
        "jot": "copied 3/5 sentences, min vc",
        "text": text,
        "draft": {"evidence": [], "drafts": []},
        "metrics": {
            name: {"value": value, "reason": f"{name} is {value}", "kind": KINDS.get(name, "other")}
            for name, value in scores.items()
        },
        **changed,
    }


def lines(count: int = 40, change: Callable[[int, Line], Line] = lambda place, item: item, **given: Any) -> list[Line]:
    """Results of that many cases, each put through `change`."""
    return [change(place, line(f"case-{place:03}", **given)) for place in range(count)]


def write_run(folder: Path, results: Iterable[Line | str], **meta: Any) -> Path:
    """A run directory; a string is written as it is. `meta` replaces what run.json says."""
    results = list(results)
    whole = [item for item in results if isinstance(item, dict)]
    told = {
        "schema_version": 1,
        "id": folder.name,
        "created": "2026-11-25T15:00:00Z",
        "code": "abc",
        "drafter": "composer",
        "model": None,
        "prompt": None,
        "corpus_digest": "c",
        "cases_digest": "d",
        "repeats": len({str(item["repeat"]) for item in whole}) or 1,
        "cases": len({str(item.get("case")) for item in whole}),
        **meta,
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "run.json").write_text(json.dumps(told), encoding="utf-8")
    body = "\n".join(item if isinstance(item, str) else json.dumps(item) for item in results)
    (folder / "results.jsonl").write_text(body + "\n", encoding="utf-8")
    return folder
