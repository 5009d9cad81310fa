"""Names, dates of birth, schools and numbers that identify a student, reported before anything leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..domain import Notice
from ..language import Word

_DAY = (
    r"(?:\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?)"
)
_BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\.?|born|birth\s?(?:date|day)|date of birth|b-?day)(?:\s?:)?"
    rf"\s*(?:is\s|on\s|in\s)?{_DAY}",
    re.I,
)
_SCHOOL = re.compile(
    r"\b(?:(?:St\.|[A-Z][a-z][\w'-]*)\s){1,3}"
    r"(?:(?:Elem(?:entary)?|Middle|High|Academy|Primary|Intermediate)\b(?:\sSchool)?|School\b|[MHE]S\b)"
)
_MONTH_OR_DAY = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)",
    re.I,
)
_NUMBER = re.compile(r"\b(?:ID|SSN|student\s?#|student id|case\s?#|medicaid\s?#?)\s*:?\s*#?\d[\d-]{3,}", re.I)
_CONTACT = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.]+\b|\b\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Coach|Principal|Nurse)\.?\s[A-Z][\w'-]*")
_KINDS = (
    ("date of birth", _BIRTH),
    ("identification number", _NUMBER),
    ("contact", _CONTACT),
    ("school", _SCHOOL),
    ("name", _TITLED),
)


def find(jot: str, words: Sequence[Word]) -> Iterator[Notice]:
    """A notice for each, in order of kind; `text` says the kind and never repeats the words."""
    taken: list[tuple[int, int]] = []
    for kind, pattern in _KINDS:
        for match in pattern.finditer(jot):
            if not _overlaps(match.span(), taken):
                taken.append(match.span())
                yield _notice(kind, match.start(), match.end())
    for start, end in _names(jot, words):
        if not _overlaps((start, end), taken):
            taken.append((start, end))
            yield _notice("name", start, end)


def _notice(kind: str, start: int, end: int) -> Notice:
    said = f"{_article(kind)} {kind} stands in the jot; use a label if this text will leave your computer."
    return Notice("identity", said, start, end)


def _article(kind: str) -> str:
    return "An" if kind[0] in "aeiou" else "A"


def _overlaps(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def _names(jot: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Capitalised unknown words, unless alone at a sentence's start; runs of them are one name."""
    shouting = sum(map(str.isupper, jot)) > sum(map(str.islower, jot))
    if shouting:
        return
    run: list[Word] = []
    for word in [*words, None]:
        if word is not None and _is_name(word):
            run.append(word)
            continue
        opener = len(run) == 1 and _opens_sentence(jot, run[0].start)
        if run and not opener and not _MONTH_OR_DAY.fullmatch(run[0].source):
            yield run[0].start, run[-1].end
        run = []


def _is_name(word: Word) -> bool:
    """A capitalised unknown word, or two of them joined (`Wrenfield-Oakes`)."""
    return word.kind == "name" or bool(re.fullmatch(r"[A-Z][a-z']+(?:-[A-Z][a-z']+)+", word.source))


def _opens_sentence(jot: str, start: int) -> bool:
    before = jot[:start].rstrip(" \t")
    return not before or before[-1] in ".!?\n:;-•*"
