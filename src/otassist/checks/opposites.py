"""The opposite of what the jot says: `after circle` where it has `before circle`, `quiet` where it has `loud`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..domain import Finding
from ..language import Word
from ..language.tables import rules
from .denials import denies
from .findings import at_word
from .grounds import Grounds, Told
from .segments import Segment
from .sentences import Sentence


def changed_opposites(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker for a word whose opposite the jot has of the same thing, while it has the word itself nowhere."""
    if sentence.section == "assessment":
        return
    for part in sentence.segments:
        if any(denies(word) for word in part.words):
            continue
        for word in part.words:
            opposed = _opposites().get(_form(word), frozenset())
            said = next((item for item in given.told if opposed and _is_of(item, part, opposed)), None)
            if said and not _forms(word) & given.forms:
                yield at_word(
                    "moved_condition", sentence, word, f"The jot says the opposite of {word.source!r}.",
                    "Say it as the jot does.",
                )  # fmt: skip


def _is_of(item: Told, part: Segment, opposed: frozenset[str]) -> bool:
    """A stretch of the jot with the opposite tells of the same things, and denies nothing."""
    for told in item.segments:
        held = {_form(word) for word in told.words}
        if held & opposed and (told.stems & part.stems or not told.own) and not any(denies(w) for w in told.words):
            return True
    return False


def _form(word: Word) -> str:
    return word.lemma.lower() if word.lemma.lower() in _opposites() else word.text.lower()


def _forms(word: Word) -> set[str]:
    return {word.lemma.lower(), word.text.lower(), word.source.lower()}


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for left, right in rules("note_rules")["opposites"]["pairs"]:
        for one in left:
            found.setdefault(one, set()).update(right)
        for one in right:
            found.setdefault(one, set()).update(left)
    return {word: frozenset(others) for word, others in found.items()}
