"""Assist and cue levels, each bound to the noun behind it: `mod A` is assistance, `mod vc` is cueing.

The forms are data (data/levels.toml). A level's `spoken` is the field's term; a count in front of a cue
(`3 vc`) belongs to the cue and keeps its numeral.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from .tables import rules, table


@dataclass(frozen=True, slots=True)
class Level:
    """`kind` is assist, independence or cue; `spoken` how a note prints it; `value` its normal form."""

    kind: str
    start: int
    end: int
    spoken: str
    value: str


def _either(forms: Iterable[str]) -> str:
    ordered = sorted(forms, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", r"\s{1,3}") for form in ordered) + ")"


_GAP = r"[\s-]{1,3}"
_RANGE_GAP = r"\s?(?:-|–|/|to|->|→|or)\s?"
_WORDS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_COUNT = rf"(?:\d{{1,3}}(?:\s?(?:-|–|to|or)\s?\d{{1,3}})?|{_WORDS}(?:\s(?:to|or)\s{_WORDS})?)(?:\+|\sor\smore)?"
_LINK = r"\s?(?:/|&|\+|,|and|or|-|then)\s?"


def _key(form: str) -> str:
    """The spelling in which the data hold a form: a long s or an i without its dot match too."""
    return re.sub(r"\s+", " ", form.casefold().replace("\u0131", "i").replace("i\u0307", "i"))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = rules("levels")
    cue, kinds = data["cue"], data["cue_type"]
    level = _either([*data["grade"], *data["assist"], *data["independence"], *cue, *kinds])
    stop = rf"(?![\w'’])(?!/(?!{level}(?!\w)))"
    grade = rf"(?P<grade>{_either(data['grade'])})\.?(?:{_RANGE_GAP}(?P<upto>{_either(data['grade'])})\.?)?"
    types = rf"{_either(kinds)}\.?(?:{_LINK}{_either(kinds)}\.?){{0,4}}"
    cue_noun = _either(data["cue_noun"])
    typed = rf"(?P<types>{types})[\s-]{{0,3}}(?P<noun>{cue_noun})"
    short = rf"(?P<short>{_either(cue)}(?:{_LINK}{_either(cue)}){{0,4}})"
    bound = rf"(?P<bound>[<>~≤≥]=?|{_either(data['bound'])}(?![a-z]))"
    amount = rf"(?:(?:{bound}\s?(?:of\s)?)?(?P<count>{_COUNT})\s?(?:[x×]\s?)?)?(?:{grade}{_GAP})?"
    nouns = _either(data["assist_noun"])
    middle = rf"(?:(?P<assist_kind>{_either(data['assist_kind'])})\.?{_GAP})?"
    firm = [noun for noun in data["assist_noun"] if noun not in data["soft_noun"]["forms"] and noun != "a"]
    follow = rf"(?:{_either(firm)}|{_either(cue)}|{cue_noun}|{types}[\s-]{{1,3}}{cue_noun})"
    return {
        "cue": re.compile(rf"{amount}(?:{typed}|{short}|(?P<plain>{cue_noun})){stop}", re.I),
        "graded": re.compile(rf"{grade}(?:{_GAP}{middle}|\s?)(?P<noun>{nouns}){stop}", re.I),
        "assist": re.compile(rf"(?P<whole>{_either(data['assist'])}){stop}", re.I),
        "independence": re.compile(rf"\(?(?P<whole>{_either(data['independence'])})\)?{stop}\.?(?=\W|$)", re.I),
        "follow": re.compile(
            rf"\s{{0,3}}-?\s?{follow}(?!\w)|\s?[/-]\s?(?:mod|max)(?!\w)|\sto\s(?:mod|max)(?!\w)", re.I
        ),
        "article": re.compile(r"\s{1,3}(?P<a>a)(?![\w'’])", re.I),
    }


_START = re.compile(r"(?<![\w'’])[\w(<>~≤≥]")
_COUNTED_BEFORE = re.compile(r"(?:\bof|\bof the|\d\s?/)\s?$|[\d.,:/-]$", re.I)
_NUMBER_BEFORE = re.compile(
    r"(?:[\d½¼¾/]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|few|couple|several|per|each|every|q|last|first|next|another))\s?-?$",
    re.I,
)
# Behind a small `a`: what follows assistance, never an article.
_AFTER_ASSISTANCE = re.compile(
    r"\s*(?:$|[^\w\s]|\n)|\s+(?:for|to|w/|with|from|x\s?\d|on|in|at|during|when|of|b/c|and|then|due|d/t|\d)(?![a-z])",
    re.I,
)


def noun_follows(text: str, position: int) -> bool:
    """Whether a level's noun stands at `position`: then `min` in front of it is minimal, not minutes."""
    article = _patterns()["article"].match(text, position)
    if article:
        return article["a"] == "A" or _AFTER_ASSISTANCE.match(text, article.end()) is not None
    return _patterns()["follow"].match(text, position) is not None


