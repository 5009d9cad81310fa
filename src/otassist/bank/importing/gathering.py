"""What the readers of lines and tables put in: goals and objectives, each under the headings that stand above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from .headings import Topic, bands_of, is_a_range, topic
from .limits import limit
from .results import Heading, ImportedObjective, plain
from .shapes import Place, Skipped

SHEET, LOOSE, IN_TABLE = 0, 50, 70
"""Levels of what heads a whole sheet, of a heading that shows none, and of a row that heads those below it."""


@dataclass(slots=True)
class Gathered:
    """A goal as it is found; objectives may still follow."""

    text: str
    places: tuple[Place, ...]
    how: str
    why: str
    topic: Topic
    topic_why: str
    objectives: list[ImportedObjective] = field(default_factory=list)


class Gatherer:
    """Takes what the readers of lines and tables recognise, in the order of the file."""

    def __init__(self, file: str) -> None:
        self._file = topic(PurePath(file).stem.replace("_", " "))
        self._above: list[tuple[int, Topic, str]] = []
        self.goals: list[Gathered] = []
        self.skipped: list[Skipped] = []
        self.headings: list[Heading] = []
        self.columns: list[tuple[str, str]] = []
        self._seen: dict[str, Gathered] = {}
        self._open = False

    def under(self, level: int, text: str) -> Topic:
        """What follows stands below this heading; deeper ones and those of its level are over."""
        self.leave(level)
        found = topic(text)
        if level == SHEET:  # "Goal Bank" is about no bank, and "3-5" is a sheet of grades
            areas = found.areas if found.named else ()
            found = Topic(areas, found.bands or bands_of(text, sure=is_a_range(text)), found.named)
        self._above.append((level, found, " ".join(text.split())))
        self._open = False
        return found

    def leave(self, level: int) -> None:
        self._above = [item for item in self._above if item[0] < level]

    def heading(self, places: Sequence[Place], text: str, level: int | None = None) -> None:
        """A heading; without a level it heads nothing, as the names of columns do."""
        found = self.under(level, text) if level is not None else Topic()
        self.headings.append(Heading(tuple(places), text, next(iter(found.areas), None)))

    def skip(self, places: Sequence[Place], text: str, why: str) -> None:
        self.skipped += [Skipped(place, text[: limit("goal_letters")], why) for place in places]

    def goal(self, text: str, places: Sequence[Place], how: str, why: str, own: Topic | None = None) -> bool:
        """A goal, unless it is too long or stands in the file already; `own` is what its row says of it."""
        text = " ".join(text.split())
        self._open = False
        if len(text) > limit("goal_letters"):
            self.skip(places, text, "is too long for a goal")
            return False
        same = self._seen.get(plain(text))
        if same is not None:
            self.skip(places, text, f"is the same goal as {_at(same.places[0])}")
            return False
        found, found_why = self._topic(own)
        made = Gathered(text, tuple(places), how, why, found, found_why)
        self._seen[plain(text)] = made
        self.goals.append(made)
        self._open = True
        return True

    @property
    def last(self) -> str:
        """The goal that objectives belong to now; empty where there is none."""
        return self.goals[-1].text if self._open else ""

    def objective(self, text: str, places: Sequence[Place]) -> bool:
        """An objective of the goal above; False where there is none to belong to."""
        text = " ".join(text.split())
        if not self._open:
            return False
        if len(text) > limit("goal_letters"):
            self.skip(places, text, "is too long for an objective")
        elif any(plain(item.text) == plain(text) for item in self.goals[-1].objectives):
            self.skip(places, text, "is the same objective as the one above")
        else:
            self.goals[-1].objectives.append(ImportedObjective(text, tuple(places)))
        return True

    def _topic(self, own: Topic | None) -> tuple[Topic, str]:
        own = own or Topic()
        areas, why = own.areas, "its row says so"
        if not areas:
            for _, found, text in reversed(self._above):
                if found.areas:
                    areas, why = found.areas, f"it stands below {text!r}"
                    break
            else:
                areas, why = (self._file.areas, "the file is called so") if self._file.named else ((), "")
        bands = own.bands or next((found.bands for _, found, _ in reversed(self._above) if found.bands), ())
        return Topic(areas, bands or self._file.bands), why


def _at(place: Place) -> str:
    return f"the one at {place}" if isinstance(place, str) else f"the one in row {place}"
