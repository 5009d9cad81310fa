"""How near a stretch of a jot is in meaning to the acts of the school day, by the jotted needs it is like.

Each jotted need belongs to a goal, and data/act_goals.csv says which act most goals of the sample bank are about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from ..domain import Area
from ..language.tables import table
from .recognising import Recognised
from .school_acts import SchoolAct, acts


class Nearness:
    """The cosines of one stretch with the needs of each act and area."""

    def __init__(self, parts: Sequence[Recognised], whole: Recognised) -> None:
        """`parts` are the sentences of the stretch, `whole` is the jot."""
        each = [(part, _PART / len(parts)) for part in parts] + [(whole, 1 - _PART if parts else 1.0)]
        goals: dict[str, float] = defaultdict(float)
        for read, weight in each:
            floor = min(read.goals.values(), default=0.0)
            for goal in {name for other, _ in each for name in other.goals}:
                goals[goal] += weight * read.goals.get(goal, floor)
        self._best = max(goals.values(), default=0.0)
        self._acts, self._areas = _by_act(goals), _by_area(goals)

    def of(self, act: SchoolAct) -> float:
        """How much less near the act is than the nearest need: 0 where it is the nearest itself, else below."""
        if not self._best:
            return 0.0
        near = self._acts.get(act.act, 0.0)
        around = self._areas.get(act.area, 0.0) - (_AROUND if act.act in _known() else _UNKNOWN)
        return max(near, around) - self._best

    @property
    def first(self) -> SchoolAct | None:
        """The act whose needs are plainly the nearest; None where none is."""
        act = max(self._acts, key=lambda name: self._acts[name], default="")
        plain = bool(act) and self._acts[act] >= max(_PLAIN, self._best - _SHY)
        return next(item for item in acts() if item.act == act) if plain else None


_PART, _AROUND, _UNKNOWN = 0.6, 0.12, 0.06
"""What the sentences weigh, the jot as a whole weighing the rest; what is lost by an act of the nearest area, whose own
needs are far; and by one that no jotted need is known of."""
_PLAIN, _SHY = 0.48, 0.02
"""Cosine from which needs are alike, and how much nearer a need without an act may be."""


def _by_act(goals: Mapping[str, float]) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for goal, cosine in goals.items():
        act = _act_of().get(goal)
        if act is not None:
            found[act] = max(found[act], cosine)
    return dict(found)


def _by_area(goals: Mapping[str, float]) -> dict[Area, float]:
    found: dict[Area, float] = defaultdict(float)
    for goal, cosine in goals.items():
        area: Area = goal.rsplit("-", 1)[0]  # type: ignore[assignment]
        found[area] = max(found[area], cosine)
    return dict(found)


@cache
def _act_of() -> dict[str, str]:
    return {row["goal"]: row["act"] for row in table("act_goals")}


@cache
def _known() -> frozenset[str]:
    return frozenset(_act_of().values())
