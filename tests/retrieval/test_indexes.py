"""Chroma and the exact index do the same; Chroma keeps it on disk and says when it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from otassist.embedding import Vectors
from otassist.retrieval.chroma import ChromaIndex, ChromaProblem
from otassist.retrieval.exact import ExactIndex
from otassist.retrieval.vectors import VectorIndex

Make = Callable[[], VectorIndex]


def unit(*rows: tuple[float, ...]) -> Vectors:
    vectors = np.array(rows, dtype=np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def drawn(count: int, seed: int = 1) -> Vectors:
    return unit(*np.random.default_rng(seed).normal(size=(count, 16)))


@pytest.fixture(params=["exact", "chroma"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    made: list[ChromaIndex] = []

    def index() -> VectorIndex:
        if request.param == "exact":
            return ExactIndex("m1", 2)
        made.append(ChromaIndex.create(tmp_path / "index", "m1"))
        return made[-1]

    yield index
    for chroma in made:
        chroma.close()


def test_the_nearest_come_first_with_their_cosine(make):
    index = make()
    index.add(["east", "north", "north-east"], unit((1, 0), (0, 1), (1, 1)))
    hits = index.query(unit((1, 0.1))[0], 3)
    assert [hit.id for hit in hits] == ["east", "north-east", "north"]
    assert [hit.score for hit in hits] == pytest.approx([0.995, 0.774, 0.0995], abs=2e-3)
    assert index.stamp == "m1"
    assert len(index) == 3


@pytest.mark.parametrize(("asked", "got"), [(1, 1), (2, 2), (500, 2)])
def test_never_more_than_there_are(make, asked, got):
    index = make()
    index.add(["east", "north"], unit((1, 0), (0, 1)))
    assert len(index.query(unit((1, 0))[0], asked)) == got


@pytest.mark.parametrize(
    ("among", "found"),
    [(["south", "north"], ["north", "south"]), (["west"], ["west"]), (["north", "west"], ["north", "west"])],
)
def test_only_those_named_are_looked_at(make, among, found):
    index = make()
    index.add(["east", "north", "west", "south"], unit((1, 0), (0, 1), (-1, 0), (0, -1)))
    assert [hit.id for hit in index.query(unit((1, 0.1))[0], 10, among)] == found


def test_an_empty_index_finds_nothing(make):
    index = make()
    assert len(index) == 0
    assert index.query(unit((1, 0))[0], 5) == ()
    index.remove(["nobody"])
    index.remove([])


def test_an_id_added_again_gets_the_new_vector(make):
    index = make()
    index.add(["a", "b"], unit((1, 0), (0, 1)))
    index.add(["a"], unit((-1, 0)))
    assert len(index) == 2
    assert index.query(unit((1, 0))[0], 1)[0].id == "b"


def test_what_is_removed_is_not_found(make):
    index = make()
    index.add(["a", "b", "c"], unit((1, 0), (0, 1), (1, 1)))
    index.remove(["a", "nobody"])
    assert {hit.id for hit in index.query(unit((1, 0))[0], 5)} == {"b", "c"}


def test_chroma_finds_what_the_exact_index_finds(tmp_path):
    vectors, ids = drawn(1_500), [f"p{n}" for n in range(1_500)]
    chroma, exact = ChromaIndex.create(tmp_path, "m1"), ExactIndex("m1", 16)
    for index in (chroma, exact):
        index.add(ids, vectors)
    found = 0
    for query in drawn(20, seed=2):
        near = [hit.id for hit in exact.query(query, 10)]
        found += len(set(near) & {hit.id for hit in chroma.query(query, 500)[:10]})
    chroma.close()
    assert found >= 0.98 * 200


def test_chroma_opens_what_it_kept(tmp_path):
    made = ChromaIndex.create(tmp_path, "m1")
    made.add(["a", "b"], unit((1, 0), (0, 1)))
    made.close()
    opened = ChromaIndex.open(tmp_path, "m1", ["b", "a"])
    assert opened.query(unit((1, 0))[0], 1)[0].id == "a"
    opened.close()


@pytest.mark.parametrize(
    ("stamp", "ids", "said"),
    [
        ("m2", ["a", "b"], "another model made it"),
        ("m1", ["a"], "it holds other passages"),
        ("m1", ["a", "b", "c"], "it holds other passages"),
    ],
)
def test_chroma_refuses_another_models_or_corpuss_index(tmp_path, stamp, ids, said):
    made = ChromaIndex.create(tmp_path, "m1")
    made.add(["a", "b"], unit((1, 0), (0, 1)))
    made.close()
    with pytest.raises(ChromaProblem, match=said):
        ChromaIndex.open(tmp_path, stamp, ids)


def test_chroma_makes_nothing_where_there_is_nothing(tmp_path):
    with pytest.raises(ChromaProblem, match="not there"):
        ChromaIndex.open(tmp_path, "m1", [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\x00" + b"\xff" * 5_000])
def test_a_file_that_is_no_database_is_a_problem(tmp_path, damage):
    (tmp_path / "chroma.sqlite3").write_bytes(damage)
    with pytest.raises(ChromaProblem):
        ChromaIndex.open(tmp_path, "m1", ["a"])


def test_every_failure_of_chroma_is_the_one_problem(tmp_path):
    made = ChromaIndex.create(tmp_path, "m1")
    made.close()
    for fails in (lambda: len(made), lambda: made.query(unit((1, 0))[0], 1), lambda: made.add(["a"], unit((1, 0)))):
        with pytest.raises(ChromaProblem):
            fails()
