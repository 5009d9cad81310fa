"""Where a text denies something, and what it denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ..language import Word
from ..language.tables import rules
from .roots import root
from .segments import Segment, all_stems, segments, stems


@dataclass(frozen=True, slots=True)
class Denial:
    """`what` are the stems behind the denying word, `head` the first, `around` those of its whole stretch."""

    word: Word
    what: frozenset[str]
    around: frozenset[str]
    head: str = ""
    refers: bool = False  # `w/o it`: to what stands before


_EMPTY = frozenset(("yet",))
"""Words of `not yet` that name nothing."""
_REACH = 40  # words which one denial can be about


def denials(words: Sequence[Word]) -> Iterator[Denial]:
    """Every denying word; what it denies ends with its stretch."""
    if not any(denies(word) for word in words):
        return
    for segment in segments(words):
        for index, word in enumerate(segment.words):
            if denies(word):
                yield _denial(segment, index)


def _denial(segment: Segment, index: int) -> Denial:
    word = segment.words[index]
    near = segment.words[index + 1 : index + _REACH]
    end = next((place for place, other in enumerate(near) if denies(other) or _turns(other)), len(near))
    refers = bool(near) and near[0].text.lower() in ("it", "that", "this", "them")
    behind, before = stems(near[:end]), stems(segment.words[max(0, index - _REACH) : index])
    behind = behind or all_stems(near[:end])  # `wont use in front of peers`
    own = frozenset(root(part) for part in word.text.lower().split() if part not in _denying() | _EMPTY)
    own = frozenset[str]() if word.quantity else own
    head = next(iter(own), "") or next((part for other in near for part in stems([other])), "")
    return Denial(word, (behind | own) or before, segment.stems | own, head, refers)


def _turns(word: Word) -> bool:
    """`not used because it was at home`: what follows is another matter."""
    return word.tag in "sc" and word.text.lower() in ("because", "since", "so", "although")


@cache
def _denying() -> frozenset[str]:
    return frozenset(rules("markers")["negation"]["forms"])


@cache
def _short_of() -> frozenset[str]:
    return frozenset(root(word) for word in rules("note_rules")["denials"]["short_of"])


def denies(word: Word) -> bool:
    """`not`, `didn't`, `without`, `refused`, `no reminders`, `0 spills`."""
    if word.tag == "Q":
        return False
    if word.quantity:
        return word.quantity.value.split()[0] in ("0", "zero", "0x")
    return _says_no(word.source, word.text)


@lru_cache(maxsize=4096)
def _says_no(source: str, text: str) -> bool:
    source = source.lower().replace("’", "'")
    parts = {source, text.lower(), *text.lower().split()}
    return bool(parts & _denying()) or source.endswith("n't")


def falls_short(words: Sequence[Word], besides: frozenset[str]) -> bool:
    """Whether a word, `besides` apart, says the same as a denial would: `quit`, `missed`, `only`."""
    return any(
        root(word.lemma) not in besides and _short_of() & {root(word.lemma), root(word.source)} for word in words
    )
