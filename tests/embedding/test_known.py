"""Vectors made in advance: the same as the model's, of this corpus, and no more than a help."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pytest

from otassist.bank import read_corpus, shipped_corpus
from otassist.embedding import VECTORS, Known, MiniLM
from otassist.embedding.known import save

from .vectors import texts_of

MODEL = MiniLM()
TEXTS = ("copies from the board", "zipper max A", "up 12x in 20 min")


@pytest.fixture(scope="module")
def shipped() -> Known:
    return Known(MODEL, shipped_corpus() / VECTORS)


def test_every_text_of_the_sample_corpus_is_known(shipped: Known) -> None:
    unknown = [text for text in texts_of(read_corpus(shipped_corpus())) if not shipped.knows(text)]
    assert unknown == [], "run make vectors"


def test_the_shipped_vectors_are_the_models(shipped: Known) -> None:
    some = Random(7).sample(texts_of(read_corpus(shipped_corpus())), 40)
    cosines = (shipped(some) * MODEL(some)).sum(axis=1)
    assert cosines.min() > 0.99  # eight bits, and another processor rounds differently


def test_known_and_unknown_texts_keep_their_order(tmp_path: Path) -> None:
    save(tmp_path / "v.npz", MODEL, TEXTS[:2])
    known = Known(MODEL, tmp_path / "v.npz")
    mixed = [TEXTS[2], TEXTS[0], TEXTS[1], TEXTS[2]]
    assert [known.knows(text) for text in mixed] == [False, True, True, False]
    assert np.allclose((known(mixed) * MODEL(mixed)).sum(axis=1), 1.0, atol=0.01)
    assert known(mixed).shape == (4, MODEL.dimensions)
    assert np.allclose(np.linalg.norm(known(mixed), axis=1), 1.0, atol=1e-5)


@pytest.mark.parametrize("content", [b"", b"not a file of numpy", b"PK\x03\x04 cut off", None])
def test_without_a_usable_file_the_model_does_the_work(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "v.npz").write_bytes(content)
    known = Known(MODEL, tmp_path / "v.npz")
    assert not known.knows(TEXTS[0])
    assert np.allclose(known(TEXTS), MODEL(TEXTS), atol=1e-6)


def test_vectors_of_another_model_are_not_used(tmp_path: Path) -> None:
    save(tmp_path / "v.npz", MODEL, TEXTS)
    with np.load(tmp_path / "v.npz") as held:
        np.savez(tmp_path / "v.npz", **{**held, "model": "another"})
    assert not Known(MODEL, tmp_path / "v.npz").knows(TEXTS[0])
