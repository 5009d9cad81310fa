"""The opposite of what the jot says: `after circle` where it has `before circle`, `quiet` where it has `loud`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import zip_longest

from ..domain import Finding
from ..language import Word
from ..language.tables import rules
from .denials import denies
from .findings import at_word
from .grounds import Grounds, Told
from .roots import root
from .segments import Segment, named_parts, stems
from .sentences import Sentence


def changed_opposites(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker for a word whose opposite the jot has of the same thing, while it has the word itself nowhere."""
    if sentence.section == "assessment":
        return
    for part in sentence.segments:
        if any(denies(word) for word in part.words):
            continue
        for word, behind in zip_longest(part.words, part.words[1:]):
            opposed = frozenset[str]() if _has_no_opposite(word, behind) else _opposed(word)
            same = _behind(part, word) if _orders(word) else _of_the_same(part, word, sentence)
            said = next((item for item in given.told if opposed and _is_of(item, same, opposed)), None)
            if said and not _same(word) & given.forms:
                yield at_word(
                    "moved_condition", sentence, word, f"The jot says the opposite of {word.source!r}.",
                    "Say it as the jot does.",
                )  # fmt: skip


def _has_no_opposite(word: Word, behind: Word | None) -> bool:
    """Who `left` went nowhere on the left, and `this student` is no other than before, as `this week` is."""
    if word.source.lower() == "left":
        return word.tag in "vzbge"
    return word.tag == "d" and behind is not None and behind.kind == "person"


def _of_the_same(part: Segment, word: Word, sentence: Sentence) -> frozenset[str]:
    """What the stretch tells besides the word; `the n from the top` tells it in its sentence."""
    return part.stems if part.stems - frozenset(named_parts(word)) else part.stems | sentence.stems


def _orders(word: Word) -> bool:
    """`before` and `after` put two things in order: what stands behind must be the same."""
    return bool(_forms(word) & set(rules("note_rules")["opposites"]["orders"]))


def _behind(part: Segment, word: Word) -> frozenset[str]:
    """What an order word stands before, as far as its own phrase goes (`last month`); all where nothing follows."""
    own = frozenset(named_parts(word)) - {root(form) for form in _forms(word) & _opposites().keys()}
    return own or stems([other for other in part.words if other.start > word.start]) or part.stems


def _is_of(item: Told, same: frozenset[str], opposed: frozenset[str]) -> bool:
    """A stretch of the jot with the opposite tells of the same things, and denies nothing."""
    for told in item.segments:
        place = next((word for word in told.words if _forms(word) & opposed), None)
        if place is None or any(denies(word) for word in told.words):
            continue
        held = _behind(told, place) if _orders(place) else told.stems
        if held & same or not told.own:
            return True
    return False


def _opposed(word: Word) -> frozenset[str]:
    return _opposed_to(word.lemma, word.text, word.source) if word.text[:1].isalpha() else frozenset()


def _forms(word: Word) -> frozenset[str]:
    return _forms_of(word.lemma, word.text, word.source)


@lru_cache(maxsize=1024)
def _opposed_to(*spelt: str) -> frozenset[str]:
    return frozenset[str]().union(*(_opposites().get(form, frozenset()) for form in _forms_of(*spelt)))


@lru_cache(maxsize=1024)
def _forms_of(*spelt: str) -> frozenset[str]:
    """The word as typed, as spelt out, as its lemma, and the parts of a compound (`near-point copying`)."""
    whole = {form.lower() for form in spelt}
    return frozenset(whole | {part for form in whole for part in re.split(r"[\s-]+", form)})


def _same(word: Word) -> frozenset[str]:
    """The forms of the word which have an opposite; where the jot has one, it may be what is told."""
    return frozenset(form for form in _forms(word) if form in _opposites())


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for left, right in rules("note_rules")["opposites"]["pairs"]:
        for one in left:
            found.setdefault(one, set()).update(right)
        for one in right:
            found.setdefault(one, set()).update(left)
    return {word: frozenset(others) for word, others in found.items()}
