"""Shorthand with several meanings: settled by the words around it, else kept as written and asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from .lexicon import lexicon, short_entry
from .tables import table

if TYPE_CHECKING:
    from .words import Word


# Shorthand only in capitals; in lower case these are words of grammar.
_PLAIN_WORDS = frozenset(["at", "or", "us", "am", "add", "id", "it", "is", "so", "to", "be"])


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A shorthand that stayed undecided, with what it could mean."""

    short: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sense:
    name: str
    long: str
    kind: str
    left: frozenset[str]
    right: frozenset[str]
    anywhere: frozenset[str]
    default: bool


@cache
def _table() -> dict[str, tuple[_Sense, ...]]:
    """Form -> senses; a form with a capital counts only as spelt (`I`, `A`), any other in every case."""
    found: dict[str, list[_Sense]] = {}
    for row in table("ambiguous"):
        short = row["short"]
        cues = [frozenset(row[column].lower().split()) for column in ("left", "right", "anywhere")]
        found.setdefault(short, []).append(
            _Sense(row["sense"], row["long"], row["kind"], cues[0], cues[1], cues[2], row["default"] == "yes")
        )
    return {short: tuple(rows) for short, rows in found.items()}


def is_ambiguous(form: str) -> bool:
    if form in _table():
        return not (form.islower() and form in _PLAIN_WORDS)
    return form.lower() in _table()


def senses(text: str, words: Sequence[Word]) -> list[Word]:
    """The words with every ambiguous shorthand settled or marked."""
    lines = [text.count("\n", 0, word.start) for word in words]
    return _agreed(
        [
            _settle(words, index, lines)
            if is_ambiguous(word.source) and word.tag not in "QAICqu" and not _is_no_shorthand(word)
            else word
            for index, word in enumerate(words)
        ]
    )


def _agreed(words: list[Word]) -> list[Word]:
    """What a shorthand was taken for once in a text it is everywhere, unless it was taken for two things."""
    meant: dict[str, set[str]] = {}
    for word in words:
        if is_ambiguous(word.source) and not word.ambiguous and len(word.entries) == 1:
            meant.setdefault(word.source.lower(), set()).add(word.text)
    return [_as_elsewhere(word, meant.get(word.source.lower(), set())) if word.ambiguous else word for word in words]


def _as_elsewhere(word: Word, texts: set[str]) -> Word:
    senses = _table().get(word.source) or _table().get(word.source.lower()) or ()
    sense = next((sense for sense in senses if texts == {sense.long}), None)
    return _meant(replace(word, ambiguous=None), sense) if sense else word


def _is_no_shorthand(word: Word) -> bool:
    """The `s` of `hes` is a verb and the `R` of `B D R` a letter, whatever they may mean alone."""
    return (word.tag in "xm" and not word.entries) or word.kind == "letter"


_AROUND = 25
"""Words on either side that may settle a shorthand; what stands farther off belongs to something else."""


def _settle(words: Sequence[Word], index: int, lines: Sequence[int]) -> Word:
    word = words[index]
    rows = _table().get(word.source) or _table()[word.source.lower()]
    first = max(0, index - _AROUND)
    near = range(first, min(len(words), index + _AROUND + 1))
    around = [words[at] for at in near if lines[at] == lines[index] and at != index]
    scores = [_score(sense, words, index, around) for sense in rows]
    best = max(scores)
    if best > 0 and scores.count(best) == 1:
        return _meant(word, rows[scores.index(best)])
    default = next((sense for sense in rows if sense.default), None)
    if default and best == 0:
        return _meant(word, default)
    return replace(word, ambiguous=Ambiguity(word.source, tuple(dict.fromkeys(sense.name for sense in rows))))


def _score(sense: _Sense, words: Sequence[Word], index: int, around: Sequence[Word]) -> int:
    """A neighbour decides more than a word elsewhere in the line."""
    score = 0
    before, after = _before(words, index), words[index + 1 : index + 2]
    if any(_matches(word, sense.left) for word in before):
        score += 3
    elif "^" in sense.left and _is_end(before[-1:]):
        score += 2
    if any(_matches(word, sense.right) for word in after):
        score += 3
    elif "$" in sense.right and _is_end(after):
        score += 2
    if "acting" in sense.anywhere and _acts_on(words[index + 1 : index + 3]):
        score += 3
    return score + any(_matches(word, sense.anywhere) for word in around)


def _acts_on(after: Sequence[Word]) -> bool:
    """`I start it`, `I hold the bottom`: a base form with its object."""
    return len(after) == 2 and any(entry.tag == "b" for entry in after[0].entries) and after[1].tag in "od"


def _is_end(neighbour: Sequence[Word]) -> bool:
    """`^` and `$` in a cue list: nothing stands there, or a sign that parts clauses."""
    return not neighbour or neighbour[0].tag in ",.;:()-/¶"


def _before(words: Sequence[Word], index: int) -> Sequence[Word]:
    """The word before and, where that is an article, the one before it: `in the fall`."""
    reach = 2 if index > 1 and words[index - 1].source.lower() in ("the", "a", "an") else 1
    return words[max(0, index - reach) : index]


def _matches(word: Word, cues: frozenset[str]) -> bool:
    if not cues:
        return False
    forms = {word.source.lower(), word.text.lower(), word.lemma.lower(), *word.text.lower().split()}
    if "acts" in cues and _only_acts(word):
        return True
    if "verb" in cues and any(entry.tag in "vzb" for entry in word.entries):
        return True
    if "noun" in cues and word.quantity is None and any(entry.tag == "n" for entry in word.entries):
        return True
    return bool(forms & cues) or ("#" in cues and word.tag in "qu") or ("vc" in cues and word.tag == "C")


def _only_acts(word: Word) -> bool:
    """`tapped`, `was`: a form that has a doer and is no noun, adjective or command."""
    tags = {entry.tag for entry in word.entries}
    return bool(tags & set("vzx")) and tags <= set("vzxe")


def _meant(word: Word, sense: _Sense) -> Word:
    entry = short_entry(lexicon(), word.source, sense.long, sense.kind)
    return replace(word, text=entry.text, tag=entry.tag, entries=(entry,), entry=entry, known=True)
