"""Builders for statements without a verb: measures, counts, qualities and bare mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..language.tables import rules, table
from .chunks import Chunk
from .doers import is_adult, subject_of
from .phrasing import STUDENT, Parts, chunks_of, is_person, joined, phrase, text_of, was
from .spelling import plain, spelt


def quality(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`legible 41/50` is legibility; `late 4/10 classes` is said of the student."""
    word = chunks_of(parts, match, "quality")[0].words[0]
    noun = _noun_forms().get(word.lemma)
    value, tail = text_of(parts, match, "predicate"), text_of(parts, match, "tail")
    if word.kind == "student":
        yield joined(STUDENT, "was", word.text, f"({value})", tail)
    elif noun:
        yield joined(noun, "was", value, tail)


@cache
def _noun_forms() -> dict[str, str]:
    return {row["adjective"]: row["noun_form"] for row in table("adjectives") if row["noun_form"]}


def went_back(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`back to table w/ 1 vc`."""
    first = parts.main[0].words[0]
    if first.text == "back to" and not parts.voice.consulting:
        yield joined(STUDENT, "went", text_of(parts, match, "tail"))


_WHERE = frozenset(rules("grammar")["where"])


def was_somewhere(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`under table 3 min`, `out of seat x4`."""
    where = chunks_of(parts, match, "where")
    if where[0].words[0].text not in _WHERE or parts.voice.consulting or any(word.level for word in where[0].words):
        return
    long = chunks_of(parts, match, "long")
    yield joined(STUDENT, "was", phrase(where, parts.voice, opening="x"), phrase(long, parts.voice, opening="V"))


def it_was(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`7 min til he got up`."""
    yield joined("it was", text_of(parts, match, "predicate"), text_of(parts, match, "tail"))


def thing_is(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`posture slumped`, `spacing: poor`, `grasp = fisted`."""
    subject = chunks_of(parts, match, "subject")[0]
    yield joined(
        subject_of(parts, subject),
        was(subject),
        text_of(parts, match, "predicate"),
        text_of(parts, match, "tail"),
    )


def thing_is_somewhere(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`feet not on floor`, `hand in lap`."""
    subject = chunks_of(parts, match, "subject")[0]
    if match["adverbs"] or subject.words[-1].kind in ("body", "clothing"):
        where, tail = text_of(parts, match, "where"), text_of(parts, match, "tail")
        yield joined(subject_of(parts, subject), was(subject), text_of(parts, match, "adverbs"), where, tail)


_PLACES = frozenset(rules("grammar")["states_of_place"])


def thing_is_there(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`hood up`, `shoes off`, `head down`."""
    if text_of(parts, match, "predicate") in _PLACES:
        yield from thing_is(parts, match)


_HOLDERS = ("place", "setting", "thing", "person", "tool", "clothing", "food")
"""What a count of other things cannot measure: `locker 4 old lunches` is no value of the locker."""


def measured(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`letter formation 14/20`, `legibility = 70%`, `home row 28/36 keys`, `hand wash 6/8 steps`."""
    subject = chunks_of(parts, match, "subject")[0]
    counted = chunks_of(parts, match, "predicate")[0]
    first = counted.words[0].quantity
    if counted.tag == "K" and first and first.kind == "number" and subject.words[-1].kind in _HOLDERS:
        return
    lasting = counted.words[-1].quantity is not None and counted.words[-1].quantity.kind == "duration"
    if counted.tag == "q" and lasting and subject.words[-1].kind in _HOLDERS:
        return
    if counted.tag == "q" and lasting and subject.words[-1].kind == "activity":
        yield joined(
            _measure_subject(parts, subject),
            "lasted",
            spelt(counted, parts.voice),
            text_of(parts, match, "tail"),
        )
        return
    if counted.tag == "K" and counted.words[-1].lemma in ("step", "part"):
        yield joined(
            STUDENT,
            "completed",
            spelt(counted, parts.voice),
            "of",
            spelt(subject, parts.voice),
            text_of(parts, match, "tail"),
        )
    yield joined(
        _measure_subject(parts, subject),
        was(subject),
        text_of(parts, match, "predicate"),
        text_of(parts, match, "tail"),
    )


def _measure_subject(parts: Parts, chunk: Chunk) -> str:
    text = spelt(chunk, parts.voice)
    head = chunk.words[-1]
    if head.tag == "n" and head.kind in ("person",):
        return text
    if text.startswith(("a ", "an ")):
        return "the " + text.split(" ", 1)[1]
    return text


def counted(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`outbursts x2`, `redirection 3x`."""
    subject = chunks_of(parts, match, "subject")[0]
    verb = _idiom(subject)
    if verb:
        yield joined(STUDENT, verb, spelt(subject, parts.voice), text_of(parts, match, "tail"))
    else:
        yield joined(_measure_subject(parts, subject), was(subject), "noted", text_of(parts, match, "tail"))


def _idiom(chunk: Chunk) -> str:
    """The verb with which a bare mention goes: a break is taken, a grasp is used."""
    head = next((word for word in reversed(chunk.words) if word.tag == "n" and word.entry), None)
    return head.entry.verb if head is not None and head.entry else ""


def mention(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`fisted grasp`, `1 break`, `difficulty w/ zipper`, `no tears`."""
    subject = chunks_of(parts, match, "subject")[0]
    if parts.voice.consulting and is_person(subject) and is_adult(subject):
        yield joined("the therapist consulted with", spelt(subject, parts.voice), text_of(parts, match, "tail"))
        return
    tail = text_of(parts, match, "tail")
    text = spelt(subject, parts.voice)
    if parts.voice.consulting and subject.words[-1].lemma in ("consult", "consultation", "meeting", "call") and tail:
        yield joined("the therapist consulted", tail)
        return
    if subject.words[0].lemma in ("difficulty", "trouble") and len(subject.words) > 1:
        yield joined(STUDENT, "had", plain(subject.words), tail)
        return
    verb = _idiom(subject)
    if verb == "used" and not tail and subject.words[-1].kind in ("tool", "material", "thing"):
        verb = ""  # that it was there does not say who used it
    if verb and not is_person(subject):
        yield joined(STUDENT, verb, text, tail)
    first = subject.words[0].quantity
    if first and first.kind in ("ratio", "percent"):
        if subject.words[-1].lemma in rules("wording")["completed"]["nouns"]:
            yield joined(STUDENT, "completed", text, tail)
        yield joined(text, was(subject), "recorded", tail)
    elif first and first.kind == "ordinal":
        yield joined("this was", text, tail)
    elif subject.words[0].quantity or subject.words[0].text == "no":
        yield joined("there", was(subject), text, tail)
    elif not verb:
        cut = re.match(r"[PZ]*", match["tail"]).end()  # type: ignore[union-attr]
        after = chunks_of(parts, match, "tail")
        own = phrase(after[:cut], parts.voice)
        yield joined(text, own, was(subject), "noted", phrase(after[cut:], parts.voice))


def identity(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`diagnosis: ASD`, `grasp = quadrupod`; only what is named like a heading can be something else."""
    subject, value = chunks_of(parts, match, "subject")[0], text_of(parts, match, "value")
    equals = parts.main[1].tag == "="
    if not equals and subject.words[-1].kind not in (
        "skill",
        "abstract",
        "document",
        "body",
        "behaviour",
        "sensation",
        "time",
    ):
        return
    yield joined(_measure_subject(parts, subject), was(subject), value, text_of(parts, match, "tail"))
