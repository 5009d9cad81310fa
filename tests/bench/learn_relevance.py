"""Learns the weights of the second opinion (src/otassist/checks/data/relevance.tsv) from every goal with a verdict.

python tests/bench/learn_relevance.py [--without li] [--to FILE]

Logistic regression with both verdicts weighing the same and squared weights held down (RIDGE). Deterministic.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.bench.learn import labelled  # noqa: E402
from tests.goaltext.marked import marked  # noqa: E402

from otassist.checks.goal_findings import Goal  # noqa: E402
from otassist.checks.goal_relevance import evidence  # noqa: E402
from otassist.checks.second_opinion import clues  # noqa: E402
from otassist.domain import Context  # noqa: E402
from otassist.goaltext import read  # noqa: E402

WEIGHTS = ROOT / "src" / "otassist" / "checks" / "data" / "relevance.tsv"
RIDGE, STEPS, LEAST = 2.0, 400, 2


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--without", default="", help="leave out labelled goals whose id begins so")
    options.add_argument("--to", type=Path, default=WEIGHTS)
    chosen = options.parse_args()
    goals = list(judged(chosen.without))
    told = []
    for text, _ in goals:
        goal = Goal(read(text), Context())
        told.append(clues(goal, evidence(goal)))
    weights = learnt(told, [verdict for _, verdict in goals])
    lines = [f"{clue}\t{weight:.3f}" for clue, weight in weights if abs(weight) >= 0.005]
    chosen.to.write_text("\n".join(lines) + "\n", encoding="utf-8")


def judged(without: str) -> Iterator[tuple[str, bool]]:
    yield from ((str(goal["text"]), bool(goal["educationally_relevant"])) for goal in labelled(without))
    for path in (*sorted((ROOT / "tests" / "goaltext").glob("*.txt")), ROOT / "evals" / "labels" / "flawed.txt"):
        yield from ((held.text, held.relevant) for held in marked(str(path)))


def learnt(told: Sequence[frozenset[str]], verdicts: Sequence[bool]) -> list[tuple[str, float]]:
    """Each clue that LEAST goals have, with its weight."""
    counted = Counter(clue for clues in told for clue in clues)
    names = sorted(clue for clue, count in counted.items() if count >= LEAST)
    place = {clue: index for index, clue in enumerate(names)}
    held = np.zeros((len(told), len(names)), np.float32)
    for row, clues_of_one in enumerate(told):
        held[row, [place[clue] for clue in sorted(clues_of_one) if clue in place]] = 1
    right = np.array(verdicts, float)
    share = np.where(right == 1, len(right) / 2 / right.sum(), len(right) / 2 / (1 - right).sum())
    weights, speed = np.zeros(len(names)), np.zeros(len(names))
    for step in range(STEPS):
        slope = held.T @ (share * (1 / (1 + np.exp(-(held @ weights))) - right)) + RIDGE * weights
        speed = 0.9 * speed - 0.02 * slope / (1 + step * 0.002)
        weights = weights + 0.2 * speed
    return list(zip(names, weights.tolist(), strict=True))


if __name__ == "__main__":
    main()
