"""Who acts: the student, the therapist, whoever is named, or nobody that the jot tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..language.tables import rules
from .chunks import Chunk
from .phrasing import STUDENT, Parts, is_person, is_plural
from .spelling import spelt


def subject_of(parts: Parts, chunk: Chunk) -> str:
    text = spelt(chunk, parts.voice, student_acts=chunk.words[-1].kind != "person")
    if chunk.words[-1].kind in ("tool", "document", "thing", "material"):
        text = re.sub(r"^an? ", "the ", text)
    if (chunk.tag == "o" and text.lower() == parts.voice.pronoun and not parts.voice.others) or (
        chunk.words[-1].entry
        and chunk.words[-1].entry.actor == "student"
        and len(chunk.words) == 1
        and not is_plural(chunk)
        and chunk.words[-1].text in ("student", "child", "kid")
    ):
        return STUDENT
    return text


TALKING = frozenset(rules("grammar")["talking"])


def advisers(parts: Parts, verb: Chunk, tail: Sequence[Chunk]) -> bool:
    """`met w/ teacher`, `spoke to dad`: the therapist talks to adults about the student."""
    entry = verb.words[0].entry
    if entry is None or entry.actor in ("therapist", "either") or verb.tag in "mx":
        return parts.voice.consulting and verb.tag not in "mx"
    adult = any(chunk.tag in "nP" and chunk.words[-1].kind == "person" and is_adult(chunk) for chunk in tail[:2])
    return (verb.words[0].lemma in ("meet", "speak", "consult") and adult) or (
        parts.voice.consulting and verb.words[0].lemma in TALKING
    )


def is_adult(chunk: Chunk) -> bool:
    entry = chunk.words[-1].entry
    return entry is not None and entry.actor not in ("student", "peer")


_ANYBODY = frozenset(rules("grammar")["anybody"])


def _with_particle(verb: str, after: Sequence[Chunk]) -> bool:
    """`wrote it up for the board`, `pushed in to lunch`: the particle makes it an adult's act as well."""
    behind = " ".join(word.text for chunk in after[:2] for word in chunk.words)
    return any(f" {particle} " in f" {behind} " for particle in rules("grammar")["anybody_with"].get(verb, ()))


def doer_unclear(verb: Chunk, after: Sequence[Chunk] = ()) -> bool:
    """`stopped session`, `told counselor`, `gave a dot`: the student, the therapist or an aide may have done it."""
    entry = verb.words[-1].entry
    if entry is not None and _with_particle(entry.lemma, after):
        return True
    if entry is not None and entry.lemma in _ANYBODY and verb.words[-1].tag in "vb":
        return not (entry.lemma == "ask" and after and after[0].words[0].text in ("for", "to", "if"))
    return verb.tag == "v" and entry is not None and entry.actor in ("either", "therapist")


def to_student(verb: Chunk, tail: Sequence[Chunk]) -> bool:
    """`gave him a break`, `told aide`: done to the student or told to staff, so by the therapist."""
    if not tail:
        return False
    told = (
        verb.words[0].lemma in ("tell", "email", "notify", "call")
        and is_person(tail[0])
        and all(chunk.tag != "Q" for chunk in tail)
    )
    return told or (doer_unclear(verb) and tail[0].words[-1].text.lower() in ("him", "her", "them"))
