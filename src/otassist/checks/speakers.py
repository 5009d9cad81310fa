"""Quotations that a note gives to somebody else than the jot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..domain import Finding
from ..language import words_of
from .findings import at
from .grounds import Grounds, Told, squeezed
from .people import STUDENT, THERAPIST, Person, people
from .sentences import Quoted, Sentence

_LABEL = re.compile(r"(?:^|[\s(])([A-Z]\.?(?:[A-Z]\.?)?)\s*(?:said|says|sez|reported|stated|:)?[\s,:]*$")
_SAYING = r"(?:said|says|stated|states|reported|reports|asked|asks|commented|added|told|yelled|whispered|mentioned)"
_SAID_BEFORE = re.compile(rf"\b{_SAYING}\b[^.;]{{0,40}}$|\w:\s*$", re.I)
_SAID_BEHIND = re.compile(
    rf"\W{{0,3}}(?:{_SAYING} (?:the |a )?[\w' ]{{1,30}}|(?:the |a )?[\w' ]{{1,30}}? {_SAYING})\b", re.I
)
_STUDENT = re.compile(r"\b(?:student|he|she|they)\b", re.I)
_OTHER = re.compile(r"\b(?:therapist|OT|record)\b")


def swapped_speakers(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker for a quotation whose speaker in the jot is another person, or another of several students."""
    for quote in sentence.quotes:
        said = squeezed(quote.text).strip(" .,!?;:")
        told = next((item for item in given.told if said and said in squeezed(item.statement.text)), None)
        if told and _is_by_another(sentence, quote, told, said):
            yield at(
                "swapped_actor", sentence, quote.start, quote.end,
                "In the jot somebody else says this.", "Name whoever the jot names.",
            )  # fmt: skip


def _is_by_another(sentence: Sentence, quote: Quoted, told: Told, said: str) -> bool:
    before = _before(sentence, quote)
    text = told.statement.text
    place = squeezed(text).find(said)
    label, jotted = _label(before), _label(text[: max(place - 1, 0)])
    if label and jotted:
        return label != jotted
    if told.statement.role != "report" and not told.statement.said_by:
        return False
    behind = _SAID_BEHIND.match(sentence.plain[quote.end :])
    speaker = _speaker(before) if _SAID_BEFORE.search(before) else _speaker(behind[0]) if behind else None
    if speaker == THERAPIST:  # who records the words, and need not have said them
        return False
    return bool(speaker and not any(speaker.is_same(other) for other in _speakers(told)))


def _before(sentence: Sentence, quote: Quoted) -> str:
    start = max((other.end for other in sentence.quotes if other.end <= quote.start), default=0)
    return sentence.text[start : quote.start]


def _label(text: str) -> str:
    found = _LABEL.search(text)
    return found[1].replace(".", "") if found and found[1] not in ("I", "A", "S", "O", "P", "OT") else ""


def _speaker(text: str) -> Person | None:
    """The last person named, or the student behind a pronoun; with a possessive the one possessed."""
    named = people(words_of(text))
    if named and named[-1].role != STUDENT.role:
        return named[-1]
    return STUDENT if named or (_STUDENT.search(text) and not _OTHER.search(text)) else None


def _speakers(told: Told) -> tuple[Person, ...]:
    """Whoever the statement names; the student where it names nobody."""
    said_by = told.statement.said_by
    return (*told.people, *(people(words_of(said_by)) if said_by else ())) or (STUDENT,)
