"""all-MiniLM-L6-v2 in 8 bits through ONNX: 384 dimensions, mean of the token vectors, about 4 ms a query."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from ..errors import FileProblem
from . import files
from .embedder import Vectors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

TOKENS = 256
"""How much of a text the model was trained to read; the rest is not seen."""

BATCH = 8
"""Measured: a fifth faster than 32, since fewer short texts wait for a longer one."""

THREADS = min(2, os.cpu_count() or 1)
"""Measured on two cores: 100 goals a second with two threads, 60 with one. They never spin while they wait."""


class MiniLM:
    """Embeds texts; one instance serves many threads.

    Nothing is loaded before the first text or `load()`; `name` carries a digest of the model's files, so that
    vectors of another model are never taken for this one's.
    """

    dimensions = 384

    def __init__(self, weights: Path | None = None, tokenizer: Path | None = None) -> None:
        """Raises FileProblem when a file is not installed."""
        self._weights = weights or files.weights()
        self._tokenizer_file = tokenizer or files.tokenizer()
        self._loading = Lock()

    @cached_property
    def name(self) -> str:
        digest = sha256(self._weights.read_bytes())
        digest.update(self._tokenizer_file.read_bytes())
        return f"all-MiniLM-L6-v2-int8@{digest.hexdigest()[:12]}"

    def load(self) -> None:
        """Reads the model now, so that the first text need not wait. Raises FileProblem when it cannot be used."""
        with self._loading:
            try:
                _ = self._session, self._tokenizer
            except Exception as problem:  # onnxruntime and tokenizers have no root error of their own
                said = f"The embedding model cannot be loaded ({type(problem).__name__})."
                raise FileProblem(said, "Install otassist again.") from problem

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Shape (texts, 384), float32, each row of length 1."""
        self.load()
        # Texts of one length together: a batch is as slow as its longest text.
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            vectors[chosen] = self._embed([texts[index] for index in chosen])
        return vectors

    def _embed(self, texts: Sequence[str]) -> Vectors:
        encoded = self._tokenizer.encode_batch(list(texts))
        mask = np.array([item.attention_mask for item in encoded], dtype=np.int64)
        ids = np.array([item.ids for item in encoded], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (hidden, *_) = self._session.run(None, {name: feed[name] for name in self._inputs})
        weight = mask[..., None].astype(np.float32)
        mean = (np.asarray(hidden, dtype=np.float32) * weight).sum(axis=1) / weight.sum(axis=1)
        unit: Vectors = mean / np.linalg.norm(mean, axis=1, keepdims=True)
        return unit

    @cached_property
    def _session(self) -> InferenceSession:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = THREADS
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        return onnxruntime.InferenceSession(str(self._weights), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _inputs(self) -> list[Any]:
        return [item.name for item in self._session.get_inputs()]

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._tokenizer_file))
        tokenizer.enable_truncation(TOKENS)
        tokenizer.enable_padding()
        return tokenizer
