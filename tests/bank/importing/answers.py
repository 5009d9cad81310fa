"""Right answers of the banks, and how an import compares with them.

`G` is a goal, the `O` lines below it its objectives, `S` the beginning of what is no goal; `area:` and `bands:` hold
for the goals that follow. Words are compared without capitals and punctuation, since how stem and criterion are joined
is free.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from otassist.bank.importing import Imported, read_bank

from .making import built


@dataclass
class Answer:
    text: str
    area: str
    bands: tuple[str, ...]
    objectives: list[str] = field(default_factory=list)


@dataclass
class Score:
    """Counts over banks, and what was wrong in words."""

    goals: int = 0
    right: int = 0
    invented: int = 0
    areas: int = 0
    bands: int = 0
    dropped: int = 0
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        shares = f"goals {self.right}/{self.goals}, areas {self.areas}/{self.goals}, bands {self.bands}/{self.goals}"
        return f"{shares}, invented {self.invented}, dropped {self.dropped}"


def plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+|_+|%|/", text.lower()))


def answer_of(source: Path) -> tuple[list[Answer], list[str]]:
    goals: list[Answer] = []
    asides: list[str] = []
    area, bands = "", ()
    for line in source.with_name(f"{source.name.removesuffix(_own(source))}.answer").read_text("utf-8").splitlines():
        kind, _, text = line.partition(" ")
        if kind == "area:":
            area, bands = text, () if text != area else bands
        elif kind == "bands:":
            bands = tuple(text.split())
        elif kind == "G":
            goals.append(Answer(text, area, bands))
        elif kind == "O":
            goals[-1].objectives.append(text)
        elif kind == "S":
            asides.append(text)
    return goals, asides


def _own(source: Path) -> str:
    return source.suffix if source.suffix in (".grid", ".doc", ".typ") else ""


def score(sources: list[Path]) -> Score:
    total = Score()
    for source in sources:
        _add(total, source, read_bank(*built(source)))
    return total


def _add(total: Score, source: Path, found: Imported) -> None:
    goals, asides = answer_of(source)
    held = {plain(goal.text): goal for goal in found.goals}
    for goal in goals:
        total.goals += 1
        got = held.pop(plain(goal.text), None)
        if got is None:
            total.wrong.append(f"{source.name}: missing {goal.text!r}")
            continue
        same = [plain(step.text) for step in got.objectives] == [plain(step) for step in goal.objectives]
        total.right += same
        total.areas += got.area == goal.area
        total.bands += got.grade_bands == goal.bands
        if not same:
            total.wrong.append(f"{source.name}: objectives of {goal.text!r}: {[step.text for step in got.objectives]}")
        if got.area != goal.area:
            total.wrong.append(f"{source.name}: area {got.area} ({got.area_why}) for {goal.area}: {goal.text!r}")
        if got.grade_bands != goal.bands:
            total.wrong.append(f"{source.name}: bands {got.grade_bands} for {goal.bands}: {goal.text!r}")
    total.invented += len(held)
    total.wrong += [f"{source.name}: invented {goal.text!r} ({goal.why})" for goal in held.values()]
    seen = [plain(item.text) for item in (*found.skipped, *found.headings)]
    for aside in asides:
        if not any(plain(aside) in text for text in seen):
            total.dropped += 1
            total.wrong.append(f"{source.name}: dropped {aside!r}")
