"""Builders for statements with a verb: `book keeps sliding`, `copied 3/5 sentences`, `shaking hands out`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..language.lexicon import lexicon
from .chunks import Chunk
from .doers import TALKING, advisers, doer_unclear, subject_of, to_student
from .phrasing import STUDENT, Parts, chunks_of, is_person, is_plural, joined, phrase, text_of, was
from .spelling import spelt
from .verbs import agreeing, is_passive, negated_verb, opening_of, undone


def own_clause(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`book keeps sliding`, `aide hands him things`, `tent w/ binder helps`, `slant board used`."""
    subject = chunks_of(parts, match, "subject")[0]
    verb, *more = chunks_of(parts, match, "verb")
    passive = is_passive(subject, verb, match["tail"])
    if match.groupdict().get("post") and not _can_follow_phrase(parts, match, subject, verb, passive):
        return
    if verb.tag == "b" and is_person(subject) and not match["tail"]:
        return  # `job coach call` names a call
    who = joined(subject_of(parts, subject), text_of(parts, match, "post") if "post" in match.groupdict() else "")
    adverbs, tail = text_of(parts, match, "adverbs"), _own_tail(parts, match, subject, [verb, *more])
    if passive:
        yield joined(who, was(subject), adverbs, lexicon().form_of(verb.words[0].lemma, "e"), tail)
    elif subject.tag == "o" and verb.tag in "ve" and "N" in match["adverbs"]:
        yield joined(who, undone(verb), tail)
    else:
        yield joined(who, adverbs, agreeing(subject, verb), phrase(more, parts.voice, opening="x"), tail)


def _own_tail(parts: Parts, match: re.Match[str], subject: Chunk, verb: Sequence[Chunk]) -> str:
    """What follows the verb; possessives are the student's own only where the student acts."""
    acts = not is_person(subject) or subject_of(parts, subject) == STUDENT
    tail = chunks_of(parts, match, "tail")
    return phrase(tail, parts.voice, student_acts=acts, opening=opening_of(verb, tail))


def _can_follow_phrase(parts: Parts, match: re.Match[str], subject: Chunk, verb: Chunk, passive: bool) -> bool:
    """`tent w/ binder helps`, `strip on back fixed it`; not `zipper w/ mod A pulled up` nor `jig for box flaps`."""
    entry = verb.words[0].entry
    if _holds_level(parts, match) or (
        entry is not None and verb.tag == "z" and "nouns" in entry.also and not match["tail"]
    ):
        return False
    acts = subject.words[-1].kind in ("tool", "material") and match["tail"][:1] in ("n", "o", "K")
    return verb.tag not in "ve" or passive or acts


def _holds_level(parts: Parts, match: re.Match[str]) -> bool:
    """`zipper w/ mod A pulled up`: the level is how the student did it, no part of the zipper."""
    return any(word.level for chunk in chunks_of(parts, match, "post") for word in chunk.words)


