"""Numbers of a note that the jot does not have, and those it has for something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import chain, pairwise

from ..domain import Finding
from ..language import Word
from ..language.quantities import find, number, numbers
from ..language.tables import rules
from .amounts import core
from .dates import day_of, is_day
from .findings import at_word
from .grounds import PLAIN, Given, Grounds, Told
from .people import STUDENT, people
from .reckoning import is_computed
from .segments import Segment
from .sentences import Sentence

_COMPOUND = {"ratio", "rate", "measure", "percent"}
_MEASURED = {"duration", "distance", "rate", "measure", "percent"}
_MANY = 12  # values in one stretch; more than a sentence has
_BOUND_TO_TASK = {"ratio", "percent", "duration", "distance", "times", "number"}


def invented_quantities(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker for each number that the jot does not have in this form, unit and place."""
    for segment in sentence.segments:
        for word in segment.values:
            if word.level:
                yield from _cue_count(sentence, word, given)
                continue
            same = [held for held in given.quantities if _is_same(word, held.word)]
            if not same and not _derived(word, segment, sentence, given):
                yield at_word(
                    "invented_quantity",
                    sentence,
                    word,
                    f"{word.source!r} is not in the jot.",
                    "Take it out, or add to the jot where it comes from.",
                )
            elif same and _is_elsewhere(word, segment, sentence, same, given):
                yield at_word(
                    "moved_quantity",
                    sentence,
                    word,
                    f"The jot gives {word.source!r} for something else.",
                    "Give each task its own number.",
                )


def _cue_count(sentence: Sentence, word: Word, given: Grounds) -> Iterator[Finding]:
    counted = {str(value) for part in re.findall(r"\d+|[^\W\d]+", word.source) if (value := number(part)) is not None}
    if not counted <= given.beside_cues:
        yield at_word(
            "invented_quantity",
            sentence,
            word,
            f"The count in {word.source!r} is not in the jot.",
            "Use the jot's own count.",
        )


def _value(word: Word) -> str:
    return _tied(word.source, word.quantity.value if word.quantity else "")


@lru_cache(maxsize=512)
def _tied(source: str, value: str) -> str:
    """The quantity's core, with the unit that is tied to it (`20-minute session`)."""
    tied = re.fullmatch(r"([\d.,]+)-([A-Za-z]+)", source)
    found = find(f"{tied[1]} {tied[2]}") if tied else []
    return core(found[0].value if found else value)


def _is_same(word: Word, held: Word) -> bool:
    assert word.quantity
    assert held.quantity
    said, jotted = _value(word), _value(held)
    if said == jotted or {said, jotted} in ({"half", "50%"}, {"half", "1/2"}, {"half", "0.5"}):
        return True
    if {word.quantity.kind, held.quantity.kind} == {"number", "times"}:
        return bool(_amounts(said)) and _amounts(said) == _amounts(jotted)
    if word.quantity.kind in ("duration", "distance", "measure", "rate", "service", "frequency"):
        return _units(said) <= _units(jotted) and bool(_amounts(said)) and _amounts(said) <= _amounts(jotted)
    if word.quantity.kind == "percent":
        return _is_share(said, held)
    if word.quantity.kind == "clock_time":
        return held.quantity.kind in ("clock_time", "number", "time") and _clocks(said) <= _clocks(jotted)
    is_date = word.quantity.kind == "date" and held.quantity.kind in ("date", "ratio")
    return is_date and is_day(day_of(said), day_of(jotted))


def _amounts(value: str) -> set[str]:
    return set(re.findall(r"\d[\d.,]*(?:/\d+)?", value))


def _units(value: str) -> set[str]:
    return set(re.findall(r"[a-z]+", value)) - {"x", "per", "for", "and", "to"}


def _is_share(percent: str, held: Word) -> bool:
    """`80%` from `4/5`: derivable, rounded to a whole or to one place."""
    assert held.quantity
    counts = [Fraction(text) for text in numbers(held.quantity.value)]
    if held.quantity.kind != "ratio" or len(counts) != 2 or not counts[1]:
        return False
    share = counts[0] / counts[1] * 100
    return any(Fraction(text) in (share, round(share), round(share, 1)) for text in numbers(percent))


def _clocks(value: str) -> set[str]:
    return {f"{int(hour)}:{minute or '00'}" for hour, minute in re.findall(r"(\d{1,2})(?::(\d{2}))?", value)}


