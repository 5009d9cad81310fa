"""People whom the jot does not name, and acts that the jot tells of somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain import Finding
from ..language.tables import rules
from .findings import at_word
from .grounds import Grounds
from .people import STUDENT, THERAPIST, Person, acts, person_of
from .segments import stems
from .sentences import Sentence

_REMEDY = "Name whoever the jot names."


def invented_actors(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker for each person the jot does not name, or not for this."""
    for word in sentence.words:
        person = person_of(word)
        if not person or person.role in (STUDENT.role, THERAPIST.role):
            continue
        if not any(person.is_same(other) for other in given.people):
            yield at_word("invented_actor", sentence, word, f"The jot names no {word.text}.", _REMEDY)
        elif _is_elsewhere(person, sentence, given):
            yield at_word(
                "swapped_actor",
                sentence,
                word,
                f"The jot tells this of somebody else than the {word.text}.",
                _REMEDY,
            )
    yield from _swapped(sentence, given)


def _is_elsewhere(person: Person, sentence: Sentence, given: Grounds) -> bool:
    """What the sentence tells is told where the jot names others, never where it names this person."""
    if any(any(person.is_same(other) for other in item.people) for item in given.of(sentence.statements)):
        return False
    told = stems(sentence.words)
    here = [item.stems for item in given.told if any(person.is_same(other) for other in item.people)]
    there = [item.stems for item in given.told if any(_is_third(other, person) for other in item.people)]
    return bool(here) and not any(told & own for own in here if own) and all(here) and any(told & own for own in there)


def _is_third(other: Person, person: Person) -> bool:
    return other.role not in (STUDENT.role, THERAPIST.role) and not other.is_same(person)


def _swapped(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """`The therapist opened it` where the jot lets the student open it."""
    for act in acts(sentence.words):
        if act.word.lemma in rules("note_rules")["people"]["saying"]:
            continue
        held = [other for item in given.told for other in item.acts if other.verb == act.verb]
        if held and not any(act.who[0].is_same(who) for other in held for who in other.who):
            yield at_word(
                "swapped_actor",
                sentence,
                act.word,
                f"In the jot somebody else than the {act.who[0].head} does this.",
                _REMEDY,
            )
