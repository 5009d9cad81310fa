"""Which bank goal fits a concern best: what retrieval found, weighed by the words both share and by the area."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log

from ..domain import GRADE_BANDS, Area, BankGoal, Concern, Evidence, GradeBand, Observation
from ..language import words_of
from ..language.areas import common_form
from ..language.tables import rules
from .cautions import Cautions
from .recording import spelt_out
from .tasks import Tasks

_FOUND, _ALIKE, _SHARED, _AREA, _AWAY, _OWN = 1.0, 3.0, 1.5, 0.4, 0.3, 0.25
"""Weights of what retrieval found, of how near the goal's act is in meaning, of shared words, of the area, of each
grade band between goal and student, and of what the goal has of its own that the jot does not speak of.

Set on 154 jots by others, by how near the goal is to what they say it should be about: flat around here. Without
`_ALIKE` and `_OWN` long goals won by chance words: a culinary station for a child who leans on others in line.
"""

_ODD = 25.0
"""Rarity of a goal's own words from which it counts as wholly special."""

Alike = Callable[[str, Sequence[str]], Sequence[float]]
"""A text and others -> the cosine of each with it; zeros where meanings cannot be compared."""


_SPECIAL = 0.8
"""What a goal loses that speaks of equipment, a place or a condition the jot does not."""

_FAR = 1.5
"""What a goal loses for each band beyond the next one: a lab stool is no seat for a first grader."""

_COMMON = 0.15
"""What a general goal gains before a special one: `*_common.csv` of the bank, numbered from 101."""

_TASK = 1.0
"""What a goal loses that is on none of the tasks the concern names."""

_PLACE = 0.2
"""Weight of the place or activity that the jot names."""

_OTHER_VERB = 0.5
"""What the words of an act count in a goal for another one: a smock that is buttoned is none that is carried."""

_ACT = 0.7
"""Weight of the words of the act that the jot measured."""

SAME_ACT = 0.6
"""Share of the measured act's telling words from which a bank goal is for the same act."""


ON_CONCERN, BESIDE = 0.35, 0.25
"""Share of a concern's telling words from which a bank goal speaks of it, where nothing was measured; and from which
one is offered for a further concern."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A bank goal with how well it fits the concern."""

    goal: BankGoal
    score: float
    same_act: float = 0.0  # how much of the measured act's words are the goal's own
    shared: float = 0.0  # how much of the concern's are
    placed: float = 1.0  # how much of the place's are


class Chooser:
    """Knows a bank's words; one instance serves many concerns."""

    def __init__(self, bank: Mapping[str, BankGoal], alike: Alike | None = None) -> None:
        self._bank, self._alike = bank, alike or unknown
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
        place: str = "",
    ) -> tuple[Choice, ...]:
        """The goals found, best first; `band` is the student's, where it is known.

        `act` is what the jot measured, `place` where it places the work.
        """
        said, done = telling_words(concern.query), telling_words(act)
        verbs, where = _verbs_of(act), telling_words(place)
        share = {item.area: item.score for item in observation.areas}
        goals = {item.passage.id: item.score for item in found if item.passage.id in self._bank}
        near = self._nearness(concern.query, list(goals))
        jot = telling_words(observation.jot)
        rated, cautions, tasks = [], Cautions(observation.jot), Tasks(concern.query)
        for name, score in goals.items():
            goal = self._bank[name]
            asks = f"{goal.occupation}. {goal.text}"
            if cautions.unsafe(asks):
                continue
            score -= _SPECIAL / _FOUND * cautions.too_special(asks)
            same = self._same_act(name, done) * (1.0 if not act or _is_alike(goal, verbs, done) else _OTHER_VERB)
            rate = (
                _PLACE * self._part(name, where)
                + _ALIKE * near[name]
                + _COMMON * _is_common(name)
                - _TASK * tasks.off(f"{goal.occupation}. {goal.behavior}")
                - _OWN * self._own(name, jot)
                + self._rate(name, score, said, concern, share)
                - _distant(self._away(name, band))
                + _ACT * same
            )
            rated.append(Choice(goal, rate, same, self._overlap(name, said), self._part(name, where)))
        return tuple(sorted(rated, key=lambda choice: -choice.score))

    def _nearness(self, query: str, names: Sequence[str]) -> dict[str, float]:
        """Goal id -> how near its act is to the concern, spelt out."""
        asked = spelt_out(words_of(query))
        acts = [f"{self._bank[name].occupation}. {self._bank[name].behavior}" for name in names]
        return dict(zip(names, self._alike(asked, acts), strict=True))

    def _own(self, name: str, jot: frozenset[str]) -> float:
        """How special the goal is: its act, place and condition as far as the jot does not name them, from 0."""
        goal = self._bank[name]
        said = _telling(f"{goal.occupation}. {goal.behavior}. {goal.setting}. {goal.condition}")
        return sum(self._rarity(word) for word in said - jot) / _ODD

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
        return self._overlap(goal.id, telling_words(text))

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

    def _part(self, name: str, words: frozenset[str]) -> float:
        """The plain share of the words that the goal holds."""
        return len(words & self._words[name]) / len(words) if words else 1.0

    def _rarity(self, word: str) -> float:
        return log((1 + len(self._words)) / (1 + self._seen[word])) if self._seen[word] else 0.0


