"""What a jot and the therapist's entries give a note to stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction

from ..domain import Observation, Statement
from ..language import Word, words_of
from ..language.quantities import number, numbers
from ..language.tables import rules


@dataclass(frozen=True, slots=True)
class Grounds:
    """Normal forms of everything the jot and the entries say, and the words of each statement."""

    quantities: frozenset[str]
    numbers: frozenset[str]
    shares: frozenset[Fraction]
    levels: frozenset[str]
    text: str
    people: frozenset[str]
    stems: dict[str, frozenset[str]]
    statements: dict[str, Statement]


def grounds(observation: Observation) -> Grounds:
    """Everything in the jot counts, and everything the therapist entered beside it."""
    told = "\n".join([observation.jot, *_entries(observation)])
    words = words_of(observation.jot)
    every = [*words, *(word for entry in _entries(observation) for word in words_of(entry))]
    return Grounds(
        quantities=frozenset(word.quantity.value for word in every if word.quantity),
        numbers=frozenset(numbers(told)) | frozenset(_number_words(every)),
        shares=frozenset(share for word in every if (share := share_of(word)) is not None),
        levels=frozenset(level_key(word) for word in every if word.level),
        text=squeezed(told),
        people=frozenset(people_in(every)) | {"student", "therapist"},
        stems={
            item.id: frozenset(stems([word for word in words if item.start <= word.start and word.end <= item.end]))
            for item in observation.statements
        },
        statements={item.id: item for item in observation.statements},
    )


def _entries(observation: Observation) -> list[str]:
    context = observation.context
    found: list[str] = []
    for field in fields(context):
        value = getattr(context, field.name)
        if isinstance(value, tuple):
            found += [str(item) for item in value]
        elif value:
            found.append(f"{value} minutes" if field.name == "minutes" and str(value).strip().isdigit() else str(value))
    return found


def _number_words(words: Iterable[Word]) -> list[str]:
    return [str(value) for word in words if (value := number(word.text)) is not None]


def share_of(word: Word) -> Fraction | None:
    """A ratio or percentage as one number, for comparison only: 4/5 = 80 %."""
    if not word.quantity or word.quantity.kind not in ("ratio", "percent"):
        return None
    found = [Fraction(text) for text in numbers(word.quantity.value)]
    if word.quantity.kind == "percent" and found:
        return found[0] / 100
    return found[0] / found[1] if len(found) == 2 and found[1] else None


def level_key(word: Word) -> str:
    """A level without its count's plural and without small words: `minimal verbal cues` -> `minimal verbal cue`."""
    value = word.level.value if word.level else ""
    value = re.sub(r"\b(cue|prompt|reminder|redirection)(?:s|ing)?\b", r"\1", value.lower())
    value = re.sub(r"\b(independen|dependen)(?:t|tly|ce)\b", r"\1t", value)
    return re.sub(r"^(?:a|one|the)\s", "", value).strip()


def squeezed(text: str) -> str:
    """Lower case with single spaces and plain quotation marks."""
    plain = text.lower().translate(str.maketrans("“”‘’", "\"\"''"))
    return re.sub(r"\s+", " ", plain).replace('"', "'")


def people_in(words: Iterable[Word]) -> list[str]:
    """Roles of the people named: teacher, aide, peer, family."""
    return [word.entry.actor for word in words if word.kind == "person" and word.entry and word.entry.actor]


def stems(words: Sequence[Word]) -> list[str]:
    """Content words in a form in which note and jot meet."""
    small = rules("note_rules")["small_words"]["words"]
    return [
        word.lemma.lower()
        for word in words
        if word.tag in "nvzbgear" and word.lemma.lower() not in small and word.tag not in "Q"
    ]


def nearest(sentence: Sequence[Word], given: Grounds) -> Statement | None:
    """The statement whose words the sentence shares most; None when it shares fewer than two."""
    wanted = set(stems(sentence))
    best, overlap = None, 1
    for identity, own in given.stems.items():
        shared = len(wanted & own)
        if shared > overlap:
            best, overlap = given.statements[identity], shared
    return best
