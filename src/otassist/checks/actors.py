"""People whom the jot does not name, and acts that the jot tells of somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..domain import Finding
from ..language import Word, within, words_of
from ..language.tables import rules
from .findings import at_word
from .grounds import Grounds, Told
from .people import PEER, STUDENT, THERAPIST, Act, Person, acts, people, person_of
from .roots import root
from .segments import stems
from .sentences import Sentence

_REACH = 300  # characters
_REPORTING = ("say", "report", "state")
_REMEDY = "Name whoever the jot names."


def invented_actors(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker for each person the jot does not name, or not for this."""
    for word in sentence.words:
        person = person_of(word)
        if not person or person.role in (STUDENT.role, THERAPIST.role) or _is_an_act(word, sentence):
            continue
        if not any(person.is_same(other) for other in given.people) and not _is_of_the_class(person, given):
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
    yield from _seen(sentence, given)
    yield from _taken_over(sentence, given)


def _is_an_act(word: Word, sentence: Sentence) -> bool:
    """`Teach her to turn the paper`: no short form of the teacher."""
    after = next((other for other in sentence.words if other.start > word.start), None)
    return word.source.lower() == "teach" and after is not None and after.tag in "oda"


def _is_of_the_class(person: Person, given: Grounds) -> bool:
    """`his classmates` where the jot has the class, the kids or a group."""
    return person.role == PEER.role and bool(re.search(rules("note_rules")["people"]["peers"], given.text))


def _is_elsewhere(person: Person, sentence: Sentence, given: Grounds) -> bool:
    """What the sentence tells is told where the jot names others, never where it names this person."""
    if any(any(person.is_same(other) for other in item.people) for item in given.of(sentence.statements)):
        return False
    told = sentence.stems
    here = [item.stems for item in given.told if any(person.is_same(other) for other in item.people)]
    there = [item.stems for item in given.told if any(_is_third(other, person) for other in item.people)]
    return bool(here) and not any(told & own for own in here if own) and all(here) and any(told & own for own in there)


def _is_third(other: Person, person: Person) -> bool:
    return other.role not in (STUDENT.role, THERAPIST.role) and not other.is_same(person)


