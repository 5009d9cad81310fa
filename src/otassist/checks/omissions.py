"""Nothing of the jot lost: its quantities, levels, quotations and statements stand in the note."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..domain import Fact, Finding, Observation
from ..language import Word, words_of
from ..language.quantities import numbers
from .grounds import Grounds, squeezed
from .quantities import core
from .segments import stems
from .sentences import Sentence
from .supports import stands_on, support_of

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


def omitted(sentences: Sequence[Sentence], observation: Observation, given: Grounds) -> Iterator[Finding]:
    """A warning for each fact of the jot that the note leaves out, and for each stretch not told of."""
    text = squeezed(" ".join(sentence.text for sentence in sentences))
    words = [word for sentence in sentences for word in sentence.every_word]
    mine = {item.statement.id for item in given.told}
    lost = [fact for fact in _lost(observation, text, words) if fact.statement in mine]
    yield from (_warning(fact.text) for fact in lost)
    for stretch, start, end in _untold(given, text, stems(words), observation.jot):
        if not any(start <= fact.start < end for fact in lost):
            yield _warning(stretch)


def _lost(observation: Observation, text: str, words: Sequence[Word]) -> Iterator[Fact]:
    seen: Counter[str] = Counter()
    for fact in observation.facts:
        if fact.kind not in _MUST_STAND or fact.replaced_by or _in_quote(fact, observation):
            continue
        seen[core(fact.value)] += fact.kind == "measure"
        if not _stands(fact, text, words, max(1, seen[core(fact.value)])):
            yield fact


def _warning(text: str) -> Finding:
    return Finding(
        "", "omitted", "warning", "good practice", f"{text!r} from the jot is not in the note.", _REMEDY
    )


def _in_quote(fact: Fact, observation: Observation) -> bool:
    """A number inside a quotation stands or falls with the quotation."""
    return fact.kind != "quote" and any(
        other.kind == "quote" and other.start <= fact.start and fact.end <= other.end
        for other in observation.facts
    )


def _untold(given: Grounds, text: str, held: frozenset[str], jot: str) -> Iterator[tuple[str, int, int]]:
    """Stretches of which no content word is in the note."""
    for item in given.told:
        for part in item.segments if item.statement.role in _TOLD_ROLES else ():
            own, start, end = stems(part.words), part.words[0].start, part.words[-1].end
            if own and not own & held and squeezed(jot[start:end]) not in text:
                yield jot[start:end], start, end


def _stands(fact: Fact, text: str, words: Sequence[Word], times: int) -> bool:
    if fact.kind == "quote":
        return squeezed(fact.text[1:-1]).strip(" .,!?") in text
    if fact.kind in ("assist", "cue"):
        return _level_stands(fact, words) or _found(fact.text, text) > 0 or squeezed(fact.value) in text
    return _quantity_stands(fact, words, times) or (fact.kind != "count" and _found(fact.text, text) >= times)


def _level_stands(fact: Fact, words: Sequence[Word]) -> bool:
    held = [support_of(word) for word in words if word.level]
    wanted = [support_of(word) for word in words_of(fact.text) if word.level]
    if any(stands_on(support, other) for support in wanted for other in held):
        return True
    return fact.value == "independent" and any(
        "independen" in word.text or word.text == "on own" for word in words
    )


def _quantity_stands(fact: Fact, words: Sequence[Word], times: int) -> bool:
    """The same value, as often as the jot has it so far; or for a count its number in another wording."""
    wanted = [word.quantity for word in words_of(fact.text) if word.quantity]
    held = [word.quantity for word in words if word.quantity]
    values = {core(quantity.value) for quantity in wanted}
    if wanted and sum(core(quantity.value) in values for quantity in held) >= times:
        return True
    counts = {text for quantity in held if quantity.kind != "date" for text in numbers(quantity.value)}
    counts |= {text for word in words if word.level for text in numbers(word.level.value)}
    return fact.kind != "measure" and bool(numbers(fact.value)) and set(numbers(fact.value)) <= counts


def _found(words: str, text: str) -> int:
    """How often the words stand in the note, whole."""
    return len(re.findall(rf"(?<!\w){re.escape(squeezed(words))}(?!\w)", text))
