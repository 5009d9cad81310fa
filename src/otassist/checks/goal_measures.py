"""Numbers of a goal: impossible ones, stacked ones, and a criterion that is not beyond the baseline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from itertools import pairwise

from ..domain import Finding, Span
from ..language.numerals import DIGITS, WORD, number
from .goal_findings import Goal
from .goal_rules import goal_rules, wording

_NUMBER = rf"(?:{DIGITS}|\.\d+|{WORD}(?![\w-]))"


@dataclass(frozen=True, slots=True)
class Measure:
    """A number in its unit; shares are between 0 and 1 whether written as 4/5 or as 80 %."""

    unit: str
    value: Fraction
    start: int
    end: int


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kind and pattern of each measure (data/goal_rules.toml)."""
    return tuple(
        (item["kind"], re.compile(item["pattern"].replace("{number}", _NUMBER), re.IGNORECASE))
        for item in goal_rules("goal_rules")["measures"]
    )


_SECONDS = {"s": 1, "m": 60, "h": 3600}


def measures(text: str, offset: int = 0) -> list[Measure]:
    """Every share, duration and count of a stretch in order; a share of nothing is left out."""
    return [Measure(item.unit, item.value, item.start + offset, item.end + offset) for item in _measured(text)]


@lru_cache(maxsize=64)
def _measured(text: str) -> tuple[Measure, ...]:
    found: list[Measure] = []
    taken = bytearray(len(text))
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            made = None if any(taken[match.start() : match.end()]) else _measure(kind, match)
            if made:
                found.append(made)
                taken[match.start() : match.end()] = b"\1" * len(match[0])
    return tuple(sorted(found, key=lambda item: item.start))


def _measure(kind: str, match: re.Match[str]) -> Measure | None:
    value = number(match["n"])
    if value is None or _is_a_date(match):
        return None
    start, end = match.start(), match.end()
    if kind == "share":
        whole = number(match["d"]) if match.groupdict().get("d") else Fraction(100)
        return Measure("share", value / whole, start, end) if whole else None
    unit = match["u"].lower()
    if kind == "time":
        return Measure("time", value * _SECONDS[unit[0]], start, end)
    return Measure({"wpm": "word"}.get(unit, unit.rstrip("s")), value, start, end)


_DATED = re.compile(r"(?:\bon|\bweek of|\bas of|\bsince|\bdated|\btoday|\()$", re.IGNORECASE)


def _is_a_date(match: re.Match[str]) -> bool:
    """`on 9/8`, `as of 10/1`: a day of the month, no share."""
    if "/" not in match[0]:
        return False
    before = match.string[: match.start()].rstrip()[-12:]  # all of it would be searched again for each of many shares
    return _DATED.search(before) is not None and not _follows_a_unit(match)


def _follows_a_unit(match: re.Match[str]) -> bool:
    """`on 4/5 trials` is a share all the same, and so is `(3/10)`."""
    n, d = number(match["n"]), number(match["d"])
    behind = match.string[match.end() : match.end() + 14].strip().split(" ")[0]
    return bool(n and d and n <= d and (behind.islower() or match.string[match.start() - 1 : match.start()] == "("))


def measure_findings(goal: Goal) -> Iterator[Finding]:
    """Impossible values, stacked criteria, and progress that is none."""
    yield from _impossible(goal)
    yield from _stacked(goal)
    yield from _progress(goal)


def impossible(goal: Goal) -> list[Measure]:
    """Shares above the whole, in the criterion or the baseline."""
    return list(_above(goal.text, goal.span("criterion"), goal.span("baseline")))


@lru_cache(maxsize=8)
def _above(text: str, *spans: Span | None) -> tuple[Measure, ...]:
    found = [item for span in spans if span for item in measures(text[span.start : span.end], span.start)]
    return tuple(item for item in found if item.unit == "share" and item.value > 1)


def _impossible(goal: Goal) -> Iterator[Finding]:
    for item in impossible(goal):
        span = Span(item.start, item.end)
        written = goal.text[span.start : span.end]
        yield goal.finds(
            "impossible_value",
            "blocker",
            f"{written!r} is more than the whole.",
            "Correct the number or what it is out of.",
            span,
        )


def _stacked(goal: Goal) -> Iterator[Finding]:
    span = goal.span("criterion")
    if span is None:
        return
    found = [item for item in measures(goal.part("criterion"), span.start) if item.unit == "share"]
    for first, second in pairwise(found):
        gap = goal.text[first.end - 1 : second.start]
        if wording("stacked_unit").match(gap) and gap[:1] in "%t":
            yield goal.finds(
                "stacked_criterion",
                "warning",
                "One measure is stacked on another, so it is unclear what is counted.",
                "Keep the one that fits the task, such as 4 of 5 trials or 9 of 10 letters.",
                Span(first.start, second.end),
            )
            return


def progresses(goal: Goal) -> bool:
    """Whether nothing speaks against the criterion being beyond the baseline."""
    return not any(_progress(goal)) and not impossible(goal)


def _progress(goal: Goal) -> Iterator[Finding]:
    """Higher, or lower where the goal goes down; the same with less support is progress too (domain, arithmetic)."""
    now, target = goal.span("baseline"), goal.span("criterion")
    if now is None or target is None:
        return
    wanted = measures(goal.part("criterion"), target.start)
    have = measures(goal.part("baseline"), now.start)
    pair = next(((new, old) for new in wanted for old in have if new.unit == old.unit), None)
    if pair is None or _is_beyond(goal, *pair):
        return
    if pair[0].value == pair[1].value and _less_support(goal):
        return
    yield goal.finds(
        "no_progress",
        "blocker",
        f"The target {_at(goal, pair[0])!r} is not beyond the baseline {_at(goal, pair[1])!r}.",
        "Set the criterion beyond the present measure, or name the support that will be less.",
        Span(pair[0].start, pair[0].end),
    )


def _at(goal: Goal, item: Measure) -> str:
    return goal.text[item.start : item.end]


def _is_beyond(goal: Goal, new: Measure, old: Measure) -> bool:
    return new.value < old.value if _goes_down(goal, new) else new.value > old.value


def _goes_down(goal: Goal, new: Measure) -> bool:
    """A greatest number, an upper limit, or less of something (`no more than 2 prompts`, `within 3 minutes`)."""
    around = goal.text[max(0, new.start - 25) : min(len(goal.text), new.end + 12)]
    criterion = goal.span("criterion")
    if criterion:
        around = goal.text[max(criterion.start, new.start - 25) : min(criterion.end, new.end + 12)]
    fewer = new.unit in ("prompt", "cue", "reminder", "error")
    return (wording("down").search(around) is not None and new.unit != "share") or fewer


def _less_support(goal: Goal) -> bool:
    """The baseline names a support or level, and the goal another one or none."""
    said = wording("less_support")
    before = {match.lower() for match in said.findall(goal.part("baseline"))}
    now = {match.lower() for match in said.findall(goal.part("condition") + " " + goal.part("criterion"))}
    return bool(before) and before != now
