r"""Spares trying a pattern at every place: tells from a pattern how its matches can begin.

`(?:at|no) least \d+|\d+ ?%` begins with "at l", "no l" or "0" (any figure): elsewhere it need not be tried.
What this reader of patterns does not understand it takes for "anything", so no match is lost.
"""

from __future__ import annotations

import re
from functools import cache

from .sieve import TOKEN, folded

WIDTH = 4
"""Characters of a beginning that are told apart."""
_MANY = 4
Heads = set[tuple[str, bool]]
"""Beginnings; whether what comes next in the pattern goes on behind them."""

_NOTHING: Heads = {("", True)}
_ANYTHING: Heads = {("", False)}
_FIGURE, _SPACE = re.compile(r"\d"), re.compile(r"\s")


def levelled(text: str) -> str:
    """A text in the spelling of `openings`: folded, every figure a 0 and every white space a blank."""
    return _SPACE.sub(" ", _FIGURE.sub("0", folded(text)))


def openings(pattern: str) -> tuple[str, ...]:
    """One of these begins the levelled text at each match of the pattern; `""` where it can begin with anything."""
    found = {head for head, _ in _Reader(pattern).branches()}
    return tuple(sorted(head for head in found if not any(head[:size] in found for size in range(len(head)))))


def _joined(heads: Heads, behind: Heads) -> Heads:
    found: Heads = set()
    for head, goes_on in heads:
        for tail, tail_goes_on in behind if goes_on else (("", False),):
            whole = (head + tail)[:WIDTH]
            found.add((whole, tail_goes_on and len(whole) < WIDTH))
    return found


@cache
def _any_of(characters: str) -> Heads:
    """One of these characters; letters of other scripts have more cases than one. What follows many is not told."""
    if any(char.isalpha() and not char.isascii() for char in characters):
        return _ANYTHING
    return {(levelled(char), len(characters) < _MANY) for char in characters}


_PLAIN_CLASS = re.compile(r"\[(-?[^\\^\[\]-]+-?)\]$")
_ESCAPES = {"d": {("0", False)}, "s": {(" ", True)}, "b": _NOTHING, "B": _NOTHING}


class _Reader:
    """Reads a pattern from left to right; every sequence becomes the ways in which it can begin."""

    def __init__(self, pattern: str) -> None:
        self._tokens = [(match.lastgroup, match[0]) for match in TOKEN.finditer(pattern)] + [("close", ")")]
        self._at = 0

    def branches(self) -> Heads:
        """Up to the closing bracket, which is taken too."""
        found: Heads = set()
        kind: str | None = "bar"
        while kind == "bar":
            found |= self._sequence()
            kind = self._tokens[self._at][0]
            self._at += 1
        return found

    def _sequence(self) -> Heads:
        heads = _NOTHING
        while self._tokens[self._at][0] not in ("bar", "close"):
            heads = self._behind(heads, *self._taken())
        return heads

    def _taken(self) -> tuple[str | None, str]:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _behind(self, heads: Heads, kind: str | None, written: str) -> Heads:
        if kind == "word":
            for char in written[:-1]:
                heads = _joined(heads, _any_of(char))
            return _joined(heads, self._counted(_any_of(written[-1])))
        if kind in ("open", "aside"):
            inside = self.branches()
            is_look = kind == "aside" or written.endswith("=")
            return _joined(heads, self._counted(_NOTHING if is_look else inside))
        return _joined(heads, self._counted(_single(kind, written)))

    def _counted(self, item: Heads) -> Heads:
        """The item as often as the sign behind it says; behind a repeated item anything may follow."""
        kind, written = self._tokens[self._at]
        if kind not in ("few", "some"):
            return item
        self._at += 1
        if self._tokens[self._at] == ("few", "?"):
            self._at += 1
        once = item if written in ("?", "{0,1}") else _joined(item, _ANYTHING)
        return once | _NOTHING if kind == "few" else once


def _single(kind: str | None, written: str) -> Heads:
    if kind == "escaped":
        return _ESCAPES.get(written[1], _ANYTHING) if written[1].isalnum() else _any_of(written[1])
    plain = _PLAIN_CLASS.match(written)
    return _any_of(plain[1]) if plain else _NOTHING if written in "^$" else _ANYTHING
