"""Finds the date or period by which a goal is to be met: words become letters, and patterns of letters are read.

The classes, the patterns and what may open each are in data/times.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from ..domain import Span
from .cues import SENTENCE_END, pattern, rules, words
from .page import Page
from .tokens import Clause, Token, clauses, is_number

_TO_BE_MET = pattern("timeframes", "to_be_met")
_DATE = re.compile(r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d|20\d\d-\d{1,2}(?:-\d{1,2})?|\d{1,2}[/-]20\d\d)$")
_SHORT_DATE = re.compile(r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])$")
_YEAR = re.compile(r"(?:20\d\d|['’]\d\d|(?:20)?\d\d[-–/](?:20)?\d\d)$")
_NTH = re.compile(r"\d{1,3}(?:st|nd|rd|th)$")
_LONGEST = 5
_FARTHEST = 24
"""Words behind an opener that a time can take up."""
_WHOLES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 24, 25, 30))
"""By itself `4/5` is a share; what is seldom a whole is read as a date."""


def timeframe(page: Page) -> Span | None:
    """The first deadline that no review or report owns; else a clause that is nothing but a time."""
    every = clauses(page)
    for find in (_led, _alone):
        for clause in every:
            for span in find(clause):
                if not _is_a_schedule(page.left, span.start):
                    return span
    return None


def schedules(text: str) -> list[Span]:
    """Dates and periods that say when progress is reviewed or reported, or when a baseline was taken."""
    found = [span for clause in clauses(Page(text, text)) for span in _led(clause)]
    return [span for span in found if _is_a_schedule(text, span.start)]


def is_a_time(clause: Clause) -> bool:
    """Whether a clause says nothing but a time."""
    return next(_alone(clause), None) is not None


def is_dated(run: tuple[str, ...], index: int) -> bool:
    """Whether a date, month, season or school year begins at `index`, behind at most two words beside it."""
    letters = re.match("[BO]{0,2}[DdMYH]", _letters(run[index : index + 5])[0])
    if letters is None or letters[0][-1] != "d":
        return letters is not None
    place = index + letters.end() - 1
    if run[place + 1 : place + 2] and run[place + 1] in words("records", "counted"):
        return False  # "on 4/5 days"
    return int(run[place].split("/")[1]) not in _WHOLES or (index > 0 and run[index - 1] in ("on", "of", "since"))


def _is_a_schedule(text: str, start: int) -> bool:
    sentence = max((end.end() for end in SENTENCE_END.finditer(text, 0, start)), default=0)
    return _TO_BE_MET.search(text[max(sentence, start - 120) : start]) is not None


@cache
def _classes() -> Mapping[str, str]:
    """Word or phrase -> its letter; the class that stands first in the file wins."""
    found: dict[str, str] = {}
    for letter, phrases in rules("times")["class"].items():
        for phrase in phrases:
            found.setdefault(phrase, letter)
    return found


@cache
def _forms(*names: str) -> re.Pattern[str]:
    forms = rules("times")["form"]
    return re.compile("|".join(f"(?:{forms[name]})" for name in names).replace("{tail}", forms["tail"]))


@cache
def _openers() -> Mapping[str, str]:
    return {phrase: name for name, phrases in rules("times")["openers"].items() for phrase in phrases}


_TAKES: Mapping[str, tuple[str, ...]] = {
    "deadline": ("end_of", "nth_day", "possessive", "date", "review", "closing", "period"),
    "at": ("end_of", "review", "possessive", "date"),
    "within": ("count", "term", "days", "full"),
    "in": ("count", "days", "full", "term"),
    "over": ("count",),
    "on": ("full",),
}


@lru_cache(maxsize=256)
def _letters(run: tuple[str, ...]) -> tuple[str, tuple[int, ...]]:
    """One letter a word or phrase, and where each begins in the run."""
    letters, starts, index = "", [], 0
    while index < len(run):
        letter, count = _letter(run, index)
        letters += letter
        starts.append(index)
        index += count
    return letters, tuple(starts)


def _letter(run: tuple[str, ...], index: int) -> tuple[str, int]:
    word = run[index]
    if _DATE.match(word):
        return "D", 1
    if _SHORT_DATE.match(word):
        return "d", 1
    if _YEAR.match(word):
        return "Y", 1
    for count in range(min(_LONGEST, len(run) - index), 0, -1):
        letter = _classes().get(" ".join(run[index : index + count]))
        if letter:
            return letter, count
    if _NTH.match(word):
        return "O", 1
    return ("N" if word.isdigit() or is_number(word) else "?"), 1


def _led(clause: Clause) -> Iterator[Span]:
    """Times with a word that leads to them."""
    run, index = clause.words, 0
    while index < len(run):
        name, count = _opener(run, index)
        end = _time_end(clause, index, count, name) if name else 0
        if end:
            yield Span(clause.tokens[index].start, clause.tokens[end - 1].end)
        index = max(index + 1, end)


def _opener(run: tuple[str, ...], index: int) -> tuple[str, int]:
    for count in range(min(4, len(run) - index), 0, -1):
        name = _openers().get(" ".join(run[index : index + count]))
        if name:
            return name, count
    return "", 0


def _time_end(clause: Clause, index: int, count: int, name: str) -> int:
    """Past the last word of the time behind an opener; 0 when what stands there is none."""
    behind = clause.words[index + count : index + count + _FARTHEST]
    if name == "deadline" and behind[:2] == ("the", "time") and behind[2:3] != ("of",):
        return _turning(clause, index)
    letters, starts = _letters(behind)
    match = _forms(*_TAKES[name]).match(letters)
    if match is None or not match[0]:
        return 0
    stop = starts[match.end()] if match.end() < len(starts) else len(behind)
    if not _counts(clause, index, name, behind[:stop], behind[stop : stop + 3]):
        return 0
    return index + count + stop


def _counts(clause: Clause, index: int, name: str, time: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether so many weeks say by when, not how long or over what span; `may` and `march` need a capital."""
    held = rules("times")["words"]
    if " ".join(after).startswith(tuple(held["in_a_row"])) or set(time) & set(held["in_a_row"]):
        return False
    if name in ("deadline", "at", "on"):
        return not _is_permission(clause, index, time) and after[:1] not in (("team",), ("committee",), ("goal",))
    first = index == 0 and clause.before in ("", ",", ".", ";", "\n", "\x1f", ":")
    number = next((int(word) for word in time if word.isdigit()), 0)
    if name == "over":
        return bool(set(time) & set(held["coming"])) or (index == 0 and clause.before == "")
    if any(word.startswith("day") for word in time):
        return number >= 30
    if name == "in" and not set(time) & _counted():
        return set(time) & {"year", "years"} != set() and time[0] in ("a", "an", "one", "1", "the", "this")
    if name == "in" and any(word.startswith(("week", "wk")) for word in time):
        return first or number >= 6
    return True


