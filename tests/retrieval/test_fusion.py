"""Fusion by reciprocal rank."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.retrieval.fusion import fused

rankings = st.lists(st.lists(st.integers(0, 30), unique=True), min_size=1, max_size=4)


def test_what_both_rankings_like_comes_before_what_one_likes_best():
    assert next(item for item, _ in fused([["a", "b", "c"], ["d", "b", "e"]])) == "b"


@pytest.mark.parametrize(
    ("given_rankings", "scores"),
    [
        ([["a"], ["a"]], {"a": 1.0}),
        ([["a"], []], {"a": 0.5}),
        ([["a", "b"]], {"a": 1.0, "b": 61 / 62}),
        ([[], []], {}),
    ],
)
def test_a_score_is_the_share_of_the_best_possible(given_rankings, scores):
    assert dict(fused(given_rankings)) == pytest.approx(scores)


@given(rankings)
def test_every_item_is_there_once_in_falling_order(lists):
    found = fused(lists)
    assert sorted(item for item, _ in found) == sorted({item for ranking in lists for item in ranking})
    scores = [score for _, score in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1.0000001 for score in scores)


@given(rankings)
def test_the_order_of_the_rankings_does_not_matter(lists):
    forward, backward = dict(fused(lists)), dict(fused(lists[::-1]))
    assert forward == pytest.approx(backward)
