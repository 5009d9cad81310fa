"""Builders for statements with a verb: `book keeps sliding`, `copied 3/5 sentences`, `teacher to keep the pad`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..language import Word
from ..language.lexicon import lexicon
from .chunks import Chunk
from .doers import TALKING, advisers, doer_unclear, subject_of, to_student
from .phrasing import STUDENT, Parts, chunks_of, is_person, is_plural, joined, phrase, text_of, was
from .spelling import spelt
from .verbs import agreeing, is_passive, negated_verb, opening_of, undone


def own_clause(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`book keeps sliding`, `aide hands him things`, `she did 4/5 hits`."""
    subject = chunks_of(parts, match, "subject")[0]
    verb, *more = chunks_of(parts, match, "verb")
    if _hardly_a_clause(subject, verb, "b" * bool(more) + match["tail"]):
        return
    who, adverbs = subject_of(parts, subject), text_of(parts, match, "adverbs")
    acts = not is_person(subject) or who == STUDENT
    tail = chunks_of(parts, match, "tail")
    after = phrase(tail, parts.voice, student_acts=acts, opening=opening_of([verb, *more], tail))
    if is_passive(subject, verb, match["tail"]):
        yield joined(who, was(subject), adverbs, lexicon().form_of(verb.words[0].lemma, "e"), after)
    elif subject.tag == "o" and verb.tag in "ve" and "N" in match["adverbs"]:
        yield joined(who, undone(verb), after)
    else:
        yield joined(who, adverbs, agreeing(subject, verb), phrase(more, parts.voice, opening="x"), after)


def _hardly_a_clause(subject: Chunk, verb: Chunk, tail: str) -> bool:
    """`book slides`, `diagrams labelled 7/8`, `0/3 engage`: a noun, or something done that names no doer."""
    if not is_person(subject):
        guessed = verb.tag == "v" and not verb.words[0].entries
        return subject.tag == "K" or guessed or _is_noun_too(verb) or is_passive(subject, verb, tail)
    if verb.words[0].lemma in ("tell", "notify", "inform") and not re.match(r"[or]|n(?!$)", tail):
        return True  # `counselor told same day`: was told
    if verb.tag == "v" and subject.tag == "n" and not tail:
        return "none" not in (verb.words[0].entry.object if verb.words[0].entry else ())  # `peers distracted`
    return verb.tag == "x" and not tail


def _is_noun_too(verb: Chunk) -> bool:
    """`slides`, `waits`, `screens`: behind a thing it may be the thing's own name."""
    return verb.tag == "z" and any("nouns" in entry.also or entry.tag == "n" for entry in verb.words[0].entries)


