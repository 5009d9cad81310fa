"""How much a passage of the practice library is about what a sentence says, by its title, tags and strategies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import log

from ..domain import PracticePassage
from .choosing import plain_words, telling_words


class Topics:
    """Knows the words of a library; one instance serves many jots."""

    def __init__(self, practice: Mapping[str, PracticePassage]) -> None:
        self._about = {item.id: plain_words(" ".join([item.title, *item.tags])) for item in practice.values()}
        strategies = [plain_words(text) for item in practice.values() for text in item.strategies]
        self._seen = Counter(word for words in (*self._about.values(), *strategies) for word in words)
        self._whole = 1 + len(strategies)

    def about(self, sentence: str, passage: PracticePassage) -> float:
        """Points for the telling words of the sentence that the passage's title and tags hold, rare words most."""
        words = telling_words(sentence) & self._about.get(passage.id, frozenset())
        return sum(log(self._whole / self._seen[word]) for word in words if self._seen[word] < self._whole)
