"""For a 504 plan: accommodations instead of a goal; the jot's own supports first, then a line for each of its needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ..domain import GRADE_BANDS, Clause, Concern, Evidence, Goal, GradeBand, Observation, Origin, PracticePassage
from ..language import words_of
from ..language.tables import rules
from .adapting import wording
from .bands import student_band
from .cautions import Cautions
from .lines import Line, Lines
from .recording import spelt_out
from .supports import asked_about, supports_of

_MOST, _EACH, _OWN = 5, 2, 2
"""Lines in all, of one passage, and on the jot's own supports."""


@dataclass(frozen=True, slots=True)
class _Offer:
    text: str
    origin: Origin
    evidence: tuple[str, ...] = ()


def accommodations(
    observation: Observation,
    concerns: Sequence[Concern],
    found: Sequence[Evidence],
    practice: Mapping[str, PracticePassage],
    lines: Lines,
) -> Goal | None:
    """What the jot says helps, and the strategies that answer its sentences, each cited; None when there is nothing."""
    own = list(_own(observation))[:_OWN]
    passages = _weighed(observation, found, practice)
    chosen = _chosen(observation.jot, _sentences(concerns), passages, lines, _MOST - len(own)) if concerns else []
    offers = [*own, *(_Offer(line.text, "practice", (line.passage.id,)) for line in chosen)]
    if not concerns or not offers:
        return None
    statements = tuple(identity for concern in concerns for identity in concern.statements)
    text, clauses = wording("accommodations", list=""), []
    for number, offer in enumerate(offers, 1):
        text += " " if number > 1 else ""
        place = len(text), len(text) + len(offer.text)
        clauses.append(
            Clause(f"c{number}", "condition", offer.text, offer.origin, statements, (), offer.evidence, *place)
        )
        text += offer.text
    return Goal("accommodations", concerns[0].area, text, tuple(clauses), {})


def _own(observation: Observation) -> Iterator[_Offer]:
    """The supports that the jot says are in use, and those it only asks about."""
    words = words_of(observation.jot)
    said = rules("accommodations")["own"]
    for name in supports_of(observation, observation.statements, words):
        yield _Offer(said["used"].format(support=name), "inferred")
    for name in asked_about(observation, observation.statements, words):
        yield _Offer(said["asked"].format(support=name), "proposed")


def _weighed(
    observation: Observation, found: Sequence[Evidence], practice: Mapping[str, PracticePassage]
) -> dict[str, float]:
    """Every passage for the student's age, those that the search found before the rest."""
    band = student_band(observation)
    ids = {item.passage.id for item in found}
    return {
        name: 1.0 if name in ids else _UNFOUND
        for name, passage in practice.items()
        if name in ids or band is None or _is_near(band, passage)
    }


def _is_near(band: GradeBand, passage: PracticePassage) -> bool:
    """For the student's own age or the next one."""
    place = GRADE_BANDS.index(band)
    return any(abs(GRADE_BANDS.index(other) - place) <= 1 for other in passage.grade_bands)


_UNFOUND = 0.6
"""What a passage counts that the search did not find."""


def _sentences(concerns: Sequence[Concern]) -> list[str]:
    """The sentences of the concerns and, where they are long, their parts: each need gets a line of its own."""
    told = ". ".join(concern.query for concern in concerns)
    return [part for part in re.split(r"[.;\n]\s+|,\s+| - ", told) if part.strip()]


def _chosen(jot: str, sentences: Sequence[str], passages: Mapping[str, float], lines: Lines, most: int) -> list[Line]:
    """Turn by turn the best line for the whole and for each sentence, none on a mere everyday word."""
    fitting = lines.fitting(passages, Cautions(jot))
    meant = lines.nearness(
        spelt_out(words_of(". ".join(sentences))), dict.fromkeys(line.passage.id for line in fitting)
    )
    rankings = [lines.best(sentence, fitting, passages, meant) for sentence in (" ".join(sentences), *sentences)]
    turns = [answer for turn in zip_longest(*rankings) for answer in turn if answer is not None]
    best = max((answer.score for answer in turns), default=0.0)
    chosen: list[Line] = []
    for near, enough in ((_NEAR, most), (_NEAR * _LESS, min(most, _FEW))):
        for answer in turns:
            same = [line for line in chosen if line.passage.id == answer.line.passage.id]
            new = answer.line not in chosen and len(same) < _EACH
            if new and len(chosen) < enough and answer.score >= best * near:
                chosen.append(answer.line)
    return chosen


_FEW = 4
"""Lines below which those that answer half as well are offered too."""
_LESS = 0.75
"""Share of that nearness from which a line still fills up to `_FEW`."""
_NEAR = 0.4
"""Share of the best line's score that another needs: a line on one shared everyday word answers nothing."""
