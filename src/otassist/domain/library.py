"""What a draft is grounded on: the goal bank, lines as therapists jot, practice passages, what a search finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .terms import Area, GradeBand, PassageKind


@dataclass(frozen=True, slots=True)
class BankGoal:
    """A goal of the bank; every part but the baseline stands word for word in `text`, where it belongs.

    `more_support` replaces the condition and `stretch` the criterion, each in its place in the sentence.
    """

    id: str
    area: Area
    grade_bands: tuple[GradeBand, ...]
    occupation: str
    setting: str
    text: str
    timeframe: str
    condition: str
    behavior: str
    criterion: str
    method: str
    objectives: tuple[str, ...]
    more_support: str
    stretch: str
    reason: str
    tags: tuple[str, ...]
    source: str

    @property
    def searched(self) -> str:
        """What it is found by: what it is for and the words a therapist would jot first, since a model of meaning reads
        only so many."""
        return f"{self.occupation}: {', '.join(self.tags)}. {self.behavior}. {self.setting}. {self.condition}"


Counted = Literal["done", "failed", "lasting", "until", "prompts", "level", "rate", "size", "none"]
"""What the number of a jotted need counts: successes or failures of the act, how long it lasts or takes, help, pace or
amount."""

JottedKind = Literal["need", "strength", "support", "service", "background", "plan", "other_staff", "clinic", "care"]
"""What a jotted line tells of; `care` says that school sees no problem."""


@dataclass(frozen=True, slots=True)
class JottedLine:
    """A line as therapists scribble it, with the bank goal it calls for; or what it tells of instead of a need."""

    text: str
    kind: JottedKind
    goal: str = ""
    counts: Counted = "none"
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Accommodation:
    """What adults or the room can provide under Section 504, and lines of jots that call for it."""

    id: str
    areas: tuple[Area, ...]
    grade_bands: tuple[GradeBand, ...]
    text: str
    jotted: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class PracticePassage:
    """A passage of the practice library; `areas` is empty where it holds for every area."""

    id: str
    title: str
    areas: tuple[Area, ...]
    grade_bands: tuple[GradeBand, ...]
    topic: str
    tags: tuple[str, ...]
    strategies: tuple[str, ...]
    sources: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """What retrieval finds: `text` is shown and cited, `searched` is what a query is compared with."""

    id: str
    kind: PassageKind
    text: str
    searched: str
    areas: tuple[Area, ...]
    grade_bands: tuple[GradeBand, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage with how well it answers the query; scores order the results of one query, no more."""

    passage: Passage
    score: float
