"""Words -> the stretches a value belongs to: `zipper min A, snaps mod A` has two, each with its own level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from ..language import Word
from ..language.tables import rules
from .roots import root

_BOUNDS = frozenset(",;.!?¶>()")
_CONTENT = frozenset("nvzbgear")


@dataclass(frozen=True)
class Segment:
    """Words between two bounds with their content stems, borrowed from the neighbour when they have none."""

    words: tuple[Word, ...]
    stems: frozenset[str]

    @cached_property
    def own(self) -> frozenset[str]:
        """The content stems of the stretch itself."""
        return stems(self.words)

    @cached_property
    def values(self) -> list[Word]:
        return [word for word in self.words if word.quantity or word.level]


def stems(words: Sequence[Word]) -> frozenset[str]:
    """The content words of a stretch, without people, values and small words (data/note_rules.toml)."""
    return frozenset(part for word in words if word.tag in _CONTENT and word.kind != "person" for part in _parts(word))


def nouns(words: Sequence[Word]) -> frozenset[str]:
    """The things of a stretch, without acts and qualities."""
    named = (word for word in words if word.tag == "n" and word.kind != "person")
    return frozenset(part for word in named for part in _parts(word))


def all_stems(words: Sequence[Word]) -> frozenset[str]:
    """The same with the people."""
    return frozenset(part for word in words if word.tag in _CONTENT for part in _parts(word))


def named_parts(word: Word) -> tuple[str, ...]:
    """The stems of one word's own content, in their order."""
    return _parts(word)


def head_of(word: Word) -> str:
    """The last word of a name, in lower case: of `slant board` the board."""
    return word.lemma.lower().rpartition(" ")[2]


def _parts(word: Word) -> tuple[str, ...]:
    return _stems_of(word.lemma)


@lru_cache(maxsize=8192)
def _stems_of(lemma: str) -> tuple[str, ...]:
    parts = re.findall(r"[a-z]+", lemma.lower())
    return tuple(root(part) for part in parts if len(part) > 1 and part not in _small_words())


@cache
def _small_words() -> frozenset[str]:
    return frozenset(rules("note_rules")["small_words"]["words"])


def segments(words: Sequence[Word]) -> list[Segment]:
    """The stretches in order; a value that stands alone takes the content of its neighbour."""
    pieces = list(_pieces(words))
    own = [stems(piece) for piece in pieces]
    near = [
        held or next((other for other in (*own[:index][::-1], *own[index + 1 :]) if other), frozenset[str]())
        for index, held in enumerate(own)
    ]
    return [Segment(piece, held) for piece, held in zip(pieces, near, strict=True)]


def _pieces(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    piece: list[Word] = []
    for word in words:
        if word.tag in _BOUNDS or word.tag == "c":
            if piece:
                yield tuple(piece)
            piece = []
        else:
            piece.append(word)
    if piece:
        yield tuple(piece)
