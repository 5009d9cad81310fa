"""Builders for assist and cue levels and for independence: `zipper mod A`, `min vc posture`, `login I`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language.inflection import indefinite
from ..language.lexicon import lexicon
from .doers import subject_of
from .phrasing import STUDENT, Parts, chunks_of, is_person, is_plural, joined, text_of
from .spelling import spelt


def _task(parts: Parts, match: re.Match[str]) -> str:
    """What the level is for, with its particle: `apron on`."""
    return joined(text_of(parts, match, "subject"), text_of(parts, match, "particle"))


def assisted(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`zipper mod A`, `milk carton: 2 vc`."""
    level = text_of(parts, match, "level")
    task, tail = _task(parts, match), text_of(parts, match, "tail")
    yield joined(STUDENT, "needed", level, "for", task, tail)
    yield joined(level, "were" if level.endswith("s") else "was", "needed for", task, tail)


def helped_to(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`engage zip max A`, `cut on line: HOH`."""
    level = text_of(parts, match, "level")
    task = joined(text_of(parts, match, "verb"), text_of(parts, match, "task"))
    tail = text_of(parts, match, "tail")
    yield joined(STUDENT, "needed", level, "to", task, tail)
    yield joined(level, "were" if level.endswith("s") else "was", "needed to", task, tail)


def independent_in(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`login I`, `shoes: mod I`."""
    subject = chunks_of(parts, match, "subject")[0]
    if is_person(subject):
        yield joined(subject_of(parts, subject), "was", text_of(parts, match, "level"), text_of(parts, match, "tail"))
        return
    task, tail = _task(parts, match), text_of(parts, match, "tail")
    yield joined(STUDENT, "was", text_of(parts, match, "level"), "with", task, tail)


def level_first(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`min vc posture`, `mod A to zip`, `HOH for name`, `SBA`."""
    level, task = chunks_of(parts, match, "level")[0], match["task"]
    text = spelt(level, parts.voice)
    rest = text_of(parts, match, "tail")
    counted = chunks_of(parts, match, "tail")
    if len(counted) == 1 and counted[0].tag == "q" and not task and counted[0].words[-1].quantity:
        text, rest = f"{spelt(counted[0], parts.voice)} {text}", ""
    said = "were needed" if is_plural(level) or text.endswith("s") else "was needed"
    if level.tag == "C" and not text.endswith(("s", "ing")) and text[0].isalpha():
        text = f"{indefinite(text)} {text}"
    link = "for" if task else ""
    yield joined(text, said, link, text_of(parts, match, "task"), rest)
    yield joined(STUDENT, "needed", text, link, text_of(parts, match, "task"), rest)


def level_done(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`TC not tried`, `no help given by peer`."""
    level = chunks_of(parts, match, "subject")[0]
    done = lexicon().form_of(chunks_of(parts, match, "verb")[0].words[0].lemma, "e")
    text = spelt(level, parts.voice)
    are = "were" if text.endswith("s") else "was"
    yield joined(text, are, text_of(parts, match, "adverbs"), done, text_of(parts, match, "tail"))


def thing_helped(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`jar open mod vc`: the level is for what is done to the thing."""
    verb = chunks_of(parts, match, "verb")[0].words[0]
    base = next((entry.lemma for entry in verb.entries if entry.tag == "b"), "")
    level, thing = text_of(parts, match, "level"), spelt(chunks_of(parts, match, "subject")[0], parts.voice)
    if base and not is_person(chunks_of(parts, match, "subject")[0]):
        yield joined(STUDENT, "needed", level, "to", base, thing, text_of(parts, match, "tail"))


def counts_alone(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`3 I, 1 vc`: of several, so many were independent."""
    count = chunks_of(parts, match, "subject")[0]
    are = "was" if spelt(count, parts.voice) == "1" else "were"
    yield joined(spelt(count, parts.voice), are, text_of(parts, match, "level"), text_of(parts, match, "tail"))


def both_ways(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`mod A -> min A w/ visual`, `legibility 2/5 -> 4/5`, with or without the task in front."""
    names = ("old", "new") if match["old"] else ("oldl", "newl")
    old, new = (text_of(parts, match, name) for name in names)
    task, tail = text_of(parts, match, "task"), text_of(parts, match, "tail")
    if match["old"]:
        yield joined(task or "the measure", "went from", old, "to", new, tail)
    else:
        yield joined(f"for {task}," if task else "", "the level went from", old, "to", new, tail)
