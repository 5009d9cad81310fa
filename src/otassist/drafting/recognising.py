"""What a stretch of a jot is most like among the lines that therapists are known to scribble.

A need is recognised by its likeness to jotted needs, each of which calls for a goal of the bank; a strength, a support
or a clinic measure by its likeness to those. Meanings are compared as scribbled, shorthand with shorthand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ..domain import Counted, JottedKind, JottedLine

Nearest = Callable[[Sequence[str], int], Sequence[Sequence[tuple[int, float]]]]
"""Texts and a count -> for each text that many of the lines, as place and cosine, nearest first."""

_LOOKED_AT = 200
"""Lines looked at for each text: twice as many took longer and chose no better."""
_LINES = 3
"""Lines of a goal whose mean tells how near it is: one alone may be near by chance."""
_VOTES = 5
"""Lines with a number that say what a number counts."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """How like a text is to jotted needs for each goal and to other lines by kind, as cosines up to 1."""

    goals: Mapping[str, float] = field(default_factory=dict)
    around: Mapping[JottedKind, float] = field(default_factory=dict)
    counted: Sequence[tuple[Counted, float]] = ()  # what its line counts, cosine: of lines with a number, nearest first
    staff: str = ""  # whose work it would be, by the nearest line of another team member's

    @property
    def need(self) -> float:
        """How like it is to the nearest need."""
        return max(self.goals.values(), default=0.0)

    @property
    def other(self) -> float:
        """How like it is to the nearest line that is none."""
        return max(self.around.values(), default=0.0)

    @property
    def counted_near(self) -> float:
        """How like it is to the nearest need with a number."""
        return self.counted[0][1] if self.counted else 0.0

    def counts(self) -> Counted:
        """What a number in it counts, by the nearest lines with one."""
        votes = self._votes()
        return max(votes, key=lambda counts: votes[counts], default="none")

    @property
    def fails(self) -> bool:
        """Whether a number in it plainly counts what should not happen."""
        votes = self._votes()
        return votes["failed"] >= _PLAINLY * sum(votes.values()) > 0

    def _votes(self) -> dict[Counted, float]:
        votes: dict[Counted, float] = defaultdict(float)
        for counts, cosine in self.counted[:_VOTES]:
            votes[counts] += cosine
        return votes


_PLAINLY = 0.75
"""Share of the votes from which a number plainly counts failures."""

NOTHING = Recognised()


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like texts are to the lines of a goal: the mean of the nearest few over all texts, and the nearest to the
    last text."""

    mean: float
    last: float


UNLIKE = Likeness(0.0, 0.0)


class Recogniser:
    """Knows the jotted lines; one instance serves many jots."""

    def __init__(self, lines: Sequence[JottedLine] = (), nearest: Nearest | None = None) -> None:
        """Without `nearest` nothing is recognised."""
        self._lines, self._nearest = lines, nearest
        self._hits = lru_cache(maxsize=1_000)(lambda texts: nearest(texts, _LOOKED_AT) if nearest else ())

    def __call__(self, texts: Sequence[str]) -> tuple[Recognised, ...]:
        """One answer for each text, in order."""
        if self._nearest is None:
            return (NOTHING,) * len(texts)
        return tuple(map(self._read, self._hits(tuple(texts))))

    def goals(self, texts: Sequence[str]) -> dict[str, Likeness]:
        """Goal -> how like its lines the texts are; only goals that one of the texts is near to."""
        hits = self._hits(tuple(texts))
        lines: dict[int, float] = {}
        for place, cosine in (hit for each in hits for hit in each):
            lines[place] = max(cosine, lines.get(place, -1.0))
        last = self._read(hits[-1]).goals if hits else {}
        floor = min((each[-1][1] for each in hits if each), default=0.0)
        near: dict[str, list[float]] = defaultdict(list)
        for place, cosine in sorted(lines.items(), key=lambda item: -item[1]):
            if self._lines[place].kind == "need":
                near[self._lines[place].goal].append(cosine)
        return {
            goal: Likeness(sum([*found, floor, floor][:_LINES]) / _LINES, last.get(goal, floor))
            for goal, found in near.items()
        }

    def _read(self, hits: Sequence[tuple[int, float]]) -> Recognised:
        goals: dict[str, float] = {}
        around: dict[JottedKind, float] = {}
        counted = []
        staff = ""
        for place, cosine in hits:
            line = self._lines[place]
            if line.kind == "need":
                goals.setdefault(line.goal, cosine)
                if line.counts != "none":
                    counted.append((line.counts, cosine))
            else:
                around.setdefault(line.kind, cosine)
                staff = staff or (line.topic if line.kind == "other_staff" else "")
        return Recognised(goals, around, counted, staff)
