"""For a 504 plan: accommodations instead of a goal; the jot's own supports first, then what answers each of its needs.

A need is answered by the accommodation whose jotted lines it is most like (corpus/accommodations.csv).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..domain import (
    Accommodation,
    Clause,
    Concern,
    Evidence,
    Goal,
    JottedLine,
    Observation,
    Origin,
    Passage,
)
from ..language import words_of
from ..language.tables import rules, table
from .adapting import wording
from .bands import bands_away, student_band
from .cautions import Cautions
from .choosing import Alike, unknown
from .recognising import Nearest, Recogniser
from .recording import spelt_out
from .school_acts import rows_named
from .supports import asked_about, supports_of

_MOST, _OWN, _ENOUGH = 5, 2, 2
"""Lines in all, on the jot's own supports, and of lines that the jot's words call for, from which none is guessed."""

_NEED, _JOT, _TEXT, _PART = 0.5, 0.6, 0.8, 0.3
"""Weights of the cosines of an accommodation's nearest jotted line with the nearest need and with the whole jot, and of
its own text with the jot and with the nearest need, both spelt out; set by eye on the 504 jots of evals/cases."""

_AS_WELL, _FEW = 0.82, 2
"""Share of the best one's points that others need, and how many are offered whatever their points."""

_NEXT = 0.05
"""What an accommodation for a neighbouring age loses."""


@dataclass(frozen=True, slots=True)
class Accommodated:
    """The accommodations as one goal-like draft, and what they are taken from."""

    goal: Goal
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Offer:
    text: str
    origin: Origin
    evidence: tuple[str, ...] = ()


class Accommodator:
    """Knows a district's accommodations; one instance serves many jots."""

    def __init__(
        self,
        table: Sequence[Accommodation],
        nearest: Callable[[Sequence[str]], Nearest] | None,
        alike: Alike = unknown,
    ) -> None:
        """`nearest` makes a search over lines, `alike` compares texts; without them only the jot's own supports are
        offered."""
        self._table, self._alike = {item.id: item for item in table}, alike
        lines = [JottedLine(line, "need", item.id) for item in table for line in item.jotted]
        self._recognise = Recogniser(lines, nearest([line.text for line in lines]) if nearest else None)

    def __call__(self, observation: Observation, concerns: Sequence[Concern]) -> Accommodated | None:
        """What the jot says helps, and what answers its needs; None when there is nothing."""
        own = list(_own(observation))[:_OWN] if concerns else []
        chosen = self._named(observation, _MOST - len(own)) if concerns else {}
        if concerns and len(own) + len(chosen) < _ENOUGH:
            chosen |= self._chosen(observation, concerns, _MOST - len(own) - len(chosen))
        offers = [*own, *(_Offer(self._table[name].text, "practice", (name,)) for name in chosen)]
        if not offers:
            return None
        evidence = tuple(Evidence(_passage(self._table[name]), score) for name, score in chosen.items())
        return Accommodated(_laid_out(offers, concerns), evidence)

    def _named(self, observation: Observation, most: int) -> dict[str, float]:
        """The usual ones for the needs that the jot's own words name, the first of each need before the others."""
        said = f"{observation.jot} | , , , {spelt_out(words_of(observation.jot))}"
        rows = [table("act_accommodations")[number] for number in rows_named("act_accommodations", said)]
        named = dict.fromkeys(row[column] for column in ("first", "second", "third") for row in rows)
        cautions = Cautions(observation.jot)
        return dict.fromkeys([name for name in named if name in self._table and self._goes(name, cautions)][:most], 1.0)

    def _chosen(self, observation: Observation, concerns: Sequence[Concern], most: int) -> dict[str, float]:
        """Accommodation -> points, the best first, as far as they are about as good as the best."""
        told = {identity for concern in concerns for identity in concern.statements}
        needs = [item.text for item in observation.statements if item.id in told]
        points = self._points(observation.jot, needs)
        band, cautions = student_band(observation), Cautions(observation.jot)
        ranked = sorted(
            (
                (name, score - _NEXT * away)
                for name, score in points.items()
                if (away := bands_away(band, self._table[name].grade_bands)) <= 1 and self._goes(name, cautions)
            ),
            key=lambda item: (-item[1], item[0]),
        )
        best = ranked[0][1] if ranked else 0.0
        return {name: score for at, (name, score) in enumerate(ranked[:most]) if at < _FEW or score >= best * _AS_WELL}

    def _points(self, jot: str, needs: Sequence[str]) -> dict[str, float]:
        whole, *each = self._recognise([jot, *needs])
        if not whole.goals:
            return {}  # nothing can be recognised
        texts = [item.text for item in self._table.values()]
        meant = [self._alike(spelt_out(words_of(text)), texts) for text in (jot, *needs)]
        return {
            name: _NEED * max((item.goals.get(name, 0.0) for item in each), default=0.0)
            + _JOT * whole.goals.get(name, 0.0)
            + _TEXT * meant[0][at]
            + _PART * max((row[at] for row in meant[1:]), default=0.0)
            for at, name in enumerate(self._table)
        }

    def _goes(self, name: str, cautions: Cautions) -> bool:
        text = self._table[name].text
        return not cautions.unsafe(text) and not cautions.too_special(text)


def _own(observation: Observation) -> Iterator[_Offer]:
    """The supports that the jot says are in use, and those it only asks about."""
    words = words_of(observation.jot)
    said = rules("accommodations")["own"]
    for name in supports_of(observation, observation.statements, words):
        yield _Offer(said["used"].format(support=name), "inferred")
    for name in asked_about(observation, observation.statements, words):
        yield _Offer(said["asked"].format(support=name), "proposed")


def _laid_out(offers: Sequence[_Offer], concerns: Sequence[Concern]) -> Goal:
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


def _passage(item: Accommodation) -> Passage:
    """An accommodation as evidence."""
    return Passage(item.id, "practice", item.text, item.text, item.areas, item.grade_bands, item.source)