def student_clause(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`copied 3/5 sentences`, `still asks aide`, `can zip`, `was able to`."""
    verb, *more = chunks_of(parts, match, "verb")
    tail = chunks_of(parts, match, "tail")
    subject = _doer(parts, chunks_of(parts, match, "verb"), tail)
    if not subject or not _surely_a_verb(verb, [*more, *tail]):
        return
    said = negated_verb(verb) if verb.tag in "zvxm" else lexicon().form_of(verb.words[0].lemma, "z")
    said = joined(said, phrase(more, parts.voice, opening="x"))
    yield from _with_movable(parts, match, subject, text_of(parts, match, "adverbs"), said)


def _surely_a_verb(verb: Chunk, after: Sequence[Chunk]) -> bool:
    """`colors` alone may be a noun, `rated` alone was torn from its object, `do it again` is a wish."""
    if verb.words[0].text in ("am", "do") or (verb.tag in "zvx" and not after):
        return False
    if (
        verb.tag == "z"
        and after[0].words[0].text in ("now", "today")
        and any(chunk.tag in "qu" for chunk in after[1:2])
    ):
        return False  # `passes now 3/day` counts passes
    if verb.words[0].text in ("was", "were", "is") and after[0].tag in "qKu":
        return False  # `was 40 in sept` tells of the count before
    if verb.words[0].text in ("has", "have", "had") and any(
        word.text in ("never", "not", "already", "yet") for word in after[0].words
    ):
        return False  # `has never ridden` is no possession
    return not _is_noun_too(verb) or after[0].tag in "noKQ"


_CARRIED = {"teacher": "the teacher", "aide": "the aide", "peer": "the peer", "therapist": "the therapist"}


def _doer(parts: Parts, verbs: Sequence[Chunk], tail: Sequence[Chunk]) -> str:
    """Who acts where the fragment names nobody; empty where only the jot's own words would be sure."""
    verb = verbs[0]
    by_somebody = verb.tag == "v" and any(
        chunk.words[0].text == "by" and (is_person(chunk) or _graders(chunk)) for chunk in tail
    )
    if parts.actor in _CARRIED and not by_somebody:
        return _CARRIED[parts.actor]
    others = [word.text.lower() for chunk in tail for word in chunk.words if word.tag == "o"]
    if (others[:1] == ["them"] and tail[0].tag == "o") or {"him", "her"}.intersection(others):
        return ""  # `could turn him`, `sat w/ him`: somebody else
    with_mine = any(word.source.lower() == "my" for chunk in tail for word in chunk.words)
    with_student = any(word.entry is not None and word.entry.actor == "student" for word in _people(tail))
    if parts.actor != "student" or by_somebody or with_student or with_mine:
        return ""
    advising = (parts.voice.consulting or advisers(parts, verb, tail)) and verb.words[0].lemma in TALKING
    if advising or to_student(verb, tail):
        return "the therapist"
    return (
        ""
        if parts.voice.consulting or parts.voice.others or any(doer_unclear(each, tail) for each in verbs)
        else STUDENT
    )


def _graders(chunk: Chunk) -> bool:
    """`by 5th graders`."""
    return chunk.words[-1].quantity is not None and chunk.words[-1].quantity.kind == "grade"


def _people(chunks: Sequence[Chunk]) -> list[Word]:
    return [word for chunk in chunks for word in chunk.words if word.kind == "person"]


def _with_movable(parts: Parts, match: re.Match[str], subject: str, adverbs: str, said: str) -> Iterator[str]:
    """The plain order, and one with the closing phrase in front where that cannot change the meaning."""
    tail = chunks_of(parts, match, "tail")
    verb = chunks_of(parts, match, "verb") if "verb" in match.groupdict() else ()
    opening = opening_of(verb, tail) if verb else "v"
    yield joined(subject, adverbs, said, phrase(tail, parts.voice, student_acts=subject == STUDENT, opening=opening))
    if not parts.front and len(tail) > 1 and _movable(tail[-1]):
        rest = phrase(tail[:-1], parts.voice, student_acts=subject == STUDENT, opening="v")
        yield f"{spelt(tail[-1], parts.voice)}, " + joined(subject, adverbs, said, rest)


def _movable(chunk: Chunk) -> bool:
    first = chunk.words[0].text
    if chunk.tag == "S":
        return first in ("when", "after", "before", "once", "if", "while")
    return chunk.tag == "P" and (
        first in ("during", "after", "before", "given", "throughout", "following")
        or (first in ("with", "without") and chunk.words[-1].tag in "AC")
    )


def is_so(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`tired by 12 min`, `not interested in puzzles`: what can only be said of a person."""
    predicate = chunks_of(parts, match, "predicate")
    if any(chunk.words[-1].kind != "student" for chunk in predicate if chunk.tag == "a") or parts.voice.others:
        return
    said = joined("was", phrase(predicate, parts.voice, opening="x"))
    yield from _with_movable(parts, match, STUDENT, "", said)


def due(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`teacher to keep graph paper in folder`."""
    subject = chunks_of(parts, match, "subject")[0]
    if is_person(subject):
        words = [text_of(parts, match, name) for name in ("adverbs", "verb", "tail")]
        yield joined(subject_of(parts, subject), "are" if is_plural(subject) else "is", *words)
