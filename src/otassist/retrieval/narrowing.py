"""How a search is to be narrowed, as people write it; what is not understood becomes a question, never an error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar, get_args

from ..domain import GRADE_BANDS, Area, PassageKind, Question
from ..language.grades import band_of

Word = TypeVar("Word", bound=str)

USUAL = 5
MOST = 1_000
"""Results of one query."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What was understood, ready for `Searcher.search`, and what to ask about the rest."""

    k: int
    kind: PassageKind | None
    area: Area | None
    grade: str | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class _Choice(Generic[Word]):
    """One of a few words, however it is spelt."""

    name: str
    options: tuple[Word, ...]

    def among(self, value: object) -> Word | None:
        plain = str(value).strip().lower().replace("-", "_").replace(" ", "_")
        return next((option for option in self.options if option == plain), None)

    def question(self, value: object) -> Question:
        return Question(f"{value!r} is no {self.name} to search in: which one is it?", self.name, self.options)


_KIND: _Choice[PassageKind] = _Choice("kind", get_args(PassageKind))
_AREA: _Choice[Area] = _Choice("area", get_args(Area))


def narrowed(k: object, kind: object, area: object, grade: object) -> Narrowing:
    """Each value as it was entered; None, and a blank one, narrows nothing."""
    questions = []
    count = USUAL if _blank(k) else _count(k)
    if count is None:
        questions.append(Question(f"{k!r} is no number from 1 to {MOST}: how many results?", "k"))
    for choice, value in ((_KIND, kind), (_AREA, area)):
        if not _blank(value) and choice.among(value) is None:
            questions.append(choice.question(value))
    known = None if _blank(grade) else band_of(str(grade))
    if known is None and not _blank(grade):
        questions.append(Question(f"{grade!r} is no grade between PreK and 18-21: which is it?", "grade", GRADE_BANDS))
    return Narrowing(count or USUAL, _KIND.among(kind), _AREA.among(area), known, tuple(questions))


def _blank(value: object) -> bool:
    return value is None or value == ""


def _count(value: object) -> int | None:
    text = str(value).strip()
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= MOST else None
