"""Nothing of the jot lost: its quantities, levels, quotations and statements stand in the note."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..domain import Fact, Finding, Observation
from ..language import Word
from ..language.quantities import numbers
from .grounds import Grounds, squeezed
from .quantities import core
from .segments import stems
from .sentences import Sentence
from .supports import Support, stands_on, support_of

_MUST_STAND = {
    "measure",
    "count",
    "assist",
    "cue",
    "duration",
    "distance",
    "quote",
    "clock_time",
    "date",
    "service",
    "age",
}
_TOLD_ROLES = {"observation", "report", "judgement", "plan", "advice", "background"}
_REMEDY = "Put it in, or tell why it is left out."


@dataclass(frozen=True, slots=True)
class _Held:
    """What the note has, in the forms in which facts are looked for."""

    text: str
    stems: frozenset[str]
    values: Counter[str]
    counts: frozenset[str]
    supports: tuple[Support, ...]
    independent: bool
    counted: dict[str, int] = field(default_factory=dict)


def _held(sentences: Sequence[Sentence]) -> _Held:
    words = [word for sentence in sentences for word in sentence.every_word]
    quantities = [word.quantity for word in words if word.quantity]
    levels = [word for word in words if word.level]
    spoken = [quantity.value for quantity in quantities if quantity.kind != "date"]
    spoken += [word.level.value for word in levels if word.level]
    return _Held(
        text=squeezed(" ".join(sentence.text for sentence in sentences)),
        stems=stems(words),
        values=Counter(core(quantity.value) for quantity in quantities),
        counts=frozenset(text for value in spoken for text in numbers(value)),
        supports=tuple(dict.fromkeys(support_of(word) for word in levels)),
        independent=any("independen" in word.text or word.text == "on own" for word in words),
    )


def omitted(sentences: Sequence[Sentence], observation: Observation, given: Grounds) -> Iterator[Finding]:
    """A warning for each fact of the jot that the note leaves out, and for each stretch not told of."""
    held = _held(sentences)
    lost = list(_lost(observation, given, held))
    yield from (_warning(fact.text) for fact in lost)
    places = sorted(fact.start for fact in lost)
    for stretch, start, end in _untold(given, held, observation.jot):
        if bisect_left(places, start) == bisect_left(places, end):
            yield _warning(stretch)


def _lost(observation: Observation, given: Grounds, held: _Held) -> Iterator[Fact]:
    jotted = {word.start: word for item in given.told for word in item.words}
    quotes = [fact for fact in observation.facts if fact.kind == "quote"]
    seen: Counter[str] = Counter()
    for fact in observation.facts:
        word = jotted.get(fact.start)
        if word is None or fact.kind not in _MUST_STAND or fact.replaced_by or _in_quote(fact, quotes):
            continue
        seen[core(fact.value)] += fact.kind == "measure"
        if not _stands(fact, word, held, max(1, seen[core(fact.value)])):
            yield fact


def _warning(text: str) -> Finding:
    return Finding("", "omitted", "warning", "good practice", f"{text!r} from the jot is not in the note.", _REMEDY)


def _in_quote(fact: Fact, quotes: Sequence[Fact]) -> bool:
    """A number inside a quotation stands or falls with the quotation."""
    return fact.kind != "quote" and any(quote.start <= fact.start and fact.end <= quote.end for quote in quotes)


def _untold(given: Grounds, held: _Held, jot: str) -> Iterator[tuple[str, int, int]]:
    """Stretches of which no content word is in the note."""
    for item in given.told:
        for part in item.segments if item.statement.role in _TOLD_ROLES else ():
            own, start, end = stems(part.words), part.words[0].start, part.words[-1].end
            if own and not own & held.stems and squeezed(jot[start:end]) not in held.text:
                yield jot[start:end], start, end


def _stands(fact: Fact, word: Word, held: _Held, times: int) -> bool:
    if fact.kind == "quote":
        return squeezed(fact.text[1:-1]).strip(" .,!?").replace("'", "") in held.text.replace("'", "")
    if word.level:
        return _level_stands(fact, word, held)
    return _quantity_stands(fact, word, held, times) or (fact.kind != "count" and _found(fact.text, held) >= times)


def _level_stands(fact: Fact, word: Word, held: _Held) -> bool:
    wanted = support_of(word)
    if any(stands_on(wanted, other) for other in held.supports):
        return True
    if fact.value == "independent" and held.independent:
        return True
    return squeezed(fact.value) in held.text or _found(fact.text, held) > 0


def _quantity_stands(fact: Fact, word: Word, held: _Held, times: int) -> bool:
    """The same value, as often as the jot has it so far; or for a count its number in another wording."""
    if word.quantity and held.values[core(word.quantity.value)] >= times:
        return True
    said = set(numbers(fact.value))
    return fact.kind != "measure" and bool(said) and said <= held.counts


def _found(words: str, held: _Held) -> int:
    """How often the words stand in the note, whole; each wording is counted once."""
    if words not in held.counted:
        held.counted[words] = len(re.findall(rf"(?<!\w){re.escape(squeezed(words))}(?!\w)", held.text))
    return held.counted[words]
