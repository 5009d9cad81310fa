"""Which passages answer a query: the judgements a case brings, else a rule over the words its author gave.

The rule never sees a ranking. A passage of the asked kind, area and grade band is relevant (1) when one of the
words begins a word of it, and highly relevant (2) when no other passage has more of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..domain import Passage
from ..language.grades import band_of
from .cases import Case


def judged(cases: Iterable[Case], passages: Iterable[Passage]) -> tuple[Case, ...]:
    """The cases, each query with its relevant passages."""
    held = [(passage, passage.searched.lower() + " " + passage.text.lower()) for passage in passages]
    return tuple(
        replace(case, relevant=case.relevant or _by_words(case, held)) if case.task == "search" else case
        for case in cases
    )


def _by_words(case: Case, held: Iterable[tuple[Passage, str]]) -> Mapping[str, int]:
    patterns = [re.compile(rf"\b{re.escape(word.lower())}") for word in case.words]
    said = {
        passage.id: sum(bool(pattern.search(text)) for pattern in patterns)
        for passage, text in held
        if _fits(passage, case)
    }
    most = max(said.values(), default=0)
    return {name: 2 if count == most else 1 for name, count in said.items() if count}


def _fits(passage: Passage, case: Case) -> bool:
    """Of the asked kind, area and band; a practice passage without an area or band holds for all."""
    if case.kind in ("goal", "practice") and passage.kind != case.kind:
        return False
    if case.area and (passage.areas or passage.kind == "goal") and not set(case.area) & set(passage.areas):
        return False
    band = band_of(case.grade) if case.grade else None
    return band is None or not passage.grade_bands or band in passage.grade_bands
