"""Finds the date or period by which a goal is to be met: words become letters, and patterns of letters are read.

The classes, the patterns and what may open each are in data/times.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ..domain import Span
from ..language.numerals import number
from .cues import SENTENCE_END, pattern, rules, words
from .page import Page
from .recorders import is_person
from .times import DATE, letters
from .tokens import Clause, Token, clauses
from .turnings import turning_end

_TO_BE_MET = pattern("timeframes", "to_be_met")
_FARTHEST = 24
"""Words behind an opener that a time can take up."""
_WHOLES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 24, 25, 30))
"""By itself `4/5` is a share; what is seldom a whole is read as a date."""


def timeframe(page: Page) -> Span | None:
    """The first deadline that no review or report owns; else a clause that is nothing but a time."""
    every = clauses(page)
    for find in (_led, _alone, _trailing):
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


def is_nothing_but_a_time(page: Page) -> bool:
    """Whether what is left of a page is one deadline (`Target: by winter break`)."""
    every = clauses(page)
    led = [span for clause in every for span in _led(clause)]
    return len(every) == 1 and (is_a_time(every[0]) or led == [Span(every[0].start, every[0].end)])


def is_dated(run: tuple[str, ...], index: int) -> bool:
    """Whether a date, month, season or school year begins at `index`, behind at most two words beside it."""
    told, starts = letters(run[index : index + 5])
    match = re.match("[BO]{0,2}[DdMYH]", told)
    if match is None or match[0][-1] != "d":
        return match is not None
    place = index + starts[match.end() - 1]
    if run[place + 1 : place + 2] and run[place + 1] in words("records", "counted"):
        return False  # "on 4/5 days"
    return int(run[place].split("/")[1]) not in _WHOLES or (index > 0 and run[index - 1] in ("on", "of", "since"))


def _is_a_schedule(text: str, start: int) -> bool:
    sentence = max((end.end() for end in SENTENCE_END.finditer(text, 0, start)), default=0)
    return _TO_BE_MET.search(text[max(sentence, start - 120) : start]) is not None


@cache
def _forms(name: str) -> re.Pattern[str]:
    forms = rules("times")["form"]
    return re.compile(forms[name].replace("{tail}", forms["tail"]))


@cache
def _openers() -> Mapping[str, str]:
    return {phrase: name for name, phrases in rules("times")["openers"].items() for phrase in phrases}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split(" ")[0] for phrase in _openers())


_TAKES: Mapping[str, tuple[str, ...]] = {
    "deadline": ("end_of", "nth_day", "possessive", "date", "review", "closing", "period"),
    "at": ("end_of", "review", "possessive", "date"),
    "within": ("count", "term", "days", "full"),
    "in": ("count", "days", "full", "term", "possessive"),
    "over": ("count", "term", "review"),
    "on": ("full",),
}


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
    if run[index] not in _first_words():
        return "", 0
    for count in range(min(4, len(run) - index), 0, -1):
        name = _openers().get(" ".join(run[index : index + count]))
        if name:
            return name, count
    return "", 0


def _time_end(clause: Clause, index: int, count: int, name: str) -> int:
    """Past the last word of the time behind an opener; 0 when what stands there is none."""
    behind = clause.words[index + count : index + count + _FARTHEST]
    told, starts = letters(behind)
    if name == "deadline" and (turning := turning_end(clause.words, index, count)):
        return turning
    if name == "deadline" and (meeting := _meeting_end(clause, index, told)):
        return meeting
    end = max((match.end() for form in _TAKES[name] if (match := _forms(form).match(told))), default=0)
    if end == 0 or (name == "at" and told[:end].strip("BO") == "M"):
        return 0
    stop = starts[end] if end < len(starts) else len(behind)
    if not _counts(clause, index, name, behind[:stop], behind[stop : stop + 3]):
        return 0
    return index + count + stop


def _counts(clause: Clause, index: int, name: str, time: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether so many weeks say by when, not how long or over what span; `may` and `march` need a capital."""
    held = rules("times")["words"]
    if " ".join(after).startswith(tuple(held["in_a_row"])) or set(time) & set(held["in_a_row"]):
        return False
    if set(time) & {"each", "every"} and name != "deadline":
        return False
    if name in ("in", "over") and clause.words[index] == name and index == 0 and _is_a_named_period(time):
        return True
    if name == "over" and clause.words[index] == "for" and index == 0 and "R" in letters(time)[0]:
        return True  # "For the 2028 annual review, ..."
    if name == "over" and "N" not in letters(time)[0]:
        return False
    if name in ("deadline", "at", "on"):
        return not _is_permission(clause, index, time) and (any(map(str.isdigit, time[-1])) or not _goes_on(after))
    first = index == 0 and clause.before in ("", ",", ".", ";", "\n", "\x1f", ":")
    number = next((int(word) for word in time if word.isdigit()), 0)
    if name == "over":
        return bool(set(time) & set(held["coming"])) or (index == 0 and clause.before == "")
    if any(word.startswith("day") for word in time):
        return number >= 30
    if name == "in" and not set(time) & _counted():
        return set(time) & {"year", "years", "yr", "year's"} != set() and time[0] in (
            "a",
            "an",
            "one",
            "1",
            "the",
            "this",
        )
    if name == "in" and any(word.startswith(("week", "wk")) for word in time):
        return first or number >= 6
    return True


