r"""Spares the compiling and trying of patterns: tells from a pattern's literal words whether a text can match.

`[^.]{0,12}(?:goal|obj)s? for \w+` needs "goal" or "obj", and " for ": a text without them is never searched.
What this reader of patterns does not understand it takes for "anything", so a sieve never loses a match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

Words = tuple[str, ...]
"""Lower-case words of which a match holds at least one."""

_ODD = str.maketrans(dict(zip("\u017f\u0131\u0130\u212a", "siik", strict=True)))
TOKEN = re.compile(
    r"\\(?P<escaped>.)|(?P<any>\[\^?\]?(?:\\.|[^\]\\])*\]|[.^$]|\{[a-z]\w*\})|(?P<aside>\(\?(?:<?!|#))"
    r"|(?P<open>\((?:\?(?::|P<\w+>|-?[a-z]+:|<?=))?)|(?P<bar>\|)|(?P<close>\))"
    r"|(?P<few>[?*]|\{0?,\d*\}|\{0\})|(?P<some>\+|\{\d+(?:,\d*)?\})|(?P<word>[^\\\[\]().^$|?*+{}]+)",
    re.DOTALL,
)


def folded(text: str) -> str:
    """The text in the spelling in which words are looked for; a pattern that ignores case sees no other."""
    return text.translate(_ODD).lower()


def required(pattern: str) -> tuple[Words, ...]:
    """The groups of words of a pattern, the most telling first; `{name}` stands for anything."""
    return tuple(sorted(_Reader(pattern).branches(), key=_telling, reverse=True))


def _best(groups: list[Words]) -> Words:
    return groups[0] if len(groups) == 1 else max(groups, key=_telling)


def _telling(words: Words) -> tuple[int, int]:
    return min(map(len, words)), -len(words)


def holds(text: str, needs: Iterable[Words]) -> bool:
    """Whether a folded text holds a word of each group; plain loops, since this is asked more than anything else."""
    for words in needs:
        for word in words:
            if word in text:
                break
        else:
            return False
    return True


class Sieved:
    """A pattern that is compiled when a text first holds the words it needs."""

    def __init__(self, source: str, pattern: str | None = None) -> None:
        """`pattern` is what is compiled when it is more than the source whose words are looked for."""
        self._needs = required(source)
        self._pattern = pattern or source

    @property
    def telling(self) -> Words:
        """The most telling of the groups of words, empty when nothing is needed."""
        return self._needs[0] if self._needs else ()

    def may_match(self, text: str) -> bool:
        """Whether a folded text holds the words; the pattern may still not match."""
        return holds(text, self._needs)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(self._pattern, re.IGNORECASE)


def matches(patterns: Iterable[Sieved], text: str) -> Iterator[re.Match[str]]:
    """The matches of `one|two|three` from left to right, as if the patterns were joined into one."""
    searches = [pattern.regex for pattern in patterns]
    held: list[re.Match[str] | None] = [regex.search(text) for regex in searches]
    position = 0
    while found := min((match for match in held if match), key=re.Match.start, default=None):
        yield found
        position = found.end() + (found.end() == found.start())
        for index, match in enumerate(held):
            if match and match.start() < position:
                held[index] = searches[index].search(text, position)


_END: list[tuple[str | None, str]] = [("close", ")")]


class _Reader:
    """Reads a pattern from left to right; every sequence becomes the groups of words it needs."""

    def __init__(self, pattern: str) -> None:
        self._tokens = [(match.lastgroup, match[0]) for match in TOKEN.finditer(pattern)] + _END
        self._at = 0

    def branches(self) -> list[Words]:
        """Up to the closing bracket: one branch keeps all its groups, several share one."""
        found = [self._sequence()]
        while self._next() == "bar":
            self._at += 1
            found.append(self._sequence())
        if len(found) == 1:
            return found[0]
        if not all(found):
            return []
        return [tuple(word for groups in found for word in _best(groups))]

    def _next(self) -> str | None:
        return self._tokens[self._at][0]

    def _sequence(self) -> list[Words]:
        """Words side by side are one; what may be absent is not needed."""
        needed: list[Words] = []
        run = ""
        while (kind := self._next()) not in ("bar", "close"):
            written = self._tokens[self._at][1]
            self._at += 1
            if kind == "word" or (kind == "escaped" and not written[1].isalnum()):
                counted = self._next()
                run += written.removeprefix("\\")[: -1 if counted == "few" else None]
                if counted not in ("few", "some"):
                    continue
            elif kind in ("open", "aside"):
                groups = self._inside()
                needed += groups if kind == "open" and self._next() != "few" else []
            needed += _whole(run)
            run = ""
        return needed + _whole(run)

    def _inside(self) -> list[Words]:
        groups = self.branches()
        self._at += 1
        return groups


def _whole(run: str) -> list[Words]:
    cased = any(char.isalpha() and not char.isascii() for char in run)
    return [(run.lower(),)] if run.strip() and not cased else []