def _swapped(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """`The therapist opened it` where the jot lets the student open it."""
    for act in acts(sentence.words):
        if act.who[0] == THERAPIST and _follows_me(act, sentence):
            continue
        if sentence.section == "assessment" and act.word.lemma in ("do", "have", "be", "use", "need"):
            continue
        saying = act.word.lemma in rules("note_rules")["people"]["saying"]
        if act.word.lemma in _REPORTING and not sentence.quotes:
            swapped = _is_told_of_others(act, sentence, given)
        else:
            swapped = _is_turned(act, given) if saying else _differs(act, sentence, given)
        if not swapped:
            continue
        yield at_word(
            "swapped_actor",
            sentence,
            act.word,
            f"In the jot somebody else than the {act.who[0].head} does this.",
            _REMEDY,
        )


def _follows_me(act: Act, sentence: Sentence) -> bool:
    """`asked me to look`: what somebody wants of the therapist."""
    before = [word.text.lower() for word in sentence.words if word.start < act.word.start]
    return before[-2:] == ["me", "to"]


def _taken_over(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """`He marked the tape` where in the jot the shop teacher marks it, and the student nothing."""
    if sentence.section != "objective" or any(_is_somebody(person_of(word)) for word in sentence.words):
        return
    for word, after in pairwise(sentence.words):
        if word.text.lower() not in ("he", "she", "student", "the student") or after.tag not in "vz":
            continue
        verb, own = root(after.lemma), sentence.stems
        held = [(len(own & item.stems), act) for item in given.told for act in item.acts if act.verb == verb]
        if held and all(act.named and act.who[0] != STUDENT for _, act in held) and max(n for n, _ in held) > 1:
            message = f"In the jot somebody else does this: the {held[0][1].who[0].head}."
            yield at_word("swapped_actor", sentence, after, message, _REMEDY)


def _is_somebody(person: Person | None) -> bool:
    return person is not None and person.role not in (STUDENT.role, THERAPIST.role)


def _is_turned(act: Act, given: Grounds) -> bool:
    """`The supervisor asked him` where the jot says `asked supervisor`: done to the person, never by it."""
    held = [(item, other) for item in given.told for other in item.acts if other.verb == act.verb]
    by = any(act.who[0].is_same(who) for _, other in held for who in other.who)
    to = any(act.who[0].is_same(person) for item, other in held if not other.named for person in item.people)
    return to and not by and act.who[0].role not in (STUDENT.role, THERAPIST.role)


def _seen(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """`The aide was independent with ...`: a third person at the head of a sentence that tells of the student."""
    word = next((word for word in sentence.words if word.tag not in "dar"), None)
    person = person_of(word) if word else None
    if not word or not person or not _is_described(word, sentence):
        return
    if _is_told_apart(person, sentence.stems, given):
        message = f"The jot tells this of somebody else than the {word.text}."
        yield at_word("swapped_actor", sentence, word, message, _REMEDY)


def _is_described(person: Word, sentence: Sentence) -> bool:
    """`was ...` or a comma follows the person."""
    behind = (word for word in sentence.words if word.start > person.start)
    after = next((word for word in behind if word.tag in "xvzp,"), None)
    return after is not None and after.tag in "x," and not _receives(after, sentence)


def _receives(verb: Word, sentence: Sentence) -> bool:
    """`The teacher was advised to ...`: what follows is somebody else's act."""
    after = next((word for word in sentence.words if word.start > verb.start and word.tag not in "rx"), None)
    return after is not None and after.lemma in rules("note_rules")["people"]["receiving"]


def _differs(act: Act, sentence: Sentence, given: Grounds) -> bool:
    """The jot has the verb, where it is most like this only with others; or tells all this of others."""
    own = _around(act, sentence)
    held = [
        (len(own & item.stems), other, item) for item in given.told for other in item.acts if other.verb == act.verb
    ]
    if not held:
        return _is_told_apart(act.who[0], own, given)
    if any(act.who[0].is_same(other) for other in given.people) and _may_be_meant(act, given):
        return False
    most = max(count for count, _, _ in held)
    best = [(other, item) for count, other, item in held if count == most]
    return not any(_may_do(act.who[0], other, item) for other, item in best)


def _may_do(person: Person, act: Act, item: Told) -> bool:
    """Whoever does it in the jot; where it names nobody as the doer, whoever it names beside it."""
    if any(person.is_same(who) for who in act.who):
        return True
    return not act.named and any(person.is_same(other) for other in people(_before(act, item)))


def _before(act: Act, item: Told) -> list[Word]:
    """What stands before the act (`aide shown how to lock it`) or in brackets (`box folding 50/hr (staff 110)`)."""
    if any(word.lemma in rules("note_rules")["people"]["handing"] for word in item.words):
        return list(item.words)  # `cutting meat, asks a friend`
    bracket = next((word.start for word in item.words if word.tag == "("), None)
    return [word for word in item.words if word.start < act.word.start or (bracket and word.start > bracket)]


def _may_be_meant(act: Act, given: Grounds) -> bool:
    """`She picks typing, will send me a sample`: a pronoun may stand for anybody named, but not just before it."""
    for before, item in pairwise([None, *given.told]):
        if item is None or not any(other.verb == act.verb for other in item.acts):
            continue
        named = before.people if before else ()
        pronoun = any(word.text.lower() in ("he", "she", "they") for word in item.words[:3])
        if pronoun and not any(act.who[0].is_same(other) for other in (*named, *item.people)):
            return True
    return False


def _is_told_of_others(act: Act, sentence: Sentence, given: Grounds) -> bool:
    """What is reported of a third person was in the jot said by somebody else."""
    own = next((part.own for part in sentence.segments if act.word in part.words), frozenset[str]())
    return _is_told_apart(act.who[0], own or _around(act, sentence), given, reported=True)


def _is_told_apart(person: Person, own: frozenset[str], given: Grounds, reported: bool = False) -> bool:
    """What is told of a third person stands in statements that do not name it, and not in those that do."""
    if person.role in (STUDENT.role, THERAPIST.role) or person.head in rules("note_rules")["people"]["labels"]:
        return False
    if reported and _alone(person, given):
        return False
    here, there, last = 0, 0, frozenset[str]()  # `box folding 50/hr (staff abt 110)`
    for item, named in _with_people(person, given):
        if named:
            here = max(here, len(own & (item.stems or last)))
        elif item.statement.said_by or not reported or _tells_feelings(item):
            there = max(there, len(own & item.stems))
        last = item.stems or last
    return there > here


def _speaks_for(item: Told) -> bool:
    """`she thinks cold`, `she will try Friday`: what may be told of whoever was named last."""
    first = [word.text.lower() for word in item.words[:3]]
    promised = "will" in first or "'ll" in item.statement.text[:8]
    return bool({"he", "she", "they"} & set(first)) and (promised or _tells_feelings(item))


def _tells_feelings(item: Told) -> bool:
    """`wants privacy`: what the student alone can say."""
    return any(word.lemma in rules("note_rules")["people"]["feeling"] for word in item.words)


def _alone(person: Person, given: Grounds) -> bool:
    """A talk with one person, named at the start: what was heard may all be theirs."""
    third = [other for other in given.people if other.role not in (STUDENT.role, THERAPIST.role)]
    first = given.told[0].people if given.told else ()
    return all(person.is_same(other) for other in third) and any(person.is_same(other) for other in first)


def _with_people(person: Person, given: Grounds) -> Iterator[tuple[Told, bool]]:
    """Each statement, and whether it names the person, is said by it, or goes on from where it was named."""
    before, end = False, 0
    last: Person | None = None
    for item in given.told:
        said_by = people(words_of(item.statement.said_by)) if item.statement.said_by else ()
        named = any(person.is_same(other) for other in (*item.people, *said_by)) or person.role == item.statement.actor
        goes_on = before and not item.people and "." not in given.jot[end : item.statement.start]
        third = [other for other in item.people if other.role not in (STUDENT.role, THERAPIST.role)]
        last = third[-1] if third else last
        named |= last is not None and person.is_same(last) and _speaks_for(item)
        before, end = named or goes_on, item.statement.end
        yield item, before


def _around(act: Act, sentence: Sentence) -> frozenset[str]:
    """The content of the part between semicolons in which the act stands, as far as one part can reach."""
    start = max(sentence.plain.rfind(";", 0, act.word.start), act.word.start - _REACH)
    end = sentence.plain.find(";", act.word.end, act.word.end + _REACH)
    return stems(within(sentence.words, start, end if end >= 0 else act.word.end + _REACH))
