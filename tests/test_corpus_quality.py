"""The shipped goal bank and practice library: complete, checked, and no two alike."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import get_args

import numpy as np
import pytest

from otassist.bank import Corpus, read_corpus, shipped_corpus
from otassist.checks import check_goal
from otassist.domain import GRADE_BANDS, Area, BankGoal, GradeBand
from otassist.embedding import MiniLM

AREAS = get_args(Area)
NEAR = 0.92
"""Cosine above which two goals say the same (issue 3)."""


@cache
def corpus() -> Corpus:
    return read_corpus(shipped_corpus())


def test_there_are_as_many_as_promised() -> None:
    assert len(corpus().goals) >= 450
    assert len(corpus().practice) >= 120


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("band", GRADE_BANDS)
def test_every_area_has_five_goals_in_every_band(area: Area, band: GradeBand) -> None:
    assert sum(goal.area == area and band in goal.grade_bands for goal in corpus().goals) >= 5


@pytest.mark.parametrize("area", AREAS)
def test_every_area_has_practice_material(area: Area) -> None:
    assert sum(area in passage.areas for passage in corpus().practice) >= 5


@pytest.mark.parametrize("area", AREAS)
def test_every_goal_passes_its_own_checks(area: Area) -> None:
    assert [failing for goal in corpus().goals if goal.area == area and (failing := _failing(goal))] == []


def _failing(goal: BankGoal) -> str:
    checked = check_goal(goal.text)
    blockers = [finding.check for finding in checked.findings if finding.severity == "blocker"]
    good = checked.measurable and checked.educationally_relevant and not blockers
    return "" if good else f"{goal.id}: {blockers or 'not measurable or not about school'}"


def test_a_replacement_differs_from_what_it_replaces() -> None:
    same = [goal.id for goal in corpus().goals if goal.more_support == goal.condition or goal.stretch == goal.criterion]
    assert same == []


def test_no_frame_opens_too_many_goals() -> None:
    openings = Counter(" ".join(goal.text.split()[:4]) for goal in corpus().goals)
    assert openings.most_common(1)[0][1] <= 0.2 * len(corpus().goals)


@pytest.mark.slow
def test_no_two_goals_say_the_same() -> None:
    vectors = MiniLM()([goal.text for goal in corpus().goals])
    likeness = np.triu(vectors @ vectors.T, 1)
    pairs = [(corpus().goals[a].id, corpus().goals[b].id) for a, b in np.argwhere(likeness > NEAR)]
    assert pairs == []