def _derived(word: Word, segment: Segment, sentence: Sentence, given: Grounds) -> bool:
    """A bare number that stands in one of the jot's counts, or a ratio of two of one statement's."""
    assert word.quantity
    if word.source.lower() in ("one", "once"):
        return not _counts(word, sentence.words) or "1" in given.countable
    said = set(numbers(core(word.quantity.value)))
    if word.quantity.kind == "grade" and word.text.startswith("PreK "):
        return re.search(rf"(?<!\w){word.text[-1]}(?:s\b|\s?-?y)", given.text) is not None  # `the 4s room`, `4yo`
    if sentence.section == "assessment" and is_computed(word, sentence.words, given):
        return True
    if word.quantity.kind in ("number", "times", "ordinal"):
        places = word.quantity.kind == "ordinal"
        grounded = (
            said <= (given.placed if places else given.countable)
            or _is_part(said, segment, given)
            or _elides(said, sentence, given)
        )
        return bool(said) and grounded
    if word.quantity.kind in ("age", "grade"):
        return bool(said) and said <= _numbers_of(given, {"age", "grade", "ordinal", "number"})
    if word.quantity.kind == "duration" and _is_behind_hours(said, given):
        return True
    if word.quantity.kind in ("rate", "duration"):
        if any(said <= _loose(item) and _units(core(word.quantity.value)) <= _spoken(item) for item in given.told):
            return True
        return word.quantity.kind == "duration" and (
            _is_compound(said, word, given) or _has_its_unit(said, word, given)
        )
    if word.quantity.kind in ("measure", "distance"):
        return _has_its_unit(said, word, given) or _is_in_inches(said, word, given)
    if word.quantity.kind == "ratio":
        near = chain(_side_by_side(given), (_measured(item) for item in given.told))
        return len(said) > 1 and any(said <= numerals for numerals in near)
    return word.quantity.kind == "frequency" and not said


def _is_compound(said: set[str], word: Word, given: Grounds) -> bool:
    """`5 minutes 40 seconds` where the jot says `5 min 40`."""
    units = re.findall(r"[a-z]+", word.quantity.value) if word.quantity else []
    return len(units) > 1 and any(said <= _loose(item) and units[0] in _spoken(item) for item in given.told)


def _is_behind_hours(said: set[str], given: Grounds) -> bool:
    """`an hour and 15 minutes` where the jot says `1 hr 15`."""
    return any(
        re.search(rf"\d\s?(?:hrs?|hours?|h)\.?,?\s(?:and\s)?{re.escape(text)}\b(?!/)", given.text) for text in said
    )


def _is_in_inches(said: set[str], word: Word, given: Grounds) -> bool:
    """`lowered 2 in and tilted`: an inch that reads like a preposition."""
    inches = bool(word.quantity) and "inch" in word.quantity.value if word.quantity else False
    return inches and all(re.search(rf"(?<![\d./]){re.escape(text)}\s?(?:in\b|\")", given.text) for text in said)


def _has_its_unit(said: set[str], word: Word, given: Grounds) -> bool:
    """`8 WPM` where the jot says `11 WPM, was 8`: the bare number has the unit of a number before it."""
    units = _units(core(word.quantity.value)) if word.quantity else set()
    for index, item in enumerate(given.told):
        spoken = _spoken(item) | (_spoken(given.told[index - 1]) if index else set())
        if said <= _numbers_of(given, PLAIN, item.statement.id) and units <= spoken:
            return True
    return False


def _side_by_side(given: Grounds) -> Iterator[frozenset[str]]:
    """The counts of each statement and the next: `checked 5x, 4 of those needless` are four of five."""
    counts = [_numbers_of(given, PLAIN, item.statement.id) for item in given.told]
    yield from counts
    yield from (first | second for first, second in pairwise(counts))


def _counts(word: Word, words: Sequence[Word]) -> bool:
    """Whether `one` or `once` counts: `one letter`, `... once.`; not `at one point`, `once he had ...`."""
    place = words.index(word)
    after = words[place + 1] if place + 1 < len(words) else None
    if word.source.lower() == "once":
        return after is None or after.tag in ".,;cp" or after.source.lower() in rules("note_rules")["once"]["before"]
    return after is not None and after.tag == "n" and after.lemma not in rules("note_rules")["once"]["uncounted"]


