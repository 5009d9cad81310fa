"""The kinds of defect that can be seeded into a clause of a note, each by a rule that needs no hand."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from zlib import crc32


@dataclass(frozen=True)
class Spoilt:
    """At `start` of a clause stood `was`, now stands `now`."""

    start: int
    was: str
    now: str


@dataclass(frozen=True)
class Told:
    """What a clause rests on: the jot, and the jot's own words for this clause."""

    jot: str
    own: str
    seed: str


Spoil = Callable[[str, Told], Spoilt | None]
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_GRADES = ("minimal", "moderate", "maximal")
_LEVELS = (*_GRADES, "standby", "contact guard", "hand-over-hand")
_OTHERS = ("teacher", "aide", "mother", "peer", "paraprofessional", "counselor")
_TRENDS = (
    ", improved from last session", ", an increase from last week", ", which is better than last time",
    ", up from the previous session", ", showing clear progress", ", more than at baseline",
    ", compared with fewer last month", ", and continues to improve", ", a decline since September",
    ", and has made gains", ", now faster than before", ", no longer needing as much help",
)  # fmt: skip
_QUOTES = (
    ', saying, "I like this"', ' and said, "this is too hard"', ', adding "look what I did"', ' ("I can do it now")',
    ': "my hand is tired"', ', who said "leave me alone"',
)  # fmt: skip
_TOOLS = (
    " with a weighted vest", " on a slant board", " using loop scissors", " with a pencil grip",
    " with noise-canceling headphones", " on a wobble stool", " with a visual timer", " wearing a compression shirt",
)  # fmt: skip
_DATES = (" on Tuesday", " on 3/17", " in April", " on November 21", " yesterday", " since Friday", " last spring")
_NUMBERS = (" for 13 minutes", " in 7/9 trials", " with 87% accuracy", " 17 times", " on 11 of 13 tries", " x19")


def _choice(options: Sequence[str], seed: str) -> str:
    return options[crc32(seed.encode()) % len(options)]


def _plain(text: str) -> str:
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def _appended(options: Sequence[str]) -> Spoil:
    def spoil(text: str, told: Told) -> Spoilt | None:
        end = len(text.rstrip(".!?"))
        added = _choice([one for one in options if not _is_in(one, told.jot)], told.seed)
        return Spoilt(end, "", added) if end < len(text) and text[end - 1] not in '"”' else None

    return spoil


def _is_in(added: str, jot: str) -> bool:
    """A word of what is added stands in the jot, so it might be no invention."""
    words = re.findall(r"\b[a-z]{4,}|[A-Z][a-z]{2}|\d+", added)
    return any(word.lower() in jot.lower() for word in words)


_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_COMPARES = re.compile(
    r"->|→|>|\b(?:last|prev|prior|vs|versus|was|were|since|baseline|bl|now|used to|before|b4|1st|first|than|from)\b"
    r"|improv|better|fewer|faster|gain|incr|decr|longer|less",
    re.I,
)


def trend(text: str, told: Told) -> Spoilt | None:
    """A comparison goes to the end of a clause for which the jot compares nothing."""
    return None if _COMPARES.search(told.own) else _appended(_TRENDS)(text, told)


def number(text: str, told: Told) -> Spoilt | None:
    """A numeral becomes one that the jot has nowhere."""
    held = set(re.findall(r"\d+", told.jot)) | {str(value) for word, value in _WORDS.items() if word in told.jot}
    found = list(re.finditer(r"(?<![\w.])\d+(?![\w]*[A-Za-z])", _plain(text)))
    for match in found[crc32(told.seed.encode()) % len(found) :] if found else ():
        now = next(str(int(match[0]) + step) for step in range(1, 99) if str(int(match[0]) + step) not in held)
        return Spoilt(match.start(), match[0], now)
    return None


def numbers_exchanged(text: str, told: Told) -> Spoilt | None:
    """Two counts of the same form change places."""
    found = list(re.finditer(r"\b\d+(?:/| of )\d+\b(?!/)|\b\d+%", _plain(text)))
    for first, second in itertools.pairwise(found):
        if first[0] != second[0] and first[0][-1:].isdigit() == second[0][-1:].isdigit():
            between = text[first.end() : second.start()]
            if re.search(r"[a-z]{3}", between):
                return Spoilt(first.start(), text[first.start() : second.end()], second[0] + between + first[0])
    return None


