"""An accepted draft as the blocks that every format prints: headings, paragraphs, lists, tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..domain import Addendum, Finding, Goal, Note, Objective, Reviewed
from ..language.tables import rules
from .wording import cleaned, line, spoken, wording


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text with a label in front of it, in bold; line breaks are kept."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What must catch the eye: each item a mark and what it says."""

    title: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header row; `widths` are shares. A grid is filled in by hand: its rows are tall and ruled."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    grid: bool = False


Block = Heading | Paragraph | Listing | Table


@dataclass(frozen=True, slots=True)
class Document:
    """What is printed: title, the facts under it, then the blocks. Its texts are cleaned.

    `wide` lies on its side; `compact` keeps to one page what is to be filled in by hand.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    wide: bool = False
    compact: bool = False


def document_of(reviewed: Reviewed) -> Document:
    """Everything that leaves of an accepted draft: what was open comes first, every word of the draft is in it once."""
    body = _goal(reviewed.draft) if isinstance(reviewed.draft, Goal) else _note(reviewed.draft)
    return Document(
        line(reviewed.title) or wording()["labels"]["accepted"],
        facts_of(reviewed),
        (*open_in(reviewed), *body, *_added(reviewed.addenda)),
    )


def facts_of(reviewed: Reviewed) -> tuple[tuple[str, str], ...]:
    """Whose, when and by whom; what is not known is left out."""
    labels = wording()["labels"]
    named = (
        (labels["student"], reviewed.student),
        (labels["accepted"], spoken(reviewed.accepted_at)),
        (labels["author"], reviewed.author),
    )
    return tuple((label, line(value)) for label, value in named if value and value.strip())


def open_in(reviewed: Reviewed) -> Iterator[Listing]:
    """Blockers and warnings that were open; a blocker of the draft is among them, whoever left it out."""
    left_out = (one for one in reviewed.draft.findings if one.severity == "blocker")
    found = (one for one in dict.fromkeys((*reviewed.open_findings, *left_out)) if one.severity != "info")
    ordered = sorted(found, key=lambda one: one.severity)  # the alphabet has the blockers first
    if ordered:
        yield Listing(wording()["titles"]["open"], tuple(map(_said, ordered)))


def _said(finding: Finding) -> tuple[str, str]:
    return wording()["marks"][finding.severity], line(f"{finding.message} {finding.remedy}")


def _goal(goal: Goal) -> Iterator[Block]:
    yield Heading(wording()["titles"][goal.type])
    for one in filter(str.strip, cleaned(goal.text).split("\n")):
        yield _labelled(one.strip())
    if goal.objectives:
        yield Heading(wording()["titles"]["objectives"])
        yield _objectives(goal.objectives)


def _labelled(text: str) -> Paragraph:
    """A goal's line; `Baseline:` and the like become its label."""
    for label in wording()["labels"]["lines"]:
        if text.startswith(label):
            return Paragraph(text[len(label) :].strip(), label)
    return Paragraph(text)


def _objectives(steps: tuple[Objective, ...]) -> Table:
    """The column of dates is there only where a step has one."""
    names, dated = wording()["objectives"], any(step.by for step in steps)
    rows = ((str(number), cleaned(step.text).strip(), line(step.by or "")) for number, step in enumerate(steps, 1))
    heads = (names["number"], names["text"], names["by"])
    width = 3 if dated else 2
    return Table(heads[:width], tuple(row[:width] for row in rows), (1.2, 12, 3)[:width])


def _note(note: Note) -> Iterator[Block]:
    """The note's text, block by block; a first line that is a section's heading becomes one."""
    headings = {text for named in rules("wording")["headings"].values() for text in named.values()}
    for block in cleaned(note.text).split("\n\n"):
        first, _, body = block.strip("\n").partition("\n")
        if first.strip() in headings:
            yield Heading(first.strip())
        else:
            body = block
        if body.strip():
            yield Paragraph(body.strip())


def _added(addenda: tuple[Addendum, ...]) -> Iterator[Block]:
    if addenda:
        yield Heading(wording()["titles"]["added"])
    for one in addenda:
        author = wording()["labels"]["by"] + line(one.author) if one.author and one.author.strip() else ""
        yield Paragraph(cleaned(one.text).strip(), f"{spoken(one.added_at)}{author}:")
