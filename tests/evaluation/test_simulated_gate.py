"""The gate's error rates, on a thousand simulated pairs of runs through its own functions."""

from __future__ import annotations

import json
from collections import Counter

import numpy as np
import pytest

from .simulating import FEWEST, REPEATS, SHIPPED, Sizes, assumed, differences_of, sizes_of, verdicts

RUNS = 1000


def test_what_is_assumed_of_a_model():
    discordance, correlation = assumed()
    assert discordance == pytest.approx(0.064, abs=0.001)
    assert correlation == pytest.approx(0.184, abs=0.001)


def test_the_simulation_makes_what_it_says():
    differences, _ = differences_of(np.random.default_rng(5), 4000, 130, 2, REPEATS)
    pairs = differences.reshape(-1, 2)
    assert abs(differences.mean()) < 0.001
    assert np.corrcoef(pairs.T)[0, 1] == pytest.approx(assumed()[1], abs=0.01)
    single, _ = differences_of(np.random.default_rng(6), 4000, 130, 2, 1)
    assert (single != 0).mean() == pytest.approx(assumed()[0], abs=0.002)


@pytest.mark.parametrize("sizes", [SHIPPED, FEWEST], ids=["shipped", "fewest"])
@pytest.mark.parametrize("seed", [11, 21])
def test_with_no_true_difference_it_seldom_blocks_and_mostly_passes(sizes: Sizes, seed: int):
    rates = verdicts(RUNS, seed, sizes=sizes)
    assert rates.blocked <= 0.05
    assert rates.passed >= 0.80


@pytest.mark.parametrize("sizes", [SHIPPED, FEWEST], ids=["shipped", "fewest"])
@pytest.mark.parametrize("metric", SHIPPED)
def test_a_true_drop_of_fifteen_hundredths_on_one_core_metric_is_blocked(metric: str, sizes: Sizes):
    assert verdicts(RUNS, seed=12, drops={metric: 0.15}, sizes=sizes).blocked >= 0.90


@pytest.mark.parametrize("metric", SHIPPED)
def test_what_is_worse_by_the_allowance_seldom_passes(metric):
    """One in twenty; a thousand runs tell that to within two hundredths."""
    assert verdicts(RUNS, seed=13, drops={metric: 0.05}).passed <= 0.08


def test_as_many_cases_are_shipped(root):
    lines = [line for path in (root / "evals" / "cases").glob("*.jsonl") for line in path.read_text().splitlines()]
    tasks = Counter(json.loads(line)["task"] for line in lines)
    assert tasks["note"] >= SHIPPED["supported"][0]
    assert tasks["goal"] >= SHIPPED["measurable"][0] + 16


def test_the_blessed_run_measures_as_many_goals(root):
    """The composer drafts a goal for each of them; a case without a goal says nothing about goals."""
    lines = (root / "evals" / "baseline" / "results.jsonl").read_text(encoding="utf-8").splitlines()
    metrics = [json.loads(line)["metrics"].get("measurable", {}) for line in lines]
    assert sum(item.get("value") is not None for item in metrics) >= SHIPPED["measurable"][0]


def test_what_other_sizes_take():
    """What to tell who wants fewer calls: with 74 goals three repeats are too few, and five are enough."""
    few = sizes_of(130, 74)
    assert verdicts(RUNS, seed=14, sizes=few, repeats=3).passed < 0.80
    assert verdicts(RUNS, seed=14, sizes=few, repeats=5).passed >= 0.80


def test_a_prompt_that_often_invents_is_blocked_whatever_its_means():
    assert verdicts(RUNS, seed=15, invented=0.2).blocked >= 0.99
