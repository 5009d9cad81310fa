"""Whether a note's clauses keep together what the jot ties together, and tell of everything.

Stricter than the checks of `checks/`, which only say what is surely wrong: a faithful paraphrase may lose a little
here, so neither metric gates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

from ...checks.segments import Segment, all_stems, segments
from ...language import Word, within, words_of
from ...language.quantities import numbers
from ..cases import Task
from .answered import Answered
from .metric import NOTES, Kind, Measured, settings, share


@dataclass(frozen=True, slots=True)
class Tied:
    """The share of clauses whose denials, order of numbers and conditions are those of the statements they cite."""

    name: ClassVar[str] = "tied"
    kind: ClassVar[Kind] = "other"
    tasks: ClassVar[frozenset[Task]] = NOTES

    def measure(self, answered: Answered) -> Measured:
        places = {
            item["id"]: (item["start"], item["end"])
            for item in answered.draft["observation"]["statements"]
            if item["role"] != "header"  # told in a sentence of the note's own
        }
        clauses = [
            clause
            for draft in answered.drafts
            for clause in draft["clauses"]
            if clause["origin"] == "observed" and any(name in places for name in clause["statements"])
        ]
        faults = [fault for clause in clauses for fault in _faults(clause, answered.case.text, places)]
        return share(max(0, len(clauses) - len(faults)), len(clauses), "clauses keep their ties", faults)


def _faults(clause: Mapping[str, Any], jot: str, places: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    cited = [within(words_of(jot), *places[name]) for name in clause["statements"] if name in places]
    yield from _untied(clause["text"], words_of(clause["text"].replace('"', " ")), cited)


def _untied(text: str, told: Sequence[Word], cited: Sequence[Sequence[Word]]) -> Iterator[str]:
    held = [word for words in cited for word in words]
    if denials(told) < denials(held):
        yield f"{text!r} lost a denial"
    said, had = _numbers(told), _numbers(held)
    if sorted(said) == sorted(had) and said != had:
        yield f"{text!r} has its numbers in another order"
    for phrase in moved(segments(told), [segment for words in cited for segment in segments(words)]):
        yield f"{text!r}: {phrase!r} belongs to something else"


def denials(words: Sequence[Word]) -> int:
    """How many of the words deny."""
    spelt = " ".join(word.text.lower().replace("’", "'") for word in words)
    return len(re.findall(settings("tied")["denials"], spelt))


def _numbers(words: Sequence[Word]) -> list[str]:
    return [number for word in words for number in numbers(word.text)]


def moved(told: Sequence[Segment], held: Sequence[Segment]) -> Iterator[str]:
    """Conditions that stand with more words of one stretch of the jot than of the one that has them."""
    kept = [_tokens(segment.words) for segment in held]
    for segment in told:
        for before, phrase in _conditions(segment.words):
            wanted, beside = _tokens(phrase), _tokens(before)
            own = [len(beside & tokens) for tokens in kept if wanted and wanted <= tokens]
            if own and max(own) < max(len(beside & tokens) for tokens in kept):
                yield " ".join(word.text for word in phrase)


def _tokens(words: Sequence[Word]) -> frozenset[str]:
    levels = frozenset(word.text for word in words if word.level)
    leading = frozenset(word.text.lower().split(" ")[0] for word in words) & frozenset(settings("tied")["prepositions"])
    return all_stems(words) | frozenset(_numbers(words)) | levels | leading


def _conditions(words: Sequence[Word]) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """Each preposition's phrase with the words before it in its stretch."""
    leading = settings("tied")["prepositions"]
    starts = [place for place, word in enumerate(words) if word.text.lower().split(" ")[0] in leading]
    for start, end in pairwise([*starts, len(words)]):
        yield words[:start], words[start:end]


@dataclass(frozen=True, slots=True)
class Complete:
    """How much of the jot the notes tell: each stretch or value that the check on omissions misses costs its share."""

    name: ClassVar[str] = "complete"
    kind: ClassVar[Kind] = "other"
    tasks: ClassVar[frozenset[Task]] = NOTES

    def measure(self, answered: Answered) -> Measured:
        if len(answered.drafts) != 1:
            return Measured(None, "Several notes share one jot.")
        left_out = [item.message for _, item in answered.note_findings if item.check == "omitted"]
        whole = len(segments(words_of(answered.case.text))) + len(left_out)
        return share(whole - len(left_out), whole, "stretches of the jot are told", left_out)
