"""Nothing of the jot lost: its quantities, levels, quotations and statements stand in the note."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain

from ..domain import Fact, Finding, Observation
from ..language import Word
from ..language.quantities import numbers
from ..language.tables import rules
from .amounts import core
from .denials import denies
from .grounds import Grounds, squeezed
from .ordinals import spelt_places
from .people import STUDENT, THERAPIST, Person, people
from .roots import root
from .segments import Segment, stems
from .sentences import Sentence, holds_nothing
from .supports import Support, grades_in, stands_on, support_of

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
_LABEL = re.compile(r"^\s*[SOAP]\s*:\s*", re.I)
_ONCE = re.compile(r"\b(?:once|a single|another)\b", re.I)
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
    judged: tuple[frozenset[str], ...]
    people: tuple[Person, ...]
    denies: bool
    counted: dict[str, int] = field(default_factory=dict)


def _held(sentences: Sequence[Sentence]) -> _Held:
    words = [word for sentence in sentences for word in sentence.every_word]
    quantities = [word.quantity for word in words if word.quantity]
    levels = [word for word in words if word.level]
    spoken = [quantity.value for quantity in quantities if quantity.kind != "date"]
    spoken += [word.level.value for word in levels if word.level]
    return _Held(
        text=squeezed(" ".join(sentence.text for sentence in sentences)),
        stems=stems([word for one in sentences if one.section != "assessment" for word in one.every_word]),
        values=Counter(core(quantity.value) for quantity in quantities),
        counts=frozenset(text for value in spoken for text in numbers(value)).union(*map(_spelt, sentences)),
        supports=tuple(dict.fromkeys((*map(support_of, levels), *chain.from_iterable(map(_spread, sentences))))),
        judged=tuple(stems(one.every_word) for one in sentences if one.section == "assessment"),
        people=people(words),
        denies=any(denies(word) for word in words),
        independent=any("independen" in word.text or word.text == "on own" for word in words),
    )


def _spread(sentence: Sentence) -> Iterator[Support]:
    """`Verbal cueing went from moderate to minimal`: the grades stand apart from what is graded."""
    bare = [support for word in sentence.levels if not (support := support_of(word)).grades]
    for support in bare:
        yield from (replace(support, grades=(grade,)) for grade in grades_in(sentence.plain))


def _spelt(sentence: Sentence) -> frozenset[str]:
    return spelt_places(sentence.text) | (frozenset("1") if _ONCE.search(sentence.text) else frozenset())


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
    """Stretches of which no content word is in the note, or only in what it makes of them."""
    for item in given.told:
        for part in item.segments if item.statement.role in _TOLD_ROLES else ():
            own, start, end = stems(part.words) - _about_the_note(), part.words[0].start, part.words[-1].end
            source = jot[start:end]
            if not own or _is_nothing(part, source) or squeezed(source) in held.text:
                continue
            if not _is_told(own, part, held) or _loses_its_person(part, held):
                yield source, start, end


def _is_told(own: frozenset[str], part: Segment, held: _Held) -> bool:
    """In what was seen, reported or planned a word is enough; an assessment tells of it only with half of them."""
    precise = any(word.quantity and word.quantity.kind in ("ratio", "percent", "distance") for word in part.values)
    if own & held.stems or (precise and len(own) == 1):
        return True
    return any(len(own & judged) * 2 > len(own) for judged in held.judged)


def _is_nothing(part: Segment, source: str) -> bool:
    """A quotation stands or falls as such; `S: none` tells nothing."""
    return any(word.tag == "Q" for word in part.words) or holds_nothing(_LABEL.sub("", source))


def _loses_its_person(part: Segment, held: _Held) -> bool:
    """`aide does waistband` where the note has no aide at all."""
    named = [person for person in people(part.words) if person.role not in (STUDENT.role, THERAPIST.role)]
    return bool(named) and not any(person.is_same(other) for person in named for other in held.people)


@cache
def _about_the_note() -> frozenset[str]:
    return frozenset(root(word) for word in rules("note_rules")["omissions"]["about_the_note"])


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
    if wanted.kind == "cue" and not wanted.grades and set(numbers(fact.value)) <= held.counts and numbers(fact.value):
        return any(root(word) in held.stems for word in wanted.words)  # `2 redirects` told as `redirected twice`
    return squeezed(fact.value) in held.text or _found(fact.text, held) > 0


def _quantity_stands(fact: Fact, word: Word, held: _Held, times: int) -> bool:
    """The same value, as often as the jot has it so far; or for a count its number in another wording."""
    if word.quantity and held.values[core(word.quantity.value)] >= times:
        return True
    said = set(numbers(fact.value))
    if said == {"0"} and held.denies:
        return True  # `0 days` told as `on no day`
    if len(said) == 1 and (fact.kind != "measure" or _is_all(fact) or _is_rate(fact, held)):
        return said <= held.counts
    return fact.kind != "measure" and bool(said) and said <= held.counts


def _is_all(fact: Fact) -> bool:
    """`3 of 3`: a note may say `all 3`."""
    return len(set(re.findall(r"\d+", fact.text))) == 1 and len(re.findall(r"\d+", fact.text)) == 2


def _is_rate(fact: Fact, held: _Held) -> bool:
    """`22 letters/min` told as `22 letters a minute`."""
    unit = re.search(r"(?:/|per )\s?(\w)", fact.text)
    amount = re.search(r"\d+", fact.text)
    return bool(
        unit and amount and re.search(rf"\b{amount[0]}\b[^.;]{{0,30}}\b(?:an?|per|each|every) {unit[1]}", held.text)
    )


def _found(words: str, held: _Held) -> int:
    """How often the words stand in the note, whole; each wording is counted once."""
    if words not in held.counted:
        held.counted[words] = len(re.findall(rf"(?<!\w){re.escape(squeezed(words))}(?!\w)", held.text))
    return held.counted[words]
