"""The search over both indexes: what comes first, what filters leave, when it widens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.domain import GRADE_BANDS, Evidence
from otassist.errors import EmptyJot, JotTooLong
from otassist.retrieval import Searcher
from otassist.retrieval.exact import ExactIndex
from otassist.retrieval.vectors import Hit

from .passages import BUS, DATA, PASSAGES, CountingEmbedder, passage


def searching(passages: Sequence = PASSAGES, embed: CountingEmbedder | None = None) -> Searcher:
    embed = embed or CountingEmbedder()
    index = ExactIndex(embed.name, embed.dimensions)
    index.add([item.id for item in passages], embed([item.searched for item in passages]))
    return Searcher(passages, index, embed)


def names(found: Sequence[Evidence]) -> list[str]:
    return [item.passage.id for item in found]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("zipper hook", "zip-k"), ("bus to work", "bus"), ("milk cartons", "lunch"), ("copy bd", "board"),
        ("how do I collect data?", "data"), ("noise: headphones", "loud"),
    ],
)  # fmt: skip
def test_the_passage_that_answers_comes_first(query, first):
    assert names(searching().search(query))[0] == first


@pytest.mark.parametrize("by", ["words", "meaning"])
def test_either_index_alone_finds_it(by):
    if by == "words":
        assert names(Searcher(PASSAGES).search("milk carton"))[0] == "lunch"
    else:
        hidden = [replace(item, searched="") for item in PASSAGES]
        embed = CountingEmbedder()
        index = ExactIndex(embed.name, embed.dimensions)
        index.add([item.id for item in PASSAGES], embed([item.searched for item in PASSAGES]))
        assert names(Searcher(hidden, index, embed).search("milk carton"))[0] == "lunch"


@pytest.mark.parametrize(("k", "count"), [(1, 1), (3, 3), (7, 7), (50, 7)])
def test_as_many_as_asked_for_while_there_are_so_many(k, count):
    assert len(searching().search("cafeteria", k=k)) == count


@pytest.mark.parametrize("kind", ["goal", "practice"])
def test_a_kind_is_never_mixed(kind):
    found = searching().search("cafeteria", k=50, kind=kind)
    assert {item.passage.kind for item in found} == {kind}


def test_an_area_keeps_its_own_and_what_holds_for_every_area():
    assert set(names(searching().search("coat", k=50, area="self_care"))) == {"zip-k", "zip-prek", "lunch", "data"}


def test_a_grade_prefers_its_band():
    assert names(searching().search("zip a coat", k=2, grade="PreK", kind="goal"))[0] == "zip-prek"
    assert names(searching().search("zip a coat", k=2, grade="1", kind="goal"))[0] == "zip-k"


def test_too_few_of_a_band_are_followed_by_the_nearest_bands():
    found = searching().search("zip a coat", k=4, kind="goal", grade="PreK")
    assert names(found)[0] == "zip-prek"
    assert set(names(found)[1:3]) == {"zip-k", "lunch"}
    assert names(found)[3] == "board"


def test_enough_of_a_band_are_not_followed():
    found = searching().search("cafeteria", k=2, grade="K")
    assert all("K-2" in item.passage.grade_bands for item in found)


def test_a_band_far_away_is_better_than_nothing():
    assert names(searching([BUS]).search("bus", grade="PreK")) == ["bus"]


def test_a_passage_without_bands_holds_for_all():
    anywhere = replace(DATA, id="any", grade_bands=())
    assert names(searching([BUS, anywhere]).search("tally", k=1, grade="9")) == ["any"]


def test_a_word_that_is_no_grade_does_not_filter():
    assert names(searching().search("bus", grade="banana")) == names(searching().search("bus"))


def test_nothing_of_that_kind_is_an_empty_answer():
    assert searching([BUS]).search("bus", kind="practice") == ()
    assert searching([]).search("bus") == ()


def test_scores_fall_from_at_most_one():
    scores = [item.score for item in searching().search("zip coat hook recess", k=7)]
    assert scores == sorted(scores, reverse=True)
    assert 0 < scores[-1] < scores[0] <= 1


def test_passages_that_are_alike_stand_in_their_own_order():
    twins = [passage(f"twin-{n}", "Zips a coat.") for n in range(6)]
    found = [names(searching(twins).search("zips a coat", k=6)) for _ in range(3)]
    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize("query", ["", " ", "?!", "😀", "\n\t"])
def test_a_query_without_a_word_is_an_error(query):
    with pytest.raises(EmptyJot, match="no word in the query"):
        searching().search(query)


def test_a_query_of_any_jots_length_is_fine_and_a_longer_one_an_error():
    assert searching().search("zip " * 5_000, k=1)
    with pytest.raises(JotTooLong, match=r"20,001"):
        searching().search("z" * 20_001)


class Recording:
    """An index that answers in the order of its ids and remembers how many were asked for."""

    stamp = "counting-1"

    def __init__(self, ids: Sequence[str]) -> None:
        self.ids, self.counts = ids, []

    def __len__(self) -> int:
        return len(self.ids)

    def query(self, vector: object, count: int, among: Sequence[str] | None = None) -> tuple[Hit, ...]:
        self.counts.append((count, None if among is None else len(among)))
        return tuple(Hit(name, 1.0) for name in (self.ids if among is None else among)[:count])


@pytest.fixture
def many() -> list:
    """1,600 passages of self-care behind 600 of transition."""
    first = [passage(f"first-{n}", "Rides a bus.", areas=("transition",)) for n in range(600)]
    return [*first, *(passage(f"rest-{n}", "Zips a coat.") for n in range(1_600))]


@pytest.mark.parametrize(
    ("narrowing", "asked"),
    [
        ({}, [(100, None)]),
        ({"k": 300}, [(300, None)]),
        ({"area": "transition"}, [(100, 600)]),
        ({"area": "self_care"}, [(500, None), (2_000, None)]),
        ({"kind": "practice"}, []),
    ],
    ids=["no filter", "more than usual", "few pass", "many pass but none is near", "nothing passes"],
)
def test_the_index_is_asked_for_no_more_than_is_needed(many, narrowing, asked):
    index = Recording([item.id for item in many])
    found = Searcher(many, index, CountingEmbedder()).search("coat", **narrowing)
    assert index.counts == asked
    assert len(found) == (narrowing.get("k", 5) if asked else 0)


@given(
    query=st.text(max_size=40).filter(lambda text: any(char.isalnum() for char in text)),
    k=st.integers(1, 9),
    kind=st.sampled_from([None, "goal", "practice"]),
    area=st.sampled_from([None, "self_care", "transition", "coping"]),
    grade=st.sampled_from([None, *GRADE_BANDS]),
)
def test_any_search_gives_distinct_passages_that_fit(query, k, kind, area, grade):
    found = searching().search(query, k=k, kind=kind, area=area, grade=grade)
    assert len(found) <= k
    assert len(set(names(found))) == len(found)
    for item in found:
        assert kind in (None, item.passage.kind)
        assert area is None or not item.passage.areas or area in item.passage.areas
    fitting = searching().search(query, k=9, kind=kind, area=area)
    assert len(found) == min(k, len(fitting))