def _elides(said: set[str], sentence: Sentence, given: Grounds) -> bool:
    """`takes 8 minutes, down from 12`: a number that has the unit of another one in its sentence."""
    units = {frozenset(_units(value)) for kind, value in sentence.amounts if kind in _MEASURED}
    held = [one.word.quantity.value for one in given.quantities if one.word.quantity]
    return any(unit and unit <= _units(value) and said <= set(numbers(value)) for unit in units for value in held)


def _is_part(said: set[str], segment: Segment, given: Grounds) -> bool:
    """`3 letters` from the `3 of 5 letters` that the jot tells of the same thing."""
    whole = [held for held in given.quantities if _kind(held) in _COMPOUND]
    return any(
        said <= set(numbers(core(held.word.quantity.value))) and (segment.stems & held.stems or not held.stems)
        for held in whole
        if held.word.quantity
    )


def _measured(item: Told) -> set[str]:
    """The numbers of a statement that are in no share yet: `11 min of 30`."""
    plain = [word.quantity for word in item.words if word.quantity and word.quantity.kind in ("duration", *PLAIN)]
    return {text for quantity in plain for text in numbers(quantity.value)}


def _loose(item: Told) -> set[str]:
    """Every numeral of a statement, but for those in a word (`b4`)."""
    typed = {text for word in item.words if not word.source[:1].isalpha() for text in numbers(word.source)}
    return typed.union(*(numbers(word.quantity.value) for word in item.words if word.quantity))


def _spoken(item: Told) -> set[str]:
    """Every word and unit of a statement: `30 min/wk` speaks of a minute and a week."""
    words = {part for word in item.words for part in word.lemma.split()}
    return words.union(*(_units(word.quantity.value) for word in item.words if word.quantity))


def _numbers_of(given: Grounds, kinds: set[str], statement: str | None = None) -> frozenset[str]:
    return frozenset(
        text
        for held in given.quantities
        if held.word.quantity and held.word.quantity.kind in kinds and statement in (None, held.statement)
        for text in numbers(core(held.word.quantity.value))
    )


def _is_elsewhere(word: Word, segment: Segment, sentence: Sentence, same: Sequence[Given], given: Grounds) -> bool:
    """Whether the words around the number are those of another number of its kind."""
    assert word.quantity
    kind = word.quantity.kind
    if kind not in _BOUND_TO_TASK or any(
        held.statement is None or held.statement in sentence.statements for held in same
    ):
        return False
    if _is_of_whom(segment, same, given):
        return False
    kinds = PLAIN if kind in PLAIN else {kind}
    others = [held for held in given.quantities if held not in same and _kind(held) in kinds]
    elided = kind not in ("ratio", "percent")  # which name what they count
    places = [replace(held, stems=held.stems | _elided(held, given)) for held in same if elided and held.stems] or same
    own, here = segment.own, frozenset[str]().union(*(held.stems for held in places))
    if len(segment.values) > _MANY or len({_kind_of(other) for other in segment.values}) < len(segment.values):
        return False
    return not (kind in PLAIN and own & here) and is_elsewhere(own, places, others)


def _is_of_whom(segment: Segment, same: Sequence[Given], given: Grounds) -> bool:
    """`a peer was off task in 3 of 18` where the jot says `peer 3 of 18`."""
    here = {held.statement for held in same}
    named = [part.words for item in given.told if item.statement.id in here for part in item.segments]
    held = [person for words in named if any(one.word in words for one in same) for person in people(words)]
    return any(
        person.role != STUDENT.role and person.is_same(other) for person in people(segment.words) for other in held
    )


def _elided(held: Given, given: Grounds) -> frozenset[str]:
    """`then sat 9 min. yesterday w/o it 3 min`: a statement without an act goes on with the one before it."""
    places = [index for index, item in enumerate(given.told) if item.statement.id == held.statement and not item.acts]
    return frozenset[str]().union(*(item.stems for at in places for item in given.told[max(0, at - 2) : at]))


def _kind_of(word: Word) -> str:
    return word.quantity.kind if word.quantity else "level"


def _kind(held: Given) -> str:
    return held.word.quantity.kind if held.word.quantity else ""


def is_elsewhere(own: frozenset[str], same: Sequence[Given], others: Sequence[Given]) -> bool:
    """The content around a value is that of `others`, and not that of the places which have the value."""
    here = frozenset[str]().union(*(held.stems for held in same))
    there = frozenset[str]().union(*(held.stems for held in others))
    telling = own - (here & there)
    if not here:  # the value stands alone in the jot, and all this is told of one other place
        return any(len(own) > 1 and own <= held.stems for held in others)
    return bool(here) and not telling & here and bool(telling & there)
