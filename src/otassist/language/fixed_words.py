"""The words of a text that are found as a whole: quotations, names with a title, levels and quantities."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from . import levels, quantities
from .levels import Level
from .lexicon import Entry
from .quantities import Quantity
from .word import Word

GOES_ON = re.compile(r"\s+(?:\d|(?:of|per|each|for|w/|with|in|on|to|at|x|and|&)(?![A-Za-z]))")

_QUOTE = re.compile(
    r"(?<![\d/])\"[^\"\n]{1,400}\"|“[^”\n]{1,400}”|(?<![\w])['‘](?=[^\s'])[^'\n]{0,200}?(?:(?<=\w)['’](?=\w)[^'\n]{0,200}?)*['’](?!\w)"
)
_LETTERS = re.compile(r"[^\W\d_]")
_TITLED = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Coach)\.?\s[A-Z](?:[\w'-]*\w|\b\.?(?=\s[a-z(]))?|(?:mr|mrs|ms)\.?\s[a-z](?:[\w'-]*\w)?)(?!\w)"
)
_INITIALS = re.compile(r"\b[A-Z]\.\s?[A-Z]\.(?!\w)")
# `4-step`, `2-inch`, `5-word`: a count that describes the noun behind it.
_MEASURED_ADJECTIVE = re.compile(
    r"(?<![\w.:/-])(\d{1,3})-(?!(?:min|mod|max)\b)[a-z]{3,}(?:-[a-z]+)*(?=\s+[A-Za-z])", re.IGNORECASE
)
# `the 4s room`, `PreK 3s`: children by their age; `1sts` are first graders.
_AGED = re.compile(
    r"(?:(?<=prek )|(?<=pre-k )|(?<=the )|(?<=young )|(?<=older ))[2-5]s(?![\w'’])"
    r"|(?<![\w./])[2-5]s(?=\s(?:room|class|group|program|side)\b)",
    re.IGNORECASE,
)
_PROGRAM = re.compile(r"(?<![\w./])18\+(?=\s*(?:/|,|$|[.;:]|rm\b|room\b|prog|class|student))", re.IGNORECASE)
_PERIOD = re.compile(r"(?<!\w)(\d(?:st|nd|rd|th)|last|lunch)\sper(?=\s*(?:[.,;:)]|$|\d|x\d))", re.IGNORECASE)
_PEGS = re.compile(r"(?<!\w)9[\s-]?HPT(?!\w)", re.IGNORECASE)
_PREK = re.compile(
    r"(?<!\w)p(?:re[\s-]?)?k[\s-]?([345])(?![\w/%]|\.\d)(?!\s*(?:/|of\s\d|min|x|y/?o\b|yr|year))", re.IGNORECASE
)
_GROUPED = re.compile(r"(?<!\w)(?:group|grp)\s?[x×]\s?(\d)(?![\w/])", re.IGNORECASE)
_GRADERS = re.compile(r"(?<![\w./])(?:1st|2nd|3rd|[4-9]th|1[0-2]th)s(?!\w)", re.IGNORECASE)
_LEVEL_TAGS = {"assist": "A", "independence": "I", "cue": "C"}


def fixed(text: str) -> list[Word]:
    """Quotations first, then levels and quantities outside them; where those overlap the longer wins."""
    taken = _Taken(len(text))
    taken.add(_quotation(match) for match in _QUOTE.finditer(text) if _LETTERS.search(match[0]))
    taken.add(map(_titled, _TITLED.finditer(text)))
    taken.add(map(_initials, _INITIALS.finditer(text)))
    taken.add(map(_measured, _MEASURED_ADJECTIVE.finditer(text)))
    taken.add(_children(match[0].lower(), match) for match in _AGED.finditer(text))
    taken.add(_children(f"group of {match[1]}", match) for match in _GROUPED.finditer(text))
    taken.add(_children(f"{match[1].lower()} period", match) for match in _PERIOD.finditer(text))
    taken.add(_numbered("Nine-Hole Peg Test", "9", match) for match in _PEGS.finditer(text))
    taken.add(map(_prek, _PREK.finditer(text)))
    taken.add(_numbered("18-plus", "18", match) for match in _PROGRAM.finditer(text))
    taken.add(_children(f"{match[0][:-1].lower()} graders", match) for match in _GRADERS.finditer(text))
    found = [_behind_minutes(level, text) for level in levels.find(text)]
    values = [_level_word(level, text) for level in found if not _is_minutes(level, text)]
    values += [_quantity_word(quantity, text) for quantity in quantities.find(text)]
    taken.add(sorted(values, key=lambda word: (word.start - word.end, word.tag in "qu")))
    return sorted(taken.words, key=lambda word: word.start)


class _Taken:
    """Words none of which overlaps another; the first to come stays."""

    def __init__(self, size: int) -> None:
        self.words: list[Word] = []
        self._held = bytearray(size)

    def add(self, found: Iterable[Word]) -> None:
        for word in found:
            if not any(self._held[word.start : word.end]):
                self._held[word.start : word.end] = b"\1" * (word.end - word.start)
                self.words.append(word)


def _quotation(match: re.Match[str]) -> Word:
    return Word(match[0], "Q", *match.span(), match[0])


def _titled(match: re.Match[str]) -> Word:
    entry = Entry(_title(match[0]), "n", match[0].lower(), "count", "person", "none", actor="other_staff")
    return Word(entry.text, "n", *match.span(), match[0], entry=entry)


def _initials(match: re.Match[str]) -> Word:
    entry = Entry(match[0], "n", match[0], kind="name", article="none")
    return Word(match[0], "n", *match.span(), match[0], entry=entry)


def _measured(match: re.Match[str]) -> Word:
    quantity = Quantity("number", *match.span(), match[0], match[1])
    text = re.sub(r"-secs?$", "-second", match[0].lower())
    return Word(text, "a", *match.span(), match[0], quantity=quantity)


def _children(text: str, match: re.Match[str]) -> Word:
    return Word(text, "n", *match.span(), match[0], entry=Entry(text, "n", text, "plural", "group", "none"))


def _numbered(text: str, number: str, match: re.Match[str]) -> Word:
    """A name with a number in it, so that the number counts as the jot's."""
    return replace(_children(text, match), quantity=Quantity("number", *match.span(), text, number))


