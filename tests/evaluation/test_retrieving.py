"""The retrieval measures, against a second computation of them."""

from __future__ import annotations

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.bank import read_corpus, shipped_corpus
from otassist.evaluation.cases import Case
from otassist.evaluation.metrics.retrieving import measured
from otassist.evaluation.relevance import judged

from .products import answered, composer, shipped

IDS = [f"p{number}" for number in range(20)]


def by_hand(name: str, relevant: dict[str, int], ranked: list[str]) -> float:
    gains = [relevant.get(item, 0) for item in ranked]
    if name == "recall@5":
        high = sum(grade >= 2 for grade in relevant.values())
        return sum(gain >= 2 for gain in gains[:5]) / high if high else 0.0
    if name == "mrr@10":
        return next((1 / place for place, gain in enumerate(gains[:10], 1) if gain), 0.0)
    best = sum(gain / log2(place + 1) for place, gain in enumerate(sorted(relevant.values(), reverse=True)[:10], 1))
    return sum(gain / log2(place + 1) for place, gain in enumerate(gains[:10], 1)) / best if best else 0.0


@given(st.dictionaries(st.sampled_from(IDS), st.integers(0, 2), min_size=1), st.permutations(IDS), st.integers(1, 12))
def test_each_measure_is_what_its_definition_says(relevant: dict[str, int], order: list[str], k: int) -> None:
    for name in ("recall@5", "ndcg@10", "mrr@10"):
        assert measured(name, relevant, order[:k]) == pytest.approx(by_hand(name, relevant, order[:k]))


def test_nothing_found_is_zero() -> None:
    assert measured("ndcg@10", {"p1": 2}, []) == 0


def test_the_rule_grades_by_kind_area_band_and_words() -> None:
    (case,) = judged(
        [Case("q", "search", "zipper", "q", "dev", ("self_care",), "K", words=("zip", "coat"), kind="goal")],
        read_corpus(shipped_corpus()).passages,
    )
    assert set(case.relevant.values()) <= {1, 2}
    assert 2 in case.relevant.values()
    assert all(name in composer().library for name in case.relevant)


def test_what_a_case_judges_itself_stays() -> None:
    case = Case("q", "search", "zipper", "q", "dev", relevant={"mine": 2}, words=("zip",))
    assert judged([case], read_corpus(shipped_corpus()).passages) == (case,)


def test_a_search_is_measured_in_four_columns() -> None:
    case = next(case for case in shipped() if case.task == "search")
    draft = answered(case).draft
    assert {"results", "filtered", "words", "meaning"} <= draft.keys()
    assert [item["id"] for item in draft["words"]] != [item["id"] for item in draft["meaning"]]
