"""Lines -> headings, goals and objectives: by what they call themselves, how deep they stand, and what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .gathering import LOOSE, Gatherer
from .headings import topic
from .labels import Label, LabelKind, label_of
from .markers import numbering
from .saying import counts, is_a_goal, is_a_note, is_a_total, is_an_act, is_an_ending, is_in_brackets, is_measured
from .shapes import Line

_HEADING_WORDS, _TITLE_WORDS = 9, 6
NO_GOAL = "says nothing that a student will do"


def outline(lines: Sequence[Line], to: Gatherer, before_table: bool = False) -> None:
    """Takes every line; `before_table` when a table follows the last, which it may be the title of."""
    walk = _Walk(to)
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        walk.take(line, after, after is None and before_table)


class _Walk:
    """Where in the outline the walk is: the goal whose objectives may follow, and what a label promised."""

    def __init__(self, to: Gatherer) -> None:
        self._to = to
        self._goal: Line | None = None
        self._promised: LabelKind | None = None
        self._steps: Line | None = None
        self._numberings: set[str] = set()

    def take(self, line: Line, after: Line | None, before_table: bool) -> None:
        label = label_of(line.text)
        if label and self._labelled(line, label):
            return
        if line.heading and not (is_a_goal(line.text) and counts(line.text) > _TITLE_WORDS):
            self._head(line, line.heading)
        elif self._promised == "goal" and not _is_aside(line.text):
            self._be_goal(line, line.text, "labelled", "it stands below a label that says goal")
        elif self._is_promised_step(line) or self._is_below(line):
            self._step(line)
        elif is_a_goal(line.text):
            self._be_goal(line, line.text, "shape", "it says what the student will do")
        elif heads(line, after, before_table):
            self._head(line, LOOSE)
        elif is_an_act(line.text) and is_measured(line.text):
            self._be_goal(line, line.text, "act", "it begins with what is to be done, and measures it")
        elif line.marker and is_an_act(line.text) and not _is_aside(line.text) and not is_an_ending(line.text):
            self._be_goal(line, line.text, "listed", "it stands in a list and begins with what is to be done")
        else:
            self._to.skip(line.places, line.text, "is a note" if is_a_note(line.text) else NO_GOAL)
            self._promised = None if self._promised == "objectives" and not line.marker else self._promised

    def _labelled(self, line: Line, label: Label) -> bool:
        """Whether the label was enough to know what the line is."""
        if not label.rest or (line.heading and counts(label.rest) < 3):
            self._to.heading(line.places, line.text)
            self._promised, self._steps = label.kind, None
            return True
        if is_in_brackets(label.rest):  # "Goal: (see the SLP's bank)"
            return False
        if label.kind in ("goal", "goals"):
            if _names_an_area(label.rest):
                self._head(line, line.heading or LOOSE, label.rest)
                self._promised = "goal"
                return True
            bare = label.kind == "goals" or line.heading  # "Goals - school year 2019" is a title
            if not bare or is_a_goal(label.rest):
                self._be_goal(line, label.rest, "labelled", "it is called a goal")
                return True
            return False
        steps = [part.strip() for part in label.rest.split(";")] if label.kind == "objectives" else [label.rest]
        if not all(self._to.objective(step, line.places) for step in steps if step):
            return self._orphan(line, label.rest)
        return True

    def _orphan(self, line: Line, text: str) -> bool:
        if not (is_a_goal(text) or is_an_act(text)):
            return False
        self._be_goal(line, text, "listed", "it is called an objective, and no goal stands above it")
        return True

    def _be_goal(self, line: Line, text: str, how: str, why: str) -> None:
        self._to.goal(text, line.places, how, why)
        self._goal, self._steps = line, None
        self._promised = None
        self._numberings.add(numbering(line.marker))

    def _head(self, line: Line, level: int, said: str = "") -> None:
        self._to.heading(line.places, said or line.text, level)
        self._goal = self._promised = self._steps = None
        self._numberings.clear()

    def _step(self, line: Line) -> None:
        if not self._to.objective(line.text, line.places):
            self._to.skip(line.places, line.text, "belongs to a goal that was skipped")
        self._steps = line

    def _is_promised_step(self, line: Line) -> bool:
        """Whether it is one of the objectives that "Objectives:" promised."""
        if self._promised not in ("objectives", "objective") or not self._to.last or _is_aside(line.text):
            return False
        if self._steps is not None and self._steps.marker and not line.marker:
            return False
        return bool(line.marker) or is_an_act(line.text) or is_measured(line.text) or is_a_goal(line.text)

    def _is_below(self, line: Line) -> bool:
        """Whether it stands deeper than the goal above it."""
        goal = self._goal
        if goal is None or not self._to.last or (is_a_note(line.text) and not is_an_act(line.text)):
            return False
        if line.indent > goal.indent + 1:
            return bool(line.marker) or not line.after_gap
        if line.indent < goal.indent - 1 or not line.marker:
            return False
        new = numbering(line.marker) not in self._numberings
        return new and not (is_a_goal(line.text) and goal.marker == "")


def _is_aside(text: str) -> bool:
    return is_a_note(text) or is_a_total(text)


def _names_an_area(text: str) -> bool:
    return counts(text) < 6 and topic(text).named and not is_measured(text) and not is_a_goal(text)


def heads(line: Line, after: Line | None, before_table: bool) -> bool:
    """Whether a line without any sign of it is a heading: short, no sentence, with a sign in its words or around it."""
    text, size = line.text.strip(), counts(line.text)
    if size == 0 or size > _HEADING_WORDS or is_a_total(text):
        return False
    found = topic(text)
    if found.bands and size < 6 and not is_a_goal(text):
        return True
    if is_measured(text) or is_a_note(text) or re.search(r"[.!?]$", text):
        return False
    if text.endswith(":") or (text.isupper() and len(re.findall(r"[A-Z]", text)) > 2):
        return True
    if found.named and size < 6 and not (line.marker and is_an_act(text) and size > 3):
        return True
    return not line.marker and size <= _TITLE_WORDS and (before_table or _begins(line, after))


def _begins(line: Line, after: Line | None) -> bool:
    """Whether goals follow at once, in a list or deeper."""
    if after is None or after.heading:
        return False
    return (
        bool(after.marker)
        or is_a_goal(after.text)
        or (label_of(after.text) is not None and after.indent >= line.indent)
    )