def find(text: str) -> list[Level]:
    """All assist and cue levels in `text`, left to right, none overlapping."""
    found: list[Level] = []
    position = 0
    while match := _START.search(text, position):
        start = match.start()
        level = _at(text, start) if _may_begin(text, start, position if found else -1) else None
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
    )


def _at(text: str, start: int) -> Level | None:
    if (text[start].isdigit()) and _COUNTED_BEFORE.search(text[max(0, start - 9) : start]):
        return None
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


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 14) : match.start()]


def _graded(_: str, match: re.Match[str]) -> Level | None:
    data = rules("levels")
    noun, grade = _key(match["noun"]), _key(match["grade"])
    if noun == "a" and not _is_assistance(match, grade):
        return None
    if noun in data["soft_noun"]["forms"] and grade == "min" and _NUMBER_BEFORE.search(_before(match)):
        return None
    middle = data["assist_kind"][_key(match["assist_kind"])] + " " if match["assist_kind"] else ""
    spoken = f"{_grade(match)} {middle}{data['assist_noun'][noun]}"
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
    firm = grade in ("min", "mod", "max") and not _NUMBER_BEFORE.search(_before(match))
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
    if follows in rules("levels")["not_before"].get(_key(form), ()) or _means_other(match, _key(form)):
        return None
    spoken = rules("levels")[kind][_key(form)]
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


def _cue(_: str, match: re.Match[str]) -> Level | None:
    if not (match["types"] or match["short"]) and not (match["count"] or match["grade"]):
        return None
    bound = _bound(match)
    if bound is None:
        return None
    count = re.sub(r"\s?(-|–)\s?", r"\1", match["count"]).replace("+", " or more") if match["count"] else ""
    words = [bound, count, _grade(match) if match["grade"] else "", _cue_noun(match, count)]
    spoken = " ".join(word for word in words if word)
    return Level("cue", match.start(), match.end(), spoken, _normal_cue(spoken))


def _bound(match: re.Match[str]) -> str | None:
    """`max 2 vc` -> at most; None where `5 min 2 vc` or an arrow says otherwise."""
    form = _key(match["bound"] or "").strip()
    if not form:
        return ""
    arrow = form[0] in "<>" and re.search(r"[-=<>\d%]\s?$", _before(match))
    if arrow or (form == "min" and _NUMBER_BEFORE.search(_before(match))):
        return None
    signs = {"<": "less than", ">": "more than", "~": "approximately", "≤": "at most", "≥": "at least"}
    return {"<=": "at most", ">=": "at least"}.get(form) or signs.get(form[0]) or str(rules("levels")["bound"][form])


def _cue_noun(match: re.Match[str], count: str) -> str:
    data = rules("levels")
    if match["types"]:
        types = re.split(r"(\s?(?:/|&|\+|,|-)\s?|\s(?:and|or|then)\s)", match["types"])
        words = [data["cue_type"].get(_key(part.strip(". ")), _joint(part)) for part in types]
        return "".join(words) + f" {data['cue_noun'][_key(match['noun'])]}"
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
    return (
        re.sub(r"\b(cue|prompt|reminder|redirection)s\b", r"\1", spoken)
        .replace("cueing", "cue")
        .replace("prompting", "prompt")
    )