def _prek(match: re.Match[str]) -> Word:
    """`PreK 4 dismissal`: the class of the four-year-olds."""
    text = f"PreK {match[1]}"
    return Word(text, "q", *match.span(), match[0], quantity=Quantity("grade", *match.span(), text, text))


def _title(source: str) -> str:
    """`ms k` -> `Ms. K`."""
    title, name = source.split(maxsplit=1)
    point = "." if title.lower() in ("mr", "mrs", "ms", "dr") else ""
    return f"{title.capitalize()}{point} {name[0].upper()}{name[1:]}"


def _behind_minutes(level: Level, text: str) -> Level:
    """`5 min. vc wrists`: a point behind `min` ends the minutes, and the cue begins anew."""
    minutes = re.match(r"\d[\d-]*\s?mins?\.\s+", text[level.start : level.end], re.IGNORECASE)
    if not minutes:
        return level
    offset = level.start + minutes.end()
    inner = levels.find(text[offset : level.end])
    return replace(inner[0], start=inner[0].start + offset, end=inner[0].end + offset) if inner else level


def _is_minutes(level: Level, text: str) -> bool:
    """`1 min. A: board helps`: behind a number `min` is minutes."""
    return (
        level.kind == "assist"
        and text[level.start :].lower().startswith("min")
        and text[: level.start].rstrip()[-1:].isdigit()
    )


def _level_word(level: Level, text: str) -> Word:
    source = text[level.start : level.end]
    return Word(level.spoken, _LEVEL_TAGS[level.kind], level.start, level.end, source, level=level)


def _quantity_word(quantity: Quantity, text: str) -> Word:
    """A point behind a unit belongs to it only inside a sentence (`10 min. then`)."""
    tag = "u" if quantity.adverbial else "q"
    end = quantity.end
    if text[end - 1] == "." and not GOES_ON.match(text, end):
        end -= 1
    return Word(quantity.spoken, tag, quantity.start, end, text[quantity.start : end], quantity=quantity)
