"""A goal's words with their places, found once, and the clauses they make: what every finder looks words up in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from ..language.numerals import NUMBER_WORDS
from .cues import words
from .page import TAKEN, Page

_TOKEN = re.compile(r"w/o?(?![^\W_])|['’]?[^\W_](?:[\w'’/&.+-]{0,60}[^\W_])?\+?%?")


class Token(NamedTuple):
    """`word` is lower case with a straight apostrophe."""

    start: int
    end: int
    word: str
    capital: bool


@lru_cache(maxsize=32)
def tokens(text: str) -> tuple[Token, ...]:
    """Words, numbers, dates (`11/2/27`) and hyphenated words, each as one token."""
    return tuple(
        Token(m.start(), m.end(), m[0].lower().replace("’", "'"), m[0][:1].isupper()) for m in _TOKEN.finditer(text)
    )


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens between two marks; `before` and `after` are the marks: `,` `.` `(` ... or "" at an end of the text."""

    tokens: tuple[Token, ...]
    before: str
    after: str
    words: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", tuple(token.word for token in self.tokens))

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


_MARK = re.compile(
    r",(?=\s|\x1f|$)(?!\s+20\d\d\b)|[;|()\[\]\n•!?\x1f\"“”]+|:(?=\s|$)|\s[–—-]+(?=\s)|—|\.{3,}|\.(?=\s|$|\x1f)|->|→"
)


def clauses(page: Page, hard: bool = False) -> tuple[Clause, ...]:
    """The clauses of what is left of a page; `hard` leaves commas inside."""
    return _clauses(page.text, page.left, hard)


@lru_cache(maxsize=64)
def _clauses(text: str, left: str, hard: bool) -> tuple[Clause, ...]:
    return tuple(_between(text, left, list(_marks(left, hard))))


def _marks(left: str, hard: bool) -> Iterator[tuple[int, str]]:
    for match in _MARK.finditer(left):
        mark = ">" if match[0] in ("->", "→") else match[0].strip() or match[0][:1]
        if (hard and mark == ",") or (mark == "." and _is_abbreviation(left, match.start())):
            continue
        yield match.start(), TAKEN if TAKEN in mark else mark[:1]


def _between(text: str, left: str, marks: Sequence[tuple[int, str]]) -> Iterator[Clause]:
    """Runs of tokens without a mark between them; of several marks in a row the firmest counts."""
    every = [token for token in tokens(text) if left[token.start] != TAKEN]
    index, before = 0, ""
    for start, mark in (*marks, (len(left), "")):
        first = index
        while index < len(every) and every[index].start < start:
            index += 1
        if index > first:
            yield Clause(tuple(every[first:index]), before, mark)
        if index > first or not before or before in ",:" or mark not in ",:":
            before = mark


def _is_abbreviation(left: str, dot: int) -> bool:
    """`Sept. probe`, `min. 3`, `Ms. Khan`: a dot that ends no sentence."""
    word = re.search(r"[^\W_]+$", left[max(0, dot - 8) : dot])
    behind = left[dot + 1 : dot + 3].strip()
    if word is None or not behind:
        return False
    if word[0].lower() in words("times", "dots", "titles"):
        return True
    follows = re.match(r"\s*[^\W\d_]+", left[dot + 1 :])
    new = follows is not None and follows[0].strip().lower() in words("baselines", "pronouns")
    return word[0].lower() in words("times", "dots", "shortened") and not behind[0].isupper() and not new


@cache
def is_number(word: str) -> bool:
    """A figure, share, percent or number word; no date, ordinal or describing number (`3-step`)."""
    if word in NUMBER_WORDS:
        return word not in ("a", "an", "single", "first")
    return (
        re.fullmatch(
            r"\d+(?:,\d{3})*(?:\.\d+)?(?:x|\+|%)?|\d+/\d+[%x]?|\d+-\d+x?%?|\.\d+|\d+(?:lpm|wpm|min|sec|s|m)", word
        )
        is not None
    )


@cache
def _firsts(phrases: frozenset[str]) -> frozenset[str]:
    """The first words of the phrases: most words begin none."""
    return frozenset(phrase.split(" ")[0] for phrase in phrases)


def phrase_at(run: Sequence[str], index: int, phrases: frozenset[str], longest: int = 5) -> int:
    """How many words of the longest phrase that begins at `index`; 0 for none."""
    if run[index : index + 1] and run[index] not in _firsts(phrases):
        return 0
    for count in range(min(longest, len(run) - index), 0, -1):
        if " ".join(run[index : index + count]) in phrases:
            return count
    return 0
