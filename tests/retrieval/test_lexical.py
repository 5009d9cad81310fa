"""Scores by shared words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.retrieval.lexical import WordIndex


def test_the_text_with_the_rarer_word_scores_higher():
    scores = WordIndex(["the coat zipper", "the coat", "the bus"]).scores("coat zipper")
    assert scores[0] > scores[1] > scores[2] == 0


@pytest.mark.parametrize("query", ["", "unheard", "the of", "😀"])
def test_a_query_without_a_known_word_scores_nothing(query):
    assert WordIndex(["zip a coat", "ride a bus"]).scores(query).tolist() == [0, 0]


@pytest.mark.parametrize("texts", [[], [""], ["the", "of"]])
def test_texts_without_words_score_nothing(texts):
    assert WordIndex(texts).scores("coat").tolist() == [0] * len(texts)


@given(st.lists(st.text(max_size=40), max_size=8), st.text(max_size=40))
def test_any_texts_and_query_give_one_finite_score_each(texts, query):
    scores = WordIndex(texts).scores(query)
    assert scores.shape == (len(texts),)
    assert np.isfinite(scores).all()
    assert (scores >= 0).all()