def continuing(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`hands shaking`, `feet not touching floor`."""
    subject = chunks_of(parts, match, "subject")[0]
    yield joined(
        subject_of(parts, subject),
        was(subject),
        text_of(parts, match, "adverbs"),
        text_of(parts, match, "verb"),
        text_of(parts, match, "tail"),
    )


def student_clause(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`copied 3/5 sentences`, `still asks aide`, `can zip`, `was able to`."""
    verb, *more = chunks_of(parts, match, "verb")
    if (not match["tail"] and verb.tag in "zb" and _needs_object(verb)) or verb.words[0].text == "am":
        return
    if parts.voice.consulting and not advisers(parts, verb, chunks_of(parts, match, "tail")):
        return
    tail = chunks_of(parts, match, "tail")
    subject = _doer(parts, verb, tail)
    if not subject or (verb.tag == "v" and tail and tail[0].words[0].text == "by" and is_person(tail[0])):
        return  # `zipped by sister`: done by somebody to what the jot named before
    if subject == STUDENT and doer_unclear(verb) and (done := _passive(parts, match, verb)):
        yield done
        return
    said = negated_verb(verb) if verb.tag in "zvxm" else lexicon().form_of(verb.words[0].lemma, "z")
    said = joined(said, phrase(more, parts.voice, opening="x"))
    yield from _with_movable(parts, match, subject, text_of(parts, match, "adverbs"), said)


_CARRIED = {"teacher": "the teacher", "aide": "the aide", "peer": "the peer", "therapist": "the therapist"}


def _doer(parts: Parts, verb: Chunk, tail: Sequence[Chunk]) -> str:
    """Who acts where the fragment names nobody; empty where only the jot's own words would be sure."""
    if parts.actor in ("family", "other_staff"):
        return ""
    if parts.actor in _CARRIED:
        return _CARRIED[parts.actor]
    advising = (parts.voice.consulting or advisers(parts, verb, tail)) and verb.words[0].lemma in TALKING
    return "the therapist" if advising or to_student(verb, tail) else STUDENT


def _needs_object(verb: Chunk) -> bool:
    """`wipes` alone is rather a thing than something the student does."""
    entry = verb.words[0].entry
    return entry is not None and entry.object == frozenset({"obj"})


def _passive(parts: Parts, match: re.Match[str], verb: Chunk) -> str:
    """`offered break x2` -> a break was offered 2 times; nobody is named who did it."""
    tail = chunks_of(parts, match, "tail")
    if not tail or tail[0].tag not in "nK" or (len(tail) > 1 and tail[1].tag in "onK"):
        return ""
    participle = lexicon().form_of(verb.words[0].lemma, "e")
    return joined(
        spelt(tail[0], parts.voice),
        was(tail[0]),
        text_of(parts, match, "adverbs"),
        participle,
        phrase(tail[1:], parts.voice),
    )


def _with_movable(parts: Parts, match: re.Match[str], subject: str, adverbs: str, said: str) -> Iterator[str]:
    """The plain order, and one with the closing phrase in front where that cannot change the meaning."""
    tail = chunks_of(parts, match, "tail")
    verb = chunks_of(parts, match, "verb") if "verb" in match.groupdict() else ()
    opening = opening_of(verb, tail) if verb else "v"
    yield joined(subject, adverbs, said, phrase(tail, parts.voice, student_acts=subject == STUDENT, opening=opening))
    if not parts.front and len(tail) > 1 and _movable(tail[-1]):
        moved = spelt(tail[-1], parts.voice)
        yield f"{moved}, " + joined(
            subject,
            adverbs,
            said,
            phrase(tail[:-1], parts.voice, student_acts=subject == STUDENT, opening="v"),
        )


def _movable(chunk: Chunk) -> bool:
    first = chunk.words[0].text
    if chunk.tag == "S":
        return first in ("when", "after", "before", "once", "if", "while")
    return chunk.tag == "P" and (
        first in ("during", "after", "before", "given", "throughout", "following")
        or (first in ("with", "without") and chunk.words[-1].tag in "AC")
    )


def was_doing(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`shaking hands out`, `not using helper hand`."""
    subject = "the therapist" if parts.actor == "therapist" else STUDENT
    said = joined("was", text_of(parts, match, "adverbs"), text_of(parts, match, "verb"))
    yield from _with_movable(parts, match, subject, "", said)


def is_so(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`tired by 12 min`, `not interested in puzzles`, `independent w/ shoes`."""
    predicate = chunks_of(parts, match, "predicate")
    last = predicate[-1].words[-1]
    if last.kind == "thing":
        return
    said = joined("was", phrase(predicate, parts.voice, opening="x"))
    yield from _with_movable(parts, match, STUDENT, "", said)


def due(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`teacher to keep graph paper in folder`."""
    subject = chunks_of(parts, match, "subject")[0]
    are = "are" if is_plural(subject) else "is"
    yield joined(
        subject_of(parts, subject),
        are,
        text_of(parts, match, "adverbs"),
        text_of(parts, match, "verb"),
        text_of(parts, match, "tail"),
    )
