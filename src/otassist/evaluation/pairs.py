"""Metamorphic pairs: what must follow in a draft when a jot is changed, and what must not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from ..assistant import Assistant
from ..language.quantities import numbers
from .cases import Case

_CHANGEABLE = re.compile(r"(?<![\w./:-])(\d{1,2})(?=/\d{1,2}(?![\d/])| ?min\b| ?(?:vc|VC)s?\b|x\b)")
"""A count of trials, minutes, cues or times; no date, clock time or name of anything."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A jot and the same with one number changed."""

    case: Case
    jot: str
    was: str
    now: str


def changed_numbers(cases: Sequence[Case]) -> Iterator[Pair]:
    """One pair a case, where the jot has such a number once; the new one stands nowhere in it."""
    for case in cases:
        held = Counter(re.findall(r"\d+", case.text))
        found = [match for match in _CHANGEABLE.finditer(case.text) if held[match[1]] == 1 and match[1] not in "01"]
        if found:
            match = found[crc32(case.id.encode()) % len(found)]
            now = _other(match, case.text, held)
            if now:
                yield Pair(case, case.text[: match.start()] + now + case.text[match.end() :], match[1], now)


def _other(match: re.Match[str], jot: str, held: Counter[str]) -> str | None:
    """Another number; a share stays a share."""
    whole = re.match(r"/(\d+)", jot[match.end() :])
    most = int(whole[1]) if whole else 60
    return next((str(new) for new in range(2, most) if str(new) not in held and str(new) != match[1]), None)


def changed_number_problems(cases: Sequence[Case], assistant: Assistant) -> Iterator[str]:
    """A line for each pair whose drafts differ in any other number, or not in that one."""
    for pair in changed_numbers(cases):
        before, after = (_numerals(assistant, pair.case, jot) for jot in (pair.case.text, pair.jot))
        gone, come = before - after, after - before
        if {*gone} != {pair.was} or {*come} != {pair.now} or gone.total() != come.total():
            yield (
                f"{pair.case.id}: {pair.was} -> {pair.now} in the jot, but in the draft "
                f"{sorted(gone.elements())} -> {sorted(come.elements())}."
            )


def _numerals(assistant: Assistant, case: Case, jot: str) -> Counter[str]:
    return Counter(
        number
        for note in assistant.draft("note", jot, case.context).notes
        for number in numbers(_in_figures(note.text))
    )


def _in_figures(text: str) -> str:
    """`2x` may be told as `twice`: the number followed all the same."""
    return re.sub(r"\bonce\b", "1 x", re.sub(r"\btwice\b", "2 x", text, flags=re.I), flags=re.I)


_STOP = re.compile(r"(?<=[a-z)])\. (?=[A-Z])")


def reordered(case: Case, headed: bool = False) -> str | None:
    """The sentences of a plain one-line jot in the opposite order; none where their order may mean something.

    With `headed` the first stays where it is: `11th` is a grade at the head of a jot, and nowhere else.
    """
    sentences = _STOP.split(case.text.rstrip(". "))
    tied = re.search(
        r"\n|:|\b(?:then|after|before|again|also|both|same|no wait|instead|he|she|they|it|this|that)\b", case.text, re.I
    )
    if tied or len(sentences) < 3:
        return None
    head, moved = (sentences[:1], sentences[1:]) if headed else ([], sentences)
    return ". ".join([*head, *reversed(moved)]) + "."


def reordered_problems(cases: Sequence[Case], assistant: Assistant) -> Iterator[str]:
    """A line for each jot of whose facts one has another value when its sentences change places."""
    for case in cases:
        other = reordered(case)
        if other and _is_headed(case, assistant):
            other = reordered(case, headed=True)
        if other:
            before, after = (_facts(assistant, case, jot) for jot in (case.text, other))
            if before != after:
                changed = sorted((before - after) + (after - before))
                yield f"{case.id}: in another order its facts are others: {changed}."


def _is_headed(case: Case, assistant: Assistant) -> bool:
    return any(item.role == "header" for item in assistant.read(case.text, case.context).statements[:1])


_VALUES = ("measure", "count", "assist", "cue", "duration", "distance", "age", "quote")


def _facts(assistant: Assistant, case: Case, jot: str) -> Counter[tuple[str, str]]:
    facts = assistant.read(jot, case.context).facts
    return Counter((fact.kind, fact.value) for fact in facts if fact.kind in _VALUES)
