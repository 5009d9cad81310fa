"""The words of a text with what their place tells: whether they open a sentence, and whether the line shouts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

_LETTER = "[^\\W\\d_][\u0300-\u036f]*"
_WORD = re.compile(rf"(?:{_LETTER})+(?:['’\u2010\u2011-](?:{_LETTER})+)*")
_OWNED = re.compile(r"['’][sS]$")
_OPENING = frozenset(".!?:;\n•*>|=→–—…")
_BEFORE_OPENING = " \t\"'“”‘’([{-_#"
_LEAST_SHOUTED = 12
"""Letters of a line from which its capitals count as shouting."""


@dataclass(frozen=True)
class Token:
    """One word without its possessive; `opens` a sentence, or stands in a line that `shouts`."""

    text: str
    start: int
    end: int
    owns: bool
    opens: bool
    shouts: bool

    @cached_property
    def low(self) -> str:
        return unicodedata.normalize("NFC", self.text).lower().replace("’", "'")

    @cached_property
    def is_title(self) -> bool:
        """A capital first, and small letters behind."""
        return self.text[0].isupper() and not self.text.isupper()

    @cached_property
    def is_capitals(self) -> bool:
        return self.text.isupper()

    @cached_property
    def is_foreign(self) -> bool:
        """Letters of another script than ours."""
        return any(letter.isalpha() and "LATIN" not in unicodedata.name(letter, "LATIN") for letter in self.text)


def tokens(text: str) -> list[Token]:
    found: list[Token] = []
    for start, line in _lines(text):
        shouts = _shouts(line)
        for match in _WORD.finditer(line):
            word = match[0]
            owned = _OWNED.search(word)
            plain = word[: owned.start()] if owned else word
            at = start + match.start()
            found.append(Token(plain, at, at + len(plain), owned is not None, _opens(line, match.start()), shouts))
    return found


def _lines(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in re.finditer(r"[^\n\r]+", text)]


def _shouts(line: str) -> bool:
    capitals = sum(map(str.isupper, line))
    small = sum(map(str.islower, line))
    return capitals >= _LEAST_SHOUTED and capitals > 4 * small


def _opens(line: str, at: int) -> bool:
    before = line[:at].rstrip(_BEFORE_OPENING)
    return not before or before[-1] in _OPENING or bool(re.fullmatch(r"\s*\(?\d{1,2}[.)]?", line[:at].rstrip()))