def _is_a_named_period(time: tuple[str, ...]) -> bool:
    """`in the spring semester`, `over this IEP year`: one period that comes, not any."""
    told = letters(time)[0]
    named = bool({"this", "next", "coming", "plan", "iep"} & set(time))
    return re.fullmatch("[BO]*[MYD]?[RB]?P", told) is not None and (named or re.search("[MYDR]", told) is not None)


def _goes_on(after: tuple[str, ...]) -> bool:
    """`by the preschool teacher`, `by the spring intern`: the words of time only say which person or team."""
    return bool(after) and (
        after[0] in ("team", "committee", "goal") or (after[0] not in ("i", "we") and is_person(after[0]))
    )


@cache
def _counted() -> frozenset[str]:
    return frozenset(rules("times")["words"]["counted"])


def _is_permission(clause: Clause, index: int, time: tuple[str, ...]) -> bool:
    tokens: tuple[Token, ...] = clause.tokens
    return time == ("may",) and not any(token.capital for token in tokens[index + 1 : index + 2])


def _meeting_end(clause: Clause, index: int, told: str) -> int:
    """`By the second-semester staffing,`: a word of time and one word more that end the clause they open."""
    fits = (
        (index == 0 or clause.after != ",")
        and _MEETING.fullmatch(told) is not None
        and clause.after in (",", "", ".", "\n", "\x1f")
    )
    return len(clause.words) if fits and not is_person(clause.words[-1]) else 0


_MEETING = re.compile("[BOQ]*[MPSRH][BOMPQSRr]*[?]")


def _alone(clause: Clause) -> Iterator[Span]:
    """`end of kindergarten`, `February annual meeting`, `9/14/27`, `two semesters from now`."""
    run = clause.words[2:] if clause.words[:2] == ("as", "of") else clause.words
    if len(run) > _FARTHEST:
        return
    told, _ = letters(run)
    if told.count("?") > 1:
        return
    if clause.before == "(" and re.fullmatch("[DMYNO]+", told):
        return  # a date in brackets belongs to what stands before it
    if clause.before and clause.after == ":" and re.fullmatch("[DMYd]+", told):
        return  # "Sept 2026: 4 of 15" is a present measure
    if set(run[1:]) & {"a", "an", "per", "each", "every"} and not run[0].isalpha():
        return  # "4x a year"
    if told in ("M", "OM", "BM") and clause.tokens[-1].capital:
        if _is_by_itself(clause):
            yield Span(clause.start, clause.end)  # "4/5 recesses, May, teacher tally"
        return
    if told == "d" and int(run[0].split("/")[1]) in _WHOLES:
        return
    for name in (*_TAKES["deadline"], "count"):
        if _forms(name).fullmatch(told) and not re.fullmatch("[MBO]+|[YBO]+|N[BO]*[QXP]", told):
            yield Span(clause.start, clause.end)
            return
    if (
        re.fullmatch("[B]?N[BO]*[QP]", told)
        and _is_long(run)
        and clause.before in (*_STOPS, ",")
        and clause.after in _STOPS
    ):
        yield Span(clause.start, clause.end)  # "36 weeks."


def _is_by_itself(clause: Clause) -> bool:
    """Between two marks, or at the head of all: `January: zips`; no name as in `May, given a model, will zip`."""
    if clause.before:
        return clause.before in ",;-–.\n|•" and clause.after in (",", ";", ".", "", "-", "–", "\n", "|")
    return clause.after in (".", ":", ";", "\n", "|")


def _trailing(clause: Clause) -> Iterator[Span]:
    """`cut on the line within 1/4 in. 5/2028`: a date with its year that ends a clause and that nothing leads to."""
    led = words("baselines", "past") | {"dated", "of", "to", "through", "the"}
    if len(clause.words) > 1 and DATE.match(clause.words[-1]) and clause.words[-2] not in led:
        yield Span(clause.tokens[-1].start, clause.end)


_STOPS = ("", ".", ";", "\n", "|", "(", ")", "—", "•", "-", "–", "\x1f")


def _is_long(run: tuple[str, ...]) -> bool:
    """Nine weeks, two months or more, or a year: how long a plan runs, not how long a record does."""
    least = {"week": 9, "wk": 9, "month": 2, "mo": 2, "day": 90}
    unit = next((unit for unit in least for word in run if word.rstrip("s").endswith(unit)), None)
    figures = [value for word in run if (value := number(re.match(r"\d*", word)[0] or word)) is not None]  # type: ignore[index]
    return unit is None or (bool(figures) and figures[0] >= least[unit])
