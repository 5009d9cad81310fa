"""Builders for assist and cue levels, independence and who was consulted: `zipper mod A`, `login I`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language.inflection import indefinite
from ..language.tables import rules
from .doers import is_adult
from .phrasing import STUDENT, Parts, chunks_of, is_person, is_plural, joined, text_of
from .spelling import spelt


def assisted(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`zipper mod A`, `milk carton: 2 vc`."""
    level = text_of(parts, match, "level")
    task, tail = text_of(parts, match, "subject"), text_of(parts, match, "tail")
    subject = chunks_of(parts, match, "subject")[0]
    if is_person(subject) or subject.head.lemma.lower() in rules("wording")["times"]["nouns"]:
        return
    yield joined(STUDENT, "needed", level, "for", task, tail)
    yield joined(level, "were" if level.endswith("s") else "was", "needed for", task, tail)


def independent_in(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`login I`, `shoes: mod I`."""
    if not is_person(chunks_of(parts, match, "subject")[0]):
        level, task = text_of(parts, match, "level"), text_of(parts, match, "subject")
        yield joined(STUDENT, "was", level, "with", task, text_of(parts, match, "tail"))


def level_first(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`min vc posture`, `mod A to zip`, `HOH for name`, `SBA`."""
    level, task = chunks_of(parts, match, "level")[0], match["task"]
    if task and chunks_of(parts, match, "task")[0].head.lemma.lower() in rules("wording")["times"]["nouns"]:
        return  # `last yr HOH for all 6`, `HOH last yr`
    text = spelt(level, parts.voice)
    rest = text_of(parts, match, "tail")
    counted = chunks_of(parts, match, "tail")
    if len(counted) == 1 and counted[0].tag == "q" and not task and counted[0].words[-1].quantity:
        text, rest = f"{spelt(counted[0], parts.voice)} {text}", ""
    said = "were needed" if is_plural(level) or text.endswith("s") else "was needed"
    if level.tag == "C" and not text.startswith("no ") and not text.endswith(("s", "ing")) and text[0].isalpha():
        text = f"{indefinite(text)} {text}"
    link = "for" if task else ""
    yield joined(text, said, link, text_of(parts, match, "task"), rest)
    yield joined(STUDENT, "needed", text, link, text_of(parts, match, "task"), rest)


def consulted(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`SLP + para re device mount`, where the note is about a consultation."""
    whom = chunks_of(parts, match, "subject")[0]
    if parts.voice.consulting and whom.words[-1].lemma in ("consult", "consultation") and match["tail"]:
        yield joined("the therapist consulted", text_of(parts, match, "tail"))
    elif parts.voice.consulting and is_person(whom) and is_adult(whom):
        yield joined("the therapist consulted with", spelt(whom, parts.voice), text_of(parts, match, "tail"))
