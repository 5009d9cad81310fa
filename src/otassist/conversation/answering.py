"""A question -> the sentences of practice passages that answer it, each with where it stands; or nothing.

No sentence is made here: every one is the passage's own, to the character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..domain import Answer, CitedPassage, Evidence, Notice, Observation, PracticePassage, Quoted
from ..language.tables import rules
from .passage_sentences import sentences_of

Alike = Callable[[str, Sequence[str]], Sequence[float]]
"""Cosines of a query with texts."""


@dataclass(frozen=True, slots=True)
class _Scored:
    """A passage with how near it is to the question, and its sentences, the nearest first."""

    passage: PracticePassage
    source: str
    score: float
    sentences: tuple[Quoted, ...]


def answered(
    asked: Observation, found: Sequence[Evidence], practice: Mapping[str, PracticePassage], alike: Alike
) -> Answer:
    """The answer to a question that was read as a jot is; `found` are the passages a search brought.

    What belongs to another member of the team, or to a clinic, gets the redirect and no sentence.
    """
    question = asked.jot
    clinical = _clinical(asked)
    bare = Answer(question, (), asked.out_of_scope, clinical)
    if asked.out_of_scope or (clinical and not _at_school(asked)):
        return bare
    scored = [
        _scored(question, item, practice[item.passage.id], alike) for item in found if item.passage.id in practice
    ]
    return replace(bare, passages=tuple(_cited(item) for item in _answering(scored)))


def _scored(question: str, item: Evidence, passage: PracticePassage, alike: Alike) -> _Scored:
    rule = rules("answering")["passage"]
    sentences = sentences_of(passage, item.passage.text)
    heading = f"{passage.title}. {', '.join(passage.tags)}"
    near, *likeness = alike(question, [heading, *(sentence.text for sentence in sentences)])
    score = rule["heading"] * near + rule["sentence"] * max(likeness, default=0.0) + rule["search"] * item.score
    return _Scored(passage, item.passage.source, score, _quotable(list(zip(likeness, sentences, strict=True))))


def _quotable(liked: Sequence[tuple[float, Quoted]]) -> tuple[Quoted, ...]:
    """The nearest sentences that can stand alone, at least one; a strategy comes before a remark as near."""
    rule = rules("answering")["sentences"]
    alone = [(like + rule["strategy"] * (said.start is None), said) for like, said in liked if said.alone]
    ranked = sorted(alone, key=lambda pair: -pair[0])[: rule["most"]]
    return tuple(said for like, said in ranked if like >= rule["least"] or said is ranked[0][1])


def _answering(scored: Sequence[_Scored]) -> list[_Scored]:
    """The passages near enough to the question, the nearest first."""
    rule = rules("answering")["passage"]
    ranked = sorted(scored, key=lambda item: -item.score)
    if not ranked or ranked[0].score < rule["answers"]:
        return []
    least = max(rule["answers"], ranked[0].score - rule["beside"])
    return [item for item in ranked if item.score >= least and item.sentences][: rule["most"]]


def _cited(item: _Scored) -> CitedPassage:
    return CitedPassage(item.passage.id, item.passage.title, item.source, item.sentences)


def _clinical(asked: Observation) -> tuple[Notice, ...]:
    """The notice on a clinic's matter that reading found, or the same one for what only a question would name."""
    held = tuple(notice for notice in asked.notices if notice.kind in ("clinic", "safety"))
    place = _clinic_words().search(asked.jot)
    if place is None or any(notice.kind == "clinic" for notice in held):
        return held
    return (*held, Notice("clinic", rules("clinic")["matter"][0]["notice"], *place.span()))


@cache
def _clinic_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(rules('answering')['clinical']['patterns'])})(?!\w)", re.I)


def _at_school(asked: Observation) -> bool:
    """Whether the question names a place or routine of the school: `hand strengthening in class`."""
    return any(fact.kind == "setting" for fact in asked.facts) or all(n.kind != "clinic" for n in asked.notices)
