"""Simulated pairs of runs, a thousand at once, judged by the very functions of the gate.

What is assumed of a model's drafts
- Students have two note cases each; every goal case has a student of its own.
- On most students a draft is good with probability .98 in every repeat, under both prompts.
- On `UNSURE` of the students it is good with .35 or .65. There the prompts suit different students: whoever has .35
  under one has .65 under the other, at random, so that the true mean difference is 0 while cases of one student
  move together.
- A true drop of `drop` takes that much off the new prompt's probability, on every student.
- Metrics are independent of one another, which makes a PASS harder than drafts that are good or bad as a whole would.
- A draft holds an invention with probability `INVENTED`, under both prompts alike.
`assumed()` says which single-draft discordance and which intra-cluster correlation that makes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from otassist.evaluation.gate import decide, read_gate
from otassist.evaluation.statistics import Paired, paired

SURE, LESS, MORE, UNSURE = 0.98, 0.35, 0.65, 0.05
INVENTED = 0.001
REPEATS = read_gate().repeats
Sizes = Mapping[str, tuple[int, int]]
"""Metric: its number of cases, and how many of them a student has."""


def sizes_of(notes: int, goals: int) -> Sizes:
    """So many notes, and so many goal cases that call for a goal."""
    return {"supported": (notes, 2), "kept": (notes, 2), "measurable": (goals, 1), "edu_relevant": (goals, 1)}


SHIPPED = sizes_of(870, 110)
"""No more than are shipped: of the 126 goal cases 110 call for a goal, the others for accommodations, a question or a
referral."""
FEWEST = sizes_of(200, 110)
"""Enough to be told whether a prompt may ship, for whoever pays for each call."""


@dataclass(frozen=True)
class Rates:
    """Shares of the simulated runs."""

    blocked: float
    passed: float


def verdicts(
    runs: int,
    seed: int,
    drops: Mapping[str, float] | None = None,
    sizes: Sizes = SHIPPED,
    repeats: int = REPEATS,
    invented: float = INVENTED,
) -> Rates:
    """How often the gate blocks and passes; `drops` has the true drop of a metric where there is one."""
    drafts = sizes["supported"][0] + sizes["measurable"][0]
    gate, chance = read_gate(), np.random.default_rng(seed)
    estimates = [_estimate(chance, runs, *size, repeats, (drops or {}).get(name, 0.0)) for name, size in sizes.items()]
    decision = decide(estimates, [gate.delta(name) for name in sizes], gate)
    harmed = _harmed(chance, runs, drafts, repeats, invented)
    blocked = harmed | decision.worse.any(axis=-1)
    return Rates(float(blocked.mean()), float((~blocked & decision.no_worse.all(axis=-1)).mean()))


def _estimate(chance: np.random.Generator, runs: int, cases: int, of_student: int, repeats: int, drop: float) -> Paired:
    differences, students = differences_of(chance, runs, cases, of_student, repeats, drop)
    return paired(differences, students.tolist())


def differences_of(
    chance: np.random.Generator, runs: int, cases: int, of_student: int, repeats: int, drop: float = 0.0
) -> tuple[np.ndarray, np.ndarray]:
    """Runs by cases of `new - base`, averaged over repeats, and each case's student."""
    students = np.arange(cases) // of_student
    count = int(students.max()) + 1
    unsure = chance.random((runs, count)) < UNSURE
    favoured = chance.random((runs, count)) < 0.5
    base = np.where(unsure, np.where(favoured, MORE, LESS), SURE)[:, students]
    new = np.where(unsure, np.where(favoured, LESS, MORE), SURE)[:, students] - drop
    good = chance.binomial(repeats, np.clip(new, 0, 1)) - chance.binomial(repeats, base)
    return good / repeats, students


def _harmed(chance: np.random.Generator, runs: int, cases: int, repeats: int, rate: float) -> np.ndarray:
    """Runs in which some case has an invention in most repeats of the new prompt and not of the base."""
    new, base = (chance.binomial(repeats, rate, (runs, cases)) > repeats / 2 for _ in range(2))
    return (new & ~base).any(axis=-1)


def assumed(repeats: int = REPEATS) -> tuple[float, float]:
    """Discordance of two single drafts, and the intra-cluster correlation of differences averaged over repeats."""
    discordance = UNSURE * (LESS * LESS + MORE * MORE) + (1 - UNSURE) * 2 * SURE * (1 - SURE)
    shared = UNSURE * (MORE - LESS) ** 2
    own = 2 * (UNSURE * LESS * MORE + (1 - UNSURE) * SURE * (1 - SURE)) / repeats
    return discordance, shared / (shared + own)
