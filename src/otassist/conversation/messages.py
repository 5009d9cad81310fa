"""A message -> what it asks for: requests by the patterns of data/edits.toml, each with its place in the message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache

from ..domain import MessageKind
from ..language.lexicon import lexicon
from ..language.tables import rules

LONGEST = 300
"""Characters; what is longer is no request."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of the message: `message[start:end] == text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Request:
    """One thing a message asks for, with the words of it that matter by name."""

    kind: MessageKind
    action: str
    start: int
    end: int
    parts: Mapping[str, Part] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The message's words under a name, empty when it has none."""
        part = self.parts.get(name)
        return part.text if part else ""


@dataclass(frozen=True, slots=True)
class _Plain:
    """A stretch of the message in lower case with slips mended; `begins` and `ends` lead back to the message."""

    text: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]

    def part(self, message: str, start: int, end: int) -> Part:
        begin, stop = self.begins[start], self.ends[end - 1]
        return Part(message[begin:stop], begin, stop)

    def cut(self, start: int, end: int) -> _Plain:
        return _Plain(self.text[start:end], self.begins[start:end], self.ends[start:end])


def requests(message: str) -> tuple[Request, ...]:
    """What the message asks for, in order; empty where it fits no pattern as a whole."""
    if not message.strip() or len(message) > LONGEST or "\n" in message.strip():
        return ()
    plain = _stripped(_plain(message))
    whole = _request(message, plain)
    if whole:
        return (whole,)
    for cut in (_HARD, _SOFT):
        pieces = [_stripped(piece) for piece in _pieces(plain, cut)]
        pieces = [piece for piece in pieces if not any(regex.fullmatch(piece.text) for regex in _compiled("remark"))]
        found = [_request(message, piece) for piece in pieces]
        if found and all(found):
            return tuple(request for request in found if request)
    return ()


_HARD = re.compile(r"\s*(?:[;.!](?=\s|$)|,\s*(?:and|then)?\b|\bthen\b)\s*")
_SOFT = re.compile(r"\s*(?:[;,](?:\s*and\b)?|\band\b|\bthen\b|\+|&|[.!](?=\s|$))\s*")


def _pieces(plain: _Plain, cut: re.Pattern[str]) -> Iterator[_Plain]:
    start = 0
    for match in cut.finditer(plain.text):
        if plain.text[start : match.start()].strip():
            yield plain.cut(start, match.start())
        start = match.end()
    if plain.text[start:].strip():
        yield plain.cut(start, len(plain.text))


def looks_like(name: str, message: str) -> bool:
    """Whether the message as a whole fits the patterns of a table of data/edits.toml: `wish` or `asking`."""
    plain = _stripped(_plain(message)).text
    return any(regex.fullmatch(plain) for regex in _compiled(name))


def _request(message: str, plain: _Plain) -> Request | None:
    if not plain.text:
        return None
    for kind, action, patterns in _requests():
        for regex in patterns:
            match = regex.fullmatch(plain.text)
            if match:
                named = {key: match.span(key) for key, value in match.groupdict().items() if value}
                parts = {re.sub(r"\d+$", "", key): plain.part(message, *span) for key, span in named.items()}
                place = plain.part(message, 0, len(plain.text))
                return Request(kind, action, place.start, place.end, parts)
    return None


@cache
def _requests() -> tuple[tuple[MessageKind, str, tuple[re.Pattern[str], ...]], ...]:
    rows = rules("edits")["request"]
    return tuple((row["kind"], row["action"], tuple(map(pattern, row["patterns"]))) for row in rows)


@cache
def _compiled(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(pattern, rules("edits")[name]["patterns"]))


@cache
def pattern(source: str) -> re.Pattern[str]:
    """A pattern of data/edits.toml with the groups of its [words] put in."""
    words = rules("edits")["words"]
    for _ in range(5):
        source = re.sub(r"(?<!\?P)<(\w+)>", lambda match: words[match[1]], source)
    return re.compile(source, re.IGNORECASE)


def _plain(message: str) -> _Plain:
    text, begins, ends = "", [], []
    for match in re.finditer(r"\s+|[^\W\d_]+(?:['’][^\W\d_]+)*|.", message, re.DOTALL):
        said = _mended(match[0])
        exact = len(said) == len(match[0])
        text += said
        begins += [match.start() + at if exact else match.start() for at in range(len(said))]
        ends += [match.start() + at + 1 if exact else match.end() for at in range(len(said))]
    return _Plain(text, tuple(begins), tuple(ends))


def _mended(word: str) -> str:
    """A word in lower case, a space as one, a slip of the finger as the word meant."""
    if word.isspace():
        return " "
    low = word.lower().replace("’", "'")
    typos = rules("edits")["typos"]
    if low in typos["fixed"]:
        return str(typos["fixed"][low])
    if len(low) < 5 or low in typos["words"] or not low.isalpha():
        return low
    near = get_close_matches(low, [each for each in typos["words"] if abs(len(each) - len(low)) < 2], 1, 0.86)
    return near[0] if near and not _is_a_word(low) else low


def _is_a_word(word: str) -> bool:
    """A word of the vocabulary, or the singular of one that is looked for, is no slip."""
    return lexicon().knows(word) or f"{word}s" in rules("edits")["typos"]["words"]


def _stripped(plain: _Plain) -> _Plain:
    """Without what is said around a request, and without spaces and stops at its ends."""
    around = rules("edits")["around"]
    before, after = pattern(around["before"]), pattern(around["after"])
    start, end = 0, len(plain.text)
    while start < end and plain.text[start] in " ,.;:-\"'“”":
        start += 1
    while match := before.match(plain.text, start, end):
        if match.end() >= end:
            break
        start = match.end()
    while end > start and plain.text[end - 1] in " ,.;!?":
        end -= 1
    last = next(
        (match for match in after.finditer(plain.text, start, end) if match.end() == end and match[0].strip()), None
    )
    if last and last.start() > start:
        end = last.start()
    return plain.cut(start, end)
