"""What an import found, ready for a preview: goals with confidence and reasons, headings, and what was skipped."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from ...domain import Area, GradeBand
from .shapes import Place, Skipped
from .slots import blanks


@dataclass(frozen=True, slots=True)
class ImportedObjective:
    """A step towards a goal, below which it stood or in whose row."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ImportedGoal:
    """A goal as the file words it. `confidence` is 0 to 1, `why` how it was recognised, `area_why` whence its area."""

    text: str
    area: Area | None
    grade_bands: tuple[GradeBand, ...]
    places: tuple[Place, ...]
    objectives: tuple[ImportedObjective, ...]
    confidence: float
    why: str
    area_why: str

    @property
    def blanks(self) -> tuple[str, ...]:
        """The slots a therapist fills in, such as `____` or `__/__`; a name's place is none."""
        return blanks(self.text)

    @property
    def identity(self) -> str:
        """The same for the same words, however spaced, capitalised or punctuated."""
        return hashlib.sha256(plain(self.text).encode()).hexdigest()[:12]

    @property
    def digest(self) -> str:
        """Changes with anything that is kept of the goal but its place."""
        kept = (self.text, self.area or "", *self.grade_bands, *(item.text for item in self.objectives))
        return hashlib.sha256("\0".join(kept).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, a row with the names of columns, or the title of what follows."""

    places: tuple[Place, ...]
    text: str
    area: Area | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """One file, read. `columns` says of each table's columns what they were taken for."""

    file: str
    sha256: str
    goals: tuple[ImportedGoal, ...]
    skipped: tuple[Skipped, ...]
    headings: tuple[Heading, ...]
    columns: tuple[tuple[str, str], ...] = ()

    @property
    def accounted(self) -> frozenset[Place]:
        """Every place that ended somewhere."""
        found: set[Place] = {item.place for item in self.skipped}
        for heading in self.headings:
            found.update(heading.places)
        for goal in self.goals:
            found.update(goal.places)
            for objective in goal.objectives:
                found.update(objective.places)
        return frozenset(found)


def plain(text: str) -> str:
    """Words and blanks alone, in lower case."""
    return " ".join(re.findall(r"[^\W_]+|_{2,}|%", text.lower()))
