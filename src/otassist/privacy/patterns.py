"""What identifies by its form alone: e-mails, links, phones, ids, dates, addresses (data/patterns.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import count

from .spans import Places, Span
from .vocabulary import phrases, privacy_rules


def by_form(text: str) -> list[Span]:
    """The places in order of the patterns; the first to take a place keeps it."""
    found = Places(text)
    for kind, pattern in _patterns():
        it = "it" if "it" in pattern.groupindex else 0
        matches = (match for match in pattern.finditer(text) if not _is_kept(match[0], kind))
        found.take(Span(*match.span(it), kind) for match in matches)
    return found.spans


def _is_kept(text: str, kind: str) -> bool:
    """`Typing.com` is a program and no link of somebody's."""
    return kind == "url" and text.lower() in _sites()


@cache
def _sites() -> frozenset[str]:
    return frozenset(line.lower() for line in phrases("kept") if "." in line)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(_compiled())


def _compiled() -> Iterator[tuple[str, re.Pattern[str]]]:
    rules, town = privacy_rules("patterns"), privacy_rules("places")["town"]
    parts = {**rules["parts"], "streets": town["streets"], "states": town["states"]}
    number = count()
    for item in rules["pattern"]:
        text = re.sub(r"\{([a-z]+)\}", lambda found: _part(found[1], parts, next(number)), item["find"])
        yield item["kind"], re.compile(text, 0 if item.get("case") else re.IGNORECASE)


def _part(name: str, parts: dict[str, str], number: int) -> str:
    """A part with names of groups that stand nowhere else in the pattern."""
    return parts[name].replace("{n}", str(number))
