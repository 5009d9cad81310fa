"""Rows -> headings, goals and objectives: the columns say what a cell is, lone cells head what stands below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .cells import apart, items, parted, sentence
from .columns import Columns, guessed_columns, is_a_header, kind_of, matrix, named_columns, names_below
from .gathering import IN_TABLE, SHEET, Gatherer
from .headings import Topic, bands_of, topic
from .labels import label_of
from .markers import split_marker
from .outline import NO_GOAL, outline
from .plain import as_lines
from .saying import counts, is_a_goal, is_a_note, is_a_total, is_an_act, is_measured
from .shapes import Row, Table

_LOOKED_AT = 25
"""Rows among which the one with the names of the columns is sought."""
_HEADING_WORDS = 8


def table(held: Table, to: Gatherer) -> None:
    """Takes every row that holds something."""
    if held.title:
        to.under(SHEET, held.title)
    rows = [row for row in held.rows if row.filled]
    if held.hidden:
        for row in rows:
            to.skip([row.place], row.text, f"the sheet {held.title!r} is hidden; show it to import it")
        return
    first = next((index for index, row in enumerate(rows[:_LOOKED_AT]) if is_a_header(row)), None)
    head = None if first is None else rows[first]
    below = names_below(head, rows[first + 1]) if head and first is not None and first + 1 < len(rows) else None
    if below and head and first is not None:
        to.heading([head.place], head.text)
        rows = [*rows[:first], below, *rows[first + 2 :]]
    body = rows if first is None else rows[first + 1 :]
    shown = [row for row in body if not row.hidden]
    square = matrix(rows[0], shown[1:]) if first is None and rows else None
    if square is not None:
        first, body = 0, rows[1:]
    columns = square or (guessed_columns(shown) if first is None else named_columns(rows[first], shown))
    if columns is None:
        _unnamed(rows, to)
        return
    to.columns += columns.known
    walk = _Walk(to, columns, held.complete)
    for row in rows[: first or 0]:
        walk.title(row)
    if first is not None:
        to.heading([rows[first].place], rows[first].text)
    for index, row in enumerate(body):
        walk.take(row, body[index + 1] if index + 1 < len(body) else None)
    to.leave(IN_TABLE)


def _unnamed(rows: Sequence[Row], to: Gatherer) -> None:
    """A table whose columns nobody can tell is read like lines, a row each."""
    lines = []
    for row in rows:
        if row.hidden:
            to.skip([row.place], row.text, "the row is hidden; show it to import it")
        else:
            lines += as_lines([(row.place, _telling(row))])
    outline(lines, to)


def _telling(row: Row) -> str:
    """The cells that say what is to be done and how well, as one sentence; all of them where none does."""
    cells = [" ".join(row.cells[index].split()) for index in row.filled]
    if len(cells) < 2 or not any(is_a_goal(cell) or is_an_act(cell) for cell in cells):
        return row.text
    return sentence([cell for cell in cells if is_a_goal(cell) or is_an_act(cell) or is_measured(cell)])


class _Walk:
    """From row to row: the area that goes on, and the goal that objectives belong to."""

    def __init__(self, to: Gatherer, columns: Columns, complete: bool) -> None:
        self._to, self._columns, self._complete = to, columns, complete
        self._area = ""
        self._number = ""
        self._goal = ""

    def title(self, row: Row) -> None:
        """A row above the names of the columns."""
        if topic(row.text).named and counts(row.text) <= _HEADING_WORDS and not is_a_note(row.text):
            self._to.heading([row.place], row.text, IN_TABLE)
        else:
            self._to.skip([row.place], row.text, "stands above the names of the columns")

    def take(self, row: Row, after: Row | None) -> None:
        if row.hidden:
            self._to.skip([row.place], row.text, "the row is hidden; show it to import it")
        elif is_a_header(row):
            self._to.heading([row.place], row.text)
            if row.cells != self._columns.names and not self._columns.guessed:
                self._columns = named_columns(row, [after] if after else [])
        elif is_a_total(row.cells[row.filled[0]]) and not self._cell(row, *self._columns.of("kind")):
            self._to.skip([row.place], row.text, "is a total")
        elif len(row.filled) == 1 and len(self._columns.names) > 1:
            self._lone(row, after)
        else:
            self._full(row)

    def _cell(self, row: Row, *columns: int) -> str:
        return next((row.cells[index] for index in columns if index < len(row.cells) and row.cells[index]), "")

    def _lone(self, row: Row, after: Row | None) -> None:
        """A row with one cell: a heading, a goal, an objective of the goal above, or a note."""
        column = row.filled[0]
        text = row.cells[column]
        if column in self._columns.of("objective") and self._steps(row):
            return
        in_place = column in self._columns.words and not row.across
        if is_a_goal(text) or (in_place and _is_wanted(text, self._columns.guessed) and not self._heads(row, after)):
            self._full(row)
        elif self._heads(row, after):
            self._to.heading([row.place], row.text, IN_TABLE)
            self._area, self._goal = "", ""
        else:
            self._to.skip([row.place], row.text, "is a note" if is_a_note(text) else NO_GOAL)

    def _heads(self, row: Row, after: Row | None) -> bool:
        text = row.text
        if is_a_note(text) or is_measured(text) or counts(text) > _HEADING_WORDS or is_a_goal(text):
            return False
        found = topic(text)
        if found.named or found.bands:
            return not is_an_act(text) or counts(text) < 4 or row.across
        shown = row.across or text.isupper() or row.filled[0] in self._columns.of("area")
        return shown and after is not None and not text.endswith((".", "!", "?"))

    def _full(self, row: Row) -> None:
        kind = kind_of(self._cell(row, *self._columns.of("kind")))
        if kind == "heading":
            said = self._said(row)
            self._to.heading([row.place], said or row.text, IN_TABLE)
            return
        areas = self._cell(row, *self._columns.of("area")) or ("" if self._complete else self._area)
        if is_a_note(areas) and not topic(areas).named and not is_a_goal(self._said(row)):
            self._to.skip([row.place], row.text, "is a note")
            return
        self._area = areas
        if kind == "objective" or self._is_numbered_below(row):
            self._be_step(row)
            return
        own = _topic(areas, self._cell(row, *self._columns.of("grade")))
        wide = len(self._columns.goals) > 1
        texts = (
            [row.cells[index] for index in self._columns.goals if index < len(row.cells)] if wide else [self._said(row)]
        )
        topics = [self._of_column(index, own) for index in self._columns.goals[: len(texts)]] if wide else [own]
        made = [self._be_goal(row, text, of, kind) for text, of in zip(texts, topics, strict=True) if text.strip()]
        if not any(made) and not self._steps(row):
            self._to.skip([row.place], row.text, _why_not(texts))

    def _of_column(self, column: int, own: Topic) -> Topic:
        """What a goal's row says of it, with what its column says in a matrix."""
        if not self._columns.topics:
            return own
        above = self._columns.topics[column]
        return replace(own, areas=above.areas or own.areas, bands=above.bands or own.bands)

    def _said(self, row: Row) -> str:
        """The goal's sentence from its columns, such as stem and criterion; empty when there is no more than these."""
        words = [row.cells[index] for index in self._columns.words if index < len(row.cells) and row.cells[index]]
        main = self._cell(row, *self._columns.goals, *self._columns.of("stem"))
        words = [word for word in words if word == main or word not in main]
        if not main or len(words) == 1:
            return main
        return sentence([" ".join(word.split()) for word in words])

    def _be_goal(self, row: Row, text: str, own: Topic, kind: str) -> bool:
        """Whether the row is dealt with: a goal, the goal above once more, or a twin that was skipped."""
        label = label_of(text)
        if label and label.kind in ("objective", "objectives") and self._to.last:
            return self._to.objective(label.rest, [row.place])
        bare = label.rest if label and label.rest else split_marker(text)[1]
        if not kind and not _is_wanted(bare, self._columns.guessed):
            return False
        if bare == self._goal and self._to.last and self._steps(row):
            return True
        several = apart(bare)
        if len(several) > 1:
            return all([self._be_goal(row, one, own, kind) for one in several])  # noqa: C419, each is taken
        first, steps = parted(bare)
        how = "guessed" if self._columns.guessed else "column"
        why = "its column holds goals" if self._columns.guessed else f"it stands in the column {self._name!r}"
        added = self._to.goal(first, [row.place], how, why, own)
        self._goal = bare if added else ""
        self._number = self._cell(row, *self._columns.of("number")) or split_marker(text)[0]
        if added:
            for step in steps:
                self._to.objective(step, [row.place])
            self._steps(row)
        return True

    @property
    def _name(self) -> str:
        return self._columns.names[self._columns.goals[0]] or f"column {self._columns.goals[0] + 1}"

    def _steps(self, row: Row) -> bool:
        """The objectives in the row's own columns for them; False where there are none or no goal to belong to."""
        cells = [row.cells[index] for index in self._columns.of("objective") if index < len(row.cells)]
        steps = [step for cell in cells for step in items(cell)]
        return bool(steps) and [self._to.objective(step, [row.place]) for step in steps].count(False) == 0

    def _be_step(self, row: Row) -> None:
        text = self._said(row) or row.text
        label = label_of(text)
        if not self._to.objective(label.rest if label and label.rest else split_marker(text)[1], [row.place]):
            self._to.skip([row.place], row.text, "is an objective with no goal above it")

    def _is_numbered_below(self, row: Row) -> bool:
        """`1.2` and `1b` stand below `1`."""
        number = self._cell(row, *self._columns.of("number"))
        above = self._number.rstrip(".)")
        return (
            bool(above and self._to.last)
            and not is_a_note(self._said(row))
            and re.fullmatch(re.escape(above) + r"\.?[a-z0-9.]{1,5}", number) is not None
            and (number[len(above)] == "." or number[len(above)].isalpha())
        )


def _topic(area: str, grade: str) -> Topic:
    found = topic(area) if area else Topic()
    return replace(found, bands=(bands_of(grade, sure=True) if grade else ()) or found.bands)


def _is_wanted(text: str, guessed: bool) -> bool:
    """Whether a cell of a goal's column holds a goal: something to do, no formula, no remark."""
    if re.match(r"=\S", text) or counts(text) < 2 or (is_a_note(text) and not is_an_act(text) and not is_a_goal(text)):
        return False
    return is_a_goal(text) or not guessed or (is_an_act(text) and is_measured(text))


def _why_not(texts: Sequence[str]) -> str:
    text = next((text for text in texts if text.strip()), "")
    if text.startswith("="):
        return "is a formula, which is never evaluated; paste it as a value to import it"
    return "has no goal in it" if not text else "is a note" if is_a_note(text) else NO_GOAL
