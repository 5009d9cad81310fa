"""How a note prints a quantity: `x4` -> `4 times`, `30min` -> `30 minutes`, `5+` -> `5 or more`; numerals stay."""

from __future__ import annotations

import re

from .lexicon import lexicon
from .numerals import number
from .quantity_patterns import compiled
from .units import MONTHS, PER, UNITS, key

Match = re.Match[str]
SIGNS = {">": "more than", "<": "less than", "≥": "at least", "≤": "at most", "~": "approximately",
         "≈": "approximately", ">=": "at least", "<=": "at most", "~=": "approximately"}  # fmt: skip


def tight(text: str) -> str:
    return re.sub(r"\s*([-–−])\s*", r"\1", text.strip())


def slash(text: str) -> str:
    return re.sub(r"\s*/\s*", "/", text)


def typed(match: Match, group: str = "n") -> str:
    """The number as typed, with `5+` as `5 or more`."""
    plus = match.groupdict().get("plus") or ""
    return tight(match[group]) + (" or more" if plus == "+" else plus.lower())


def bounded(text: str, match: Match) -> str:
    bound = (match["bound"] or "").strip().lower()
    return f"{SIGNS.get(bound, ' '.join(bound.split()))} {text}" if bound else text


def with_unit(amount: str, unit: str) -> str:
    _, singular, plural = UNITS[key(unit)]
    value = number(amount)
    single = value is not None and 0 < value <= 1 and (value == 1 or "." not in amount)
    return f"{amount} {singular if single else plural}"


def times(amount: str) -> str:
    return f"{amount} time" if number(amount) == 1 else f"{amount} times"


def without_bound(match: Match) -> str:
    return tight(match[0][len(match["bound"] or "") :])


def full_months(match: Match) -> str:
    return compiled(r"{month}(?![a-z])\.?").sub(lambda found: MONTHS[key(found[0].rstrip("."))], match[0])


def frequency(match: Match) -> str:
    each = match.groupdict().get("n2")
    unit = match.groupdict().get("u2") or "min"
    lasting = f" for {with_unit(tight(each), unit)}" if each else ""
    return bounded(f"{_counted(match)} per {PER[key(match['per'])]}{lasting}", match)


def _counted(match: Match) -> str:
    amount = typed(match)
    return amount.lower() if amount.lower() in ("once", "twice") else times(amount)


def measured(match: Match) -> str:
    """`10 min` -> `10 minutes`, `5-min` -> `5-minute`, `1 hr 20 min` -> `1 hour 20 minutes`."""
    unit = match["u"]
    joined = match["dash"] and unit.isalpha()
    text = f"{typed(match)}-{UNITS[key(unit)][1]}" if joined else with_unit(typed(match), unit)
    more = match.groupdict().get("n2")
    return bounded(f"{text} {with_unit(more, match['u2'])}" if more else text, match)


def rated(match: Match) -> str:
    noun = lexicon().nouns(match["what"].lower())
    amount = match.groupdict().get("n2")
    per = with_unit(amount, match["u"]) if amount else PER[key(match["u"])]
    return bounded(f"{typed(match)} {noun.text if noun else match['what'].lower()} per {per}", match)


def aged(match: Match) -> str:
    months = match.groupdict().get("months")
    return f"{match['n']} years {months} months" if months else f"{match['n']} years old"


def graded(match: Match) -> str:
    ordinal = re.sub(r"\d(?:st|nd|rd|th)", lambda found: found[0].lower(), tight(match["n"]), flags=re.I)
    return ordinal + _grade_noun(match[0])


def _grade_noun(written: str) -> str:
    """`5th grader` is a child."""
    child = re.search(r"graders?$", written, re.I)
    return f" {child[0].lower()}" if child else " grade"


def part(match: Match) -> str:
    """A share of a unit: `6 of 8 min` -> `6 of 8 minutes`, `1/2 hr` -> `1/2 hour`."""
    text = without_bound(match)[: match.start("u") - match.end()].strip()
    _, singular, plural = UNITS[key(match["u"])]
    simple = re.fullmatch(r"1/[2348]|3/4|2/3", text) and not match["u"].lower().endswith("s")
    return bounded(f"{slash(text)} {singular if simple else plural}", match)


def percentage(match: Match) -> str:
    """`80 %+` -> `80% or more`, `50% - 60%` -> `50%-60%`."""
    more = (match["plus"] or match["after"] or "").lower()
    amount = re.sub(r"\s+%", "%", tight(match["n"]))
    return bounded(f"{amount}%{' or more' if more == '+' else more}", match)
