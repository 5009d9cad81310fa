"""Names, dates of birth, schools and numbers that identify a student, found and reported before anything leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..domain import Notice
from ..language import Word

_BIRTH = re.compile(r"\b(?:d\.?o\.?b\.?|born|birth\s?date|date of birth|b-?day)\b:?\s*(?:on\s)?[\w/.,-]+(?:\s\d{1,2},?\s\d{4})?", re.I)
_SCHOOL = re.compile(r"\b(?:[A-Z][\w'.-]+\s){1,3}(?:Elem(?:entary)?|Middle|High|Academy|Primary|Intermediate|MS|HS|ES)\b(?:\sSchool)?|\b(?:[A-Z][\w'.-]+\s){1,3}School\b")
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
    return Notice("identity", f"A {kind} stands in the jot; use a label if this text will leave your computer.", start, end)


def _overlaps(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def _names(jot: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Capitalised words the vocabulary does not know, unless the sentence's first; runs of them are one name."""
    shouting = sum(map(str.isupper, jot)) > sum(map(str.islower, jot))
    if shouting:
        return
    run: list[Word] = []
    for word in [*words, None]:
        if word is not None and word.kind == "name":
            run.append(word)
            continue
        if run and (len(run) > 1 or not _opens_sentence(jot, run[0].start)):
            yield run[0].start, run[-1].end
        run = []


def _opens_sentence(jot: str, start: int) -> bool:
    before = jot[:start].rstrip(" \t")
    return not before or before[-1] in ".!?\n:;-•*"
