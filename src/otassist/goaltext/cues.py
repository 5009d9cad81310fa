"""The words that open, close and judge the parts of a goal (data/*.toml), as patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ..language.numerals import DIGITS, GLYPHS, WORD

NUMBER = rf"(?:\d{{0,3}} ?[{GLYPHS}]|\d{{1,2}} \d/\d{{1,2}}(?!\d)|{DIGITS}|{WORD}(?![\w-])|an?(?= (?:minute|hour)\b))"
"""A number in figures or words."""

SENTENCE_END = re.compile(r"(?<!\ba\.m)(?<!\bp\.m)(?<!\bvs)(?<!\bapprox)(?<!\b[A-Z])[.!?](?=\s|$)|\n|\x1f(?=\n)")


def sentence_end(text: str, start: int) -> int:
    """Where the sentence ends that goes on at `start`."""
    end = SENTENCE_END.search(text, start)
    return end.start() if end else len(text)


@cache
def rules(name: str) -> dict[str, Any]:
    """The tables of goaltext/data/NAME.toml."""
    path = files("otassist.goaltext") / "data" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """The entries of a list of single words or fixed phrases, lower case."""
    table: Any = rules(name)
    for key in keys:
        table = table[key]
    return frozenset(map(str.lower, table))


def either(patterns: Iterable[str]) -> str:
    """A pattern for any of the patterns, the longest written first."""
    return "(?:" + "|".join(sorted(patterns, key=len, reverse=True)) + ")"


def literally(phrases: Iterable[str]) -> str:
    return either(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)


_NAMED = re.compile(r"\{([a-z_]+)\}")


def expanded(pattern: str, named: Mapping[str, str] | None = None) -> str:
    """The pattern with `{n}` written out for a number and `{name}` for the pattern of that name."""
    forms = {"n": NUMBER, **(named or {})}
    while (filled := _NAMED.sub(lambda match: forms.get(match[1], match[0]), pattern)) != pattern:
        pattern = filled
    return pattern


def compiled(pattern: str, named: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """A pattern in which `{n}` stands for a number and `{name}` for a pattern of that name."""
    return re.compile(expanded(pattern, named), re.IGNORECASE)


def pattern(module: str, name: str) -> re.Pattern[str]:
    """A pattern of data/patterns.toml."""
    return compiled(rules("patterns")[module][name])
