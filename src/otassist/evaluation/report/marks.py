"""Cuts a draft into stretches that say what changed, and where each number of it stands in the jot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from ...language.quantities import Quantity, find, numbers

_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|\w+|\s+|[^\w\s]")
_DIGITS = re.compile(r"\d+(?:[.,:/]\d+)*")
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text. `change` is same, removed or added; `number` is '', jot, proposed or missing.

    `jot` is the place, from 0, of the jot's own number that this one comes from.
    """

    text: str
    change: str = "same"
    number: str = ""
    jot: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A number of a draft: where it stands there, and which number of the jot it is."""

    start: int
    end: int
    number: str
    jot: int | None = None


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft's text with its clauses (wire shape; `start` and `end` point into the text)."""

    text: str
    clauses: tuple[Mapping[str, Any], ...] = ()


def drafted(answer: Mapping[str, Any], printed: str) -> Drafted:
    """The drafts of one answer as one text; what was printed where the answer holds none."""
    text, clauses = "", []
    for draft in objects(answer.get("drafts")):
        text += "\n\n" if text else ""
        clauses += [_moved(clause, len(text)) for clause in objects(draft.get("clauses"))]
        text += str(draft.get("text") or "")
    return Drafted(text, tuple(clauses)) if text else Drafted(printed)


def objects(value: Any) -> list[Mapping[str, Any]]:
    """The objects in a list; a model's answer may hold anything else in its place."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _moved(clause: Mapping[str, Any], by: int) -> Mapping[str, Any]:
    start, end = (value if isinstance(value, int) else 0 for value in (clause.get("start"), clause.get("end")))
    return {**clause, "start": start + by, "end": end + by}


def jot_numbers(jot: str) -> tuple[Quantity, ...]:
    """The jot's numbers, left to right; bare digits that are no quantity among them."""
    return tuple(_all_numbers(jot))


def _all_numbers(text: str) -> list[Quantity]:
    found = find(text)
    taken = [(item.start, item.end) for item in found]
    bare = [
        Quantity("number", match.start(), match.end(), match[0], match[0])
        for match in _DIGITS.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    return sorted((*found, *bare), key=lambda item: item.start)


def sources(draft: Drafted, jot: str, facts: Sequence[Mapping[str, Any]]) -> tuple[Source, ...]:
    """Every number of a draft with its place in the jot: in a fact the clause names, else the next of that value."""
    held = jot_numbers(jot)
    places = {str(fact.get("id")): (fact.get("start"), fact.get("end")) for fact in facts}
    used: set[int] = set()
    found = []
    for number in _all_numbers(draft.text):
        clause = _around(number, draft.clauses)
        place = _match(number, held, [places[name] for name in _facts_of(clause) if name in places], used)
        used |= {place} if place is not None else set()
        kind = "jot" if place is not None else "missing" if clause.get("origin") in _STUDENTS_OWN else "proposed"
        found.append(Source(number.start, number.end, kind, place))
    return tuple(found)


_STUDENTS_OWN = (None, "observed", "inferred", "therapist")
"""Origins whose numbers must come from the jot; those of the bank or of a proposal need not."""


def _facts_of(clause: Mapping[str, Any]) -> list[str]:
    named = clause.get("facts")
    return [str(name) for name in named] if isinstance(named, list | tuple) else []


def _around(number: Quantity, clauses: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
    return next((clause for clause in clauses if clause["start"] <= number.start < clause["end"]), {})


def _match(
    number: Quantity,
    held: Sequence[Quantity],
    named: Sequence[tuple[Any, Any]],
    used: set[int],
) -> int | None:
    """The place among the jot's numbers: the same value first, else one with the same numerals."""
    said = set(numbers(number.value))
    same = [place for place, item in enumerate(held) if item.value == number.value]
    alike = [place for place, item in enumerate(held) if said and said == set(numbers(item.value))]
    candidates = same or alike
    cited = [place for place in candidates if any(_is_in(held[place], span) for span in named)]
    unused = [place for place in cited or candidates if place not in used]
    return next(iter(unused or cited or candidates), None)


def _is_in(number: Quantity, span: tuple[Any, Any]) -> bool:
    start, end = span
    return isinstance(start, int) and isinstance(end, int) and start < number.end and number.start < end


def changes(base: str, new: str) -> tuple[tuple[range, ...], tuple[range, ...]]:
    """What left the base and what came into the new text, as ranges of characters; whole words and marks."""
    before, after = _TOKEN.findall(base), _TOKEN.findall(new)
    starts = [_starts(before), _starts(after)]
    removed, added = [], []
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            removed += [range(starts[0][i], starts[0][j])] if j > i else []
            added += [range(starts[1][k], starts[1][m])] if m > k else []
    return tuple(removed), tuple(added)


def _starts(tokens: Sequence[str]) -> list[int]:
    """Where each token begins, and the end of the last."""
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def cut(text: str, changed: Sequence[range], change: str, numbers: Sequence[Source]) -> Iterator[Segment]:
    """The text in stretches that are each of one kind; together they are the text, unreadable characters replaced.

    A number stays whole: it is changed where any part of it is.
    """
    edges = {0, len(text)}
    edges.update(edge for part in changed for edge in (part.start, part.stop))
    edges = {edge for edge in edges if not any(item.start < edge < item.end for item in numbers)}
    edges.update(edge for item in numbers for edge in (item.start, item.end))
    for start, end in pairwise(sorted(edges)):
        source = next((item for item in numbers if item.start <= start < item.end), None)
        touched = any(part.start < end and start < part.stop for part in changed)
        yield Segment(
            text=readable(text[start:end]),
            change=change if touched else "same",
            number=source.number if source else "",
            jot=source.jot if source else None,
        )


def readable(text: str) -> str:
    """The text without control characters, which neither HTML nor XML may hold."""
    return _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", text)
