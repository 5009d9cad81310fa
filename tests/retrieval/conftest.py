"""The embedder of the tests, and passages enough that filters have something to leave out."""

from __future__ import annotations

import pytest

from .passages import CountingEmbedder


@pytest.fixture
def embed() -> CountingEmbedder:
    return CountingEmbedder()
