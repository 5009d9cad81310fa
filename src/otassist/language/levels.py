"""Assist and cue levels, each bound to the noun behind it: `mod A` is assistance, `mod vc` is cueing.

The forms are data (data/levels.toml). A level's `spoken` is the field's term; a count in front of a cue
(`3 vc`) belongs to the cue and keeps its numeral.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .tables import rules


@dataclass(frozen=True, slots=True)
class Level:
    """`kind` is assist, independence or cue; `spoken` how a note prints it; `value` its normal form."""

    kind: str
    start: int
    end: int
    spoken: str
    value: str


def _either(forms: dict[str, str]) -> str:
    ordered = sorted(forms, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered) + ")"


_GAP = r"[\s-]+"
_RANGE_GAP = r"\s?(?:-|–|/|to|->|→|or)\s?"
_COUNT = r"(?:\d{1,3}(?:\s?(?:-|–|to|or)\s?\d{1,3})?|one|two|three|four|five|six)\+?"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = rules("levels")
    grade = rf"(?P<grade>{_either(data['grade'])})\.?(?:{_RANGE_GAP}(?P<upto>{_either(data['grade'])})\.?)?"
    kinds = rf"(?:(?P<assist_kind>{_either(data['assist_kind'])})\.?{_GAP})?"
    types = _either(data["cue_type"])
    cue = _either(data["cue"])
    link = r"\s?(?:/|&|\+|,|and|or|-|then)\s?"
    typed = rf"(?P<types>{types}\.?(?:{link}{types}\.?)*)\s?{_GAP}?(?P<noun>{_either(data['cue_noun'])})"
    short = rf"(?P<short>{cue}(?:{link}{cue})*)"
    plain = rf"(?P<plain>{_either(data['cue_noun'])})"
    amount = rf"(?:(?P<count>{_COUNT})\s?(?:[x×]\s?)?)?(?:{grade}{_GAP})?"
    return {
        "cue": re.compile(rf"{amount}(?:{typed}|{short}|{plain})(?![\w'])(?!/[a-z])", re.I),
        "graded": re.compile(rf"{grade}(?:{_GAP}{kinds}|\s?)(?P<noun>{_either(data['assist_noun'])})(?![\w'/])", re.I),
        "assist": re.compile(rf"(?P<whole>{_either(data['assist'])})(?![\w'/])", re.I),
        "independence": re.compile(rf"\(?(?P<whole>{_either(data['independence'])})\)?(?![\w'/])\.?(?=\W|$)", re.I),
    }


_START = re.compile(r"(?<![\w/'-])[\w(]")


def find(text: str) -> list[Level]:
    """All assist and cue levels in `text`, left to right, none overlapping."""
    found: list[Level] = []
    position = 0
    while match := _START.search(text, position):
        level = _at(text, match.start())
        if level is None:
            position = match.end()
            continue
        found.append(level)
        position = level.end
    return found


def _at(text: str, start: int) -> Level | None:
    patterns = _patterns()
    for kind, build in (("cue", _cue), ("graded", _graded), ("assist", _whole), ("independence", _whole)):
        match = patterns[kind].match(text, start)
        if match and (level := build(kind, match)):
            return level
    return None


def _grade(match: re.Match[str]) -> str:
    grades = rules("levels")["grade"]
    words = [grades[_key(match[name])] for name in ("grade", "upto") if match[name]]
    return " to ".join(words)


def _key(form: str) -> str:
    return re.sub(r"\s+", " ", form.lower())


def _graded(_: str, match: re.Match[str]) -> Level | None:
    data = rules("levels")
    noun = match["noun"]
    if noun == "a" and re.match(r"\s+\w", match.string[match.end() :]) and not _assistance_follows(match):
        return None
    if _key(match["grade"]) in ("no", "some") and _key(noun) == "a":
        return None
    middle = data["assist_kind"][_key(match["assist_kind"])] + " " if match["assist_kind"] else ""
    spoken = f"{_grade(match)} {middle}{data['assist_noun'][_key(noun)]}"
    return Level("assist", match.start(), match.end(), spoken, spoken)


def _assistance_follows(match: re.Match[str]) -> bool:
    """`mod a for zipper`, `mod a to cut`, `min a x2`: the letter is assistance, not the article."""
    return bool(re.match(r"\s+(?:for|to|w/|with|from|x\s?\d|on|in|at|during|when|of|b/c|and|due|d/t|\d)", match.string[match.end() :], re.I)) or _key(
        match["grade"]
    ) in ("min", "mod", "max")


def _whole(kind: str, match: re.Match[str]) -> Level | None:
    form = match["whole"]
    if kind == "independence" and not _says_independent(match, form):
        return None
    spoken = rules("levels")[kind][_key(form)]
    end = match.end("whole") + (match[0].startswith("(") and match[0].rstrip(".").endswith(")"))
    start = match.start() if match[0].startswith("(") and end > match.end("whole") else match.start("whole")
    return Level(kind, start, end, spoken, spoken)


_AFTER_INDEPENDENT = re.compile(
    r"\s*(?:$|[.,;:)\n/+!]|-\s|w/|with\b|for\b|in\b|after\b|once\b|x\s?\d|\d|when\b|on\b|at\b|today\b|now\b|by\b|but\b|and\b|&|this\b|aft\b|p\b|p̄|if\b|using\b)",
    re.I,
)


def _says_independent(match: re.Match[str], form: str) -> bool:
    """A lone capital `I` is a level only where no verb of the therapist's can follow."""
    if form in ("I", "i"):
        if form == "i" or match[0].startswith("(") is False and re.search(r"(?:^|[.;\n])\s*$", match.string[: match.start()]):
            return match[0].startswith("(")
        return bool(_AFTER_INDEPENDENT.match(match.string, match.end("whole")))
    return True