def _is_common(name: str) -> bool:
    number = name.rpartition("-")[2]
    return number.isdigit() and int(number) > _SPECIAL_NUMBERS


_SPECIAL_NUMBERS = 100
"""Up to this number a goal of the bank is made for one situation."""


def _distant(bands: int) -> float:
    """What so many grade bands between goal and student count against it."""
    return _AWAY * bands + _FAR * max(0, bands - 1)


def unknown(query: str, texts: Sequence[str]) -> Sequence[float]:
    return [0.0] * len(texts)


def _is_alike(goal: BankGoal, verbs: frozenset[str], done: frozenset[str]) -> bool:
    """Whether the goal's own verb is of the act, and what it is done to among the act's words.

    `empty their tray into the bins` is not for bins that are emptied.
    """
    verb, *rest = [common_form(word) for word in re.findall(r"[a-z]+", goal.behavior.lower())]
    objects = [word for word in rest if word not in _stop()][:_OBJECT]
    named = any(word.startswith(act) for word in objects for act in done & verbs)  # `zip` and its zipper
    return verb in verbs and (not done - verbs or named or bool(set(objects) & done))


_OBJECT = 3
"""Telling words behind a goal's verb among which its object stands."""


def _verbs_of(act: str) -> frozenset[str]:
    """The act's verb with those of the same act."""
    first = common_form(act.split()[0]) if act else ""
    same = [row for row in rules("own_goals")["same"]["verbs"] if first in row]
    return frozenset([first, *(common_form(verb) for row in same for verb in row)])


def _goal_words(goal: BankGoal) -> frozenset[str]:
    said = " ".join([goal.occupation, goal.setting, goal.behavior, goal.condition, *goal.tags])
    return frozenset(map(common_form, _tokens(said))) - _stop()


def _act_words(goal: BankGoal) -> frozenset[str]:
    said = " ".join([goal.occupation, goal.behavior, goal.criterion])
    return frozenset(map(common_form, _tokens(said))) - _stop()


@lru_cache(maxsize=20_000)
def _telling(goal: str) -> frozenset[str]:
    """The same of a bank goal, which many concerns ask for."""
    return telling_words(goal)


def plain_words(text: str) -> frozenset[str]:
    """The telling words of a text in plain English, where no shorthand has to be read: a tenth of the time."""
    return frozenset(map(common_form, _tokens(text))) - _stop()


def telling_words(jot: str) -> frozenset[str]:
    """The words of a jot that tell what it is about, each in its common form."""
    texts = " ".join(word.text for word in words_of(jot))
    return frozenset(map(common_form, _tokens(texts))) - _stop()


def _tokens(text: str) -> list[str]:
    return re.findall(r"[a-z]{3,}|\bpe\b", text.lower())


@cache
def _stop() -> frozenset[str]:
    return frozenset(rules("goal_wording")["everywhere"])
