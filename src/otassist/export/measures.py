"""What a goal's criterion measures, from its own words: the columns a data sheet needs.

Tries out of n, occasions out of n, percent, rate, how long, how soon, prompts, a score, a count: several may go
together (`for 10 minutes with no more than 2 reminders`). Rules and words are in data/sheets.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from ..language import levels, quantities
from ..language.quantities import Quantity
from .wording import wording

Kind = Literal["percent", "rate", "lasting", "until", "prompts", "rubric", "distance", "count", "result"]
_SHARE = re.compile(r"(\d+)/(\d+)")


@dataclass(frozen=True, slots=True)
class Measure:
    """`tries` out of which a line counts, `occasions` out of which the whole counts, and what else is written down.

    `unit` is the criterion's own unit of time; `kinds` is never empty where there are neither tries nor occasions.
    """

    tries: int | None = None
    occasions: int | None = None
    kinds: tuple[Kind, ...] = ()
    unit: str = ""


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = wording("sheets")["measure"]
    return rules


def measure_of(criterion: str) -> Measure:
    """The measure of a criterion; `result` alone where it has none."""
    found = quantities.find(criterion)
    shares = [*_shares(criterion, found)]
    times: list[tuple[Kind, str]] = [(kind, _unit(one)) for one in found if (kind := _time(criterion, one))]
    if match := re.search(_rules()["until_one"], criterion, re.I):
        times.append(("until", match[1]))
    kinds = [*_kinds(criterion, found, [kind for kind, _ in times])]
    tries = next((of for of, said in shares if not _is_occasion(said)), None)
    occasions = next((of for of, said in shares if _is_occasion(said)), None)
    if not occasions and len(shares) == 2:
        occasions = shares[1][0]  # `3 of 4 steps in 8 of 10 breaks`
    rows = [one for one in found if _is_a_row(criterion, one)]
    if not shares and not kinds and any(one.kind in _COUNTS and one not in rows for one in found):
        kinds = ["count"]
    occasions = occasions or (int(rows[-1].value.split()[0]) if rows else None)
    if not tries and not occasions and not kinds:
        kinds = ["result"]
    return Measure(tries, occasions, tuple(dict.fromkeys(kinds)), times[0][1] if times else "")


_COUNTS = ("number", "times", "count", "measure", "frequency", "ratio", "rate")


def _shares(criterion: str, found: Sequence[Quantity]) -> Iterator[tuple[int, str]]:
    """Each `out of n` with the words that say what is counted: `4 of 5 days`, `four days out of five`."""
    for one in found:
        match = _SHARE.search(one.value) if one.kind == "ratio" else None
        if match and int(match[2]):
            yield int(match[2]), _behind(criterion, one)
    for one, other in pairwise(found):
        between = criterion[one.end : other.start]
        if other.value.isdigit() and int(other.value) and re.fullmatch(_rules()["out_of"], between):
            yield int(other.value), _behind(criterion, one)


def _kinds(criterion: str, found: Sequence[Quantity], times: Sequence[Kind]) -> Iterator[Kind]:
    rules = _rules()
    every = {one.kind for one in found}
    if "percent" in every:
        yield "percent"
    if any(one.kind == "rate" and one.value.endswith(("minute", "hour", "second")) for one in found) or re.search(
        rules["rate"], criterion, re.I
    ):
        yield "rate"
    else:
        yield from times
    if re.search(rules["prompts"], criterion, re.I) or any(one.kind == "cue" for one in levels.find(criterion)):
        yield "prompts"
    if re.search(rules["rubric"], criterion, re.I):
        yield "rubric"
    if "distance" in every:
        yield "distance"


def _behind(criterion: str, one: Quantity) -> str:
    """What is counted, in the words behind the number, or in it: `5 reported occasions`."""
    said = re.split(_rules()["ends"], criterion[one.end :], maxsplit=1, flags=re.I)[0]
    return said if one.value[-1].isdigit() else said.strip() or one.value.split()[-1]


def _is_a_row(criterion: str, one: Quantity) -> bool:
    """A plain number of occasions: `three lunches`, `4 school days in a row`."""
    if one.kind == "duration":
        before, behind = criterion[: one.start], criterion[one.end :]
        led = re.search(r"\bon $", before) or re.match(r" (?:in a row|running)", behind)
        return bool(led and re.match(r"\d+ (?:school )?(?:day|week)", one.value))
    return one.value.isdigit() and _is_occasion(_behind(criterion, one))


def _is_occasion(said: str) -> bool:
    """Whether it comes once a day or so."""
    return bool(_occasions().search(said))


@cache
def _occasions() -> re.Pattern[str]:
    """The words of data/sheets.toml, one or many."""
    names = (f"{name[:-1]}(?:ys?|ies)" if name[-1] == "y" else f"{name}(?:e?s)?" for name in _rules()["occasions"])
    return re.compile(rf"\b(?:{'|'.join(names)})\s*$", re.I)


def _time(criterion: str, one: Quantity) -> Kind | None:
    """Whether a length of time is one that is kept up, or one that something is done within."""
    rules = _rules()
    shape = "-" in criterion[one.start : one.end]  # `a 10-minute lesson`
    if one.kind != "duration" or shape or _unit(one) in rules["span"]:
        return None
    before = criterion[: one.start] + re.split(r"\d", one.value)[0]
    if re.search(rules["no_time"], criterion[one.end :]) and not re.search(r"\bfor (?:at least )?$", before, re.I):
        return None
    less = re.search(rules["until"], before, re.I) or re.match(rules["or_less"], criterion[one.end :], re.I)
    return "until" if less else "lasting"


def _unit(one: Quantity) -> str:
    """`minutes` of `at least 6 minutes`."""
    return re.sub(r"^(?:.*\d|.*?\b(?=[a-z]+$))\s*", "", one.value)
