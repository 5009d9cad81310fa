"""Assist and cue levels, each bound to the noun behind it: `mod A` is assistance, `mod vc` is cueing.

The forms are data (data/levels.toml). A level's `spoken` is the field's term; a count in front of a cue
(`3 vc`) belongs to the cue and keeps its numeral.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from .level_cues import cue
from .level_patterns import NUMBER_BEFORE, Level, grade_of, key, patterns, text_before
from .sieve import Words, folded, holds, required
from .tables import rules, table

__all__ = ["Level", "find", "noun_follows"]


Kind = tuple[str, Callable[[str, re.Match[str]], Level | None]]

_START = re.compile(r"(?<![\w'’])[\w(<>~≤≥]")
_COUNTED_BEFORE = re.compile(r"(?:\bof|\bof the|\d\s?/)\s?$|[\d.,:/-]$", re.I)

# Behind a small `a`: what follows assistance, never an article.
_AFTER_ASSISTANCE = re.compile(
    r"\s*(?:$|[^\w\s]|\n)|\s+(?:for|to|w/|with|from|x\s?\d|on|in|at|during|when|of|b/c|and|then|due|d/t|\d)(?![a-z])",
    re.I,
)


def noun_follows(text: str, position: int) -> bool:
    """Whether a level's noun stands at `position`: then `min` in front of it is minimal, not minutes."""
    article = patterns()["article"].match(text, position)
    if article:
        return article["a"] == "A" or _AFTER_ASSISTANCE.match(text, article.end()) is not None
    return patterns()["follow"].match(text, position) is not None


def find(text: str) -> list[Level]:
    """All assist and cue levels in `text`, left to right, none overlapping."""
    found: list[Level] = []
    position = 0
    likely = _likely(folded(text))
    if not likely:
        return found
    while match := _START.search(text, position):
        start = match.start()
        level = _at(text, start, likely) if _may_begin(text, start, position if found else -1) else None
        if level is None:
            position = match.end()
            continue
        found.append(level)
        position = level.end
    return found


def _may_begin(text: str, start: int, end_of_last: int) -> bool:
    """`SBA/CGA` are two levels; behind any other `/` or hyphen a level is part of a longer word."""
    before = text[start - 1 : start]
    return (
        before not in ("/", "-")
        or not before
        or start - 1 == end_of_last
        or text[max(0, start - 2) : start] in ("--", " -", "\n-")
        or re.search(r"[A-Za-z]{4}/$", text[max(0, start - 5) : start]) is not None  # `finger stick/min vc`
    )


def _likely(plain: str) -> list[Kind]:
    """The kinds of which a folded text holds a word."""
    return [(kind, build) for needs, kind, build in _kinds() if holds(plain, needs)]


@cache
def _kinds() -> tuple[tuple[tuple[Words, ...], str, Callable[[str, re.Match[str]], Level | None]], ...]:
    """What each kind needs and what makes its level, in the order in which they are tried."""
    made = (("cue", cue), ("graded", _graded), ("assist", _whole), ("independence", _whole))
    return tuple((required(patterns()[kind].pattern), kind, build) for kind, build in made)


def _at(text: str, start: int, likely: Sequence[Kind]) -> Level | None:
    if (text[start].isdigit()) and _COUNTED_BEFORE.search(text[max(0, start - 9) : start]):
        return None
    tried = patterns()
    for kind, build in likely:
        match = tried[kind].match(text, start)
        if match and "\n" in match[0]:
            continue  # `swing 2 min` and `A: unsure` on the next line are no assistance
        if match and (level := build(kind, match)):
            return level
    return None


def _graded(_: str, match: re.Match[str]) -> Level | None:
    data = rules("levels")
    noun, grade = key(match["noun"]), key(match["grade"])
    if noun == "a" and not _is_assistance(match, grade):
        return None
    if noun in data["soft_noun"]["forms"] and grade == "min" and NUMBER_BEFORE.search(text_before(match)):
        return None
    middle = data["assist_kind"][key(match["assist_kind"])] + " " if match["assist_kind"] else ""
    spoken = f"{grade_of(match)} {middle}{data['assist_noun'][noun]}"
    return Level("assist", match.start(), match.end(), spoken, spoken)


def _is_assistance(match: re.Match[str], grade: str) -> bool:
    """`mod A`, `mod a for zipper`, `max a zipper`; not `min a day`, `10 min a kid`, `Mina`, `no a`."""
    if grade in ("no", "some", "few", "a few", "several", "multiple", "mult"):
        return False
    if match["noun"] == "A":
        joined = match.string[match.start("noun") - 1].isalpha()
        return not joined or not match[0].isupper()
    if match.string[match.start("noun") - 1].isalpha():
        return grade in ("mod", "max")
    if _AFTER_ASSISTANCE.match(match.string, match.end()):
        return True
    firm = grade in ("min", "mod", "max") and not NUMBER_BEFORE.search(text_before(match))
    return firm and _next_word(match.string, match.end()) not in rules("levels")["article"]["before"]


