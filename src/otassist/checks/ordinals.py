"""Places in a row that a note spells out: `the third day`, `a tenth grader`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..domain import Finding
from ..language.quantities import numbers
from ..language.tables import rules
from .findings import at
from .grounds import Grounds
from .sentences import Sentence

_NUMERAL = re.compile(r"(?<![\d.])\d{1,3}(?![\d.]*\d)")


def invented_ordinals(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker for a spelt place of which the jot has neither the word nor the number."""
    for match in _pattern().finditer(sentence.plain):
        word = match[0].lower()
        if word not in given.text and not _is_of_two(word, given) and str(_places()[word]) not in _numbers(given):
            yield at(
                "invented_quantity", sentence, *match.span(), f"{match[0]!r} is not in the jot.",
                "Take it out, or add to the jot where it comes from.",
            )  # fmt: skip


def spelt_places(text: str) -> frozenset[str]:
    """The numbers of all places spelt in a text."""
    return frozenset(str(_places()[match[0].lower()]) for match in _pattern().finditer(text))


def _is_of_two(word: str, given: Grounds) -> bool:
    """`the second try` where the jot has `both tries`, `again` or `twice`."""
    return word == "second" and bool(re.search(rules("note_rules")["ordinals"]["of_two"], given.text))


@cache
def _pattern() -> re.Pattern[str]:
    """Every spelt place that is no part (`a third of the page`); first and second only of a grade."""
    rule = rules("note_rules")["ordinals"]
    far, near = "|".join(rule["words"]), "|".join(rule["before_a_child"])
    parts, children, counted = "|".join(rule["parts"]), rule["children"], "|".join(rule["counted"])
    return re.compile(
        rf"\b(?:(?:{far})(?! (?:{parts})\b)|(?:{near})(?=[ -]{children})|second(?= (?:{counted})s?\b))\b", re.I
    )


@cache
def _places() -> dict[str, int]:
    rule = rules("note_rules")["ordinals"]
    return {**rule["words"], **rule["before_a_child"]}


def _numbers(given: Grounds) -> frozenset[str]:
    """Every whole number of the jot and of the entries, in figures or words."""
    held = [text for one in given.quantities if one.word.quantity for text in numbers(one.word.quantity.value)]
    return frozenset([*held, *_NUMERAL.findall(given.text), *given.counts])
