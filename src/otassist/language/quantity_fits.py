"""Whether what looks like a quantity is one: `3/5` in `obs 3/5` is a date, `4 in class` measures nothing."""

from __future__ import annotations

import re

from . import levels
from .lexicon import lexicon
from .numerals import GLYPHS
from .quantity_context import token_after, token_before
from .tables import table
from .units import (
    ADJACENT,
    BARE_PERIODS,
    BEFORE,
    COUNTED_ONES,
    DATED,
    LABELS,
    NOT_HALF,
    OFTEN_COUNTED,
    PER,
    SHARED,
    UNITS,
    key,
)

Match = re.Match[str]


def _looks_like_a_date(month: str, day: str) -> bool:
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def _counts_things(text: str, end: int) -> bool:
    """Whether what follows can be counted: `3/5 lines`, `3/5 of trials`, `4/5 ltrs`, `4/5 right`."""
    word = token_after(text, end)
    noun = lexicon().nouns(word) if word else None
    if any(entry.tag == "a" for entry in lexicon().lookup(word)):
        return True
    if noun:
        return noun.text.endswith("s") and not noun.text.endswith("ss")
    return word == "of" or (word.endswith("s") and not lexicon().knows(word))


def is_date(match: Match) -> bool:
    """`11/4` can be no count; `3/5` is a date behind `obs`, `on`, `by`, `Fri`, where nothing is counted."""
    if not _looks_like_a_date(match["a"], match["b"]) or _counts_things(match.string, match.end()):
        return False
    same_total = re.search(rf"\d\s?/\s?{match['b']}(?!\d)", match.string[max(0, match.start() - 120) : match.start()])
    announced = token_before(match.string, match.start()) in DATED and not same_total
    return announced or int(match["a"]) > int(match["b"])


def is_date_range(match: Match) -> bool:
    found = re.findall(r"(\d{1,2})/(\d{1,2})", match[0])
    first = len(found) == 2 and found[0][0] <= found[1][0] and token_before(match.string, match.start()) in DATED
    late = any(int(month) > int(day) for month, day in found)
    return all(_looks_like_a_date(*pair) for pair in found) and (first or late)


def is_month(match: Match) -> bool:
    """`march 5 steps`, `may 2 of them` and `dec 2 prompts` name no month."""
    month = match["month"]
    return (
        month[0].isupper()
        or key(month) not in {"may", "march", "mar", "dec", "sep"}
        or not (_counts_things(match.string, match.end()))
    )


def is_clock(match: Match) -> bool:
    """Hours and minutes that a clock can show; `12:1:1` is a class."""
    hours = [int(hour) for hour in re.findall(r"(?<![\d:])\d{1,2}(?!\d)", match[0])]
    return all(hour < 24 for hour in hours) and all(int(rest) < 60 for rest in re.findall(r":(\d\d)", match[0]))


def is_unit(match: Match) -> bool:
    """Single letters stand tight, `in` before a size, `min` before no level noun, `second` before no grade."""
    unit, text, end = key(match["u"]), match.string, match.end("u")
    tight = match.end("n") == match.start("u")
    if unit == "second" and _AFTER_ORDINAL.match(text, end):
        return False
    if unit == "s" and not tight:
        return match["u"] == "s" and _AFTER_SECONDS.match(text, end) is not None
    if unit in ADJACENT and (not tight or text[end : end + 1] == "/" or not _fits_letter(match)):
        return False
    if unit == "min" and levels.noun_follows(text, end):
        return False
    if unit == "in":
        return _is_inch(match)
    return unit not in BEFORE or token_after(text, end) in BEFORE[unit]


_AFTER_ORDINAL = re.compile(r"[\s-]{1,2}gr(?:d|ade|ader)s?\b", re.I)
"""What stands behind a `second` that counts no time: `four second-grade boys`."""

_AFTER_SECONDS = re.compile(r"\s*(?:$|[.,;:)\n]|[xX×]\s?\d|\d|[RL]\b|(?:then|w/|intervals?\b))")
"""What stands behind a free-standing `s` that is seconds: `wait 5 s, L 2 s`."""


def _fits_letter(match: Match) -> bool:
    """`writes 5s backwards`, `3D shapes` and `1980s` have no unit."""
    unit, amount = key(match["u"]), match["n"]
    if unit == "d":
        return amount not in ("2", "3")
    if unit != "s":
        return True
    waited = re.search(
        r"(?:[x×~<>]|\b(?:for|within|in|waited|after|every|q|than))\s?$",
        match.string[: match.start("n")][-9:],
    )
    return bool(waited) or len(re.sub(r"\D", "", amount)) in (2, 3)


