"""Which bank goal fits a concern best: what retrieval found, weighed by the words both share and by the area."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from ..domain import GRADE_BANDS, Area, BankGoal, Concern, Evidence, GradeBand, Observation
from ..language import words_of
from ..language.areas import common_form

_FOUND, _SHARED, _AREA, _AWAY = 0.6, 2.0, 0.2, 0.2
"""Weights of what retrieval found, of shared words, of the area, and of each grade band between goal and student.

Set on 78 jots by others, half of them kept out: both halves peak about here and are flat around it.
"""


_ACT = 1.0
"""Weight of the words of the act that the jot measured."""

SAME_ACT = 0.6
"""Share of the measured act's telling words from which a bank goal is for the same act."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A bank goal with how well it fits the concern."""

    goal: BankGoal
    score: float
    same_act: float = 0.0  # how much of the measured act's words are the goal's own


class Chooser:
    """Knows a bank's words; one instance serves many concerns."""

    def __init__(self, bank: Mapping[str, BankGoal]) -> None:
        self._bank = bank
        self._words = {goal.id: _goal_words(goal) for goal in bank.values()}
        self._acts = {goal.id: _act_words(goal) for goal in bank.values()}
        self._seen = Counter(word for words in self._words.values() for word in words)

    def best(
        self,
        concern: Concern,
        found: Sequence[Evidence],
        observation: Observation,
        band: GradeBand | None,
        act: str = "",
    ) -> tuple[Choice, ...]:
        """The goals found, best first; `band` is the student's, where it is known, `act` what the jot measured."""
        said, done = _jot_words(concern.query), _jot_words(act)
        share = {item.area: item.score for item in observation.areas}
        goals = {item.passage.id: item.score for item in found if item.passage.id in self._bank}
        rated = []
        for name, score in goals.items():
            same = self._same_act(name, done)
            rate = self._rate(name, score, said, concern, share) - _AWAY * self._away(name, band) + _ACT * same
            rated.append(Choice(self._bank[name], rate, same))
        return tuple(sorted(rated, key=lambda choice: -choice.score))

    def _same_act(self, name: str, done: frozenset[str]) -> float:
        """The share of the measured act's words in what the goal asks for; a word no goal has counts as the rarest."""
        weight = {word: self._rarity(word) or log(1 + len(self._words)) for word in done}
        whole = sum(weight.values())
        return sum(weight[word] for word in done & self._acts[name]) / whole if whole else 0.0

    def _away(self, name: str, band: GradeBand | None) -> int:
        """How many grade bands lie between the goal and the student."""
        if band is None:
            return 0
        place = GRADE_BANDS.index(band)
        return min(abs(GRADE_BANDS.index(other) - place) for other in self._bank[name].grade_bands)

    def shared(self, goal: BankGoal, text: str) -> float:
        """How much of a text's telling words are the goal's own, from 0 to 1."""
        return self._overlap(goal.id, _jot_words(text))

    def _rate(
        self, name: str, found: float, said: frozenset[str], concern: Concern, share: Mapping[Area, float]
    ) -> float:
        goal = self._bank[name]
        near = 1.0 if goal.area == concern.area else share.get(goal.area, 0.0)
        return _FOUND * found + _SHARED * self._overlap(name, said) + _AREA * near

    def _overlap(self, name: str, said: frozenset[str]) -> float:
        """The share of the jot's telling words that the goal's own words hold, rare words counting more."""
        weight = {word: self._rarity(word) for word in said}
        whole = sum(weight.values())
        return sum(weight[word] for word in said & self._words[name]) / whole if whole else 0.0

    def _rarity(self, word: str) -> float:
        return log((1 + len(self._words)) / (1 + self._seen[word])) if self._seen[word] else 0.0


def _goal_words(goal: BankGoal) -> frozenset[str]:
    said = " ".join([goal.occupation, goal.setting, goal.behavior, goal.condition, *goal.tags])
    return frozenset(map(common_form, _tokens(said))) - _stop()


def _act_words(goal: BankGoal) -> frozenset[str]:
    said = " ".join([goal.occupation, goal.behavior, goal.criterion])
    return frozenset(map(common_form, _tokens(said))) - _stop()


def _jot_words(jot: str) -> frozenset[str]:
    texts = " ".join(word.text for word in words_of(jot))
    return frozenset(map(common_form, _tokens(texts))) - _stop()


def _tokens(text: str) -> list[str]:
    return re.findall(r"[a-z]{3,}", text.lower())


@cache
def _stop() -> frozenset[str]:
    from ..language.tables import rules

    return frozenset(rules("goal_wording")["everywhere"])
