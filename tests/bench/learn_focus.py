"""Fits the weights of language/data/focus.toml to evals/labels/needs.jsonl and prints them, with how right they are.

Logistic regression with a small penalty; jots, not statements, are left out in turn (five folds).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from otassist.bank import read_corpus, shipped_corpus
from otassist.domain import Context
from otassist.drafting.concerns import eligible
from otassist.drafting.focus import kinds_of, told_of
from otassist.drafting.recognising import Recogniser
from otassist.embedding import VECTORS, Known, MiniLM, Nearest
from otassist.reading import read

LABELS = Path(__file__).parents[2] / "evals" / "labels" / "needs.jsonl"
PENALTY, FOLDS, SEEN_OFTEN = 1.0, 5, 15


def statements() -> Iterator[tuple[str, dict[str, float], bool]]:
    """Jot id, what is told of a statement, and whether it tells of a need."""
    corpus = read_corpus(shipped_corpus())
    nearest = Nearest(Known(MiniLM(), shipped_corpus() / VECTORS), [line.text for line in corpus.jotted])
    recognise = Recogniser(corpus.jotted, nearest)
    for row in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines()):
        observation = read(row["jot"], Context(plan=row["plan"]), kind="goal")
        told = eligible(observation)
        kinds, needs = kinds_of(observation, told), {n for group in (row["main"], *row["others"]) for n in group}
        for at, (item, seen) in enumerate(zip(told, recognise([item.text for item in told]), strict=True)):
            yield row["id"], told_of(observation, item, kinds.get(item.id, ""), seen), at in needs


def fitted(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights, the constant last, by Newton's method."""
    x = np.c_[x, np.ones(len(x))]
    penalty = PENALTY * np.r_[np.ones(x.shape[1] - 1), 1e-6]
    weights = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        weights -= np.linalg.solve(hessian, x.T @ (p - y) + penalty * weights)
    return weights


def main() -> None:
    ids, told, needs = zip(*statements(), strict=True)
    names = sorted({name for item in told for name in item})
    names = [name for name in names if sum(name in item for item in told) > SEEN_OFTEN]
    x = np.array([[item.get(name, 0.0) for name in names] for item in told])
    y = np.array(needs, dtype=float)
    fold = np.array([sum(map(ord, name)) % FOLDS for name in ids])
    right = 0
    for left_out in range(FOLDS):
        weights = fitted(x[fold != left_out], y[fold != left_out])
        points = np.c_[x[fold == left_out], np.ones((fold == left_out).sum())] @ weights
        right += int(((points > 0) == (y[fold == left_out] > 0)).sum())
    print(f"# {right / len(y):.1%} of {len(y)} statements right in jots left out")
    *weights, always = fitted(x, y)
    print(f"[weights]\nalways = {always:.2f}")
    print("\n".join(f"{name} = {weight:.2f}" for name, weight in zip(names, weights, strict=True)))


if __name__ == "__main__":
    main()