def _is_inch(match: Match) -> bool:
    """`1/4 in`, `6in` and `2 in wide` measure; `4 in class`, `3/5 in math` and `6 in line` do not."""
    follows = token_after(match.string, match.end("u"))
    if match.end("n") == match.start("u"):
        return True
    fraction = "/" in match["n"] or "." in match["n"] or match["n"][-1] in GLYPHS
    counted = re.compile(r"\s\d+\s?(?:/|of)\s?\d").match(match.string, match.end("u"))
    if fraction and counted:
        return True  # `to 1/4 in 6/10`
    if not follows and (not fraction or not match["n"].endswith("/3")):
        closed = (
            re.compile(r"\s*(?:[.,;:)\n!?+&]|-\s|$)" if fraction else r"\s*[,;:).]").match(match.string, match.end("u"))
            is not None
        )
        return closed and not re.match(r"\W+\d+ out\b", match.string[match.end("u") :])  # `3 in, 2 out`
    if fraction and (follows == "on" or re.match(r"[x×]?\d", follows or "")):
        return True  # `within 1/2 in on 2 of 3`, `1/4 in x4`
    placed = follows.startswith(("line", "circle", "past", "of")) and not _is_cut(match)
    return follows in BEFORE["in"] and (fraction or not placed)


def _is_cut(match: Match) -> bool:
    """`cuts 6 in line`: a length, where `waits 6 in line` is none."""
    before = match.string[: match.start()][-30:]
    return re.search(r"\b(?:cut|draw|drew|trac|snip)\w*\W+(?:\w+\W+)?$", before) is not None


def is_ratio(match: Match) -> bool:
    """`2/2 fatigue` is "secondary to" (data/ambiguous.csv), no count."""
    causes = next((row["right"] for row in table("ambiguous") if row["short"] == "2/2"), "")
    return match[0] != "2/2" or token_after(match.string, match.end()) not in causes.split()


def is_number(match: Match) -> bool:
    """`one` counts only before what it counts; `504` is a plan; `half` of something, not `the 2nd half`."""
    form = match["n"].lower()
    follows = token_after(match.string, match.end())
    if form == "one":
        before = token_before(match.string, match.start())
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


def is_half(match: Match) -> bool:
    follows = token_after(match.string, match.end())
    partitive = follows in {"of", "the", "a", "an", "his", "her", "their", "its", "my", "this"}
    if re.compile(r"\s(?:a\s)?dozen", re.I).match(match.string, match.end()):
        return False
    return token_before(match.string, match.start()) not in NOT_HALF and (partitive or not follows)


def is_once(match: Match) -> bool:
    """`once` before a clause (`once seated`, `once he sat`) is a conjunction."""
    after = re.compile(r"\s*(?:$|[.,;:)!?\n]|(?:per|today|this|then|but|and|during|w/|w/o|with|without|for)\b)", re.I)
    return after.match(match.string, match.end()) is not None and token_before(match.string, match.start()) != "at"


def is_bare_period(match: Match) -> bool:
    """Without `/` or `per` only the calendar repeats: `2x wk`, but `2x class` and `1x w/ aide` do not."""
    period, link = key(match["per"]), (match["link"] or "").strip()
    tail = match.string[match.end() : match.end() + 1]
    if len(period) == 1:
        return link == "/" and tail != "/"
    return tail != "/" and (bool(link) or period in BARE_PERIODS)


def is_rate(match: Match) -> bool:
    what = match["what"].lower()
    if key(match["u"]) not in (UNITS if match.groupdict().get("n2") else PER) or key(what) in UNITS:
        return False
    return lexicon().nouns(what) is not None and not levels.noun_follows(match.string, match.end())


def is_part(match: Match) -> bool:
    """A share of minutes or days; `4/5 in class` and `4/5 min A` stay shares of trials."""
    unit = key(match["u"])
    if unit == "in" or unit in ADJACENT - {"m"} or match.string[match.end() : match.end() + 1] == "/":
        return False
    if re.search(r"(?<!\d)\d{1,2}/(?:2|3|4|8|16)\s?\S{1,8}$", match[0]) and UNITS[unit][1] not in SHARED:
        return False
    return not (unit == "min" and levels.noun_follows(match.string, match.end()))


def is_compound(match: Match) -> bool:
    """`1 hr 20 min`, `5 ft 2 in`: the second unit is the smaller one; `2 min 3 m` is none."""
    smaller = {"hour": "minute", "minute": "second", "year": "month", "foot": "inch", "pound": "ounce"}
    second = key(match["u2"])
    held = "inch" if second == "in" else UNITS[second][1]
    level = second == "min" and levels.noun_follows(match.string, match.end("u2"))
    return smaller.get(UNITS[key(match["u"])][1]) == held and not level


def is_minute(match: Match) -> bool:
    before = token_before(match.string, match.start())
    return before in {"at", "by", "from", "until", "till", "til", "after", "around", "to"}


def is_glued(match: Match) -> bool:
    """A numeral with letters right behind it; `3D` and `5s` are words of their own."""
    return re.compile(r"[A-Za-z]{1,2}(?![A-Za-z])").match(match.string, match.end()) is None


def is_labelled(match: Match) -> bool:
    """`Trial 1 - 80%`: the dash ends a label, it makes no range."""
    dash = re.match(r"[\w.]+\s[-–]\s", match[0])
    return dash is not None and token_before(match.string, match.start()) in LABELS


def opens_the_jot(match: Match) -> bool:
    """`4th desk clean out`: the class a jot begins with; `2nd visit` and `3rd obs` may count something."""
    follows = token_after(match.string, match.end())
    early = match[0][:1] in "123" and not match[0][1:2].isdigit()
    counted = follows in COUNTED_ONES or (early and follows in OFTEN_COUNTED)
    return not match.string[: match.start()].strip() and not counted