def level(text: str, told: Told) -> Spoilt | None:
    """A level becomes another one of its kind."""
    for match in re.finditer(rf"\b(?:{'|'.join(_LEVELS)})\b", _plain(text)):
        behind = text[match.end() :]
        if not re.match(r" (?:verbal|tactile|gestural|visual|physical)? ?(?:cue|prompt|assist)", behind):
            continue
        names = _GRADES if match[0] in _GRADES else _LEVELS
        return Spoilt(match.start(), match[0], _choice([name for name in names if name != match[0]], told.seed))
    found = re.search(r"\bindependent(?:ly)?\b", _plain(text))
    if not found:
        return None
    return Spoilt(found.start(), found[0], _choice([f"with {name} assistance" for name in _LEVELS], told.seed))


_LOST = (
    (r"\b(?:did|does|do|was|were|is|are|will|would|could|can|has|had) not ", r" not "),
    (r"\bwithout (?=[a-z])", "without"), (r"\bno (?=[a-z])", r"no "), (r"\bnot (?=[a-z])", r"not "),
    (r"\bnever (?=[a-z])", "never "),
)  # fmt: skip


def negation(text: str, told: Told) -> Spoilt | None:
    """The denying word goes; `without` becomes `with`."""
    for whole, word in _LOST:
        match = re.search(whole, _plain(text))
        if match:
            place = match.start() + re.search(word, match[0]).start()  # type: ignore[union-attr]
            was = re.search(word, match[0])[0]  # type: ignore[index]
            return Spoilt(place, was, "with" if was == "without" else " " if was == " not " else "")
    return None


_CONDITION = re.compile(
    r" (?:with|on|in|at|from|during|after|before|when|using|unless|inside|under|behind)"
    r"(?: (?:a|an|the|his|her|their))?(?: (?!with|on|in|at|from|and|then|but|to|for|by)[a-z][a-z'-]+){1,3}"
)


def condition(text: str, told: Told) -> Spoilt | None:
    """A condition goes from one part of the sentence to the end of another."""
    parts = [(match.start(), match[0]) for match in re.finditer(r"[^;,.]+", _plain(text)) if len(match[0]) > 12]
    for (start, part), (other_start, other) in itertools.pairwise(parts):
        match = _CONDITION.search(part)
        if not match or match.end() != len(part.rstrip()) or match.start() < 8:
            continue
        if not re.search(r"[a-z]{4}", part[: match.start()]) or _CONDITION.search(other):
            continue
        now = part[: match.start()] + text[start + len(part) : other_start] + other + match[0]
        return Spoilt(start, text[start : other_start + len(other)], now)
    return None


def actor(text: str, told: Told) -> Spoilt | None:
    """Somebody else does or says it."""
    match = re.match(r"(?:The|A) (student|teacher|aide|mother|peer|paraprofessional|counselor)\b(?!')", text)
    if not match or re.match(r" (?:was|is) seen", text[match.end() :]):
        return None
    others = [name for name in _OTHERS if name != match[1] and {name, match[1]} != {"aide", "paraprofessional"}]
    named = [name for name in others if re.search(rf"\b{name}|\b{_SHORT.get(name, name)}", told.jot, re.I)]
    return Spoilt(match.start(1), match[1], _choice(named or others, told.seed))


_SHORT = {"teacher": "tchr", "mother": "mom", "paraprofessional": "para"}


def dropped(text: str, told: Told) -> Spoilt | None:
    """A part of a list goes, or the whole clause where it is a short one."""
    parts = list(re.finditer(r"; [^;]+(?=[;.])", text))
    if parts:
        part = parts[crc32(told.seed.encode()) % len(parts)]
        return Spoilt(part.start(), part[0], "") if re.search(r"[a-z]{4}|\d", part[0]) else None
    return Spoilt(0, text, "") if re.match(r"(?:The student|They|He|She) [a-z]+ed ", text) else None


KINDS: dict[str, Spoil] = {
    "changed_number": number,
    "added_number": _appended(_NUMBERS),
    "exchanged_number": numbers_exchanged,
    "swapped_level": level,
    "lost_negation": negation,
    "moved_condition": condition,
    "swapped_actor": actor,
    "added_trend": trend,
    "added_quote": _appended(_QUOTES),
    "added_tool": _appended(_TOOLS),
    "added_date": _appended(_DATES),
    "dropped_fact": dropped,
}
