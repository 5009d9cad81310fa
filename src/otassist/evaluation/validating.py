"""What is wrong with the cases: an eval that measures against a wrong case says nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import numpy as np

from ..bank import read_corpus
from ..domain import SECTIONS, Area
from ..embedding import MiniLM
from .cases import Case

TOO_ALIKE = 0.97
"""Cosine of two jots from which they count as one."""


def problems(cases: Sequence[Case], corpus: Path) -> list[str]:
    """A line for each problem, with the case's id. Raises FileProblem when corpus or model cannot be read."""
    known = {passage.id for passage in read_corpus(corpus).passages}
    broken = [f"{case.id}: {case.problem}" for case in cases if case.problem]
    whole = [case for case in cases if not case.problem]
    return [*broken, *_doubles(cases), *(line for case in whole for line in _of(case, known)), *_alike(whole)]


def _doubles(cases: Sequence[Case]) -> Iterator[str]:
    for name, count in Counter(case.id for case in cases).items():
        if count > 1:
            yield f"{name}: the id stands {count} times; give each case its own."


def _of(case: Case, known: set[str]) -> Iterator[str]:
    if not case.text.strip():
        yield f"{case.id}: there is no text."
    for area in case.area:
        if area not in get_args(Area):
            yield f"{case.id}: {area!r} is no area."
    for fact in case.facts:
        if fact.must_keep and fact.text not in case.text:
            yield f"{case.id}: the must-keep fact {fact.text!r} is not in the jot."
    for section, texts in case.sections.items():
        if section not in SECTIONS:
            yield f"{case.id}: {section!r} is no section."
        yield from (f"{case.id}: {text!r} of {section} is not in the jot." for text in texts if text not in case.text)
    for passage, grade in case.relevant.items():
        if passage not in known:
            yield f"{case.id}: the relevant passage {passage!r} is not in the corpus."
        if grade not in (0, 1, 2):
            yield f"{case.id}: {passage!r} is graded {grade!r}; use 0, 1 or 2."
    if case.task == "search" and not any(case.relevant.values()):
        yield f"{case.id}: no passage answers {case.text!r}; name one in 'relevant', or other words."
    if case.task == "goal" and not case.concern:
        yield f"{case.id}: a goal case needs the concern it is about."


def _alike(cases: Sequence[Case]) -> Iterator[str]:
    """Cases of one task whose texts are equal but for case and punctuation, or nearly equal in meaning."""
    for task in dict.fromkeys(case.task for case in cases):
        group = [case for case in cases if case.task == task]
        plain = [" ".join(re.findall(r"\w+", case.text.lower())) for case in group]
        vectors = np.asarray(MiniLM()([case.text for case in group]))
        near = np.triu(vectors @ vectors.T, 1)
        for one, other in zip(*np.nonzero(near >= TOO_ALIKE), strict=True):
            yield f"{group[one].id}: nearly the same as {group[other].id} ({near[one, other]:.2f})."
        for text, count in Counter(plain).items():
            if count > 1:
                same = [case.id for case, other_text in zip(group, plain, strict=True) if other_text == text]
                yield f"{same[0]}: the same words as {', '.join(same[1:])}."


def pair_problems(cases: Sequence[Case]) -> list[str]:
    """What does not follow when a number of a jot changes or its sentences change places; drafts notes."""
    from ..bootstrap import build
    from .pairs import changed_number_problems, reordered_problems

    assistant = build()
    notes = [case for case in cases if case.task == "note"]
    return [*changed_number_problems(notes, assistant), *reordered_problems(notes, assistant)]
