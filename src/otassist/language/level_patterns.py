"""The patterns of assist and cue levels, made of the forms in data/levels.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
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


def _either(forms: Iterable[str]) -> str:
    ordered = sorted(forms, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", r"\s{1,3}") for form in ordered) + ")"


_GAP = r"[\s-]{1,3}"
_RANGE_GAP = r"\s?(?:-|–|/|to|->|→|or)\s?"
_WORDS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_COUNT = rf"(?:\d{{1,3}}(?:\s?(?:-|–|to|or)\s?\d{{1,3}})?|{_WORDS}(?:\s(?:to|or)\s{_WORDS})?)(?:\+|\sor\smore)?"
_LINK = r"\s?(?:/|&|\+|,|and|or|-|then)\s?"


def key(form: str) -> str:
    """The spelling in which the data hold a form: a long s or an i without its dot match too."""
    return re.sub(r"\s+", " ", form.casefold().replace("\u0131", "i").replace("i\u0307", "i"))


@cache
def patterns() -> dict[str, re.Pattern[str]]:
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


NUMBER_BEFORE = re.compile(
    r"(?:[\d½¼¾/]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|few|couple|several|per|each|every|q|last|first|next|another))\s?-?$",
    re.I,
)


def grade_of(match: re.Match[str]) -> str:
    grades = rules("levels")["grade"]
    words = [grades[key(match[name])] for name in ("grade", "upto") if match[name]]
    return " to ".join(words)


def text_before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 14) : match.start()]
