"""A data-collection sheet for an accepted goal: on a clipboard, for whoever counts.

Everything on it stands in the goal: what counts, how it is recorded, the support it names. The grid has
the columns its measure needs (measures.py) and is empty: no number is filled in for anybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from ..domain import Clause, Goal, Reviewed
from ..errors import UsageError
from ..language import levels
from .boxes import fields
from .documents import Block, Document, Listing, Paragraph, Table, facts_of, open_in
from .measures import Measure, measure_of
from .pdf import pdf_file
from .profiles import profile
from .spreadsheet import table_file
from .word import word_file
from .wording import cleaned, line, wording

SheetFormat = Literal["docx", "pdf", "csv"]
Column = tuple[str, str]
"""A head, and the key of its width."""


def data_sheet(reviewed: Reviewed, format: SheetFormat) -> bytes:
    """The sheet as a file. Raises UsageError for a note, for accommodations and for an unknown format."""
    if format not in get_args(SheetFormat):
        raise UsageError(f"There is no sheet as {format!r}.", f"Use one of: {', '.join(get_args(SheetFormat))}.")
    document = sheet_of(reviewed)
    if format == "docx":
        return word_file(document, reviewed.accepted_at)
    return pdf_file(document) if format == "pdf" else table_file(_rows(document))


def sheet_of(reviewed: Reviewed) -> Document:
    """The sheet as blocks; it lies on its side when its columns ask for it."""
    goal = reviewed.draft
    if not isinstance(goal, Goal) or goal.type == "accommodations":
        raise UsageError("Only a goal has something to count.", "Ask for the sheet of an accepted goal.")
    measure = measure_of(_said(goal, "criterion"))
    columns = [*_columns(measure, bool(_support(goal)))]
    widths = tuple(wording("sheets")["widths"][key] for _, key in columns)
    wide = sum(widths) > wording("sheets")["narrow"]
    rows = tuple(_lines(measure, len(columns), wording("sheets")["flat" if wide else "upright"]))
    grid = Table(tuple(head for head, _ in columns), rows, widths, grid=True)
    blocks: tuple[Block, ...] = (*open_in(reviewed), *_told(reviewed, goal), *_how(measure), grid)
    title = wording("sheets")["title"].format(title=line(reviewed.title))
    return Document(title, facts_of(reviewed), blocks, wide=wide, compact=True)


def _said(goal: Goal, role: str) -> str:
    return " ".join(clause.text.strip() for clause in goal.clauses if clause.role == role)


def _told(reviewed: Reviewed, goal: Goal) -> Iterator[Paragraph]:
    """The goal, then what counts and how it is recorded, in its own words."""
    labels = wording("sheets")["labels"]
    whole = next(field.text for field in fields(reviewed, profile()) if field.name == "goal")
    yield Paragraph(whole, labels["goal"])
    for role in ("criterion", "method"):
        if said := cleaned(_said(goal, role)).strip():
            yield Paragraph(said, labels[role])
    if support := _support(goal):
        yield Paragraph(support, labels["support"])
    if measure_of(_said(goal, "criterion")).kinds == ("result",):
        yield Paragraph(labels["blank"])


def _support(goal: Goal) -> str:
    """Assist and cue levels as the goal names them."""
    clauses: list[Clause] = [clause for clause in goal.clauses if clause.role in ("condition", "criterion")]
    named = (clause.text[one.start : one.end] for clause in clauses for one in levels.find(clause.text))
    return line("; ".join(dict.fromkeys(named)))


def _how(measure: Measure) -> Iterator[Paragraph]:
    """How a line is filled in."""
    how, boxed = wording("sheets")["how"], _boxed(measure)
    keys = [*(["tries" if boxed else "done"] if measure.tries else []), *(["met"] if measure.occasions else [])]
    yield Paragraph(" ".join(how[key] for key in [*keys, *measure.kinds]))


def _boxed(measure: Measure) -> bool:
    return measure.tries is not None and measure.tries <= wording("sheets")["boxes"]


def _columns(measure: Measure, supported: bool) -> Iterator[Column]:
    names = wording("sheets")["columns"]
    if measure.occasions:
        yield names["number"], "number"
    yield names["date"], "date"
    if _boxed(measure):
        yield from ((str(number), "box") for number in range(1, (measure.tries or 0) + 1))
    if measure.tries:
        yield names["total"].format(of=measure.tries), "other"
    for kind in measure.kinds:
        for key in _KINDS[kind]:
            yield names[key].format(unit=f"{measure.unit}s"), "result" if kind == "result" else "other"
    if measure.occasions:
        yield names["met"], "met"
    if supported:
        yield names["support"], "other"
    if "result" not in measure.kinds:
        yield names["notes"], "notes"
    yield names["initials"], "other"


_KINDS = {
    "percent": ("right", "tries", "percent"),
    "rate": ("count", "minutes", "rate"),
    "lasting": ("start", "stop", "lasted"),
    "until": ("until",),
    "prompts": ("prompts",),
    "rubric": ("rubric",),
    "distance": ("distance",),
    "count": ("count",),
    "result": ("result",),
}


def _lines(measure: Measure, columns: int, most: int) -> Iterator[tuple[str, ...]]:
    """Empty rows; occasions are numbered within each set of as many as the criterion is out of."""
    of = measure.occasions if measure.occasions and measure.occasions <= 2 * most else None
    for row in range(max(1, most // of) * of if of else most):
        yield (str(row % of + 1) if of else "", *[""] * (columns - 1))


def _rows(document: Document) -> Iterator[tuple[str, ...]]:
    """The sheet for a spreadsheet: what it says, an empty line, then the grid."""
    yield (document.title,)
    yield from document.facts
    for block in document.blocks:
        if isinstance(block, Listing):
            yield from ((f"{block.title}: {mark}", text) for mark, text in block.items)
        elif isinstance(block, Paragraph):
            yield (block.label.rstrip(":"), block.text)
        elif isinstance(block, Table):
            yield ()
            yield block.heads
            yield from block.rows
