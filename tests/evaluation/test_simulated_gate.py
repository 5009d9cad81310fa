"""The gate's error rates, on a thousand simulated pairs of runs through its own functions."""

from __future__ import annotations

import json
from collections import Counter

import numpy as np
import pytest

from .simulating import DRAFTS, REPEATS, SIZES, assumed, differences_of, verdicts

RUNS = 1000


def test_what_is_assumed_of_a_model():
    discordance, correlation = assumed()
    assert discordance == pytest.approx(0.064, abs=0.001)
    assert correlation == pytest.approx(0.273, abs=0.001)


def test_the_simulation_makes_what_it_says():
    differences, _ = differences_of(np.random.default_rng(5), 4000, 130, 2, REPEATS)
    pairs = differences.reshape(-1, 2)
    assert abs(differences.mean()) < 0.001
    assert np.corrcoef(pairs.T)[0, 1] == pytest.approx(assumed()[1], abs=0.01)
    single, _ = differences_of(np.random.default_rng(6), 4000, 130, 2, 1)
    assert (single != 0).mean() == pytest.approx(assumed()[0], abs=0.002)


def test_with_no_true_difference_it_seldom_blocks_and_mostly_passes():
    rates = verdicts(RUNS, seed=11)
    assert rates.blocked <= 0.05
    assert rates.passed >= 0.80


@pytest.mark.parametrize("metric", SIZES)
def test_a_true_drop_of_fifteen_hundredths_on_one_core_metric_is_blocked(metric):
    assert verdicts(RUNS, seed=12, drops={metric: 0.15}).blocked >= 0.90


@pytest.mark.parametrize("metric", SIZES)
def test_what_is_worse_by_the_allowance_seldom_passes(metric):
    """One in twenty; a thousand runs tell that to within two hundredths."""
    assert verdicts(RUNS, seed=13, drops={metric: 0.05}).passed <= 0.08


def test_as_many_cases_are_shipped(root):
    lines = [line for path in (root / "evals" / "cases").glob("*.jsonl") for line in path.read_text().splitlines()]
    tasks = Counter(json.loads(line)["task"] for line in lines)
    assert tasks["note"] >= SIZES["supported"][0]
    assert tasks["note"] + tasks["goal"] >= DRAFTS
    assert tasks["goal"] >= 90


def test_three_repeats_take_more_goal_cases():
    """What to tell who wants fewer calls: 74 goals are too few for three repeats, 160 are enough."""
    assert verdicts(RUNS, seed=14, repeats=3).passed < 0.80
    more = SIZES | {"edu_relevant": (160, 1), "measurable": (160, 1)}
    assert verdicts(RUNS, seed=14, sizes=more, repeats=3).passed >= 0.80


def test_a_prompt_that_often_invents_is_blocked_whatever_its_means():
    assert verdicts(RUNS, seed=15, invented=0.2).blocked >= 0.99
