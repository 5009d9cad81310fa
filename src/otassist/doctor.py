"""Looks at this machine for a district's IT person: what is set, what works, what will be used."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .language.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """`healthy` is false when a remedy stands in `problems`."""

    facts: Mapping[str, str]
    problems: tuple[str, ...]

    @property
    def healthy(self) -> bool:
        return not self.problems


def diagnose(
    version: str, data_dir: Path, search: Mapping[str, str] | None = None, model: Mapping[str, str] | None = None
) -> Diagnosis:
    """`search` and `model` say how these stand, `search_problem` and `model_problem` in them what is wrong.

    Nothing is created or written.
    """
    search, model = search or {}, model or {}
    problem = _directory_problem(data_dir)
    facts = {
        "version": version,
        "python": platform.python_version(),
        "drafter": "composer",
        "drafter_reason": "the composer needs no model, key or network",
        "vocabulary_forms": str(len(lexicon())),
        "data_dir": str(data_dir),
        "data_dir_state": problem or ("ready" if data_dir.exists() else "made when first needed"),
        **search,
        **model,
    }
    return Diagnosis(facts, tuple(filter(None, (problem, search.get("search_problem"), model.get("model_problem")))))


def _directory_problem(path: Path) -> str:
    """Empty when the folder can be used or made."""
    remedy = "set OTASSIST_DATA_DIR to a folder you may write in."
    try:
        nearest = next(folder for folder in (path, *path.parents) if folder.exists())
    except (OSError, StopIteration) as problem:
        return f"{str(path)!r} cannot be used ({getattr(problem, 'strerror', 'no such place')}); {remedy}"
    if not nearest.is_dir():
        return f"{str(nearest)!r} is not a folder; {remedy}"
    if not os.access(nearest, os.W_OK | os.X_OK):
        return f"{str(path)!r} cannot be written; {remedy}"
    return ""
