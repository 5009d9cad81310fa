"""Which bank goal fits a concern best: what retrieval found, weighed by the words both share and by the area."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import log

from ..domain import BankGoal, Concern, Evidence, Observation
from ..language import words_of
from ..language.areas import common_form
from ..language.tables import rules
from .bands import bands_away, student_band
from .cautions import Cautions
from .recognising import UNLIKE, Likeness
from .tasks import Tasks

_NEAR, _NEAREST, _ALIKE, _SHARED, _AREA, _AWAY, _FAR = 4.4, 1.8, 5.1, 6.2, 1.6, 0.52, 0.31
"""Weights of how like the need is to the goal's jotted lines (mean, and of all of it the nearest), of the cosine of the
jot with the goal, of the shared words, of the area, and of each grade band between goal and student, all and from the
second on.

Fitted by pairs to 1,767 goals that were graded for 219 jots by how much of them would have to be rewritten: on jots
left out the first goal needs only small edits for 51 %, and is at least of the same task for 77 %.
"""

_TASK, _SPECIAL, _ACT, _OTHER_VERB = 0.8, 0.3, 0.5, 0.5
"""What a goal loses on none of the tasks the need names, and with equipment or a place the jot does not speak of; what
the words of a measured act count, and in a goal for another act."""

_NEAREST_GOALS, _LOOKED_AT = 60, 25
"""Goals taken from the jotted lines, and the best of all that are held against cautions, which take the most time."""

SAME_ACT = 0.6
"""Share of the measured act's telling words from which a bank goal is for the same act."""

ON_CONCERN, BESIDE = 0.35, 0.25
"""Share of a concern's telling words from which a bank goal speaks of it, where nothing was measured; and from which
one is offered for a further concern."""

LIKE, SOME = 0.6, 0.55
"""Cosines of the need with a goal's jotted line from which it plainly is that need, and from which it may be."""

Alike = Callable[[str, Sequence[str]], Sequence[float]]
"""A text and others -> the cosine of each with it; zeros where meanings cannot be compared."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What a bank goal is sought for: the concern, what it is like, and the act and place that the jot names."""

    concern: Concern
    likeness: Mapping[str, Likeness]
    act: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A bank goal with how well it fits the concern."""

    goal: BankGoal
    score: float
    same_act: float = 0.0  # how much of the measured act's words are the goal's own
    shared: float = 0.0  # how much of the concern's are
    placed: float = 1.0  # how much of the place's are
    likeness: float = 0.0  # how like the need is to those the goal is for, as a cosine


class Chooser:
    """Knows a bank's words; one instance serves many concerns."""

    def __init__(self, bank: Mapping[str, BankGoal], alike: Alike | None = None) -> None:
        self._bank, self._alike = bank, alike or unknown
        self._words = {goal.id: _goal_words(goal) for goal in bank.values()}
        self._acts = {goal.id: _act_words(goal) for goal in bank.values()}
        self._seen = Counter(word for words in self._words.values() for word in words)

    def best(self, sought: Sought, found: Sequence[Evidence], observation: Observation) -> tuple[Choice, ...]:
        """The goals found or recognised, best first, without those that are unsafe for the student."""
        near = sorted(sought.likeness, key=lambda name: -sought.likeness[name].mean)[:_NEAREST_GOALS]
        named = {item.passage.id for item in found} | set(near)
        goals = [self._bank[name] for name in sorted(named) if name in self._bank]
        rate = _Rating(self, sought, observation, goals)
        cautions = Cautions(observation.jot)
        rated = (rate.choice(goal) for goal in goals)
        first = sorted(rated, key=lambda choice: (-choice.score, choice.goal.id))[:_LOOKED_AT]
        safe = [_special(choice, cautions) for choice in first if not cautions.unsafe(_asks(choice.goal))]
        return tuple(sorted(safe, key=lambda choice: (-choice.score, choice.goal.id)))

    def nearness(self, text: str, goals: Sequence[BankGoal]) -> list[float]:
        """The cosine of a text with each goal as retrieval searches it."""
        return list(self._alike(text, [goal.searched for goal in goals]))

    def same_act(self, name: str, done: frozenset[str]) -> float:
        """The share of the measured act's words in what the goal asks for; a word no goal has counts as the rarest."""
        weight = {word: self._rarity(word) or log(1 + len(self._words)) for word in done}
        whole = sum(weight.values())
        return sum(weight[word] for word in done & self._acts[name]) / whole if whole else 0.0

    def shared(self, goal: BankGoal, text: str) -> float:
        """How much of a text's telling words are the goal's own, from 0 to 1."""
        return self.overlap(goal.id, telling_words(text))

    def overlap(self, name: str, said: frozenset[str]) -> float:
        """The share of telling words that the goal's own words hold, rare words counting more."""
        weight = {word: self._rarity(word) for word in said}
        whole = sum(weight.values())
        return sum(weight[word] for word in said & self._words[name]) / whole if whole else 0.0

    def part(self, name: str, words: frozenset[str]) -> float:
        """The plain share of the words that the goal holds."""
        return len(words & self._words[name]) / len(words) if words else 1.0

    def _rarity(self, word: str) -> float:
        return log((1 + len(self._words)) / (1 + self._seen[word])) if self._seen[word] else 0.0


class _Rating:
    """How well goals fit what is sought in one jot."""

    def __init__(self, chooser: Chooser, sought: Sought, observation: Observation, goals: Sequence[BankGoal]) -> None:
        self._chooser, self._sought = chooser, sought
        self._band = student_band(observation)
        self._tasks = Tasks(sought.concern.query)
        self._said, self._jot = telling_words(sought.concern.query), telling_words(observation.jot)
        self._done, self._where = telling_words(sought.act), telling_words(sought.place)
        self._verbs = _verbs_of(sought.act)
        self._share = {item.area: item.score for item in observation.areas}
        cosines = chooser.nearness(observation.jot, goals)
        self._alike = {goal.id: cosine for goal, cosine in zip(goals, cosines, strict=True)}

    def choice(self, goal: BankGoal) -> Choice:
        """The goal with its points."""
        like = self._sought.likeness.get(goal.id, UNLIKE)
        same = self._chooser.same_act(goal.id, self._done)
        if self._sought.act and not _is_alike(goal, self._verbs, self._done):
            same *= _OTHER_VERB
        away = bands_away(self._band, goal.grade_bands)
        points = (
            _NEAR * like.mean
            + _NEAREST * like.last
            + _ALIKE * self._alike[goal.id]
            + _SHARED * self._chooser.overlap(goal.id, self._jot)
            + _AREA * self._share.get(goal.area, 0.0)
            + _ACT * same
            - _TASK * self._tasks.off(f"{goal.occupation}. {goal.behavior}")
            - _AWAY * away
            - _FAR * max(0, away - 1)
        )
        shared, placed = self._chooser.overlap(goal.id, self._said), self._chooser.part(goal.id, self._where)
        return Choice(goal, points, same, shared, placed, like.last)


def _special(choice: Choice, cautions: Cautions) -> Choice:
    """The choice, less where it asks for equipment or a place that the jot does not speak of."""
    return replace(choice, score=choice.score - _SPECIAL * cautions.too_special(_asks(choice.goal)))


def _asks(goal: BankGoal) -> str:
    return f"{goal.occupation}. {goal.text}"


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