@cache
def _counted() -> frozenset[str]:
    return frozenset(rules("times")["words"]["counted"])


def _is_permission(clause: Clause, index: int, time: tuple[str, ...]) -> bool:
    tokens: tuple[Token, ...] = clause.tokens
    return time == ("may",) and not any(token.capital for token in tokens[index + 1 : index + 2])


def _turning(clause: Clause, index: int) -> int:
    """`by the time he leaves preschool in June`: to the end of the clause, when a period or a leaving is named."""
    run = clause.words[index + 3 : index + 15]
    letters, _ = _letters(run)
    return len(clause.words) if re.search("[PQHMRN]", letters) and set(run) & _leaving() else 0


@cache
def _leaving() -> frozenset[str]:
    return frozenset(rules("times")["words"]["leaving"])


def _alone(clause: Clause) -> Iterator[Span]:
    """`end of kindergarten`, `February annual meeting`, `9/14/27`, `two semesters from now`."""
    run = clause.words
    letters, _ = _letters(run)
    if clause.before == "(" and re.fullmatch("[DMYNO]+", letters):
        return  # a date in brackets belongs to what stands before it
    if clause.before and clause.after == ":" and re.fullmatch("[DMYd]+", letters):
        return  # "Sept 2026: 4 of 15" is a present measure
    if letters == "d" and int(run[0].split("/")[1]) in _WHOLES:
        return
    for name in (*_TAKES["deadline"], "count"):
        if _forms(name).fullmatch(letters) and not re.fullmatch("[MBO]+|[YBO]+|N[BO]*[QXP]", letters):
            yield Span(clause.start, clause.end)
            return
