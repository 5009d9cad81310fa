"""Quantities in every form a therapist writes them: where they stand, what they say, how a note prints them.

A quantity keeps the jot's own form: `4 of 6` never becomes a percentage and `3/5` never becomes words.
Only glue and unit shorthand are spelt out (`x4` -> `4 times`, `30min` -> `30 minutes`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from .tables import table

_NUMBER = r"(?:\d{1,6}(?:,\d{3})*(?:\.\d{1,4})?|\.\d{1,4})"
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
NUMBER_WORDS = {word: index for index, word in enumerate(_WORDS)} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "once": 1,
    "twice": 2,
    "thrice": 3,
    "half": Fraction(1, 2),
    "quarter": Fraction(1, 4),
}
_WORD = r"(?:" + "|".join(sorted(_WORDS + ["thirty", "forty", "fifty"], key=len, reverse=True)) + r")"
_ANY = rf"(?:{_NUMBER}|{_WORD})"
_RANGE = rf"{_ANY}(?:\s?(?:-|–|to|or)\s?{_ANY})?"
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"



def _units() -> dict[str, tuple[str, str, str]]:
    """Each written form of a unit -> its kind, singular and plural (data/units.csv)."""
    rows = table("units")
    return {form: (row["kind"], row["singular"], row["plural"]) for row in rows for form in row["forms"].split()}


UNITS = _units()
_UNIT = r"(?:" + "|".join(re.escape(form) for form in sorted(UNITS, key=len, reverse=True)) + r")"
_PER = {form: row["singular"] for row in table("periods") for form in row["forms"].split()}
_PERIOD = r"(?:" + "|".join(sorted(_PER, key=len, reverse=True)) + r")"
_EDGE = r"(?![A-Za-z0-9])"


@dataclass(frozen=True, slots=True)
class Quantity:
    """`spoken` is how a note prints it, `value` its normal form for comparison, `numbers` what it counts with."""

    kind: str
    start: int
    end: int
    spoken: str
    value: str
    adverbial: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: str
    pattern: re.Pattern[str]
    spoken: Callable[[re.Match[str]], str]
    adverbial: bool = False


def number(text: str) -> Fraction | None:
    """The number a word or numeral stands for: `3` -> 3, `.5` -> 1/2, `twice` -> 2; None for anything else."""
    text = text.strip().lower().replace(",", "")
    if text in NUMBER_WORDS:
        return Fraction(NUMBER_WORDS[text])
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None


def numbers(text: str) -> list[str]:
    """Every numeral in a text, in its normal form: `3/5 and 10 min` -> ["3", "5", "10"]."""
    return [str(Fraction(found.replace(",", ""))) for found in re.findall(_NUMBER, text)]


def _range(text: str) -> str:
    return re.sub(r"\s*(-|–)\s*", "-", text.strip())


def _unit(amount: str, unit: str) -> str:
    _, singular, plural = UNITS[unit.lower()]
    one = number(amount) is not None and number(amount) in (1, Fraction(1, 2), Fraction(1, 4), Fraction(3, 4))
    return f"{_range(amount)} {singular if one else plural}"


def _times(amount: str) -> str:
    amount = _range(amount)
    return f"{amount} time" if number(amount) == 1 else f"{amount} times"


def _bound(match: re.Match[str]) -> str:
    sign = {">": "more than", "<": "less than", "≥": "at least", "≤": "at most", "~": "approximately"}
    two = {">=": "at least", "<=": "at most"}
    mark = (match.groupdict().get("bound") or "").strip()
    return two.get(mark) or sign.get(mark[:1], "")


def _bounded(text: str, match: re.Match[str]) -> str:
    bound = _bound(match)
    return f"{bound} {text}" if bound else text


_BOUND = r"(?P<bound>[~<>≥≤]=?\s*)?"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _frequency(match: re.Match[str]) -> str:
    each = f" for {_unit(match['each'], 'min')}" if match.groupdict().get("each") else ""
    return f"{_times(match['n'])} per {_PER[match['per'].lower()]}{each}"


_RULES = (
    _Rule("money", _compile(r"\$\s?\d{1,5}(?:\.\d{2})?" + _EDGE), lambda m: m[0]),
    _Rule("date", _compile(r"\d{4}-\d{2}-\d{2}" + _EDGE), lambda m: m[0]),
    _Rule("date", _compile(r"\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})" + _EDGE), lambda m: m[0]),
    _Rule("date", _compile(rf"{_MONTHS}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?" + _EDGE), lambda m: m[0]),
    _Rule(
        "clock_time",
        _compile(
            r"\d{1,2}(?::\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.)?\s?(?:-|–|to)\s?\d{1,2}(?::\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.)"
            + _EDGE
        ),
        lambda m: _range(m[0]),
    ),
    _Rule("clock_time", _compile(r"\d{1,2}:\d{2}\s?(?:-|–|to)\s?\d{1,2}:\d{2}" + _EDGE), lambda m: _range(m[0])),
    _Rule("clock_time", _compile(r"(?:\d{1,2}:\d{2}\s?(?:am|pm)?|\d{1,2}\s?(?:am|pm))" + _EDGE), lambda m: m[0]),
    _Rule("ratio_support", _compile(r"[1-9]\s?:\s?[1-9]" + _EDGE), lambda m: m[0].replace(" ", "")),
    _Rule(
        "age",
        _compile(rf"{_NUMBER}\s?-?(?:y/o|yo|y\.o\.|yrs?\.?[ -]?old|years?[ -]?old|year-old)" + _EDGE),
        lambda m: f"{re.match(_NUMBER, m[0])[0]} years old",  # type: ignore[index]
    ),
    _Rule("age", _compile(r"\d{1,2};\d{1,2}" + _EDGE), lambda m: m[0]),
    _Rule("age", _compile(rf"age[ds]?\s{_NUMBER}(?:;\d{{1,2}})?" + _EDGE), lambda m: m[0]),
    _Rule(
        "grade",
        _compile(r"(?P<n>\d{1,2})(?P<th>st|nd|rd|th)[\s-]?(?:gr|grd|grade|grader)s?\.?" + _EDGE),
        lambda m: f"{m['n']}{m['th']} grade",
    ),
    _Rule("grade", _compile(r"(?:gr|grd|grade)\.?\s?(?P<n>\d{1,2})" + _EDGE), lambda m: f"grade {m['n']}"),
    _Rule(
        "service",
        _compile(rf"(?P<n>{_RANGE})\s?[x×]\s?(?P<each>\d{{1,3}})\s?(?:min\w*)?\s?(?:/|per\s|a\s)?\s?(?P<per>{_PERIOD})" + _EDGE),
        _frequency,
        True,
    ),
    _Rule(
        "frequency",
        _compile(rf"(?P<n>{_RANGE})\s?(?:[x×]|times)\s?(?:/|per\s|a\s|an\s|each\s)?\s?(?P<per>{_PERIOD})" + _EDGE),
        _frequency,
        True,
    ),
    _Rule(
        "frequency",
        _compile(r"(?:q|every)\s?(?P<n>few|\d{1,3}(?:-\d{1,3})?)\s?(?P<u>" + _UNIT + r")s?" + _EDGE),
        lambda m: f"every {m['n']} {UNITS[m['u'].lower()][2]}",
        True,
    ),
    _Rule(
        "rate",
        _compile(rf"{_BOUND}(?P<n>{_RANGE})\s?(?P<what>[a-z]{{3,12}})\s?(?:/|per\s)\s?(?P<per>{_PERIOD})" + _EDGE),
        lambda m: _bounded(f"{_range(m['n'])} {m['what']} per {_PER[m['per'].lower()]}", m),
    ),
    _Rule(
        "percent",
        _compile(rf"{_BOUND}(?P<n>{_RANGE})(?:\s?%\s?(?:-|–|to)\s?{_NUMBER})?\s?(?:%|percent|pct{_EDGE})"),
        lambda m: _bounded(re.sub(r"\s?(%|percent|pct)", "%", _range(m[0].removeprefix(m["bound"] or "")), flags=re.I), m),
    ),
    _Rule(
        "distance",
        _compile(r"(?P<n>\d{1,2}/(?:2|3|4|8|16))(?:\s?-\s?\d/\d{1,2})?\s?(?:inch(?:es)?|in\.?|\")(?!\s+(?:\d|the|a|her|his|their)\b)" + _EDGE),
        lambda m: re.sub(r'\s?(?:inches|inch|in\.?|")$', "", m[0], flags=re.I) + " inch",
    ),
    _Rule(
        "ratio",
        _compile(rf"{_BOUND}(?P<a>{_RANGE})\s?(?:out\sof|of)\s(?:the\s)?(?:last\s)?(?P<b>{_ANY})" + _EDGE),
        lambda m: _bounded(m[0].removeprefix(m["bound"] or ""), m),
    ),
    _Rule(
        "ratio",
        _compile(rf"{_BOUND}\d{{1,4}}(?:-\d{{1,4}})?\s?/\s?\d{{1,4}}(?![/\d])" + r"(?![A-Za-z])"),
        lambda m: _bounded(re.sub(r"\s", "", m[0].removeprefix(m["bound"] or "")), m),
    ),
    _Rule(
        "duration",
        _compile(rf"{_BOUND}(?P<n>{_RANGE})\+?\s?-?(?P<u>{_UNIT})\.?(?:\s?(?P<n2>\d{{1,2}})\s?(?P<u2>s|secs?|mins?|months?))?" + _EDGE),
        lambda m: _bounded(
            (_unit(m["n"], m["u"]).replace(" ", "+ ", 1) if "+" in m[0] else _unit(m["n"], m["u"]))
            + (f" {_unit(m['n2'], m['u2'])}" if m["n2"] else ""),
            m,
        ),
    ),
    _Rule(
        "duration",
        _compile(rf"[x×]\s?(?P<n>{_RANGE})\s?(?P<u>{_UNIT})" + _EDGE),
        lambda m: f"for {_unit(m['n'], m['u'])}",
        True,
    ),
    _Rule("times", _compile(rf"[x×]\s?(?P<n>{_RANGE})" + _EDGE), lambda m: _times(m["n"]), True),
    _Rule(
        "times",
        _compile(rf"{_BOUND}(?P<n>{_RANGE})\+?\s?(?:[x×]s?|times?)" + _EDGE),
        lambda m: _bounded(_times(m["n"] + ("+" if "+" in m[0] else "")), m),
        True,
    ),
    _Rule("times", _compile(r"(?:once|twice|thrice)" + _EDGE), lambda m: m[0].lower(), True),
    _Rule("ordinal", _compile(r"\d{1,3}(?:st|nd|rd|th)" + _EDGE), lambda m: m[0]),
    _Rule("number", _compile(rf"{_BOUND}(?P<n>{_RANGE})\+?" + r"(?![A-Za-z0-9%])"), lambda m: _bounded(_range(m[0].removeprefix(m["bound"] or "")), m)),
    _Rule("number", _compile(rf"{_BOUND}(?P<n>{_NUMBER})(?=[A-Za-z])"), lambda m: _bounded(m["n"], m)),
)

_START = re.compile(
    rf"(?<![A-Za-z0-9.$])(?:\$\s?\d|[~<>≥≤]=?\s*)?(?:\d|\.\d|[x×]\s?\d|{_WORD}\b|once\b|twice\b|thrice\b|q\s?(?:\d|few)|"
    rf"every\s\d|every\sfew|age[ds]?\s\d|gr\.?\s?\d|grd\s?\d|grade\s?\d|{_MONTHS}\s\d)",
    re.IGNORECASE,
)


def find(text: str) -> list[Quantity]:
    """All quantities in `text`, left to right, none overlapping; `text[q.start:q.end]` is as it was written."""
    found: list[Quantity] = []
    position = 0
    while match := _START.search(text, position):
        quantity = _at(text, match.start())
        if quantity is None:
            position = match.start() + 1
            continue
        found.append(quantity)
        position = quantity.end
    return found


def _at(text: str, start: int) -> Quantity | None:
    for rule in _RULES:
        match = rule.pattern.match(text, start)
        if match and _plausible(rule.kind, match, text):
            spoken = rule.spoken(match)
            kind = _kind(rule.kind, match)
            end = match.start() + len(match[0].rstrip())
            return Quantity(kind, start, end, spoken, normal(spoken), rule.adverbial)
    return None


def _kind(kind: str, match: re.Match[str]) -> str:
    unit = match.groupdict().get("u")
    return UNITS[unit.lower()][0] if kind == "duration" and unit else kind


def _plausible(kind: str, match: re.Match[str], text: str) -> bool:
    """Whether the form fits what stands around it; `one` alone is a pronoun, `4 a` no frequency."""
    rest = text[match.end() :]
    if kind == "duration":
        unit = match["u"].lower()
        if unit in {"s", "m", "h", "d"} and re.match(r"\s", text[match.end("n") : match.start("u")] or "x"):
            return False
        if unit == "min" and re.match(r"\s*(?:-\s?mod|a\b|assist|v/?cs?\b|t/?cs?\b|verbal|cue|prompt|vps?\b|physical|gest|tactile|visual)", rest, re.I):
            return False
        return unit != "#" or not re.match(r"\s*\d", rest)
    if kind == "number" and match["n"].lower() == "one":
        return not re.match(r"\s*(?:of|hand\b.*other|another)", rest, re.I)
    if kind == "rate":
        return match["what"].lower() not in {"times", "min", "mins", "minutes", "trials"} or "per" in match[0]
    return True


def normal(text: str) -> str:
    """A form in which equal quantities are equal strings: numerals without padding, one spelling of each unit."""
    words = re.sub(rf"\b{_WORD}\b", lambda m: str(NUMBER_WORDS[m[0].lower()]), text.lower())
    words = re.sub(r"\bout of\b|\bof the last\b|\bof the\b|\bof\b", "/", words)
    words = re.sub(r"\s*([/:%-])\s*", r"\1", words)
    words = re.sub(r"\btimes?\b", "x", words).replace("once", "1 x").replace("twice", "2 x")
    for singular, plural in {(one, many) for _, one, many in UNITS.values()}:
        words = re.sub(rf"\b{plural}\b", singular, words)
    return re.sub(r"(?<![\d:.])0+(?=\d)", "", words).strip()
