"""Places, foods, school subjects, clothes and other things of a note that the jot does not name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..domain import Finding
from ..language import Word, words_of
from ..language.tables import rules
from .equipment import is_known
from .findings import at
from .grounds import Grounds
from .roots import root
from .segments import named_parts
from .sentences import Sentence

_PREFIX = 3  # letters


def invented_details(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A warning in what was seen and reported for a thing of which the jot has no word.

    Source: architecture.md, decision 4: nothing is added but subject, verb and articles.
    """
    if sentence.section in ("assessment", "plan"):
        return
    for word in sentence.words:
        things = [thing for thing in _inside(word) if _is_concrete(thing)]
        if things and not any(_is_named(thing, given) for thing in things):
            yield at(
                "invented_detail", sentence, word.start, word.end, f"The jot says nothing of {word.source!r}.",
                "Take it out, or add it to the jot.", "warning",
            )  # fmt: skip


def _inside(word: Word) -> tuple[Word, ...]:
    """The words of a phrase that stands for one (`from the board`, `after lunch`)."""
    _, _, rest = word.text.partition(" ")
    return words_of(rest) if rest and word.tag == "r" else (word,)


def _is_concrete(word: Word) -> bool:
    """A noun of a class that cannot be a way of putting things."""
    if word.tag != "n" or word.level or word.quantity or not named_parts(word):
        return False
    if word.kind not in _rules("classes"):
        return False
    return not set(named_parts(word)) <= _general()


def _is_named(word: Word, given: Grounds) -> bool:
    """The jot has a part of the name, or the word inside another one (`22 letters/min`)."""
    return word.lemma.lower() in given.text or any(_is_said(part, given) for part in named_parts(word))


def _is_said(part: str, given: Grounds) -> bool:
    return (
        is_known(part, given)
        or _is_made_of_one(part, given)
        or any(root(other) in given.vocabulary for other in _kin().get(part, ()))
    )


def _is_made_of_one(part: str, given: Grounds) -> bool:
    """`waistband` where the jot has `waist`."""
    return any(len(word) > _PREFIX and part.startswith(word) for word in given.vocabulary)


@cache
def _kin() -> dict[str, tuple[str, ...]]:
    """A thing's root -> words which speak of it: `the board` of far-point copying."""
    groups = rules("note_rules")["details"]["kin"]
    return {root(word): tuple(group) for group in groups for word in group}


@cache
def _general() -> frozenset[str]:
    return frozenset(root(word) for word in rules("note_rules")["details"]["general"])


@cache
def _rules(name: str) -> frozenset[str]:
    return frozenset(rules("note_rules")["details"][name])
