"""Comparisons in time that the jot does not make: improvements, declines, `last week`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..domain import Finding
from ..language.quantities import numbers
from ..language.tables import rules
from .findings import at
from .grounds import Grounds, Told
from .segments import stems
from .sentences import Sentence

_LAST = re.compile(r"\blast (?:year|month|week|fall|spring|summer|winter|session|quarter|time|visit)\b")
_FEW, _NEXT = 3, 1
_REFERENCE = re.compile(r"\b(?:last|previous|prior|preceding) (\w+?)s?\b", re.I)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rules("note_rules")["trend"][name], re.I)


def added_trends(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker for `improved from ...`, `more than last week` where the jot compares nothing of the kind.

    Source: domain.md section 3: "improved from ..." is the classic invention.
    """
    match = _claim(sentence, given)
    if match:
        yield at(
            "added_trend", sentence, *match.span(),
            f"The jot does not compare: {match[0]!r}.", "Tell what was seen, or add the earlier measure.",
        )  # fmt: skip


def _claim(sentence: Sentence, given: Grounds) -> re.Match[str] | None:
    """The first comparison for which the statements told of give no ground."""
    for name in ("past", "moved", "lasting", "change"):
        for match in _pattern(name).finditer(sentence.plain):
            jotted = _jotted(match, sentence, given)
            if not (_is_grounded(name, match, jotted) or _is_of_conditions(match, sentence, jotted)):
                return match
    return None


def _is_of_conditions(match: re.Match[str], sentence: Sentence, jotted: str) -> bool:
    """`improved with broken crayons` where they were better: no comparison in time."""
    tied = re.match(r"\s(?:with|when|using|on|without)\s(?!each|every)", sentence.plain[match.end() :])
    return bool(tied and _pattern("compared").search(jotted))


def _jotted(match: re.Match[str], sentence: Sentence, given: Grounds) -> str:
    """What the jot says of the same, as it was typed and spelt out."""
    return "; ".join(f"{item.statement.text}; {_spelt(item)}" for item in _linked(match, sentence, given))


def _spelt(item: Told) -> str:
    return " ".join(word.text for word in item.words)


def _is_grounded(name: str, match: re.Match[str], jotted: str) -> bool:
    """A change needs a word of change or an earlier time; an earlier time needs one, and the same where it is named."""
    if match[0].lower() in jotted.lower():
        return True
    named = _REFERENCE.search(match[0])
    if named and named[1].lower() not in ("time", "session", "visit") and named[1].lower() not in jotted.lower():
        return False
    earlier = _pattern("jotted_past").search(jotted) if name != "lasting" else None
    return bool(earlier or (name in ("change", "lasting") and _pattern("jotted").search(jotted)))


def _linked(match: re.Match[str], sentence: Sentence, given: Grounds) -> Sequence[Told]:
    """The statements told of beside the claim, with neighbours of few words; all when nothing links it."""
    own = _beside(match, sentence) or sentence.stems
    helped = _pattern("helping").search(sentence.plain)
    places = [
        index
        for index, item in enumerate(given.told)
        if own & item.stems or (helped and any(word.level for word in item.words))
    ]
    if not own or places == [0]:  # what the jot opens with is what all of it is about
        return given.told
    places += [
        index
        for index, item in enumerate(given.told)
        if _shares_numbers(sentence, item) or _names_the_time(sentence, item)
    ]
    near = {other for index in places for other in (index - 1, index + 1) if _is_short(other, given)}
    if not places and len(given.told) <= _FEW:
        return given.told
    return [item for index, item in enumerate(given.told) if index in near.union(places)]


def _shares_numbers(sentence: Sentence, item: Told) -> bool:
    """Two numbers of the sentence stand side by side in the statement (`9 down to 5`)."""
    said = {text for word in sentence.words if word.quantity for text in numbers(word.quantity.value)}
    held = {text for word in item.words if word.quantity for text in numbers(word.quantity.value)}
    return len(said & held) > 1


def _names_the_time(sentence: Sentence, item: Told) -> bool:
    """Both speak of `last year`."""
    return any(name in _spelt(item).lower() for name in _LAST.findall(sentence.plain.lower()))


def _beside(match: re.Match[str], sentence: Sentence) -> frozenset[str]:
    """The content of the part between semicolons in which the claim stands, the claim itself apart."""
    start = sentence.plain.rfind(";", 0, match.start())
    end = sentence.plain.find(";", match.end()) if ";" in sentence.plain[match.end() :] else len(sentence.plain)
    inside = [word for word in sentence.words if start < word.start < end]
    return stems([word for word in inside if not match.start() <= word.start < match.end()])


def _is_short(index: int, given: Grounds) -> bool:
    return 0 <= index < len(given.told) and len(given.told[index].stems) <= _NEXT
