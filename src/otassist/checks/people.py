"""Who is named in a text, and who does what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..language import Word
from ..language.tables import rules
from .roots import root
from .segments import head_of


@dataclass(frozen=True, slots=True)
class Person:
    """A role (teacher, aide, family), and the head of the name where the role holds several (mother)."""

    role: str
    head: str

    def is_same(self, other: Person) -> bool:
        """A parent may be the mother; a teacher is a teacher."""
        several = rules("note_rules")["people"]
        if self.role != other.role or self.role not in several["apart"]:
            return self.role == other.role
        return self.head == other.head or bool({self.head, other.head} & set(several["any"]))


@dataclass(frozen=True, slots=True)
class Act:
    """A verb with those who may have done it; `named` when the text says who."""

    verb: str
    who: tuple[Person, ...]
    named: bool
    word: Word


STUDENT, THERAPIST, PEER = Person("student", "student"), Person("therapist", "therapist"), Person("peer", "peer")
_VERBS = frozenset("vzbge")
_BETWEEN = frozenset("rxmNtu")


def people(words: Iterable[Word]) -> tuple[Person, ...]:
    return tuple(person for word in words if (person := person_of(word)))


def person_of(word: Word) -> Person | None:
    if word.kind != "person" or not word.entry or not word.entry.actor:
        return None
    return Person(word.entry.actor, word.entry.lemma.lower().split()[-1])


def acts(words: Sequence[Word], actor: str = "") -> Iterator[Act]:
    """Each verb with the person before it or behind `by`; without one, with the statement's actor."""
    for index, word in enumerate(words):
        if word.tag not in _VERBS:
            continue
        named = _doer(words, index)
        verb = root(word.lemma)
        if named:
            yield Act(verb, (named,), True, word)
        elif actor:
            yield Act(verb, _implied(word, actor), False, word)


def _doer(words: Sequence[Word], index: int) -> Person | None:
    place = index - 1
    passive = False
    while place >= 0 and words[place].tag in _BETWEEN:
        passive |= words[place].text.lower() in ("was", "were", "is", "are", "been", "be", "being")
        place -= 1
    if passive and words[index].tag in "ve":
        return _agent(words[index + 1 : index + 8])
    if (
        words[index].tag in "ve"
        and [word.text.lower() for word in words[index + 1 : index + 2]] == ["by"]
        and (agent := _agent(words[index + 1 : index + 5]))
    ):
        return agent  # `paper turned by me`
    if place < 0 or (_is_object(words, place) and not _is_watched(words, place, words[index])):
        return None
    if (
        words[place].source.lower() in ("i", "me") and words[place].tag == "o"
    ):  # `I lined up the pin`, `asked me to stand`
        return THERAPIST
    return _another(words, place) or person_of(words[place])


def _is_object(words: Sequence[Word], place: int) -> bool:
    """`play with a peer ran`: the person behind a preposition does nothing."""
    before = place - 1
    while before >= 0 and words[before].tag in "da":
        before -= 1
    return before >= 0 and words[before].tag == "p"


def _is_watched(words: Sequence[Word], place: int, act: Word) -> bool:
    """`with classmates listening`: those behind `with` do it."""
    return act.tag == "g" and place > 0 and any(word.text == "with" for word in words[max(0, place - 2) : place])


def _another(words: Sequence[Word], place: int) -> Person | None:
    """`the other boys`, `another girl`: children who are not the student."""
    head = head_of(words[place])
    other = place > 0 and words[place - 1].text.lower() in ("other", "another")
    return PEER if other and head in rules("note_rules")["people"]["labels"] else None


def _agent(behind: Sequence[Word]) -> Person | None:
    by = next((place for place, word in enumerate(behind) if word.source.lower() == "by"), len(behind))
    if [word.source.lower() for word in behind[by + 1 : by + 2]] == ["me"]:
        return THERAPIST
    return next((person for word in behind[by + 1 : by + 4] if (person := person_of(word))), None)


def _implied(word: Word, actor: str) -> tuple[Person, ...]:
    """Whoever may be meant where the jot names nobody: for acts of help anybody who helps."""
    if word.lemma in rules("note_rules")["people"]["helping"] or (word.entry and word.entry.actor != "student"):
        return (STUDENT, THERAPIST)
    return (STUDENT,) if actor in ("student", "environment") else (STUDENT, THERAPIST, Person(actor, actor))
