"""Likeness: near in meaning scores higher, each text is embedded once, the order of texts is the order of answers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from otassist.embedding import Likeness, MiniLM, Vectors


class Counting:
    """The real model, counting the texts it is given."""

    def __init__(self) -> None:
        self._model, self.seen = MiniLM(), 0

    @property
    def name(self) -> str:
        return self._model.name

    @property
    def dimensions(self) -> int:
        return self._model.dimensions

    def __call__(self, texts: Sequence[str]) -> Vectors:
        self.seen += len(texts)
        return self._model(texts)


ACTS = ["zipping a coat. engage and pull up the zipper", "typing essays. type an essay", "riding the bus. get off"]


def test_the_nearest_in_meaning_scores_highest() -> None:
    scores = Likeness(MiniLM())("cannot get his jacket closed before recess", ACTS)
    assert int(np.argmax(scores)) == 0
    assert all(-1 <= score <= 1 for score in scores)


def test_a_text_is_embedded_once_and_answers_keep_the_order() -> None:
    model = Counting()
    likeness = Likeness(model)
    first = likeness("city bus", ACTS)
    assert model.seen == 4
    second = likeness("city bus", ACTS[::-1])
    assert model.seen == 5
    assert np.allclose(first, second[::-1], atol=1e-5)


def test_no_texts_give_no_scores() -> None:
    assert Likeness(MiniLM())("city bus", []) == []
