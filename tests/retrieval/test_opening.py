"""From passages to something to search, with the real model or without it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from otassist.embedding import MiniLM
from otassist.errors import FileProblem
from otassist.retrieval import open_searcher

from .passages import PASSAGES, CountingEmbedder


def test_it_searches_by_words_and_meaning(tmp_path):
    searcher = open_searcher(PASSAGES, tmp_path / "index", MiniLM())
    assert searcher.search("dressing for winter outdoors", kind="goal")[0].passage.id == "zip-k"
    assert searcher.search("too noisy at lunch", kind="practice")[0].passage.id == "loud"


def test_batches_are_watched_and_only_when_there_is_work(tmp_path):
    watched: list[int] = []

    def watch(batches: Sequence[Sequence[str]]) -> Iterable[Sequence[str]]:
        watched.append(sum(map(len, batches)))
        return batches

    for _ in range(2):
        open_searcher(PASSAGES, tmp_path / "index", CountingEmbedder(), watch=watch)
    assert watched == [len(PASSAGES)]


@pytest.mark.parametrize("made_before", [False, True])
def test_without_a_model_it_goes_by_words_and_says_so(tmp_path, made_before):
    if made_before:
        open_searcher(PASSAGES, tmp_path / "index", MiniLM())
    (tmp_path / "model.onnx").write_bytes(b"no model")
    told: list[str] = []
    broken = MiniLM(tmp_path / "model.onnx")
    searcher = open_searcher(PASSAGES, tmp_path / "index", broken, told.append)
    assert searcher.search("milk carton")[0].passage.id == "lunch"
    (line,) = told
    assert "only words are compared" in line


def test_an_error_of_the_model_while_indexing_is_no_crash(tmp_path):
    class Failing(CountingEmbedder):
        def __call__(self, texts: Sequence[str]) -> object:
            raise FileProblem("It broke.", "Mend it.")

    told: list[str] = []
    assert open_searcher(PASSAGES, tmp_path / "index", Failing(), told.append).search("zip coat")
    assert told == ["It broke. Mend it. Until then only words are compared, not meanings."]
    assert not [path for path in (tmp_path / "index").iterdir() if path.is_dir()]
