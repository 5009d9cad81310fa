"""How often `supported` is wrong, on sentences that others labelled by hand against their jots.

A file of evals/labels has on each line `{"id", "jot", "section", "sentence", "supported"}`; lines of another shape
are about something else and are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..assistant import Assistant
from ..errors import FileProblem
from .cases import shipped_cases
from .metrics.metric import settings

_NEEDED = {"id", "jot", "section", "sentence", "supported"}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Sentences that are supported and those that are not, each with the ids on which the method is wrong."""

    supported: int
    refused: tuple[str, ...]
    unsupported: int
    accepted: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "method": "grounding checks",
            "supported": {"n": self.supported, "refused": len(self.refused)},
            "unsupported": {"n": self.unsupported, "accepted": len(self.accepted)},
        }


def shipped_labels() -> Path:
    """evals/labels, beside the shipped cases."""
    return shipped_cases().parent / "labels"


def agreement(folder: Path, assistant: Assistant) -> Agreement:
    """The method's verdict on every labelled sentence. Raises FileProblem when there is none."""
    rows = list(rows_of(folder, _NEEDED))
    if not rows:
        remedy = f"Each line needs {', '.join(sorted(_NEEDED))}."
        raise FileProblem(f"There is no labelled sentence in {str(folder)!r}.", remedy)
    wrong = [row for row in rows if is_supported(row, assistant) != row["supported"]]
    held = sum(row["supported"] for row in rows)
    return Agreement(
        held,
        tuple(row["id"] for row in wrong if row["supported"]),
        len(rows) - held,
        tuple(row["id"] for row in wrong if not row["supported"]),
    )


def is_supported(row: dict[str, Any], assistant: Assistant) -> bool:
    """Whether no grounding check says anything of the sentence in its section."""
    found = assistant.check_note(f"{row['section'].capitalize()}: {row['sentence']}", row["jot"]).findings
    return not any(item.check in settings("supported")["checks"] for item in found)


def rows_of(folder: Path, needed: set[str]) -> Iterator[dict[str, Any]]:
    """The lines of a folder that have these fields. Raises FileProblem for one that is no JSON."""
    for file in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
            try:
                row = json.loads(line) if line.strip() else None
            except ValueError as problem:
                raise FileProblem(f"{file.name}, line {number} is no JSON.", "Mend the line.") from problem
            if isinstance(row, dict) and row.keys() >= needed:
                yield row
