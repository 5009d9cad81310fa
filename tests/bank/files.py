"""A small bank and library to write into a temporary folder, and to spoil."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from otassist.bank.goals import COLUMNS

ZIPPER = {
    "id": "self_care-001",
    "area": "self_care",
    "grade_bands": "PreK | K-2",
    "occupation": "zipping a coat for recess",
    "setting": "arrival",
    "text": "By the annual review, standing at the hook, the student will zip their coat on 4 of 5 days, "
    "per the aide's tally.",
    "timeframe": "By the annual review",
    "condition": "standing at the hook",
    "behavior": "zip their coat",
    "criterion": "on 4 of 5 days",
    "method": "per the aide's tally",
    "objectives": "zips with the pin seated on 2 of 5 days | seats the pin on 3 of 5 days",
    "more_support": "standing at the hook with a ring on the pull tab",
    "stretch": "on 5 of 5 days",
    "reason": "Getting outside with the class is part of recess.",
    "tags": "zipper | coat | fasteners",
}
BUS = ZIPPER | {
    "id": "transition-001",
    "area": "transition",
    "grade_bands": "18-21",
    "occupation": "riding a city bus to work",
    "setting": "community outings",
    "text": "Within 36 weeks, with a route card, the student will pull the stop cord on 3 of 4 rides, "
    "as the job coach logs it.",
    "timeframe": "Within 36 weeks",
    "condition": "with a route card",
    "behavior": "pull the stop cord",
    "criterion": "on 3 of 4 rides",
    "method": "as the job coach logs it",
    "tags": "bus | travel training",
}
SLANT = """\
---
title: Slant boards and paper position
area: [handwriting, visual_motor]
grade_bands: [K-2, 3-5]
topic: strategy
sources: ["practice knowledge"]
tags: [slant board, paper slides]
strategies:
  - Tape a diagonal line on the desk.
---
A board tips the page toward the eyes.

Count legible words before and after.
"""


def table(*rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> str:
    written = StringIO()
    writer = csv.DictWriter(written, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def corpus(folder: Path, *rows: dict[str, str], practice: dict[str, str] | None = None) -> Path:
    """A corpus folder with one CSV file for each area, and Markdown files by id."""
    for part in ("goal_bank", "practice"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    rows = rows or (ZIPPER, BUS)
    for area in {row["area"] for row in rows}:
        chosen = [row for row in rows if row["area"] == area]
        (folder / "goal_bank" / f"{area}.csv").write_text(table(*chosen), encoding="utf-8")
    for name, text in ({"slant-boards": SLANT} if practice is None else practice).items():
        (folder / "practice" / f"{name}.md").write_text(text, encoding="utf-8")
    return folder