def _next_word(text: str, position: int) -> str:
    found = re.compile(r"\s{0,3}([A-Za-z'’-]{1,20})").match(text, position)
    return found[1].lower() if found else ""


def _whole(kind: str, match: re.Match[str]) -> Level | None:
    form = match["whole"]
    follows = _next_word(match.string, match.end("whole"))
    if kind == "independence" and not _says_independent(match, form):
        return None
    if form.endswith(" a") and not _AFTER_ASSISTANCE.match(match.string, match.end()):
        return None
    if follows in rules("levels")["not_before"].get(key(form), ()) or _means_other(match, key(form)):
        return None
    spoken = rules("levels")[kind][key(form)]
    end = match.end("whole") + (match[0].startswith("(") and match[0].rstrip(".").endswith(")"))
    start = match.start() if match[0].startswith("(") and end > match.end("whole") else match.start("whole")
    return Level(kind, start, end, spoken, spoken)


def _is_level(row: dict[str, str]) -> bool:
    return row["kind"] == "level" or row["long"] in ("independent", "dependent")


@cache
def _cues(form: str, side: str, level: bool) -> frozenset[str]:
    """The words of one side of data/ambiguous.csv that speak for the level, or for any other sense."""
    rows = [row for row in table("ambiguous") if row["short"] == form and _is_level(row) is level]
    return frozenset(" ".join(row[side] for row in rows).split())


_NEAR = 60
_TOKEN = re.compile(r"[\w'/#-]+")


def _means_other(match: re.Match[str], form: str) -> bool:
    """`ind tx 30 min` is individual, `HOH, wears 2 aids` hard of hearing: data/ambiguous.csv decides."""
    if not any(_cues(form, side, False) for side in ("left", "right", "anywhere")):
        return False
    text, start, end = match.string, match.start("whole"), match.end("whole")
    left = _TOKEN.findall(text[max(0, start - _NEAR) : start].rsplit("\n", 1)[-1].lower())
    right = _TOKEN.findall(text[end : end + _NEAR].split("\n", 1)[0].lower())
    beside = (
        left[-1] if left and text[start - 1] == " " else "",
        right[0] if right and text[end : end + 1] in (" ", "-") else "",
    )
    level, other = (
        beside[0] in _cues(form, "left", it) or beside[1] in _cues(form, "right", it) for it in (True, False)
    )
    return not level and (other or bool(_cues(form, "anywhere", False) & {*left, *right}))


_AFTER_INDEPENDENT = re.compile(
    r"\s{0,3}(?:$|[.,;:()\n/+!?]|-\s|->|→|w/|with\b|for\b|in\b|after\b|x\s?\d|\d|when\b|on\b|at\b|by\b|but\b|and\b|&|aft\b|p̄|if\b|using\b|to\b|except\b|across\b|all\b)",
    re.I,
)
_LATER_INDEPENDENT = re.compile(r"\s{1,3}(?:once|today|now|this|p)\b", re.I)
_SAFELY_INDEPENDENT = re.compile(r"\s{1,3}(?:x\s?\d|w/|(?:in|on|for|except|across|to|after|with)\b)", re.I)
_BEFORE_PRONOUN = re.compile(r"\b(?:that|if|when|because|b/c|so|as|than|what|where|how|before|b4|which|while)\s$", re.I)


def _says_independent(match: re.Match[str], form: str) -> bool:
    """A lone capital `I` is a level only where no verb of the therapist's can follow."""
    if form not in ("I", "i"):
        return True
    if match[0].startswith("("):
        return match[0].rstrip(".").endswith(")")
    text, end = match.string, match.end("whole")
    before = text[max(0, match.start() - 12) : match.start()]
    if _BEFORE_PRONOUN.search(before):
        return False
    if form == "i":
        return re.compile(r"\s{1,2}(?:x\s?\d|w/(?!o))", re.I).match(text, end) is not None
    if re.search(r"(?:^|[.;!?\n])\s*$", before) and (match.start() < 12 or before.strip()[-1:] in (*".;!?", "")):
        return _SAFELY_INDEPENDENT.match(text, end) is not None
    return bool(_AFTER_INDEPENDENT.match(text, end) or _LATER_INDEPENDENT.match(text, end))
