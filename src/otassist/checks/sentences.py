"""A note's text -> its sentences with section, place and words, whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from ..domain import Note, Section
from ..language import Word, words_of
from ..language.tables import rules
from .segments import Segment, segments, stems

_QUOTED = re.compile(r"\"([^\"\n]*)\"|“([^”\n]*)”")
_BLANK = re.compile(r"(?:(?<!\d)\d+\s?(?:/|of|to|-|–)\s?)?_{2,}(?:\s?(?:/|of|out of|to|-|–)\s?\d+)?")
_TO_THE_LAST_BRACKET = re.compile(r"^[^\n]*\]", re.MULTILINE)
_BRACKETED = re.compile(r"\[[^\]\n]*\]")
_ASKED = re.compile(r"[^?]*\?\s*_{2,}\W*")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in double quotation marks, `start` and `end` in the sentence, marks included."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """One sentence; `clause` and `statements` are known only for drafts of ours."""

    text: str
    start: int
    end: int
    section: Section | None
    clause: str | None = None
    origin: str = "observed"
    statements: tuple[str, ...] = ()

    @cached_property
    def plain(self) -> str:
        """The text with quotations and blanks to fill in replaced by spaces, places unchanged."""
        return _without_blanks(_QUOTED.sub(_spaces, self.text))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The writer's own words: those outside quotation marks and blanks."""
        return words_of(self.plain)

    @cached_property
    def amounts(self) -> frozenset[tuple[str, str]]:
        """The kind and value of every quantity."""
        return frozenset((word.quantity.kind, word.quantity.value) for word in self.words if word.quantity)

    @cached_property
    def levels(self) -> tuple[Word, ...]:
        """The words that name an assist or cue level."""
        return tuple(word for word in self.words if word.level)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The content of the writer's own words."""
        return stems(self.words)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        return tuple(segments(self.words))

    @cached_property
    def quotes(self) -> tuple[Quoted, ...]:
        return tuple(Quoted(match[1] or match[2] or "", *match.span()) for match in _QUOTED.finditer(self.text))

    @cached_property
    def every_word(self) -> tuple[Word, ...]:
        """The writer's own words and, behind them, those inside quotation marks."""
        return (*self.words, *(word for quote in self.quotes for word in words_of(quote.text)))

    @cached_property
    def every_segment(self) -> tuple[Segment, ...]:
        return tuple(segments(self.every_word)) if self.quotes else self.segments


def _without_blanks(text: str) -> str:
    """`3 of __` and `[a number: __]` replaced; what is never closed is no bracket, so no line is read twice."""
    return _BLANK.sub(_spaces, _TO_THE_LAST_BRACKET.sub(lambda line: _BRACKETED.sub(_spaces_for_blank, line[0]), text))


def _spaces_for_blank(match: re.Match[str]) -> str:
    return _spaces(match) if "__" in match[0] else match[0]


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def of_note(note: Note) -> list[Sentence]:
    """A draft's clauses."""
    return [
        Sentence(clause.text, clause.start, clause.end, section, clause.id, clause.origin, clause.statements)
        for section, clauses in note.sections.items()
        for clause in clauses
    ]


_BREAK = re.compile(r"(?<=[.!?])[\"”']?\s+(?=[A-Z\"“'_\d])|\n+")
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Ms|Mrs|Mx|Dr|St|vs|approx)|\b[ap]\.m)\.$", re.I)
_FILL_IN, _LONGEST = 120, 600  # characters
_HEADING = re.compile(
    r"\s*(?:[-*•]\s+)?(?:\*\*|__|#+\s*)?([A-Za-z][A-Za-z ,/-]{0,60}?)(?:\*\*|__)?\s*(:(?:\*\*)?\s*|$)"
)


@cache
def _headings() -> dict[str, Section]:
    """Every heading a note may have, lower case -> its section."""
    found: dict[str, Section] = {"s": "subjective", "o": "objective", "a": "assessment", "p": "plan"}
    for names in rules("wording")["headings"].values():
        found |= {heading.lower(): section for section, heading in names.items()}
    for section, names in rules("note_rules")["headings"].items():
        found |= dict.fromkeys(names, section)
    return found


def of_text(text: str) -> list[Sentence]:
    """The sentences of free text; a heading on its own line or before a colon opens a section."""
    found: list[Sentence] = []
    section: Section | None = None
    for start, end in _pieces(text):
        heading = _HEADING.match(text, start, end)
        if heading and heading[1].strip().lower() in _headings():
            section = _headings()[heading[1].strip().lower()]
            start = heading.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
        if start < end and _says_anything(text[start:end]):
            origin = "blank" if holds_nothing(text[start:end]) else "observed"
            found.append(Sentence(text[start:end], start, end, section, origin=origin))
    return found


def _says_anything(text: str) -> bool:
    """More than marks; a blank to fill in says that something is missing."""
    return "_" in text or any(map(str.isalnum, text))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The sentences; what is longer than anybody writes is cut, at a space where there is one."""
    for start, end in _spans(text):
        while end - start > _LONGEST:
            cut = text.rfind(" ", start + 1, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            yield start, cut
            start = cut
        yield start, end


def holds_nothing(text: str) -> bool:
    """A question with its blank, or words that only say so: `None reported.`, `No comments from staff today.`"""
    return bool(_ASKED.fullmatch(text) or (len(text) < _FILL_IN and _fill_in().match(text)))


@cache
def _fill_in() -> re.Pattern[str]:
    return re.compile(rules("note_rules")["fill_ins"]["pattern"], re.I)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(text):
        mark = 1 if match[0][:1] in "\"”'" else 0
        if not mark and "\n" not in match[0] and _ABBREVIATED.search(text, start, match.start()):
            continue
        if not mark and text[match.end() : match.end() + 1] == "_":
            continue
        if text[start : match.start()].strip():
            yield start, match.start() + mark
        start = match.end()
    if text[start:].strip():
        yield start, len(text.rstrip())
