"""The lines of the practice library that answer a sentence of a jot, best first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from ..domain import PracticePassage
from ..language.tables import rules
from .cautions import Cautions
from .choosing import Alike, plain_words, telling_words, unknown
from .tasks import Tasks

_OWN = 0.6
"""What a word of the line itself counts, beside one of its passage's title and tags."""
_STEEP, _MEANT, _FAR = 5.0, 7.0, 0.2
"""How fast nearness falls with the cosine, what the nearest passage counts, and what words count in a far one."""
_OFF = 0.8
"""What a line loses that is on none of the tasks a sentence names."""
_TOPICS = ("accommodation", "strategy", "classroom", "transition", "collaboration")
"""What a teacher can set up for a student; how to count or document is no accommodation."""


@dataclass(frozen=True, slots=True)
class Line:
    """A strategy with the passage it stands in, its words, and its place there."""

    text: str
    passage: PracticePassage
    words: frozenset[str]
    place: int
    about: str  # what the passage and the line are about, for the tasks a sentence names


@dataclass(frozen=True, slots=True)
class Answer:
    """A line with how well it answers a sentence."""

    line: Line
    score: float


class Lines:
    """Knows the words of a library's strategies; one instance serves many jots."""

    def __init__(self, practice: Mapping[str, PracticePassage], alike: Alike | None = None) -> None:
        """`alike` compares meanings; without it lines are chosen by their words."""
        self._alike = alike or unknown
        self._about = {item.id: plain_words(" ".join([item.title, *item.tags])) for item in practice.values()}
        self._lines = tuple(line for passage in practice.values() for line in _lines_of(passage))
        topics = {line.passage.id for line in self._lines}
        self._titles = {
            name: f"{item.title}. {', '.join(item.tags)}" for name, item in practice.items() if name in topics
        }
        self._seen = Counter(word for words in self._about.values() for word in words)
        self._seen.update(word for line in self._lines for word in line.words)

    def fitting(self, passages: Iterable[str], cautions: Cautions) -> list[Line]:
        """The lines of these passages that go with the student."""
        ids = set(passages)
        mine = (line for line in self._lines if line.passage.id in ids)
        return [line for line in mine if not (cautions.unsafe(line.text) or cautions.too_special(line.text))]

    def best(
        self, sentence: str, lines: Sequence[Line], weights: Mapping[str, float], near: Mapping[str, float]
    ) -> list[Answer]:
        """Those that answer the sentence: their passage is near it, or about one of its telling words."""
        said, tasks = telling_words(sentence), Tasks(sentence)
        found = [
            Answer(line, self._weighed(line, said, tasks, weights[line.passage.id], near.get(line.passage.id, 0.0)))
            for line in lines
        ]
        return sorted((answer for answer in found if answer.score > 0), key=lambda answer: -answer.score)

    def nearness(self, text: str, passages: Iterable[str]) -> dict[str, float]:
        """Passage id -> how near its title and tags are to a text in meaning, 1 for the nearest down to 0."""
        names = [name for name in passages if name in self._titles]
        near = dict(zip(names, self._alike(text, [self._titles[name] for name in names]), strict=True))
        best = max(near.values(), default=0.0)
        return {name: max(0.0, 1 - (best - cosine) * _STEEP) for name, cosine in near.items()} if best > 0 else {}

    def about(self, sentence: str, passage: PracticePassage) -> float:
        """How much the passage is about what the sentence says."""
        return self._weight(telling_words(sentence) & self._about.get(passage.id, frozenset()))

    def _weighed(self, line: Line, said: frozenset[str], tasks: Tasks, weight: float, near: float) -> float:
        """By words, less where it is on another task; and by the meaning of its passage."""
        by_words = weight * self._score(line, said) * (1 - _OFF * tasks.off(line.about))
        return by_words * (_FAR + (1 - _FAR) * near) + _MEANT * near

    def _score(self, line: Line, said: frozenset[str]) -> float:
        """Words of the passage's title and tags first: a line of another passage shares some by chance."""
        about = self._weight(said & self._about[line.passage.id])
        return about + _OWN * self._weight(said & line.words) - 0.01 * line.place if about else 0.0

    def _weight(self, words: frozenset[str]) -> float:
        whole = 1 + len(self._lines)
        return sum(log(whole / self._seen[word]) for word in words if self._seen[word])


def _lines_of(passage: PracticePassage) -> list[Line]:
    """What of a passage a teacher could do for one student; a passage for every area only where it is on the topic."""
    if passage.topic not in _TOPICS or not (passage.areas or passage.topic == "accommodation"):
        return []
    texts = [text for text in passage.strategies if not is_housekeeping(text)]
    about = ". ".join([passage.title, *passage.tags])
    return [Line(text, passage, plain_words(text), place, f"{about}. {text}") for place, text in enumerate(texts)]


def is_housekeeping(text: str) -> bool:
    """Whether a line tells staff how to keep records or meet, which changes nothing for this student in class."""
    patterns = rules("accommodations")["housekeeping"]
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)