def _cue(_: str, match: re.Match[str]) -> Level | None:
    if not (match["types"] or match["short"]) and not (match["count"] or match["grade"]):
        return None
    count = re.sub(r"\s?(-|–)\s?", "-", match["count"]) if match["count"] else ""
    words = [count, _grade(match) if match["grade"] else "", _cue_noun(match, count)]
    spoken = " ".join(word for word in words if word)
    return Level("cue", match.start(), match.end(), spoken, _normal_cue(spoken))


def _cue_noun(match: re.Match[str], count: str) -> str:
    data = rules("levels")
    if match["types"]:
        types = re.split(r"(\s?(?:/|&|\+|,|-)\s?|\s(?:and|or|then)\s)", match["types"])
        words = [data["cue_type"].get(_key(part.strip(". ")), _joint(part)) for part in types]
        return "".join(words) + " " + data["cue_noun"][_key(match["noun"])]
    if match["plain"]:
        return str(data["cue_noun"][_key(match["plain"])])
    parts = re.split(r"(\s?(?:/|&|\+|,)\s?|\s(?:and|or|then)\s|(?<=[a-z])-(?=[a-z]))", match["short"], flags=re.I)
    if len(parts) == 1 and _key(parts[0]) in data["cue"]:
        return _plural(data["cue"][_key(parts[0])], count)
    whole = [data["cue"].get(_key(match["short"]))]
    if whole[0]:
        return _plural(whole[0], count)
    nouns = [data["cue"].get(_key(part), part) for part in parts[::2]]
    joints = [_joint(part) for part in parts[1::2]]
    kinds, noun = [name.rsplit(" ", 1)[0] for name in nouns], nouns[-1].rsplit(" ", 1)[1]
    joined = kinds[0] + "".join(joint + kind for joint, kind in zip(joints, kinds[1:], strict=False))
    return _plural(f"{joined} {noun}", count)


def _joint(part: str) -> str:
    mark = part.strip()
    return {"/": "/", ",": ", ", "-": "-", "and": " and ", "or": " or ", "then": " then "}.get(mark.lower(), " and ")


def _plural(noun: str, count: str) -> str:
    return noun if count in ("1", "one") else noun + "s"


def _normal_cue(spoken: str) -> str:
    return re.sub(r"\b(cue|prompt|reminder|redirection)s\b", r"\1", spoken).replace("cueing", "cue").replace("prompting", "prompt")
