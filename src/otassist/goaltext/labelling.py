"""Gives each piece of a goal the part it belongs to: the best row of labels under learnt weights (a linear chain).

Decided: a linear-chain conditional random field (Lafferty, McCallum, Pereira 2001), because it weighs many weak clues
at once and says with what weight; the weights are a table that a person can read, learnt by tests/bench/learn.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ..domain import GOAL_PARTS, GoalPart
from .clues import OFFSETS, Clues, Group, clues, of_word
from .pieces import Piece

LABELS = ("O", *(f"{place}{mark}" for mark in "TCBKML" for place in "BI"))
"""No part, or the beginning or inside of a part."""
MARKS: Mapping[GoalPart, str] = dict(zip(GOAL_PARTS, "TCBKML", strict=True))
_MOST_WORDS, _MOST_GROUPS = 20_000, 60_000
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """`rows` gives the row of `told` for a clue; `follows[i, j]` is for label i behind label j."""

    rows: Mapping[str, int]
    told: Scores
    follows: Scores


@cache
def weights() -> Weights:
    """The learnt table: one clue a line, its weight for each label behind it."""
    lines = (files("otassist.goaltext") / "data" / "second_reader.tsv").read_text(encoding="utf-8").splitlines()
    rows: dict[str, int] = {}
    told = np.zeros((len(lines), len(LABELS)), np.float32)
    follows = np.zeros((len(LABELS), len(LABELS)), np.float32)
    place = {label: index for index, label in enumerate(LABELS)}
    for line in lines:
        clue, *pairs = line.split("\t")
        for pair in pairs:
            label, _, weight = pair.partition(" ")
            if clue.startswith("=>"):
                follows[place[label], place[clue[2:]]] = float(weight)
            else:
                told[rows.setdefault(clue, len(rows)), place[label]] = float(weight)
    return Weights(rows, told, follows)


class _Words:
    """What each word tells at each distance, worked out once a word."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        self.told = np.zeros((256, len(OFFSETS), len(LABELS)), np.float32)

    def row(self, word: str) -> int:
        row = self.rows.get(word)
        return self._added(word) if row is None else row

    def _added(self, word: str) -> int:
        if len(self.rows) >= _MOST_WORDS:
            self.rows.clear()
        row = len(self.rows)
        if row == len(self.told):
            self.told = np.concatenate([self.told, np.zeros_like(self.told)])
        for place, offset in enumerate(OFFSETS):
            self.told[row, place] = _sum(of_word(word, offset))
        self.rows[word] = row
        return row


_WORDS = _Words()


class _Groups:
    """What each group of clues tells, worked out once; row 0 is for what tells of any piece."""

    def __init__(self) -> None:
        self.rows: dict[Group, int] = {}
        self.told = np.zeros((1_024, len(LABELS)), np.float32)

    def added(self, group: Group) -> int:
        """The row of a group that has none yet."""
        if not self.rows:
            self._put(("b",))
        return self._put(group)

    def _put(self, group: Group) -> int:
        row = len(self.rows)
        if row == len(self.told):
            self.told = np.concatenate([self.told, np.zeros_like(self.told)])
        self.told[row] = _sum(group)
        self.rows[group] = row
        return row

    def forget_many(self) -> None:
        """Between two goals: a row that was given out stays good until its goal is scored."""
        if len(self.rows) > _MOST_GROUPS:
            self.rows.clear()


_GROUPS = _Groups()


def _sum(told: Sequence[str]) -> Scores:
    held = weights()
    found = [row for clue in told if (row := held.rows.get(clue)) is not None]
    return held.told[found].sum(axis=0)  # type: ignore[no-any-return]


@cache
def _edge(offset: int) -> Scores:
    """What it tells that the text has no piece at this distance."""
    return _sum((f"{offset}$",))


def scores(text: str) -> tuple[list[Piece], Scores]:
    """The pieces of a text and how much is said for each label of each."""
    told = clues(text)
    _GROUPS.forget_many()
    count = len(told.cut)
    found = np.zeros((count, len(LABELS)), np.float32)
    if count:
        _add_own(told, found)
        _add_words(told, found)
        for stretch, shared in told.shared:
            found[stretch.first : stretch.last] += _sum(shared)
    return told.cut, found


def _add_own(told: Clues, found: Scores) -> None:
    known, added = _GROUPS.rows.get, _GROUPS.added
    flat: list[int] = []
    firsts: list[int] = []
    for own in told.own:
        firsts.append(len(flat))
        flat.append(0)  # tells for every piece, and reduceat sums nothing as the row behind it
        for group in own:
            row = known(group)
            flat.append(added(group) if row is None else row)
    found += np.add.reduceat(_GROUPS.told[flat], firsts, axis=0)


def _add_words(told: Clues, found: Scores) -> None:
    rows = np.array([_WORDS.row(piece.text) for piece in told.cut])
    for place, offset in enumerate(OFFSETS):
        shifted = _WORDS.told[rows, place]
        edge = _edge(offset)
        size = min(abs(offset), len(rows))
        if offset < 0:
            found[size:] += shifted[: len(rows) - size]
            found[:size] += edge
        else:
            found[: len(rows) - size] += shifted[size:]
            found[len(rows) - size :] += edge if size else 0


def best(found: Scores) -> list[int]:
    """The row of labels with the highest sum (Viterbi)."""
    if not len(found):
        return []
    follows = weights().follows
    steps, sums = list(found.copy()), np.empty_like(follows)
    for before, step in pairwise(steps):
        np.add(follows, before, sums)
        step += np.maximum.reduce(sums, 1)
    labels = [int(steps[-1].argmax())]
    for step in steps[-2::-1]:
        labels.append(int((follows[labels[-1]] + step).argmax()))
    return labels[::-1]
