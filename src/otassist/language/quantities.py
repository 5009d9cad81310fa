"""Quantities in every form a therapist writes them: where they stand, what they say, how a note prints them.

A quantity keeps the jot's own form: `4 of 6` never becomes a percentage and `3/5` never becomes words.
Only glue and unit shorthand are spelt out (`x4` -> `4 times`, `30min` -> `30 minutes`); every numeral stays.
What is no quantity (`2/2 fatigue`, `one` the pronoun, `BOT-2`) is left to the vocabulary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from . import levels
from .lexicon import lexicon
from .tables import table

_GLYPHS = "½¼¾⅓⅔⅛⅜⅝⅞"
_DIGITS = r"(?:\d{1,6}(?:,\d{3}(?!\d)){0,3}(?:\.\d{1,9})?|\.\d{1,9})(?!\d)"
_NUMBER = rf"(?:\d{{0,3}}[{_GLYPHS}]|{_DIGITS})"
_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBER_WORDS: dict[str, Fraction] = {
    **{word: Fraction(value) for value, word in enumerate(["zero", *_ONES, *_TEENS])},
    **{word: Fraction(10 * place) for place, word in enumerate(_TENS, 2)},
    **{"once": Fraction(1), "twice": Fraction(2), "thrice": Fraction(3), "half": Fraction(1, 2)},
    **{"quarter": Fraction(1, 4), "dozen": Fraction(12), "a dozen": Fraction(12)},
    **{"half a dozen": Fraction(6), "half dozen": Fraction(6)},
}


def _either(forms: list[str]) -> str:
    return "(?:" + "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) + ")"


_WORD = (
    rf"(?:{_either(_TENS)}[\s-]{_either(_ONES)}(?![a-z])"
    rf"|{_either(['zero', *_ONES, *_TEENS, *_TENS])}(?![a-z])"
    r"|(?:half\s)?a\sdozen(?![a-z])|half\sdozen(?![a-z]))"
)
_MIXED = (
    rf"(?:(?:\d{{1,2}}(?:\s|\s?-\s?))?\d{{1,2}}/(?:2|3|4|8|16)(?!\d)|{_NUMBER}|{_WORD})(?:\sand\sa\shalf)?"
)
_ANY = rf"(?:(?:{_NUMBER}|{_WORD})(?:\sand\sa\shalf)?)"
_TO = r"(?:\s?(?:-|–|−)\s?|\s(?:to|or)\s)"
_TIGHT = r"(?:[-–−]|\s(?:to|or)\s)"
_RANGE = rf"{_ANY}(?:{_TO}{_ANY})?"
_EDGE = r"(?![A-Za-z0-9])"


def _key(form: str) -> str:
    """The spelling in which a form is looked up: a long s or an i without its dot match too."""
    return form.casefold().replace("\u0131", "i").replace("i\u0307", "i")


def _units() -> dict[str, tuple[str, str, str]]:
    """Each written form of a unit -> its kind, singular and plural (data/units.csv)."""
    return {
        form: (row["kind"], row["singular"], row["plural"])
        for row in table("units")
        for form in (*row["forms"].split(), row["singular"], row["plural"])
    }


def _forms(kind: str) -> dict[str, str]:
    """Each written form of a period, month, weekday or date word -> its full name (data/periods.csv)."""
    rows = (row for row in table("periods") if row["kind"] == kind)
    return {form: row["singular"] for row in rows for form in row["forms"].split()}


UNITS = _units()
_INCH_BEFORE = {word for row in table("units") for word in row["before"].split()}
_PER, _MONTHS = _forms("per"), _forms("month")
_DATED = _forms("dated").keys() | _forms("weekday").keys() | _MONTHS.keys()
_LABELS, _NOT_HALF = _forms("label").keys(), _forms("single").keys()
_BARE_PERIODS = {
    form for form, name in _PER.items() if form.endswith("ly") or name in ("day", "week", "month")
}
_UNIT, _PERIOD, _MONTH = _either([*UNITS]), _either([*_PER]), _either([*_MONTHS])
_SHARED = frozenset({"day", "school day", "week", "minute", "second"})  # `3/4 days`: 3 of 4
_ADJACENT = frozenset({"s", "m", "h", "d", "w", "y", "#"})
_PER_SIGN = r"(?P<link>\s?/\s?|\s?(?:per|a|an|each|every)\s)"
# The point of `5 min. of` belongs to the unit, the one that ends a sentence does not.
_POINT = r"(?:\.(?=[,);:]|\s(?-i:of|to|per|each|and|for|x|boy|girl|student|class)\b))?"
_SIGNS = {">": "more than", "<": "less than", "≥": "at least", "≤": "at most", "~": "approximately",
          "≈": "approximately", ">=": "at least", "<=": "at most", "~=": "approximately"}  # fmt: skip
_BOUND = r"(?:(?P<bound>[~≈<>≥≤]=?|(?:(?:no\s)?(?:more|less)\sthan|at\sleast|at\smost)\s)\s?)?"
_PLUS = r"(?P<plus>\+(?!\s?\d)|\sor\s(?:more|less|fewer)(?![a-z]))?"


@dataclass(frozen=True, slots=True)
class Quantity:
    """`spoken` is how a note prints it, `value` its normal form for comparison."""

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
    fits: Callable[[re.Match[str]], bool] = lambda match: True


def number(text: str) -> Fraction | None:
    """The number a word or numeral stands for (`.5` -> 1/2, `twice` -> 2); None for anything else."""
    text = re.sub(r"[\s-]+", " ", text.strip().lower().replace(",", ""))
    if text in NUMBER_WORDS:
        return NUMBER_WORDS[text]
    parts = text.replace(" and a ", " ").split(" ")
    if len(parts) == 2 and all(part in NUMBER_WORDS for part in parts):
        return NUMBER_WORDS[parts[0]] + NUMBER_WORDS[parts[1]]
    try:
        if text and text[-1] in _GLYPHS:
            return Fraction(text[:-1] or 0) + Fraction(unicodedata.numeric(text[-1])).limit_denominator(8)
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None


def numbers(text: str) -> list[str]:
    """Every numeral in a text, in its normal form: `3/5 and 10 min` -> ["3", "5", "10"]."""
    found = re.findall(r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?|\.\d+", text)
    return [str(Fraction(item.replace(",", ""))) for item in found if len(item) < 400]


def _tight(text: str) -> str:
    return re.sub(r"\s*([-–−])\s*", r"\1", text.strip())


def _amount(match: re.Match[str], group: str = "n") -> str:
    """The number as typed, with `5+` as `5 or more`."""
    plus = match.groupdict().get("plus") or ""
    return _tight(match[group]) + (" or more" if plus == "+" else plus.lower())


def _bounded(text: str, match: re.Match[str]) -> str:
    bound = (match["bound"] or "").strip().lower()
    return f"{_SIGNS.get(bound, ' '.join(bound.split()))} {text}" if bound else text


def _unit(amount: str, unit: str) -> str:
    _, singular, plural = UNITS[_key(unit)]
    value = number(amount)
    single = value is not None and 0 < value <= 1 and (value == 1 or "." not in amount)
    return f"{amount} {singular if single else plural}"


def _times(amount: str) -> str:
    return f"{amount} time" if number(amount) == 1 else f"{amount} times"


def _token_before(text: str, start: int) -> str:
    """The word or numeral right before, lower case; empty at the beginning of a line."""
    found = re.search(r"([\w'/]{1,20})[.:]?[ \t]{0,3}$", text[max(0, start - 26) : start])
    return found[1].lower() if found else ""


def _token_after(text: str, end: int) -> str:
    found = re.compile(r"[ \t]{0,3}([A-Za-z][\w'/]{0,20})").match(text, end)
    return found[1].lower() if found else ""


def _without_bound(match: re.Match[str]) -> str:
    return _tight(match[0][len(match["bound"] or "") :])


def _full_months(match: re.Match[str]) -> str:
    return re.sub(
        rf"{_MONTH}(?![a-z])\.?", lambda found: _MONTHS[_key(found[0].rstrip("."))], match[0], flags=re.I
    )


def _looks_like_a_date(month: str, day: str) -> bool:
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def _counts_things(text: str, end: int) -> bool:
    """Whether what follows can be counted: `3/5 lines`, `3/5 of trials`, `4/5 ltrs`, `4/5 right`."""
    word = _token_after(text, end)
    noun = lexicon().nouns(word) if word else None
    if any(entry.tag == "a" for entry in lexicon().lookup(word)):
        return True
    if noun:
        return noun.text.endswith("s") and not noun.text.endswith("ss")
    return word == "of" or (word.endswith("s") and not lexicon().knows(word))


def _is_date(match: re.Match[str]) -> bool:
    """`11/4` can be no count; `3/5` is a date behind `obs`, `on`, `by`, `Fri`, where nothing is counted."""
    if not _looks_like_a_date(match["a"], match["b"]) or _counts_things(match.string, match.end()):
        return False
    same_total = re.search(
        rf"\d\s?/\s?{match['b']}(?!\d)", match.string[max(0, match.start() - 120) : match.start()]
    )
    announced = _token_before(match.string, match.start()) in _DATED and not same_total
    return announced or int(match["a"]) > int(match["b"])


def _is_date_range(match: re.Match[str]) -> bool:
    found = re.findall(r"(\d{1,2})/(\d{1,2})", match[0])
    first = (
        len(found) == 2
        and found[0][0] <= found[1][0]
        and _token_before(match.string, match.start()) in _DATED
    )
    late = any(int(month) > int(day) for month, day in found)
    return all(_looks_like_a_date(*pair) for pair in found) and (first or late)


def _is_month(match: re.Match[str]) -> bool:
    """`march 5 steps`, `may 2 of them` and `dec 2 prompts` name no month."""
    month = match["month"]
    return (
        month[0].isupper()
        or _key(month) not in {"may", "march", "mar", "dec", "sep"}
        or not (_counts_things(match.string, match.end()))
    )


def _is_clock(match: re.Match[str]) -> bool:
    """Hours and minutes that a clock can show; `12:1:1` is a class."""
    hours = [int(hour) for hour in re.findall(r"(?<![\d:])\d{1,2}(?!\d)", match[0])]
    return all(hour < 24 for hour in hours) and all(
        int(rest) < 60 for rest in re.findall(r":(\d\d)", match[0])
    )


def _is_unit(match: re.Match[str]) -> bool:
    """Single letters stand tight, `in` before a size, `min` before no level noun."""
    unit, text, end = _key(match["u"]), match.string, match.end("u")
    tight = match.end("n") == match.start("u")
    if unit in _ADJACENT and (not tight or text[end : end + 1] == "/" or not _fits_letter(match)):
        return False
    if unit == "min" and levels.noun_follows(text, end):
        return False
    return unit != "in" or _is_inch(match)


def _fits_letter(match: re.Match[str]) -> bool:
    """`writes 5s backwards`, `3D shapes` and `1980s` have no unit."""
    unit, amount = _key(match["u"]), match["n"]
    if unit == "d":
        return amount not in ("2", "3")
    if unit != "s":
        return True
    waited = re.search(
        r"(?:[x×~<>]|\b(?:for|within|in|waited|after|every|q|than))\s?$",
        match.string[: match.start("n")][-9:],
    )
    return bool(waited) or len(re.sub(r"\D", "", amount)) in (2, 3)


def _is_inch(match: re.Match[str]) -> bool:
    """`1/4 in`, `6in` and `2 in wide` measure; `4 in class`, `3/5 in math` and `6 in line` do not."""
    follows = _token_after(match.string, match.end("u"))
    if match.end("n") == match.start("u"):
        return True
    fraction = "/" in match["n"] or "." in match["n"] or match["n"][-1] in _GLYPHS
    if fraction and not match["n"].endswith("/3") and not follows:
        return re.compile(r"\s*(?:[.,;:)\n!?+&]|-\s|$)").match(match.string, match.end("u")) is not None
    return follows in _INCH_BEFORE and (fraction or not follows.startswith(("line", "circle", "past", "of")))


def _is_ratio(match: re.Match[str]) -> bool:
    """`2/2 fatigue` is "secondary to" (data/ambiguous.csv), no count."""
    causes = next((row["right"] for row in table("ambiguous") if row["short"] == "2/2"), "")
    return match[0] != "2/2" or _token_after(match.string, match.end()) not in causes.split()


def _is_number(match: re.Match[str]) -> bool:
    """`one` counts only before what it counts; `504` is a plan; `half` of something, not `the 2nd half`."""
    form = match["n"].lower()
    follows = _token_after(match.string, match.end())
    if form == "one":
        before = _token_before(match.string, match.start())
        entries = lexicon().lookup(follows) if follows else ()
        alone = not follows or (bool(entries) and not any(entry.tag in "nag" for entry in entries))
        return not alone and before not in {
            "the",
            "this",
            "that",
            "each",
            "every",
            "which",
            "no",
            "any",
            "another",
        }
    return match[0] != "504"


def _is_half(match: re.Match[str]) -> bool:
    follows = _token_after(match.string, match.end())
    partitive = follows in {"of", "the", "a", "an", "his", "her", "their", "its", "my", "this"}
    if re.compile(r"\s(?:a\s)?dozen", re.I).match(match.string, match.end()):
        return False
    return _token_before(match.string, match.start()) not in _NOT_HALF and (partitive or not follows)


def _is_once(match: re.Match[str]) -> bool:
    """`once` before a clause (`once seated`, `once he sat`) is a conjunction."""
    after = re.compile(
        r"\s*(?:$|[.,;:)!?\n]|(?:per|today|this|then|but|and|during|w/|w/o|with|without|for)\b)", re.I
    )
    return (
        after.match(match.string, match.end()) is not None
        and _token_before(match.string, match.start()) != "at"
    )


def _is_bare_period(match: re.Match[str]) -> bool:
    """Without `/` or `per` only the calendar repeats: `2x wk`, but `2x class` and `1x w/ aide` do not."""
    period, link = _key(match["per"]), (match["link"] or "").strip()
    tail = match.string[match.end() : match.end() + 1]
    if len(period) == 1:
        return link == "/" and tail != "/"
    return tail != "/" and (bool(link) or period in _BARE_PERIODS)


def _frequency(match: re.Match[str]) -> str:
    each = match.groupdict().get("n2")
    unit = match.groupdict().get("u2") or "min"
    lasting = f" for {_unit(_tight(each), unit)}" if each else ""
    return _bounded(f"{_counted(match)} per {_PER[_key(match['per'])]}{lasting}", match)


def _counted(match: re.Match[str]) -> str:
    amount = _amount(match)
    return amount.lower() if amount.lower() in ("once", "twice") else _times(amount)


def _measured(match: re.Match[str]) -> str:
    """`10 min` -> `10 minutes`, `5-min` -> `5-minute`, `1 hr 20 min` -> `1 hour 20 minutes`."""
    unit = match["u"]
    joined = match["dash"] and unit.isalpha()
    text = f"{_amount(match)}-{UNITS[_key(unit)][1]}" if joined else _unit(_amount(match), unit)
    more = match.groupdict().get("n2")
    return _bounded(f"{text} {_unit(more, match['u2'])}" if more else text, match)


def _rated(match: re.Match[str]) -> str:
    noun = lexicon().nouns(match["what"].lower())
    amount = match.groupdict().get("n2")
    per = _unit(amount, match["u"]) if amount else _PER[_key(match["u"])]
    return _bounded(f"{_amount(match)} {noun.text if noun else match['what'].lower()} per {per}", match)


def _is_rate(match: re.Match[str]) -> bool:
    what = match["what"].lower()
    if _key(match["u"]) not in (UNITS if match.groupdict().get("n2") else _PER) or _key(what) in UNITS:
        return False
    return lexicon().nouns(what) is not None and not levels.noun_follows(match.string, match.end())


def _aged(match: re.Match[str]) -> str:
    months = match.groupdict().get("months")
    return f"{match['n']} years {months} months" if months else f"{match['n']} years old"


def _graded(match: re.Match[str]) -> str:
    return (
        re.sub(r"\d(?:st|nd|rd|th)", lambda found: found[0].lower(), _tight(match["n"]), flags=re.I)
        + " grade"
    )


def _part(match: re.Match[str]) -> str:
    """A share of a unit: `6 of 8 min` -> `6 of 8 minutes`, `1/2 hr` -> `1/2 hour`."""
    text = _without_bound(match)[: match.start("u") - match.end()].strip()
    _, singular, plural = UNITS[_key(match["u"])]
    simple = re.fullmatch(r"1/[2348]|3/4|2/3", text) and not match["u"].lower().endswith("s")
    return _bounded(f"{_slash(text)} {singular if simple else plural}", match)


def _slash(text: str) -> str:
    return re.sub(r"\s*/\s*", "/", text)


def _is_part(match: re.Match[str]) -> bool:
    """A share of minutes or days; `4/5 in class` and `4/5 min A` stay shares of trials."""
    unit = _key(match["u"])
    if unit == "in" or unit in _ADJACENT - {"m"} or match.string[match.end() : match.end() + 1] == "/":
        return False
    if re.search(r"(?<!\d)\d{1,2}/(?:2|3|4|8|16)\s?\S{1,8}$", match[0]) and UNITS[unit][1] not in _SHARED:
        return False
    return not (unit == "min" and levels.noun_follows(match.string, match.end()))


def _is_compound(match: re.Match[str]) -> bool:
    """`1 hr 20 min`, `5 ft 2 in`: the second unit is the smaller one; `2 min 3 m` is none."""
    smaller = {"hour": "minute", "minute": "second", "year": "month", "foot": "inch", "pound": "ounce"}
    second = match["u2"].lower()
    held = "inch" if second == "in" else UNITS[second][1]
    level = second == "min" and levels.noun_follows(match.string, match.end("u2"))
    return smaller.get(UNITS[_key(match["u"])][1]) == held and not level


def _is_minute(match: re.Match[str]) -> bool:
    before = _token_before(match.string, match.start())
    return before in {"at", "by", "from", "until", "till", "til", "after", "around", "to"}


def _is_glued(match: re.Match[str]) -> bool:
    """A numeral with letters right behind it; `3D` and `5s` are words of their own."""
    return re.compile(r"[A-Za-z]{1,2}(?![A-Za-z])").match(match.string, match.end()) is None


def _percentage(match: re.Match[str]) -> str:
    """`80 %+` -> `80% or more`, `50% - 60%` -> `50%-60%`."""
    more = (match["plus"] or match["after"] or "").lower()
    amount = re.sub(r"\s+%", "%", _tight(match["n"]))
    return _bounded(f"{amount}%{' or more' if more == '+' else more}", match)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_MERIDIEM = r"(?:\s?(?:am|pm|a\.m\.|p\.m\.))"
_COLON = r"\d{1,2}:\d{2}(?!\d)"
_CLOCK = rf"(?:{_COLON}(?:{_MERIDIEM}|[ap])?|\d{{1,2}}{_MERIDIEM})"
_SLASHED = rf"{_DIGITS}(?:[-–]{_DIGITS})?\s?/\s?{_DIGITS}(?:-\d{{1,3}})?(?!\s?/\s?\d)"
_WHOLE = rf"\s(?:out\sof|outta|of)\s(?:the\s)?(?:(?:last|first|next)\s)?{_ANY}(?:-\d{{1,3}})?"
_OF = rf"{_ANY}(?:{_TIGHT}{_ANY})?{_WHOLE}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|\s?[/:%]\s?\d?)"
_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_NOT_A_PART = r"(?![A-Za-z0-9%/]|\.\d|\s/\s?\d|:\d)"
_YEARS = r"(?:y/o|yo|y\.o\.|yrs?\.?[ -]?olds?|years?[ -]olds?)"

_RULES = (
    _Rule("money", _compile(rf"\$\s?{_DIGITS}(?:[-–]\$?{_DIGITS})?(?:{_EDGE})"), lambda m: m[0]),
    _Rule("date", _compile(r"\d{4}-\d{2}-\d{2}" + _EDGE), lambda m: m[0]),
    _Rule("date", _compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?![A-Za-z0-9/])"), lambda m: m[0]),
    _Rule("date", _compile(r"(?:0?[1-9]|1[0-2])/(?:19|20)\d\d" + _EDGE), lambda m: m[0]),
    _Rule(
        "date",
        _compile(r"\d{1,2}/\d{1,2}(?:\s?[-–]\s?|\sto\s)\d{1,2}/\d{1,2}(?![/\d%A-Za-z])"),
        lambda m: _tight(m[0]),
        fits=_is_date_range,
    ),
    _Rule(
        "date",
        _compile(
            rf"(?P<month>{_MONTH})\.?\s(?:(?:19|20)\d\d|{_DAY}(?:\s?[-–]\s?{_DAY})?(?:,?\s(?:19|20)\d\d)?)"
            + _EDGE
        ),
        _full_months,
        fits=_is_month,
    ),
    _Rule(
        "date",
        _compile(rf"\d{{1,2}}(?:st|nd|rd|th)?\s(?P<month>{_MONTH})(?![a-z])"),
        _full_months,
        fits=_is_month,
    ),
    _Rule(
        "duration",
        _compile(
            rf"{_BOUND}(?P<n>{_COLON})(?P<plus>)(?P<dash>)\s?(?P<u>mins?|minutes|hrs?|hours|secs?|seconds)"
            + _EDGE
        ),
        _measured,
        fits=_is_unit,
    ),
    _Rule(
        "clock_time",
        _compile(
            rf"(?:{_CLOCK}(?:\s?[-–]\s?|\sto\s)(?:{_CLOCK}|\d{{1,2}}(?![\d/:]))|\d{{1,2}}(?:\s?[-–]\s?|\sto\s){_CLOCK})"
            + r"(?![A-Za-z0-9:])"
        ),
        lambda m: _tight(m[0]),
        fits=_is_clock,
    ),
    _Rule("clock_time", _compile(rf"{_CLOCK}(?![A-Za-z0-9:])"), lambda m: m[0], fits=_is_clock),
    _Rule("ratio_support", _compile(r"\d{1,2}:\d(?::\d)?(?![A-Za-z0-9:/])"), lambda m: m[0]),
    _Rule("age", _compile(r"(?P<n>\d{1,2})\s?y\s?(?P<months>\d{1,2})\s?mo?" + _EDGE), _aged),
    _Rule("age", _compile(rf"(?P<n>{_DIGITS}(?:-\d{{1,2}})?)\s?-?{_YEARS}" + _EDGE), _aged),
    _Rule("age", _compile(r"\d{1,2};(?:\d|1[01])" + _EDGE), lambda m: m[0]),
    _Rule(
        "age",
        _compile(rf"age[ds]?:?\s{_DIGITS}(?:[;-]\d{{1,2}}|\sto\s\d{{1,2}})?" + _EDGE),
        lambda m: m[0].lower(),
    ),
    _Rule(
        "grade",
        _compile(rf"(?P<n>{_NTH}(?:\s?[-/–]\s?{_NTH})?)[\s-]?(?:gr|grd|grade|graders?)s?{_POINT}" + _EDGE),
        _graded,
    ),
    _Rule(
        "grade",
        _compile(r"(?:grades?|grd?s?)\.?:?\s?(?P<n>(?:1[0-2]|[1-9])(?:[-–](?:1[0-2]|[1-9]))?)" + _NOT_A_PART),
        lambda m: f"{'grades' if re.search('[-–]', m['n']) else 'grade'} {m['n']}",
    ),
    _Rule(
        "measure",
        _compile(r"(?P<n>\d{1,2})(?P<th>st|nd|rd|th)?\s?(?:%ile|%tile|percentile|ptile|pctl)" + _EDGE),
        lambda m: f"{m['n']}{(m['th'] or 'th').lower()} percentile",
    ),
    _Rule(
        "service",
        _compile(
            rf"{_BOUND}(?P<n>{_RANGE})\s?(?:[x×]|times)(?P<link>\s?/\s?|\s?(?:per|a|an|each)\s|\s?)(?P<per>{_PERIOD})\s?(?:,|for|[x×@])\s?"
            rf"(?P<n2>{_RANGE})\s?(?P<u2>min|mins|minutes|hr|hrs|hour|hours)" + _EDGE
        ),
        _frequency,
        True,
        _is_bare_period,
    ),
    _Rule(
        "service",
        _compile(
            rf"{_BOUND}(?P<n>{_RANGE})\s?[x×]\s?(?P<n2>\d{{1,3}})\s?(?P<u2>mins?|minutes)?"
            rf"(?P<link>\s?/\s?|\s?(?:per|a|an|each)\s|\s)(?P<per>{_PERIOD})" + _EDGE
        ),
        _frequency,
        True,
        _is_bare_period,
    ),
    _Rule(
        "service",
        _compile(rf"(?P<n>{_RANGE})\s?[x×]\s?(?P<n2>{_RANGE})\s?(?P<u>{_UNIT})" + _EDGE),
        lambda m: f"{_times(_amount(m))} for {_unit(_tight(m['n2']), m['u'])}",
        True,
        lambda m: _key(m["u"]) not in _ADJACENT | {"in"} and not levels.noun_follows(m.string, m.end("u")),
    ),
    _Rule(
        "number",
        _compile(rf"{_DIGITS}\s?[x×]\s?{_DIGITS}(?:\s?[x×]\s?{_DIGITS})?" + _EDGE),
        lambda m: re.sub(r"\s?[x×]\s?", " × ", m[0], flags=re.I),
    ),
    _Rule(
        "frequency",
        _compile(
            rf"{_BOUND}(?:(?P<n>{_RANGE}|once|twice){_PLUS}(?:\s?(?:[x×]|times?)|(?<=ce))(?P<link>\s?/\s?|\s?(?:per|a|an|each|every)\s|\s?)(?P<per>{_PERIOD}))"
            + _EDGE
        ),
        _frequency,
        True,
        _is_bare_period,
    ),
    _Rule(
        "frequency",
        _compile(
            rf"[x×]\s?{_BOUND}(?P<n>{_RANGE})(?P<link>\s?/\s?|\s?(?:per|a|an|each|every)\s|\s)(?P<per>{_PERIOD})"
            + _EDGE
        ),
        _frequency,
        True,
        lambda m: _is_bare_period(m) and (bool(m["link"].strip()) or m["per"].lower().endswith("ly")),
    ),
    _Rule(
        "frequency",
        _compile(rf"(?:q\s?|every\s)(?P<n>few|{_RANGE})\s?(?P<u>{_UNIT})" + _EDGE),
        lambda m: f"every {_amount(m).lower()} {UNITS[_key(m['u'])][1 if m['n'] == '1' else 2]}",
        True,
        _is_unit,
    ),
    _Rule(
        "rate",
        _compile(
            rf"{_BOUND}(?P<n>{_RANGE}){_PLUS}\s?(?P<what>[a-z]{{2,14}})(?:\s?/\s?|\sper\s|\sin\s)(?P<n2>\d{{1,3}})\s?(?P<u>{_UNIT})"
            + _EDGE
        ),
        _rated,
        fits=lambda m: "in " not in m[0].lower()[m.end("what") - m.start() :] and _is_rate(m),
    ),
    _Rule(
        "rate",
        _compile(
            rf"{_BOUND}(?P<n>{_RANGE}){_PLUS}\s?(?P<what>[a-z]{{2,14}})(?:\s?/\s?|\sper\s)(?P<u>{_PERIOD})(?!/)"
            + _EDGE
        ),
        _rated,
        fits=_is_rate,
    ),
    _Rule(
        "percent",
        _compile(
            rf"{_BOUND}(?P<n>{_ANY}(?:\s?%)?(?:{_TO}{_ANY})?){_PLUS}\s?(?:%|percent|pct{_EDGE})"
            r"(?P<after>\+(?!\s?\d)|\sor\s(?:more|less)(?![a-z]))?"
        ),
        _percentage,
    ),
    _Rule("ratio", _compile(rf"{_BOUND}{_OF}\s?(?P<n>)(?P<u>{_UNIT})" + _EDGE), _part, fits=_is_part),
    _Rule("ratio", _compile(rf"{_BOUND}{_SLASHED}\s?(?P<n>)(?P<u>{_UNIT})" + _EDGE), _part, fits=_is_part),
    _Rule(
        "service",
        _compile(
            rf"{_BOUND}(?P<n>{_RANGE}){_PLUS}(?:\s?(?P<dash>-?)(?P<u>{_UNIT})){_PER_SIGN}(?P<per>{_PERIOD})"
            + _EDGE
        ),
        lambda m: f"{_measured(m)} per {_PER[_key(m['per'])]}",
        fits=lambda m: _is_unit(m) and _is_bare_period(m),
    ),
    _Rule(
        "duration",
        _compile(
            rf"{_BOUND}(?P<n>{_MIXED}(?:{_TO}{_MIXED})?){_PLUS}\s?(?P<dash>-?)(?P<u>{_UNIT}){_POINT}"
            r"(?:\s?(?P<n2>\d{1,2})\s?(?P<u2>s|secs?|seconds|m|mins?|minutes|mos?|months?|in|inches|oz))?"
            + _EDGE
        ),
        _measured,
        fits=lambda m: _is_unit(m) and (not m["u2"] or _is_compound(m)),
    ),
    _Rule(
        "duration",
        _compile(
            rf"{_BOUND}(?P<n>{_MIXED}(?:{_TO}{_MIXED})?){_PLUS}\s?(?P<dash>-?)(?P<u>{_UNIT}){_POINT}" + _EDGE
        ),
        _measured,
        fits=_is_unit,
    ),
    _Rule(
        "duration",
        _compile(r"(?P<n>half|quarter)(?:\san?)?[\s-](?P<u>hours?|hr|inch|mile)" + _EDGE),
        lambda m: re.sub(r"hr$", "hour", m[0].lower()),
    ),
    _Rule(
        "date",
        _compile(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![/\d%A-Za-z.]\w|[/\dA-Za-z%])"),
        lambda m: m[0],
        fits=_is_date,
    ),
    _Rule("ratio", _compile(rf"[x×]\s?(?P<n>{_OF})" + _EDGE), lambda m: _tight(m["n"])),
    _Rule("ratio", _compile(rf"{_BOUND}{_OF}" + _EDGE), lambda m: _bounded(_without_bound(m), m)),
    _Rule(
        "ratio",
        _compile(rf"{_BOUND}(?P<n>{_SLASHED})\s?(?:[x×]|times)(?![A-Za-z0-9]|\s?\d)"),
        lambda m: _bounded(f"{_slash(m['n'])} times", m),
        True,
    ),
    _Rule(
        "ratio",
        _compile(rf"{_BOUND}\d{{1,4}}/\d{{1,4}}\s?(?:[-–]|to)\s?\d{{1,4}}/\d{{1,4}}(?![A-Za-z0-9/])"),
        lambda m: _bounded(_without_bound(m), m),
    ),
    _Rule(
        "ratio",
        _compile(rf"{_BOUND}{_SLASHED}" + r"(?![A-Za-z0-9%])"),
        lambda m: _bounded(_slash(_without_bound(m)), m),
        fits=_is_ratio,
    ),
    _Rule(
        "duration",
        _compile(
            rf"[x×]\s?{_BOUND}(?P<n>{_MIXED}(?:{_TO}{_MIXED})?){_PLUS}\s?(?P<dash>)(?P<u>{_UNIT}){_POINT}"
            + _EDGE
        ),
        lambda m: f"for {_measured(m)}",
        True,
        _is_unit,
    ),
    _Rule(
        "times",
        _compile(rf"[x×]\s?{_BOUND}(?P<n>{_ANY}(?:{_TIGHT}{_ANY})?){_PLUS}(?![A-Za-z0-9%/]|\.\d)"),
        lambda m: _bounded(_times(_amount(m)), m),
        True,
    ),
    _Rule(
        "times",
        _compile(rf"{_BOUND}(?P<n>{_RANGE}){_PLUS}\s?(?:[x×]s?|times?)(?![A-Za-z0-9]|\s?/)"),
        lambda m: _bounded(_times(_amount(m)), m),
        True,
    ),
    _Rule("times", _compile(r"once" + _EDGE), lambda m: m[0].lower(), True, _is_once),
    _Rule("times", _compile(r"(?:twice|thrice)" + _EDGE), lambda m: m[0].lower(), True),
    _Rule(
        "ordinal",
        _compile(r"\d{1,3}(?:st|nd|rd|th)(?:[-–/]\d{1,3}(?:st|nd|rd|th))?" + _EDGE),
        lambda m: m[0].lower(),
    ),
    _Rule(
        "ordinal",
        _compile(r"min(?:ute)?\s(?P<n>\d{1,3})" + _NOT_A_PART),
        lambda m: f"minute {m['n']}",
        fits=_is_minute,
    ),
    _Rule("number", _compile(r"half" + _EDGE), lambda m: m[0].lower(), fits=_is_half),
    _Rule(
        "number",
        _compile(rf"{_BOUND}(?P<n>{_ANY}(?:{_TIGHT}{_ANY})?){_PLUS}{_NOT_A_PART}"),
        lambda m: _bounded(_amount(m), m),
        fits=_is_number,
    ),
    _Rule(
        "number",
        _compile(rf"{_BOUND}(?P<n>{_DIGITS})(?=[A-Za-z])"),
        lambda m: _bounded(m["n"], m),
        fits=_is_glued,
    ),
)


_START = re.compile(
    rf"(?<![A-Za-z0-9.$])(?:\$\s?\d|(?:[~≈<>≥≤]=?|(?:no\s)?(?:more|less)\sthan|at\sleast|at\smost)?\s?"
    rf"(?:[{_GLYPHS}]|\d|\.\d|{_WORD})|[x×]\s?[~<>]?\s?(?:[\d.{_GLYPHS}]|{_WORD})|once\b|twice\b|thrice\b|half\b|quarter\b|"
    rf"q\s?(?:\d|few)|every\s(?:few|\d|{_WORD})|age[ds]?:?\s\d|gr(?:d|ade)?s?\.?:?\s?\d|{_MONTH}\.?\s\d|min(?:ute)?\s\d)",
    re.IGNORECASE,
)
_ARROW_BEFORE = re.compile(r"(?:[-=<>–]|[\d%)]\s?)$")


def find(text: str) -> list[Quantity]:
    """All quantities in `text`, left to right, none overlapping."""
    found: list[Quantity] = []
    position = 0
    while match := _START.search(text, position):
        start = _first_character(text, match)
        quantity = None if _is_in_a_name(text, start, found) else _at(text, start)
        if quantity is None:
            position = max(start, match.start()) + 1
            continue
        found.append(quantity)
        position = quantity.end
    return found


def _is_in_a_name(text: str, start: int, found: list[Quantity]) -> bool:
    """`BOT-2`, `K-2`, the rest of `2/2` for "secondary to"; `10 min-15 min` are two quantities."""
    if text[max(0, start - 2) : start + 1] == "2/2" and not (found and found[-1].end > start - 2):
        return True
    hyphen = start > 1 and text[start - 1] == "-" and text[start - 2].isalpha()
    return hyphen and not (found and found[-1].end == start - 1)


def _first_character(text: str, match: re.Match[str]) -> int:
    """Where the quantity begins: behind white space, and behind an arrow that is no `more than`."""
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    sign = re.compile(r"[<>]=?\s?").match(text, start)
    return sign.end() if sign and _ARROW_BEFORE.search(text[max(0, start - 2) : start]) else start


def _at(text: str, start: int) -> Quantity | None:
    for rule in _RULES:
        match = rule.pattern.match(text, start)
        if match and rule.fits(match) and not _is_labelled(match):
            end = match.start() + len(match[0].rstrip())
            spoken = rule.spoken(match)
            return Quantity(_kind(rule.kind, match), start, end, spoken, normal(spoken), rule.adverbial)
    return None


def _is_labelled(match: re.Match[str]) -> bool:
    """`Trial 1 - 80%`: the dash ends a label, it makes no range."""
    dash = re.match(r"[\w.]+\s[-–]\s", match[0])
    return dash is not None and _token_before(match.string, match.start()) in _LABELS


def _kind(kind: str, match: re.Match[str]) -> str:
    unit = match.groupdict().get("u")
    return UNITS[_key(unit)][0] if kind == "duration" and unit else kind


def normal(text: str) -> str:
    """A form in which equal quantities are equal strings: no padding, one spelling of each unit."""
    words = re.sub(rf"(?<![a-z]){_WORD}", _numeral, text.lower())
    words = re.sub(
        r"\bout of\b|\boutta\b|\bof the (?:last|first|next)\b|\bof the\b|\bof (?:last|first|next)\b|\bof\b",
        "/",
        words,
    )
    words = re.sub(r"(?<=\d)-(?=[a-z])", " ", words)
    words = (
        re.sub(r"\s*([/:–-])\s*", r"\1", words)
        .replace(" %", "%")
        .replace("–", "-")
        .removeprefix("approximately ")
    )
    words = re.sub(r"\btimes?\b", "x", words).replace("once", "1 x").replace("twice", "2 x")
    words = _plurals().sub(lambda found: _singulars()[found[0]], words)
    return re.sub(r"(?<![\d:.,])0+(?=\d)", "", words).strip()


def _numeral(match: re.Match[str]) -> str:
    value = number(match[0])
    return match[0] if value is None else str(value)


@cache
def _singulars() -> dict[str, str]:
    return {many: one for _, one, many in UNITS.values()}


@cache
def _plurals() -> re.Pattern[str]:
    return re.compile(rf"\b{_either([*_singulars()])}\b")
